//! What is read of single questions, and what is said about faulty ones.

use super::*;
use crate::bank::{Fault, Part, Reason};
use learning::Kind;
use learning::question::{Choice, Format, Question, WHOLE, Words};

fn one(text: &str) -> Question {
    let mut read = read(text);
    assert_eq!(read.faults, [], "{text}");
    assert_eq!(read.questions.len(), 1, "{text}");
    read.questions.remove(0).question
}

fn kind(body: &str) -> Kind {
    one(&format!("::a.q1::题{{{body}}}")).kind
}

/// The options, weights and feedback of a kind, in one line each.
fn lines(kind: &Kind) -> Vec<String> {
    let said = |weight: i32, text: &str, feedback: &Words| format!("{weight} {text} {}", feedback.text);
    match kind {
        Kind::Choice { options, .. } => options.iter().map(|o| said(o.weight, &o.words.text, &o.feedback)).collect(),
        Kind::Short { answers } => answers.iter().map(|a| said(a.weight, &a.text, &a.feedback)).collect(),
        Kind::Numerical { answers } => {
            answers.iter().map(|a| said(a.weight, &format!("{}..{}", a.low, a.high), &a.feedback)).collect()
        }
        Kind::Matching { pairs } => pairs.iter().map(|pair| format!("{}|{}", pair.left.text, pair.right)).collect(),
        Kind::Ordering { items } => items.iter().map(|item| item.text.clone()).collect(),
        Kind::TrueFalse { right, on_true, on_false } => vec![format!("{right} {} {}", on_true.text, on_false.text)],
        Kind::Essay => vec!["essay".to_owned()],
        Kind::Description => vec!["description".to_owned()],
    }
}

#[test]
fn every_kind_of_answer_is_read() {
    let check = |body: &str, expect: &[&str]| assert_eq!(lines(&kind(body)), expect, "{body}");
    check("~甲#不对\n=乙#对了\n~%50%丙", &["0 甲 不对", "1000 乙 对了", "500 丙 "]);
    check("~%33.33333%甲~%33.33333%乙~%33.33333%丙~%-100%丁", &["333 甲 ", "333 乙 ", "333 丙 ", "-1000 丁 "]);
    check("=五 =%50%5#用汉字", &["1000 五 ", "500 5 用汉字"]);
    check("五年#是的", &["1000 五年 是的"]);
    check("=左 -> 右\n=[html]<b>二</b> -> 两\n= -> 三", &["左|右", "<b>二</b>|两", "|三"]);
    check("#3:0.1", &["1000 2.9..3.1 "]);
    check("#1..5#好", &["1000 1..5 好"]);
    check(
        "#=3 =%50%2..4#差一点 ~#不对",
        &["1000 3..3 ", "500 2..4 差一点", &format!("0 {}..{} 不对", f64::MIN, f64::MAX)],
    );
    check("", &["essay"]);
    check("####提示", &["essay"]);
    check(r"=1\=1 ~\~\#\{\}\:\\", &["1000 1=1 ", r"0 ~#{}:\ "]);
    check("=甲 ~%100%乙", &["1000 甲 ", "1000 乙 "]);
    check("=%折 ~5%", &["1000 %折 ", "0 5% "]);
}

#[test]
fn feedback_of_true_and_false_stands_with_the_answer_that_it_is_about() {
    let check = |body: &str, expect: &str| assert_eq!(lines(&kind(body)), [expect], "{body}");
    check("TRUE", "true  ");
    check("T#错在这里#对了", "true 对了 错在这里");
    check("FALSE#错在这里#对了\n####为什么", "false 错在这里 对了");
    check("F##对了", "false  对了");
}

#[test]
fn an_ordering_question_has_one_item_a_line() {
    let read = |body: &str| {
        let question = one(&format!("::a.q1::排好。{{{body}}}"));
        (lines(&question.kind), question.explanation.text)
    };
    let items = vec!["一".to_owned(), "二 = 2".to_owned()];
    assert_eq!(read(">2 ALL VERTICAL\n一\n 二 = 2 \n####先一后二\n再三\n"), (items.clone(), "先一后二 再三".into()));
    assert_eq!(read(">\n一\n二 = 2"), (items.clone(), String::new()));
    assert_eq!(read("> random hori ALL_OR_NOTHING hide abc\r\n一\r\n二 = 2"), (items, String::new()));
}

#[test]
fn what_stands_around_the_answers_is_read() {
    let text = "$CATEGORY: 甲/乙\n\n// [tag:基础] [passage:原文] [score:2]\n::a.q1::[html]<p>题</p>{=[plain]甲 ~乙####[markdown]*因为*} 后面。";
    let question = one(text);
    let words = |format: Format, text: &str| Words { format, text: text.to_owned() };
    assert_eq!(question.id.as_str(), "a.q1");
    assert_eq!((question.stem, question.stem_after), (words(Format::Html, "<p>题</p>"), words(Format::Html, "后面。")));
    assert_eq!(question.explanation, words(Format::Markdown, "*因为*"));
    let option = |words: Words, weight: i32| Choice { words, weight, feedback: Words::default() };
    let options = vec![option(words(Format::Plain, "甲"), WHOLE), option(words(Format::Html, "乙"), 0)];
    assert_eq!(question.kind, Kind::Choice { options, several: false });
    assert_eq!((question.category.as_str(), question.score_hundredths), ("甲/乙", 200));
    assert_eq!(question.passage.unwrap().quote, "原文");
    assert_eq!(question.tags, ["基础"]);
}

#[test]
fn a_question_is_named_by_its_comment_before_its_title() {
    assert_eq!(one("// [id:a-1]\n::题目::题{T}").id.as_str(), "a-1");
    assert_eq!(one("// [id:a-1]\n题{T}// 说明").id.as_str(), "a-1");
    assert_eq!(lines(&one("::a::只是读一读。").kind), ["description"]);
}

#[test]
fn every_fault_has_its_line_and_reading_goes_on() {
    let check = |text: &str, line: usize, reason: Reason| {
        let read = read(&format!("{text}\n\n::last::好。{{T}}"));
        assert_eq!(read.faults, [Fault::new(line, reason)], "{text}");
        assert_eq!(read.questions.last().unwrap().question.id.as_str(), "last", "{text}");
    };
    check("\n题{T}", 2, Reason::NoId { proposal: "ketang-1.q1".into() });
    check("::Q 1::题{T}", 1, Reason::BadId { id: "Q 1".into(), proposal: "q-1".into() });
    check("::a::题{T}\n\n::a::题{F}", 3, Reason::SameId { id: "a".into(), first: 1 });
    check("::a::{T}", 1, Reason::EmptyStem);
    check("::a题{T}", 1, Reason::OpenTitle);
    check("::a::题{\n=甲\n~乙", 1, Reason::OpenBrace);
    check("::a::题}", 1, Reason::StrayBrace);
    check("::a::题{=甲 ~乙\n####用{}表示}", 2, Reason::StrayBrace);
    check("::a::题{甲 -> 一}", 1, Reason::StrayText { found: "甲 -> 一".into() });
    check("::a::题{甲\n=乙}", 1, Reason::StrayText { found: "甲".into() });
    check("::a::题{\n=甲\n\n~乙\n}", 3, Reason::BlankLine);
    check("::b::题{T}\n::a::题{T}", 2, Reason::NoBlankLine);
    check("// [tag:甲]", 1, Reason::LostMarks);
    check("// [score:两分]\n::a::题{T}", 1, Reason::BadScore { found: "两分".into() });
    check("::a::题{\n~%150%甲\n~乙}", 2, Reason::BadWeight { found: "150".into() });
    check("::a::题{对}", 1, Reason::BadJudgement { found: "对".into() });
    check("::a::题{#十四}", 1, Reason::BadNumber { found: "十四".into() });
    check("::a::题{#5..1}", 1, Reason::UpsideDown { low: 5.0, high: 1.0 });
    check("::a::题{\n=甲 -> 一\n=乙\n=丙 -> 三}", 3, Reason::NoArrow { found: "乙".into() });
    check("::a::题{>2 一\n二\n三}", 1, Reason::BadOrdering { found: "一".into() });
    check("::a::题{>3 ALL\n一\n二}", 1, Reason::OrderingCount { said: 3, found: 2 });
    check("::a::题{=甲 ~}", 1, Reason::EmptyOption);
    check("::a::题{=甲 -> }", 1, Reason::EmptyOption);
    check("::a::题{>1 ALL\n一}", 1, Reason::TooFew { part: Part::Items, found: 1 });
    check("::a::题{=甲 -> 一}", 1, Reason::TooFew { part: Part::Pairs, found: 1 });
    check("::a::题{=甲 ~甲}", 1, Reason::SameOption { text: "甲".into() });
    check("::a::题{~甲 ~乙}", 1, Reason::NoRightAnswer);
    check("::a::题{~%50%甲 ~%25%乙}", 1, Reason::Weights { thousandths: 750 });
}

#[test]
fn full_width_signs_are_told() {
    let check = |text: &str, line: usize, found: &'static str, meant: &'static str| {
        assert_eq!(read(text).faults, [Fault::new(line, Reason::FullWidth { found, meant })], "{text}");
    };
    check("：：a：：题{T}", 1, "：：", "::");
    check("::a：：题{T}", 1, "：：", "::");
    check("::a::题\n｛T｝", 2, "｛", "{");
    check("::a::题{T｝", 1, "｝", "}");
    check("::a::题{\n＝甲\n～乙\n}", 2, "＝", "=");
    check("::a::题{\n=甲\n～乙\n}", 3, "～", "~");
    check("::a::题{＃3}", 1, "＃", "#");
    check("::a::题{＞3\n甲\n乙}", 1, "＞", ">");
    check("::a::题{\n~％50％甲\n~乙}", 2, "％", "%");
    check("::a::题{\n=甲 → 一\n=乙 → 二}", 2, "→", "->");
    check("$CATEGORY：甲\n\n::a::题{T}", 1, "：", ":");
    check("// [tag：甲]\n::a::题{T}", 1, "：", ":");
}

#[test]
fn every_fault_is_said_in_both_languages() {
    let fault = Fault::new(3, Reason::NoId { proposal: "a.q2".into() });
    assert_eq!(fault.what().zh, "这道题没有编号。");
    assert_eq!(fault.mend().zh, "在题目开头写上 ::a.q2::；编号定下就不要再改。");
    assert!(fault.mend().en.contains("::a.q2::") && fault.is_error());
    assert!(!read("").faults[0].is_error());
}

#[test]
fn the_form_that_is_written_is_the_one_that_authors_write() {
    let text = "\
$CATEGORY: 社区/自治

// [tag:基础] [passage:自我管理] [score:1.50]
::a.q1::居委会是什么？{
~机关#不是。
=组织
####因为。
}

::a.q2::哪些？{
~%33.33333%甲
~%-50%乙
~%66.66667%丙
}

::a.q3::对不对。{FALSE#不对#对}

::a.q4::每届任期{
=%100%%五
=%50%5
} 年。

::a.q5::排好。{>2 ALL VERTICAL
一
二
####先一后二
}

::a.q6::说说看。{}

::a.q7::读一读。
";
    let read = read(text);
    assert_eq!(read.faults, []);
    assert_eq!(write(&read.questions.into_iter().map(|item| item.question).collect::<Vec<_>>()), text);
}
