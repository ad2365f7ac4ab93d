//! What is written as GIFT is read again as it was, whatever the texts are like.
//!
//! The texts that are made are without what GIFT cannot carry (see `gift::write`): blanks at the ends, several blanks in a row in
//! plain text, carriage returns, `->` in a left side and in a word to fill in.

use formats::gift;
use learning::question::{Accepted, Choice, Format, Pair, Passage, Question, Range, Words};
use learning::{Kind, question::USUAL_SCORE};
use model::QuestionId;
use proptest::prelude::*;
use proptest::sample::select;

/// What readers of GIFT stumble over.
const HOSTILE: [&str; 46] = [
    "~",
    "=",
    "#",
    "{",
    "}",
    ":",
    "\\",
    "\n",
    "####",
    "::",
    "->",
    "→",
    "//",
    "[id:x]",
    "[tag:",
    "]",
    "%",
    "%50%",
    "％",
    "*",
    "\\*",
    "\\n",
    "[html]",
    "[plain]",
    "[moodle]",
    "$CATEGORY: x",
    "TRUE",
    "T",
    "..",
    "> 3 ALL",
    "<b>",
    "&amp;",
    "＝",
    "～",
    "｛",
    "｝",
    "：：",
    " ",
    "\t",
    "　",
    "字",
    "题目",
    "😀",
    "é",
    "a",
    "1",
];

fn raw() -> impl Strategy<Value = String> {
    let part = prop_oneof![6 => select(&HOSTILE[..]).prop_map(str::to_owned), 1 => "\\PC{1,3}"];
    prop::collection::vec(part, 1..7).prop_map(|parts| parts.concat())
}

/// Without blanks that GIFT cannot carry. A line end is written as an escape, so it is no blank.
fn carried(text: &str, format: Format) -> String {
    let mut text = text.trim_matches(|c: char| c.is_whitespace() && c != '\n').to_owned();
    while matches!(format, Format::Plain | Format::Moodle)
        && ["  ", " \t", "\t ", "\t\t"].iter().any(|two| text.contains(two))
    {
        for two in ["  ", " \t", "\t ", "\t\t"] {
            text = text.replace(two, " ");
        }
    }
    if text.is_empty() { "空".to_owned() } else { text }
}

fn text() -> impl Strategy<Value = String> {
    raw().prop_map(|text| carried(&text, Format::Plain))
}

/// A text of one line, as marks and categories have it.
fn line() -> impl Strategy<Value = String> {
    raw().prop_map(|text| {
        let text = text.replace('\n', " ").trim().to_owned();
        if text.is_empty() { "空".to_owned() } else { text }
    })
}

fn words() -> impl Strategy<Value = Words> {
    (select(&[Format::Plain, Format::Plain, Format::Html, Format::Markdown, Format::Moodle][..]), raw())
        .prop_map(|(format, text)| Words { format, text: carried(&text, format) })
}

fn maybe() -> impl Strategy<Value = Words> {
    prop_oneof![Just(Words::default()), words()]
}

/// Things of which no two have the same text.
fn different<T: std::fmt::Debug>(
    one: impl Strategy<Value = T>,
    text: impl Fn(&mut T) -> &mut String + Clone,
    least: usize,
) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(one, least..5).prop_map(move |mut all| {
        for (number, thing) in all.iter_mut().enumerate() {
            text(thing).push_str(&number.to_string());
        }
        all
    })
}

fn choice() -> impl Strategy<Value = Kind> {
    let option = (words(), select(&[0, 0, 0, 500, 333, -250, -1000][..]), maybe());
    let option = option.prop_map(|(words, weight, feedback)| Choice { words, weight, feedback });
    let options = different(option, |option: &mut Choice| &mut option.words.text, 2);
    (options, any::<bool>()).prop_map(|(mut options, several)| {
        let count = options.len();
        if several {
            let shares: &[i32] = match count {
                2 => &[1000, -500],
                3 => &[333, 667, 0],
                _ => &[143, 857, -1000, 0, 0],
            };
            options.iter_mut().zip(shares).for_each(|(option, share)| option.weight = *share);
        } else {
            options[count / 2].weight = 1000;
        }
        Kind::Choice { options, several }
    })
}

fn short() -> impl Strategy<Value = Kind> {
    let answer = (text(), select(&[1000, 500, 333, 125, 0][..]), maybe());
    let answer =
        answer.prop_map(|(text, weight, feedback)| Accepted { text: text.replace("->", "→"), weight, feedback });
    different(answer, |answer: &mut Accepted| &mut answer.text, 1).prop_map(|mut answers| {
        answers[0].weight = 1000;
        Kind::Short { answers }
    })
}

fn numerical() -> impl Strategy<Value = Kind> {
    let number = prop_oneof![-1e6..1e6, any::<i32>().prop_map(f64::from), Just(0.1), Just(1e-9), Just(1e21)];
    let range = (number, prop_oneof![Just(0.0), 0.0..1e3], select(&[1000, 500, 0][..]), maybe());
    let range = range.prop_map(|(low, more, weight, feedback)| Range { low, high: low + more, weight, feedback });
    (prop::collection::vec(range, 1..4), any::<bool>(), maybe()).prop_map(|(mut answers, rest, feedback)| {
        answers[0].weight = 1000;
        if rest {
            answers.push(Range { low: f64::MIN, high: f64::MAX, weight: 0, feedback });
        }
        Kind::Numerical { answers }
    })
}

fn matching() -> impl Strategy<Value = Kind> {
    let pair = (words(), text())
        .prop_map(|(left, right)| Pair { left: Words { text: left.text.replace("->", "→"), ..left }, right });
    let pairs = different(pair, |pair: &mut Pair| &mut pair.left.text, 2);
    (pairs, prop::option::of(text())).prop_map(|(mut pairs, odd)| {
        pairs.extend(odd.map(|right| Pair { left: Words::default(), right }));
        Kind::Matching { pairs }
    })
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        choice(),
        (any::<bool>(), maybe(), maybe()).prop_map(|(right, on_true, on_false)| Kind::TrueFalse {
            right,
            on_true,
            on_false
        }),
        short(),
        numerical(),
        matching(),
        different(words(), |words: &mut Words| &mut words.text, 2).prop_map(|items| Kind::Ordering { items }),
        Just(Kind::Essay),
        Just(Kind::Description),
    ]
}

fn question() -> impl Strategy<Value = Question> {
    let around = (words(), maybe(), maybe(), prop::collection::vec(line(), 0..3));
    let told = (
        select(&["", "甲/乙", "x // [tag:y] $ {"][..]),
        prop::option::of(line()),
        prop_oneof![Just(USUAL_SCORE), 0..9999_u32],
    );
    (kind(), around, told).prop_map(
        |(kind, (stem, stem_after, explanation, tags), (category, quote, score_hundredths))| {
            let alone = kind == Kind::Description;
            let unless_alone = |words: Words| if alone { Words::default() } else { words };
            Question {
                id: QuestionId::parse("a").unwrap_or_else(|_| unreachable!()),
                revision: String::new(),
                stem,
                stem_after: unless_alone(stem_after),
                kind,
                explanation: unless_alone(explanation),
                score_hundredths,
                tags,
                category: category.to_owned(),
                passage: quote.map(|quote| Passage { quote, block: None }),
            }
        },
    )
}

fn bank() -> impl Strategy<Value = Vec<Question>> {
    prop::collection::vec(question(), 1..4).prop_map(|mut bank| {
        for (number, question) in bank.iter_mut().enumerate() {
            question.id = QuestionId::parse(&format!("kè-1.q{number}")).unwrap_or_else(|_| unreachable!());
        }
        bank
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(bank in bank()) {
        let text = gift::write(&bank);
        let read = gift::read(&text);
        prop_assert_eq!(&read.faults, &[], "{}", text);
        let questions: Vec<Question> = read.questions.into_iter().map(|item| item.question).collect();
        prop_assert_eq!(questions, bank, "{}", text);
    }

    #[test]
    fn whatever_is_read_can_be_written(text in "[~=#{}:%/>\\[\\]a-zT0-9\\\\ \n题]{0,80}") {
        let questions: Vec<Question> = gift::read(&text).questions.into_iter().map(|item| item.question).collect();
        let again: Vec<Question> = gift::read(&gift::write(&questions)).questions.into_iter().map(|item| item.question).collect();
        prop_assert_eq!(again, questions, "{}", text);
    }
}
