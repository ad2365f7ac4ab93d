//! What became of the rows of a table, said after reading: how many came in, how many questions came out, what was passed over.

use crate::fault::phrase;
use crate::table::Seen;
use formats::sheet::Tally;
use locale::Phrase;

/// Says it.
pub(super) fn say(seen: &Seen, rows: Tally, questions: usize) -> Phrase {
    let Tally { headings, above, rows, hidden } = rows;
    let mut zh = vec![format!("栏名在第 {headings} 行，下面 {rows} 行读成 {questions} 题")];
    let mut en = vec![format!("headings in row {headings}, {rows} rows below gave {questions} questions")];
    if headings == 0 {
        zh = vec![format!("前五行里没有栏名，{rows} 行读成 {questions} 题")];
        en = vec![format!("no headings in the first five rows, {rows} rows gave {questions} questions")];
    }
    if let Some(sheet) = &seen.sheet {
        zh.insert(0, format!("工作表“{sheet}”"));
        en.insert(0, format!("sheet “{sheet}”"));
    }
    let mut passed = |count: usize, said: (&str, &str)| {
        if count > 0 {
            zh.push(format!("{}{count} 行", said.0));
            en.push(format!("{count} {}", said.1));
        }
    };
    passed(rows.saturating_sub(questions), ("没有读成的 ", "could not be read"));
    passed(above, ("栏名上面略过 ", "above the headings were passed over"));
    passed(hidden, ("隐藏着没有读的 ", "are hidden and were not read"));
    for sheet in &seen.others {
        zh.push(format!("工作表“{sheet}”没有读"));
        en.push(format!("the sheet “{sheet}” was not read"));
    }
    phrase(format!("{}。", zh.join("，")), format!("{}.", en.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_in_and_went_out_is_said() {
        let check =
            |seen: &Seen, rows: Tally, questions: usize, zh: &str| assert_eq!(say(seen, rows, questions).zh, zh);
        let rows = Tally { headings: 1, above: 0, rows: 3, hidden: 0 };
        check(&Seen::default(), rows, 3, "栏名在第 1 行，下面 3 行读成 3 题。");
        let none = Tally { rows: 2, ..Tally::default() };
        check(&Seen::default(), none, 0, "前五行里没有栏名，2 行读成 0 题，没有读成的 2 行。");
        let seen = Seen { sheet: Some("题".into()), others: vec!["说明".into()], ..Seen::default() };
        let rows = Tally { headings: 3, above: 1, rows: 5, hidden: 2 };
        let expect = "工作表“题”，栏名在第 3 行，下面 5 行读成 4 题，没有读成的 1 行，栏名上面略过 1 行，隐藏着没有读的 2 行，工作表“说明”没有读。";
        check(&seen, rows, 4, expect);
    }
}
