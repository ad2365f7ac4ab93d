//! Rows are told like this: an empty cell is □, what shares a cell stands in [ ], rows are parted by " / ", and empty cells at
//! the end of a row are left out. They are 10 cells wide here, so that the cases are short.

use super::*;

fn told(rows: &[Row]) -> String {
    let cell = |cell: &Cell| match cell.text.chars().count() {
        0 => "□".to_owned(),
        1 => cell.text.clone(),
        _ => format!("[{}]", cell.text),
    };
    let row = |row: &Row| row.iter().map(cell).collect::<String>().trim_end_matches('□').to_owned();
    rows.iter().map(row).collect::<Vec<_>>().join(" / ")
}

fn check(text: &str, expect: &str) {
    check_titled("", text, expect);
}

fn check_titled(title: &str, text: &str, expect: &str) {
    let rows = rows::write(title, text, 10);
    assert!(rows.iter().all(|row| row.len() == 10), "{title} {text}");
    assert_eq!(told(&rows), expect, "{title} {text}");
}

#[test]
fn a_title_is_centred() {
    check_titled("春天", "来了", "□□□□春天 / □□来了");
    check_titled("春天来", "", "□□□春天来");
    check_titled("一二三四五六七八九十", "", "一二三四五六七八九十");
    check_titled("一二三四五六七八九十一", "好", "□□一二三四五六 / □□七八九十一 / □□好");
    check_titled(" 我 的\n家 ", "", "□□□我的家");
    check_titled("“小”家？", "", "□□“小”家？");
    check_titled("AI与2027年", "", "□□AI与[20][27]年");
    check_titled("", "", "");
    check_titled("", "好", "□□好");
}

#[test]
fn a_paragraph_opens_with_two_empty_cells() {
    check("春天来了。", "□□春天来了。");
    check("春\n夏", "□□春 / □□夏");
    check("春\r\n夏", "□□春 / □□夏");
    check("春\n\n \n　\n夏\n", "□□春 / □□夏");
    check("　　春天", "□□春天");
    check(" \t春天\t ", "□□春天");
    check("春　天 来\t了", "□□春天来了");
    check("一二三四五六七八\n春", "□□一二三四五六七八 / □□春");
    check("一二三四五六七八九", "□□一二三四五六七八 / 九");
    check("。", "□□。");
    check("\u{0}\u{7}", "");
}

#[test]
fn no_closing_mark_begins_a_row() {
    check("一二三四五六七，八", "□□一二三四五六七， / 八");
    check("一二三四五六七八，九", "□□一二三四五六七[八，] / 九");
    check("一二三四五六七八。", "□□一二三四五六七[八。]");
    check("“一二三四五六。”七", "□□“一二三四五六[。”] / 七");
    check("“一二三四五六七。”八", "□□“一二三四五六[七。”] / 八");
    check("一二三四五六七八？！九", "□□一二三四五六七[八？！] / 九");
    check("（一二三四五六七）、八", "□□（一二三四五六[七）、] / 八");
    check("一二三四五六七八·九", "□□一二三四五六七[八·] / 九");
    check("一二三四五六七八～九", "□□一二三四五六七[八～] / 九");
    check("一二三四五六七八—九", "□□一二三四五六七八 / —九");
    check("一二三四五六七八、、、、、、", "□□一二三四五六七[八、、、、] / 、、");
    check("一二三四五六七👨‍👩‍👧‍👦。”", "□□一二三四五六七[👨‍👩‍👧‍👦。”]");
}

#[test]
fn no_opening_mark_ends_a_row() {
    check("一二三四五六七“八”", "□□一二三四五六七 / “八”");
    check("一二三四五六：“八”", "□□一二三四五六： / “八”");
    check("一二三四五六七八“九”", "□□一二三四五六七八 / “九”");
    check("一二三四五六“《八》", "□□一二三四五六 / “《八》");
    check("一二三四五六《七》", "□□一二三四五六《[七》]");
    check("一二三四五六七（", "□□一二三四五六七 / （");
    check("一二三四五六七（）", "□□一二三四五六七 / （）");
    check("一二三四五六（——八）", "□□一二三四五六 / （——八）");
    check("一二三四五六七(八)", "□□一二三四五六七 / （八）");
    check("一二三四五六「七八」", "□□一二三四五六「七 / 八」");
}

#[test]
fn a_dash_and_an_ellipsis_take_two_cells_of_one_row() {
    check("他——她", "□□他——她");
    check("他……她", "□□他……她");
    check("一二三四五六——", "□□一二三四五六——");
    check("一二三四五六七——八", "□□一二三四五六七 / ——八");
    check("一二三四五六七……八", "□□一二三四五六七 / ……八");
    check("一二三四五六七八……九", "□□一二三四五六七八 / ……九");
    check("一二三四五六……。", "□□一二三四五六…[…。]");
    check("一二三四五六七⋯⋯", "□□一二三四五六七 / ⋯⋯");
    check("一二三四五六七──", "□□一二三四五六七 / ──");
    check("一二三四五———六", "□□一二三四五——— / 六");
    check("他--她", "□□他——她");
    check("他......她", "□□他……她");
    check("他...她", "□□他…她");
    check("一二三四五六七......", "□□一二三四五六七 / ……");
    check("…", "□□…");
}

#[test]
fn question_and_exclamation_marks_share_a_cell() {
    check("好？！", "□□好[？！]");
    check("好！？", "□□好[！？]");
    check("好！！", "□□好[！！]");
    check("好！！！", "□□好[！！]！");
    check("好?!", "□□好[？！]");
    check("好！”", "□□好！”");
}

#[test]
fn two_digits_or_two_small_letters_share_a_cell() {
    check("2027年", "□□[20][27]年");
    check("100天", "□□[10]0天");
    check("第3课", "□□第3课");
    check("２０２７年", "□□[20][27]年");
    check("3.14", "□□[3.][14]");
    check("13.5米", "□□[13].5米");
    check("50%", "□□[50]%");
    check("5%", "□□[5%]");
    check("10:30到", "□□[10]:[30]到");
    check("hello", "□□[he][ll]o");
    check("AI", "□□AI");
    check("iPhone", "□□iP[ho][ne]");
    check("H2O", "□□H2O");
    check("a1", "□□a1");
    check("don't", "□□[do][n']t");
    check("COVID-19", "□□COVI[D-][19]");
    check("nu\u{308}e", "□□[nu\u{308}]e");
}

#[test]
fn a_word_or_number_is_not_torn() {
    check("一二三四五六七2027年", "□□一二三四五六七 / [20][27]年");
    check("一二三四五六2027年", "□□一二三四五六[20][27] / 年");
    check("一二三四五六七word。", "□□一二三四五六七 / [wo][rd]。");
    check("一二三四五六“2027”", "□□一二三四五六 / “[20][27]”");
    check("一二三四五六2027。", "□□一二三四五六[20][27。]");
    check("一二三四五ABCDEF", "□□一二三四五ABC / DEF");
    check("一二三四五ABC-DEFG", "□□一二三四五AB[C-] / DEFG");
    check("一二三四五六12.25.75号", "□□一二三四五六 / [12].[25].[75]号");
}

#[test]
fn spaces_stand_between_words_in_letters_only() {
    check("I am", "□□I□[am]");
    check("ab  \tcd", "□□[ab]□[cd]");
    check("2027 年 1 月", "□□[20][27]年1月");
    check("用 Rust 写", "□□用R[us]t写");
    check("ABCDE FG HI", "□□ABCDE□FG / HI");
    check("ABCD EFG HI", "□□ABCD□EFG / HI");
    check("Oh, no!", "□□Oh,[no]!");
}

#[test]
fn half_width_marks_become_chinese_ones_in_chinese() {
    check("你,好!", "□□你，好！");
    check("说:\"好.\"", "□□说：“好。”");
    check("'好'", "□□‘好’");
    check("\"一\"\"二\"", "□□“一”“二”");
    check("\"一\n\"二", "□□“一 / □□“二");
    check("一-二", "□□一-二");
    check("5~6 岁", "□□[5~]6岁");
    check("Go; go", "□□Go;[go]");
    check("\"OK\"", "□□\"OK\"");
}

#[test]
fn an_emoji_takes_one_cell() {
    check("好😀", "□□好😀");
    check("👨‍👩‍👧‍👦🇨🇳👍🏽", "□□[👨‍👩‍👧‍👦][🇨🇳][👍🏽]");
    check("1️⃣好", "□□[1️⃣]好");
    check("20℃", "□□[20]℃");
    check("𠮷〇", "□□𠮷〇");
    check("かな", "□□かな");
}

#[test]
fn a_cell_knows_where_it_begins_in_the_text() {
    let rows = rows::write("题", "　春？！\n12.5 ab", 10);
    let froms: Vec<_> = rows.iter().flatten().filter_map(|cell| cell.from).collect();
    assert_eq!(froms, [3, 6, 13, 15, 16, 18]);
}

#[test]
fn pages_are_full_of_cells() {
    let pages = |title: &str, text: &str| lay_out(title, text).pages.len();
    assert_eq!(pages("", ""), 1);
    assert_eq!(pages("", &"春".repeat(398)), 1);
    assert_eq!(pages("", &"春".repeat(399)), 2);
    assert_eq!(pages("题", &"春".repeat(378)), 1);
    assert_eq!(pages("题", &"春".repeat(379)), 2);
}

#[test]
fn a_hundred_times_the_text_takes_about_a_hundred_times_as_long() {
    let sentence = "他说：“2027 年春天——来了！” Hello, world. ";
    let time = |times: usize| {
        let text = sentence.repeat(times);
        let begun = std::time::Instant::now();
        assert!(lay_out("题", &text).pages.len() > times / 20);
        begun.elapsed()
    };
    let (short, long) = (time(200), time(20_000));
    // Time in proportion to the square would be ten thousand times as long.
    assert!(long < short * 1000, "{short:?} {long:?}");
}
