use super::*;
use model::length::{Kind, half_width, units};
use proptest::prelude::*;

const CLOSING: &str = "，。、；：？！）》」』】”’·";
const OPENING: &str = "（《「『【“‘";

/// What is written, whatever its form: marks half-width, without spaces and what has no width.
fn plain(text: &str) -> String {
    let form = |c: char| match half_width(c) {
        '“' | '”' => "\"".to_owned(),
        '‘' | '’' => "'".to_owned(),
        '。' => ".".to_owned(),
        '—' => "-".to_owned(),
        '…' => "...".to_owned(),
        c if units(c.encode_utf8(&mut [0; 4])).any(|unit| matches!(unit.kind, Kind::Nothing | Kind::Space)) => {
            String::new()
        }
        c => c.to_string(),
    };
    text.chars().map(form).collect()
}

/// Texts in which the rules meet each other often.
fn hard_text() -> impl Strategy<Value = String> {
    let alphabet: Vec<&str> = CLOSING
        .split("")
        .chain(OPENING.split(""))
        .chain([
            "春", "天", "来", "了", "一", "二", "三", "四", "五", "—", "—", "…", "…", "\n", " ", "　", "a", "b", "C",
            "1", "2",
        ])
        .chain([".", ",", "\"", "'", "-", "?", "!", "(", ")", "%", "２", "👍🏽", "👨‍👩‍👧", "🇨🇳", "1️⃣", "\u{301}", "\u{200D}"])
        .chain(["春天来了", "COVID-19", "3.14", "——", "……", "。”", "？！", "hello world"])
        .collect();
    prop::collection::vec(prop::sample::select(alphabet), 0..400).prop_map(|parts| parts.concat())
}

fn check(title: &str, text: &str) {
    let manuscript = lay_out(title, text);
    assert!(
        manuscript.pages.iter().all(|page| page.rows.len() == ROWS && page.rows.iter().all(|row| row.len() == COLUMNS))
    );
    let rows: Vec<&Row> = manuscript.pages.iter().flat_map(|page| &page.rows).collect();
    let cells = || rows.iter().copied().flatten();
    assert_eq!(cells().map(|cell| plain(&cell.text)).collect::<String>(), plain(title) + &plain(text));
    let froms: Vec<usize> = cells().filter_map(|cell| cell.from).collect();
    assert!(froms.is_sorted_by(|a, b| a < b) && froms.iter().all(|from| text.is_char_boundary(*from)));
    for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
        edges(row, next);
    }
}

fn edges(row: &Row, next: &Row) {
    let all_opening = row.iter().all(|cell| cell.text.is_empty() || cell.text.starts_with(|c| OPENING.contains(c)));
    let (last, first) = (&row[COLUMNS - 1].text, &next[0].text);
    if first.starts_with(|c| CLOSING.contains(c)) && row[0].from.or(row[2].from).is_some() {
        let marks = last.chars().filter(|c| !c.is_alphanumeric()).count();
        assert!(marks >= rows::MOST || all_opening, "{row:?} {next:?}");
    }
    assert!(!last.ends_with(|c| OPENING.contains(c)) || all_opening, "{row:?} {next:?}");
}

proptest! {
    #[test]
    fn hard_texts_keep_the_rules(title in "[春天“”a-c1-3 —]{0,50}", text in hard_text()) {
        check(&title, &text);
    }

    #[test]
    fn any_text_keeps_the_rules(title in any::<String>(), text in any::<String>()) {
        check(&title, &text);
    }
}
