//! What is read of a table, and what is said about a faulty one.

use super::*;
use crate::bank::{Part, Reason};
use crate::gift;
use learning::Question;

const HEADINGS: [&str; 11] =
    ["编号", "题型", "题干", "选项A", "选项B", "选项C", "答案", "解析", "分值", "标签", "原文"];

fn table(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
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
