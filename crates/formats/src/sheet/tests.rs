//! What is read of a table, and what is said about a faulty one.

use super::*;
use crate::bank::{Part, Reason};
use crate::gift;
use learning::Question;

const HEADINGS: [&str; 11] =
    ["编号", "题型", "题干", "选项A", "选项B", "选项C", "答案", "解析", "分值", "标签", "原文"];

fn table(rows: &[&[&str]]) -> Table {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect::<Vec<Vec<String>>>().into()
}

fn read(table: &Table) -> Read {
    super::read(table).0
}

fn one(kind: &str, options: [&str; 3], answer: &str) -> Read {
    let [a, b, c] = options;
    read(&table(&[&HEADINGS, &["x.q1", kind, "题", a, b, c, answer, "", "", "", ""]]))
}

/// The question as GIFT, without its id and stem.
fn answers(read: Read) -> String {
    assert_eq!(read.faults, []);
    let questions: Vec<Question> = read.questions.into_iter().map(|item| item.question).collect();
    gift::write(&questions).trim().trim_start_matches("::x.q1::题").replace('\n', " ")
}

#[test]
fn every_kind_is_read() {
    let check = |kind: &str, options: [&str; 3], answer: &str, expect: &str| {
        assert_eq!(answers(one(kind, options, answer)), expect, "{kind} {answer}");
    };
    check("单选", ["甲", "乙", "丙"], "B", "{ ~甲 =乙 ~丙 }");
    check("单选题", ["甲", "", "丙"], " ｃ ", "{ ~甲 =丙 }");
    check("单项选择题", ["甲", "乙", ""], "乙", "{ ~甲 =乙 }");
    check("多选", ["甲", "乙", "丙"], "AC", "{ ~%50%甲 ~%-50%乙 ~%50%丙 }");
    check("多选题", ["甲", "乙", "丙"], "A，b、Ｃ", "{ ~%33.33333%甲 ~%33.33333%乙 ~%33.33333%丙 }");
    for right in ["对", "正确", "√", "T", "ｔｒｕｅ"] {
        check("判断", ["", "", ""], right, "{TRUE}");
    }
    for wrong in ["错", "错误", "×", "x", "F"] {
        check("判断题", ["", "", ""], wrong, "{FALSE}");
    }
    check("填空", ["", "", ""], "五|5 ｜五年", "{ =五 =5 =五年 }");
    check("数值", ["", "", ""], "14", "{# =14 }");
    check("数值", ["", "", ""], "１４±0.5", "{# =13.5..14.5 }");
    check("数值题", ["", "", ""], "10..20", "{# =10..20 }");
    check("数值", ["", "", ""], "-10～20|30", "{# =-10..20 =30 }");
    check("匹配", ["左=右", "上 -> 下", "＝里"], "", "{ =左 -> 右 =上 -> 下 = -> 里 }");
    check("排序", ["甲", "乙", "丙"], "", "{>3 ALL VERTICAL 甲 乙 丙 }");
    check("排序题", ["甲", "乙", "丙"], "CAB", "{>3 ALL VERTICAL 丙 甲 乙 }");
    check("问答", ["", "", ""], "想到两点就好", "{ ####想到两点就好 }");
    check("说明", ["", "", ""], "", "");
}

#[test]
fn headings_stand_in_any_order_and_have_other_names() {
    let rows = table(&[
        &["\u{feff}题目", "正确答案", "选项ｂ", " 选项 a", "标识", "题型", "答案解析", "分数", "标签", "原文"],
        &["哪个？", "A", "乙", "甲", "x.q1", "单选", "因为", "1.5分", "基础、难;近", "课文的话"],
        &["", " ", "", "", "", "", "", "", "", ""],
        &["对吗？", "对", "", "", "x.q2", "判断"],
    ]);
    let read = read(&rows);
    assert_eq!(read.faults, []);
    assert_eq!(read.questions.iter().map(|item| item.line).collect::<Vec<_>>(), [2, 4]);
    let first = &read.questions[0].question;
    assert_eq!(
        gift::write(std::slice::from_ref(first)),
        "// [tag:基础] [tag:难] [tag:近] [passage:课文的话] [score:1.50]\n::x.q1::哪个？{\n=甲\n~乙\n####因为\n}\n"
    );
}

#[test]
fn faults_name_the_row_and_the_column() {
    let check = |kind: &str, options: [&str; 3], answer: &str, column: &str, reason: Reason| {
        assert_eq!(one(kind, options, answer).faults, [Fault::in_column(2, column, reason)], "{kind} {answer}");
    };
    let (none, three) = (["", "", ""], ["甲", "乙", "丙"]);
    check("", none, "", "题型", Reason::EmptyCell);
    check("选做", none, "", "题型", Reason::BadKind { found: "选做".into() });
    check("单选", three, "D", "答案", Reason::BadLetter { found: "D".into() });
    check("单选", three, "AB", "答案", Reason::NotOne { found: 2 });
    check("单选", three, "", "答案", Reason::EmptyCell);
    check("单选", ["甲", "", ""], "A", "选项A", Reason::TooFew { part: Part::Options, found: 1 });
    check("多选", ["甲", "甲", ""], "A", "选项A", Reason::SameOption { text: "甲".into() });
    check("判断", none, "也许", "答案", Reason::BadJudgement { found: "也许".into() });
    check("填空", none, "|", "答案", Reason::NoRightAnswer);
    check("数值", none, "约14", "答案", Reason::BadNumber { found: "约14".into() });
    check("数值", none, "20..10", "答案", Reason::UpsideDown { low: 20.0, high: 10.0 });
    check("匹配", ["左=右", "上下", ""], "", "选项B", Reason::NoArrow { found: "上下".into() });
    check("排序", three, "AB", "答案", Reason::BadOrder { found: "AB".into() });
    let said = one("单选", three, "D").faults.remove(0);
    assert_eq!(said.what().zh, "第 2 行“答案”一栏：没有“D”这个选项。");
}

#[test]
fn faulty_headings_are_told() {
    let check = |headings: &[&str], faults: &[Fault]| assert_eq!(read(&table(&[headings])).faults, faults);
    let odd = |name: &str, nearest: Option<&'static str>| Fault::in_column(1, name, Reason::OddColumn { nearest });
    check(&["编号", "题型", "题干", "答案", "备注"], &[odd("备注", None)]);
    check(&["编号", "题型", "题干", "答案", "正确答按"], &[odd("正确答按", Some("答案"))]);
    check(&["编号", "题型", "题干"], &[Fault::new(1, Reason::NoColumn { name: "答案" })]);
    let same = Fault::in_column(1, "题目", Reason::SameColumn { name: "题干" });
    check(&["编号", "题型", "题干", "题目", "答案"], &[same]);
}

#[test]
fn ids_and_scores_are_looked_at() {
    let row = |id: &'static str, score: &'static str| [id, "判断", "题", "", "", "", "对", "", score, "", ""];
    let (a, b, c) = (row("x.q1", ""), row("", "二"), row("x.q1", "2"));
    let read = read(&table(&[&HEADINGS, &a, &b, &c]));
    assert_eq!(read.questions.len(), 1);
    let expect = [
        Fault::in_column(3, "编号", Reason::NoId { proposal: "x.q2".into() }),
        Fault::in_column(3, "分值", Reason::BadScore { found: "二".into() }),
        Fault::new(4, Reason::SameId { id: "x.q1".into(), first: 2 }),
    ];
    assert_eq!(read.faults, expect);
    assert_eq!(read.faults[0].mend().zh, "在“编号”一栏写上 x.q2；编号定下就不要再改。");
}

const FOUR: [&str; 4] = ["编号", "题型", "题干", "答案"];

#[test]
fn headings_stand_below_a_title() {
    let check = |above: &[&[&str]], row: usize| {
        let question: &[&[&str]] = &[&FOUR, &["x", "判断", "题", "对"]];
        let (read, tally) = super::read(&table(&[above, question].concat()));
        assert_eq!(read.faults, [], "{above:?}");
        assert_eq!(read.questions.iter().map(|item| item.line).collect::<Vec<_>>(), [row + 1]);
        let told = above.iter().filter(|cells| !cells.is_empty()).count();
        assert_eq!(tally, Tally { headings: row, above: told, rows: 1, hidden: 0 });
    };
    check(&[], 1);
    check(&[&["第一单元自测题"]], 2);
    check(&[&["第一单元", "", "", ""], &[], &["说明", "题型写单选或判断"], &["2026年"]], 5);
    let deep = table(&[&["一"], &["二"], &["三"], &["四"], &["五"], &FOUR, &["x", "判断", "题", "对"]]);
    assert!(read(&deep).faults.contains(&Fault::new(1, Reason::NoColumn { name: "题干" })));
    // Headings in two rows: the lower one names more.
    let mut two = table(&[
        &["编号", "题型", "题干", "选项", "", "答案"],
        &["", "", "", "A", "B", ""],
        &["x", "单选", "题", "甲", "乙", "B"],
    ]);
    two.merged = [0, 1, 2, 5].map(|column| Area { top: 0, left: column, bottom: 1, right: column }).into();
    two.merged.push(Area { top: 0, left: 3, bottom: 0, right: 4 });
    assert_eq!(answers_of(&two), "::x::题{ ~甲 =乙 }");
}

/// The questions as GIFT, in one line.
fn answers_of(table: &Table) -> String {
    let read = read(table);
    assert_eq!(read.faults, []);
    let questions: Vec<Question> = read.questions.into_iter().map(|item| item.question).collect();
    gift::write(&questions).trim().replace('\n', " ")
}

#[test]
fn what_questions_share_may_be_merged_downwards() {
    let headings: [&str; 5] = ["编号", "题型", "题干", "答案", "标签"];
    let plain =
        table(&[&headings, &["x", "判断", "一", "对", "甲"], &["y", "", "二", "错", ""], &["z", "", "三", "对", ""]]);
    let merged = |areas: &[[usize; 4]]| {
        let area =
            |[top, left, bottom, right]: &[usize; 4]| Area { top: *top, left: *left, bottom: *bottom, right: *right };
        Table { merged: areas.iter().map(area).collect(), ..plain.clone() }
    };
    let shared = read(&merged(&[[1, 1, 3, 1], [1, 4, 9, 4]]));
    assert_eq!(shared.faults, []);
    assert!(shared.questions.iter().all(|item| item.question.tags == ["甲"]) && shared.questions.len() == 3);
    let fault = |column: &str, area: &str| Fault::in_column(2, column, Reason::Merged { area: area.into() });
    let kind = [1, 1, 3, 1];
    assert_eq!(read(&merged(&[kind, [1, 0, 2, 0]])).faults, [fault("编号", "A2:A3")]);
    assert_eq!(read(&merged(&[kind, [1, 3, 3, 3]])).faults, [fault("答案", "D2:D4")]);
    assert_eq!(read(&merged(&[kind, [1, 2, 1, 3]])).faults, [fault("题干", "C2:D2")]);
    assert_eq!(read(&merged(&[kind, [1, 2, 2, 2]])).questions.len(), 1, "the other rows are read");
    assert_eq!(read(&merged(&[[1, 1, 2, 1]])).faults, [Fault::in_column(4, "题型", Reason::EmptyCell)]);
    let mut wide = table(&[&HEADINGS, &["x.q1", "判断", "题", "", "", "", "对"]]);
    wide.merged = vec![Area { top: 1, left: 2, bottom: 1, right: 5 }];
    assert_eq!(read(&wide).faults, [], "a stem in the room of the options");
    // A row that was only made higher.
    let mut high = table(&[&FOUR, &["x", "判断", "一", "对"], &[], &["y", "判断", "二", "错"]]);
    high.merged = (0..4).map(|column| Area { top: 1, left: column, bottom: 2, right: column }).collect();
    assert_eq!(read(&high).faults, []);
}

#[test]
fn what_nobody_sees_is_not_read_and_told() {
    let mut hidden = table(&[
        &["编号", "题型", "题干", "答案", "解析"],
        &["x", "判断", "一", "对", "甲"],
        &["y", "坏"],
        &["z", "坏"],
        &[],
    ]);
    hidden.hidden_rows = [2, 3, 4].into();
    hidden.hidden_columns = [4, 7].into();
    let (read, tally) = super::read(&hidden);
    let rows = Fault::new(3, Reason::HiddenRows { rows: vec![3, 4] });
    assert_eq!(read.faults, [Fault::new(1, Reason::HiddenColumns { columns: vec!["E".into()] }), rows.clone()]);
    assert_eq!(tally, Tally { headings: 1, above: 0, rows: 1, hidden: 2 });
    assert!(read.questions[0].question.explanation.is_empty() && !rows.is_error());
    assert_eq!(rows.what().zh, "第 3～4 行是隐藏的，没有读。");
    let nameless = read_of(&[&FOUR, &["x", "判断", "一", "对", "", "谁写的？"]]);
    assert_eq!(nameless, [Fault::new(1, Reason::NoHeading { columns: vec!["F".into()] })]);
}

fn read_of(rows: &[&[&str]]) -> Vec<Fault> {
    read(&table(rows)).faults
}

#[test]
fn a_cell_that_does_not_show_what_it_holds_is_named() {
    let mut odd =
        table(&[&["编号", "题型", "题干", "答案", "备注"], &["x", "填空", "题", "", ""], &["y", "判断", "题", "对"]]);
    odd.rows[1][3] = Cell::Odd(Odd::ErrorValue { found: "#N/A".into() });
    odd.rows[1][4] = Cell::Odd(Odd::NoResult);
    let read = read(&odd);
    let said: Vec<String> = read.faults.iter().filter(|fault| fault.is_error()).map(|fault| fault.what().zh).collect();
    assert_eq!(said, ["第 2 行“答案”一栏：单元格 D2 是错误值 #N/A。"], "a column that is not read says nothing");
    assert_eq!(read.questions.len(), 1);
}

#[test]
fn a_cell_that_swallowed_rows_is_told() {
    let rows: &[&[&str]] =
        &[&["编号", "题型", "题干", "答案", "解析"], &["x", "判断", "一", "对", "没有关\ny,判断,二,错,"]];
    assert_eq!(read_of(rows), [Fault::in_column(2, "解析", Reason::SwallowedRow)]);
    assert_eq!(read_of(&[&FOUR, &["x", "判断", "一\n二,三\n判断", "对"]]), []);
}

#[test]
fn of_two_readings_letters_are_taken_and_it_is_told() {
    let check = |kind: &str, options: [&str; 3], answer: &str, expect: &str, told: Option<(&str, &'static str)>| {
        let mut read = one(kind, options, answer);
        let reason =
            told.map(|(taken, other)| Reason::TwoReadings { found: answer.into(), taken: taken.into(), other });
        let expected: Vec<_> = reason.into_iter().map(|reason| Fault::in_column(2, "答案", reason)).collect();
        assert_eq!(std::mem::take(&mut read.faults), expected, "{kind} {answer}");
        assert_eq!(answers(read), expect, "{kind} {answer}");
    };
    check("单选", ["B", "A", ""], "A", "{ =B ~A }", Some(("选项A", "选项B")));
    check("单选", ["B", "A", ""], "ａ", "{ =B ~A }", None);
    check("单选", ["A", "B", "C"], "B", "{ ~A =B ~C }", None);
    check("单选", ["BAC", "甲", ""], "BAC", "{ =BAC ~甲 }", None);
    check("多选", ["甲", "乙", "AB"], "AB", "{ ~%50%甲 ~%50%乙 ~%-50%AB }", Some(("选项A、选项B", "选项C")));
    check("单选", ["2", "1", ""], "1", "{ ~2 =1 }", Some(("选项B", "选项A")));
    check("单选", ["1", "2", ""], "1", "{ =1 ~2 }", None);
    check("单选", ["4", "5", ""], "5", "{ ~4 =5 }", None);
    check("单选", ["甲", "乙", ""], "（Ｂ）", "{ ~甲 =乙 }", None);
    check("判断", ["错误", "正确", ""], "Ｂ", "{TRUE}", None);
    check("判断", ["正确", "错误", ""], "√", "{TRUE}", None);
}
