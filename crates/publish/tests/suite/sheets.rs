//! Spreadsheets are read as they are seen, whatever program made them (`tests/sheets`), or it is said what cannot be.

use crate::support::Folder;
use learning::Kind;
use publish::content;
use publish::fault::Language;

const HEADINGS: &str = "编号,题型,题干,答案\n";

/// A portal with a bank that is a file of `tests/sheets`.
fn sheet(name: &str) -> Folder {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets").join(name);
    Folder::portal().with("questions/b.xlsx", std::fs::read(path).unwrap())
}

fn text(text: &str) -> Folder {
    Folder::portal().with("questions/b.csv", text)
}

/// What became of the rows, and exactly these faults, which begin so.
#[track_caller]
fn check(folder: &Folder, tally: &str, faults: &[&str]) {
    let read = content::read(folder.path());
    let said: Vec<String> = read.faults.iter().map(|fault| fault.say(Language::Chinese)).collect();
    let fits = said.len() == faults.len() && said.iter().zip(faults).all(|(said, expect)| said.starts_with(expect));
    assert!(fits, "expected {faults:#?}, not {said:#?}");
    assert_eq!(read.tables.iter().map(|(_, said)| said.zh.as_str()).collect::<Vec<_>>(), [tally]);
}

/// The texts of the options of the first question, and the answers that are wholly right.
fn first(folder: &Folder) -> (Vec<String>, Vec<String>) {
    let content = folder.content();
    match &content.banks[0].bank.questions[0].kind {
        Kind::Choice { options, .. } => {
            let text = |option: &learning::question::Choice| option.words.text.clone();
            (options.iter().map(text).collect(), options.iter().filter(|one| one.weight > 0).map(text).collect())
        }
        Kind::Short { answers } => (Vec::new(), answers.iter().map(|answer| answer.text.clone()).collect()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_cell_says_what_it_shows() {
    let one = "工作表“题”，栏名在第 1 行，下面 1 行读成 1 题。";
    check(&sheet("date-fill.xlsx"), one, &[]);
    assert_eq!(first(&sheet("date-fill.xlsx")).1, ["3月5日"]);
    check(&sheet("shown-otherwise.xlsx"), one, &[]);
    assert_eq!(first(&sheet("shown-otherwise.xlsx")).0, ["3月5日", "50%", "007", "8:30"]);
    let both = "questions/b.xlsx:2: 提醒：第 2 行“答案”一栏：“A”可以指选项A，也可以指选项B；这里算作选项A。";
    check(&sheet("letter-is-an-option.xlsx"), one, &[both]);
    assert_eq!(first(&sheet("letter-is-an-option.xlsx")).1, ["B"]);
}

#[test]
fn merged_cells_hold_for_their_rows_and_one_sheet_is_read() {
    check(&sheet("merged-kind.xlsx"), "工作表“题”，栏名在第 1 行，下面 2 行读成 2 题。", &[]);
    let other = "questions/b.xlsx: 提醒：工作表“单选”里也像是题，没有读；只读了“题”。";
    check(&sheet("second-sheet.xlsx"), "工作表“题”，栏名在第 1 行，下面 1 行读成 1 题。", &[other]);
}

#[test]
fn what_openpyxl_writes_is_read_as_it_is_seen() {
    let passed = "栏名上面略过 1 行，隐藏着没有读的 1 行，工作表“说明”没有读。";
    let hidden = "questions/b.xlsx:5: 提醒：第 5 行是隐藏的，没有读。";
    let clean = sheet("openpyxl.xlsx");
    check(&clean, &format!("工作表“自测题”，栏名在第 3 行，下面 2 行读成 2 题，{passed}"), &[hidden]);
    let (options, right) = first(&clean);
    assert_eq!(options, ["3月5日", "8时30分", "1/2", "1,234.50"], "in a workbook that counts from 1904");
    assert_eq!(right, ["3月5日"]);
    let faults = [
        hidden,
        "questions/b.xlsx:7: 错误：第 7 行“答案”一栏：单元格 H7 是公式，文件里没有存下它现在的结果。",
        "questions/b.xlsx:8: 错误：第 8 行“答案”一栏：单元格 H8 是错误值 #N/A。",
        "questions/b.xlsx:9: 错误：第 9 行“答案”一栏：单元格 H9 的数字格式“[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"”这里读不了",
    ];
    let tally = format!("工作表“自测题”，栏名在第 3 行，下面 5 行读成 2 题，没有读成的 3 行，{passed}");
    check(&sheet("openpyxl-odd.xlsx"), &tally, &faults);
    // Saved by LibreOffice, the formula has its result.
    let tally = format!("工作表“自测题”，栏名在第 3 行，下面 5 行读成 3 题，没有读成的 2 行，{passed}");
    let of_numerals = "questions/b.xlsx:9: 错误：第 9 行“答案”一栏：单元格 H9 的数字格式“[$-1E000804]";
    check(&sheet("libreoffice.xlsx"), &tally, &[hidden, faults[2], of_numerals]);
}

#[test]
fn what_xlsxwriter_writes_is_read_as_it_is_seen() {
    let hidden = "questions/b.xlsx:1: 提醒：I 栏是隐藏的，没有读。";
    let clean = sheet("xlsxwriter.xlsx");
    check(&clean, "工作表“题”，栏名在第 1 行，下面 4 行读成 4 题。", &[hidden]);
    let (options, right) = first(&clean);
    assert_eq!(options, ["星期四", "1.2万", "下午6时00分", "007"]);
    assert_eq!(right, ["007"]);
    let questions = &clean.content().banks[0].bank.questions;
    assert!(questions[0].score_hundredths == 200 && questions[0].explanation.is_empty());
    let no_result = "questions/b.xlsx:3: 错误：第 3 行“答案”一栏：单元格 H3 是公式，文件里没有存下它现在的结果。";
    let tally = "工作表“题”，栏名在第 1 行，下面 4 行读成 3 题，没有读成的 1 行。";
    check(&sheet("xlsxwriter-formula.xlsx"), tally, &[hidden, no_result]);
}

#[test]
fn what_pandas_writes_is_read_as_it_is_seen() {
    let index = "questions/b.xlsx:1: 提醒：A 栏有内容，却没有栏名，这一栏没有读。";
    check(&sheet("pandas.xlsx"), "工作表“Sheet1”，栏名在第 1 行，下面 2 行读成 2 题。", &[index]);
    assert_eq!(first(&sheet("pandas.xlsx")).1, ["2026-03-05 00:00:00"]);
}

#[test]
fn tables_as_text_are_read_with_a_title_and_a_sign_and_swallow_nothing() {
    let at = |row: usize| format!("栏名在第 {row} 行，下面 1 行读成 1 题");
    check(&text(&format!("{HEADINGS}l,判断,甲,对\n")), &format!("{}。", at(1)), &[]);
    check(
        &text(&format!("第一单元自测题,,,\n{HEADINGS}m,判断,甲,对\n")),
        &format!("{}，栏名上面略过 1 行。", at(2)),
        &[],
    );
    check(&text(&format!("sep=,\n{HEADINGS}l,判断,甲,对\n")), &format!("{}。", at(2)), &[]);
    let open = "编号,题型,题干,答案,解析\nj,判断,甲,对,\"没有关\nk,判断,乙,错,\n";
    let fault = "questions/b.csv:2: 错误：这一行里有一个半角引号没有关上";
    check(&text(open), "栏名在第 1 行，下面 2 行读成 2 题。", &[fault]);
    let closed = open.replace("乙,错,", "乙,错,\"");
    let swallowed = "questions/b.csv:2: 错误：第 2 行“解析”一栏：这一格里还有下面的整行题目：引号没有成对。";
    check(&text(&closed), "栏名在第 1 行，下面 1 行读成 0 题，没有读成的 1 行。", &[swallowed]);
    let full = Folder::portal().with("questions/b.csv", "编号，题型，题干，答案\nx，判断，题，对\n");
    assert!(
        full.said(Language::Chinese)[0].starts_with("questions/b.csv: 错误：栏名之间是全角逗号"),
        "{:?}",
        full.said(Language::Chinese)
    );
}

#[test]
fn banks_that_count_from_one_are_told_once() {
    let rows = format!("{HEADINGS}1,判断,甲,对\n2,判断,乙,错\n");
    let folder = Folder::portal().with("questions/a.csv", &rows).with("questions/b.csv", &rows);
    let said = folder.said(Language::Chinese);
    let expect = "questions/b.csv:2: 错误：题目的编号“1”已经被 questions/a.csv 用了，这样的一共 2 个";
    assert!(said.len() == 1 && said[0].starts_with(expect) && said[0].contains("如 b.1；"), "{said:?}");
}
