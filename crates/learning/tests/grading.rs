//! What answers of every kind are worth, and what is said to them.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

#[path = "support/question.rs"]
mod support;

use learning::grade::{Key, feedback, grade, key, parts};
use learning::question::{Accepted, Choice, Pair, Range};
use learning::{Answer, Kind, Question, Words};
use proptest::prelude::*;
use support::question;

fn choice(several: bool, weights: &[i32]) -> Question {
    let option = |(place, weight): (usize, &i32)| Choice {
        words: Words::plain(&place.to_string()),
        weight: *weight,
        feedback: Words::plain(&format!("said of {place}")),
    };
    question(Kind::Choice { options: weights.iter().enumerate().map(option).collect(), several })
}

fn short(texts: &[(&str, i32)]) -> Question {
    let accepted = |(text, weight): &(&str, i32)| Accepted {
        text: (*text).to_owned(),
        weight: *weight,
        feedback: Words::plain(text),
    };
    question(Kind::Short { answers: texts.iter().map(accepted).collect() })
}

fn numerical(ranges: &[(f64, f64, i32)]) -> Question {
    let range = |(low, high, weight): &(f64, f64, i32)| Range {
        low: *low,
        high: *high,
        weight: *weight,
        feedback: Words::default(),
    };
    question(Kind::Numerical { answers: ranges.iter().map(range).collect() })
}

fn matching(pairs: &[(&str, &str)]) -> Question {
    let pair = |(left, right): &(&str, &str)| Pair { left: Words::plain(left), right: (*right).to_owned() };
    question(Kind::Matching { pairs: pairs.iter().map(pair).collect() })
}

fn ordering(items: &[&str]) -> Question {
    question(Kind::Ordering { items: items.iter().map(|item| Words::plain(item)).collect() })
}

fn earned(question: &Question, answer: &Answer) -> u16 {
    grade(question, answer).earned
}

fn filled(text: &str) -> Answer {
    Answer::Filled(text.to_owned())
}

#[test]
fn one_option_earns_its_weight() {
    let question = choice(false, &[1_000, 0, 500, -250]);
    let check = |chosen: &[u16], expect| assert_eq!(earned(&question, &Answer::Chosen(chosen.to_vec())), expect);
    check(&[0], 1_000);
    check(&[1], 0);
    check(&[2], 500);
    check(&[3], 0);
    check(&[], 0);
    check(&[0, 2], 0);
    check(&[9], 0);
}

#[test]
fn several_options_earn_the_sum_and_choosing_everything_never_all() {
    let check = |weights: &[i32], chosen: &[u16], expect| {
        let question = choice(true, weights);
        assert_eq!(earned(&question, &Answer::Chosen(chosen.to_vec())), expect, "{weights:?} {chosen:?}");
    };
    check(&[500, 500, -500, -500], &[0, 1], 1_000);
    check(&[500, 500, -500, -500], &[0], 500);
    check(&[500, 500, -500, -500], &[0, 1, 2], 500);
    check(&[500, 500, -500, -500], &[0, 1, 2, 3], 0);
    check(&[500, 500, -500, -500], &[], 0);
    // Thirds.
    check(&[333, 333, 333, -1_000], &[0, 1, 2], 1_000);
    check(&[333, 333, 333, -1_000], &[2, 1, 0, 0], 1_000);
    check(&[333, 333, 333, -1_000], &[0, 1], 666);
    // An author who forgot to take anything away.
    check(&[500, 500, 0, 0], &[0, 1, 2, 3], 0);
    check(&[500, 500, 0, 0], &[0, 1, 2], 500);
    check(&[500, 500, -1, -1], &[0, 1, 2, 3], 998);
    check(&[1_000, 1_000, -1], &[0, 1, 2], 999);
    check(&[0, 0], &[0, 1], 0);
    check(&[500, 500], &[0, 7], 0);
}

#[test]
fn words_are_compared_as_a_reader_compares_them() {
    let check = |accepted: &str, answers: &[&str], expect| {
        let question = short(&[(accepted, 1_000)]);
        for answer in answers {
            assert_eq!(earned(&question, &filled(answer)), expect, "{accepted} {answer}");
        }
    };
    check("三会一课", &["三會一課", " 三会 一课 ", "“三会一课”。", "三会一课！", "《三会一课》"], 1_000);
    check("三会一课", &["", "三会", "三会一课制度", "。"], 0);
    check("COVID-19", &["covid-19", "ＣＯＶＩＤ－１９", "Covid - 19"], 1_000);
    check("COVID-19", &["covid19"], 0);
    check("《宪法》", &["宪法", "憲法"], 1_000);
    check("?", &["？"], 1_000);
    check("居民*自治*", &["居民自治", "居民的自治制度", "居民 自治。"], 1_000);
    check("居民*自治*", &["自治居民", "居民"], 0);
    check("*法", &["宪法", "憲法。", "法"], 1_000);
    check("*", &["什么都行"], 1_000);
    check("*", &["", "  "], 0);
    check("a*a", &["a"], 0);
    check(r"3\*4", &["3*4", "３＊４"], 1_000);
    check(r"3\*4", &["3x4"], 0);
}

#[test]
fn the_best_accepted_text_that_fits_counts_and_speaks() {
    let question = short(&[("*", 0), ("党*", 500), ("党章", 1_000)]);
    let check = |text: &str, expect: u16, said: &str| {
        assert_eq!(earned(&question, &filled(text)), expect, "{text}");
        assert_eq!(feedback(&question, &filled(text)), [&Words::plain(said)], "{text}");
    };
    check("黨章", 1_000, "党章");
    check("党规", 500, "党*");
    check("别的", 0, "*");
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let check = |number: f64, texts: &[&str]| {
        let question = numerical(&[(number, number, 1_000)]);
        for text in texts {
            assert_eq!(earned(&question, &filled(text)), 1_000, "{number} {text}");
        }
    };
    check(
        14.0,
        &[
            "14",
            "１４",
            " 14 ",
            "十四",
            "14岁",
            "14 周岁",
            "十四歲",
            "14.0",
            "第14条",
            "第十四条",
            "014",
            "+14",
            "14。",
        ],
    );
    check(120.0, &["120", "一百二十", "一百二", "壹佰贰拾", "一百二十个"]);
    check(2.0, &["两", "兩", "二", "两个", "2 km/h"]);
    check(2026.0, &["二〇二六", "2026年", "二零二六年", "2,026", "二千零二十六"]);
    check(15_000.0, &["一万五", "一萬五千", "1.5万", "15,000元", "１５，０００"]);
    check(120_000_000.0, &["1.2亿", "一亿二千万", "一億兩千萬人"]);
    check(1_000_000_000_000.0, &["一万亿", "1万亿"]);
    check(10_005.0, &["一万零五"]);
    check(110.0, &["一百一", "一百一十"]);
    check(50.0, &["50%", "５０％", "百分之五十", "50"]);
    check(3.5, &["3.5", "三点五", "三点五米", "3。5"]);
    check(-5.0, &["-5", "－5", "负五", "−5℃"]);
    check(5.0, &["5千克", "五千克", "5公斤"]);
    check(5_000.0, &["5千克", "五千米", "5千", "五千"]);
    check(3.0, &["三点", "3点"]);
}

#[test]
fn what_is_no_number_or_more_than_one_earns_nothing() {
    let question = numerical(&[(0.0, 1_000_000.0, 1_000)]);
    for text in [
        "",
        "岁",
        "5±1",
        "14或15",
        "十四或十五",
        "1,5",
        "1,2345",
        "1.2.3",
        "1e3",
        "万",
        "百",
        "两个半",
        "1/2",
        ".",
        ",",
        "-",
        "第",
    ] {
        assert_eq!(earned(&question, &filled(text)), 0, "{text}");
    }
}

#[test]
fn the_limits_of_a_range_belong_to_it() {
    let question = numerical(&[(2.345 - 0.0005, 2.345 + 0.0005, 1_000), (2.0, 3.0, 500)]);
    let check = |text: &str, expect| assert_eq!(earned(&question, &filled(text)), expect, "{text}");
    check("2.3455", 1_000);
    check("2.3445", 1_000);
    check("2.346", 500);
    check("两", 500);
    check("3.01", 0);
}

#[test]
fn a_sentence_is_right_or_not() {
    let question = question(Kind::TrueFalse { right: false, on_true: Words::plain("no"), on_false: Words::default() });
    assert_eq!(earned(&question, &Answer::Judged(false)), 1_000);
    assert_eq!(earned(&question, &Answer::Judged(true)), 0);
    assert_eq!(feedback(&question, &Answer::Judged(true)), [&Words::plain("no")]);
    assert!(feedback(&question, &Answer::Judged(false)).is_empty());
}

#[test]
fn pairs_earn_their_share() {
    let question = matching(&[("火警", "119"), ("报警", "110"), ("", "122"), ("求助", "110")]);
    let check = |matched: &[Option<u16>], expect| {
        assert_eq!(earned(&question, &Answer::Matched(matched.to_vec())), expect, "{matched:?}");
    };
    check(&[Some(0), Some(1), Some(3)], 1_000);
    check(&[Some(0), Some(3), Some(1)], 1_000);
    check(&[Some(0), Some(1), Some(2)], 666);
    check(&[Some(0), None, None], 333);
    check(&[None, None, None], 0);
    check(&[Some(0), Some(1)], 0);
    check(&[Some(0), Some(1), Some(4)], 0);
    assert_eq!(key(&question), Key::Pairs(vec![0, 1, 3]));
}

#[test]
fn one_misplaced_thing_costs_one_thing() {
    let question = ordering(&["a", "b", "c", "d", "e"]);
    let check = |ordered: &[u16], expect| {
        assert_eq!(earned(&question, &Answer::Ordered(ordered.to_vec())), expect, "{ordered:?}");
    };
    check(&[0, 1, 2, 3, 4], 1_000);
    check(&[4, 0, 1, 2, 3], 750);
    check(&[0, 1, 3, 2, 4], 750);
    check(&[4, 3, 2, 1, 0], 0);
    check(&[0, 1, 2, 3], 0);
    check(&[0, 1, 2, 3, 3], 0);
    check(&[0, 1, 2, 3, 9], 0);
    let moved = Answer::Ordered(vec![4, 0, 1, 2, 3]);
    assert_eq!(parts(&question, &moved), Some(vec![false, true, true, true, true]));
    let twins = ordering(&["敲门", "等", "敲门"]);
    assert_eq!(earned(&twins, &Answer::Ordered(vec![2, 1, 0])), 1_000);
}

#[test]
fn a_wrong_answer_says_why() {
    let question = choice(true, &[500, 500, -500]);
    let chosen = Answer::Chosen(vec![2, 0]);
    assert_eq!(feedback(&question, &chosen), [&Words::plain("said of 0"), &Words::plain("said of 2")]);
    assert_eq!(parts(&question, &chosen), Some(vec![false, true]));
}

#[test]
fn what_is_written_at_length_is_not_graded() {
    let essay = question(Kind::Essay);
    assert_eq!(earned(&essay, &Answer::Written("很长".to_owned())), 0);
    assert!(!essay.is_graded());
    assert_eq!(key(&essay), Key::Open);
}

#[test]
fn the_key_can_be_shown() {
    let check = |question: Question, expect: Key| assert_eq!(key(&question), expect);
    check(choice(false, &[0, 1_000, 500]), Key::Options(vec![1]));
    check(choice(false, &[0, 500]), Key::Options(vec![1]));
    check(choice(true, &[333, 0, 333, 333]), Key::Options(vec![0, 2, 3]));
    check(choice(true, &[0, -100]), Key::Options(vec![]));
    let texts = vec!["…法".to_owned(), "*".to_owned()];
    check(short(&[("*法", 1_000), ("x", 500), (r"\*", 1_000)]), Key::Texts(texts));
    check(numerical(&[(1.0, 2.0, 1_000), (0.0, 9.0, 100)]), Key::Numbers(vec![(1.0, 2.0)]));
    check(ordering(&["a", "b"]), Key::Order(2));
}

fn any_answer() -> impl Strategy<Value = Answer> {
    let places = || prop::collection::vec(0_u16..7, 0..7);
    prop_oneof![
        places().prop_map(Answer::Chosen),
        any::<bool>().prop_map(Answer::Judged),
        "[\\PC0-9一二三十百千万点,.*《》 ]{0,12}".prop_map(Answer::Filled),
        prop::collection::vec(prop::option::of(0_u16..7), 0..6).prop_map(Answer::Matched),
        places().prop_map(Answer::Ordered),
        ".{0,5}".prop_map(Answer::Written),
    ]
}

fn any_question() -> impl Strategy<Value = Question> {
    prop_oneof![
        (any::<bool>(), prop::collection::vec(-1_000..=1_000_i32, 0..6)).prop_map(|(several, w)| choice(several, &w)),
        "[a一*\\\\《 ]{0,6}".prop_map(|text| short(&[(&text, 1_000)])),
        (-100.0..100.0_f64, 0.0..50.0_f64).prop_map(|(low, more)| numerical(&[(low, low + more, 800)])),
        prop::collection::vec(("[甲乙]?", "[ab]"), 0..6).prop_map(|pairs| {
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(left, right)| (left.as_str(), right.as_str())).collect();
            matching(&pairs)
        }),
        prop::collection::vec("[abc]", 0..6).prop_map(|items| {
            let items: Vec<&str> = items.iter().map(String::as_str).collect();
            ordering(&items)
        }),
        Just(question(Kind::Essay)),
    ]
}

proptest! {
    #[test]
    fn no_answer_to_any_question_panics(question in any_question(), answer in any_answer()) {
        prop_assert!(earned(&question, &answer) <= 1_000);
        let _ = (feedback(&question, &answer), parts(&question, &answer), key(&question));
    }

    #[test]
    fn of_several_options_only_the_right_ones_together_earn_all(
        weights in prop::collection::vec(-1_000..=1_000_i32, 1..7),
        chosen in prop::collection::btree_set(0_u16..7, 0..7),
    ) {
        let question = choice(true, &weights);
        let chosen: Vec<u16> = chosen.into_iter().collect();
        let Key::Options(right) = key(&question) else { panic!() };
        let all = earned(&question, &Answer::Chosen(chosen.clone())) == 1_000;
        prop_assert_eq!(all, !right.is_empty() && chosen == right);
    }

    #[test]
    fn an_order_earns_all_only_with_every_thing_in_place(order in Just((0_u16..6).collect::<Vec<_>>()).prop_shuffle()) {
        let question = ordering(&["a", "b", "c", "d", "e", "f"]);
        prop_assert_eq!(earned(&question, &Answer::Ordered(order.clone())) == 1_000, order.is_sorted());
    }

    #[test]
    fn a_number_in_chinese_is_the_number(number in 0_u32..99_999) {
        let question = numerical(&[(f64::from(number), f64::from(number), 1_000)]);
        prop_assert_eq!(earned(&question, &filled(&in_chinese(number))), 1_000, "{}", in_chinese(number));
    }
}

/// The usual numeral of a number below 100,000.
fn in_chinese(number: u32) -> String {
    let names: Vec<char> = "零一二三四五六七八九".chars().collect();
    let places = [(10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"), (1, "")];
    let mut out = String::new();
    let mut zero = false;
    for (value, name) in places {
        let digit = (number / value % 10) as usize;
        if digit == 0 {
            zero = !out.is_empty();
        } else {
            if zero {
                out.push('零');
            }
            zero = false;
            out.push(names[digit]);
            out.push_str(name);
        }
    }
    if out.is_empty() { "零".to_owned() } else { out }
}
