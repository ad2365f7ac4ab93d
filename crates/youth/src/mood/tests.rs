use super::*;

/// A check of questions that are alarming or not, each with four answers.
fn check_of(alarming: &[bool]) -> Check {
    let item = |(number, alarming): (usize, &bool)| Item {
        id: format!("q{number}"),
        text: "晚上躺下很久睡不着。".into(),
        answers: ["从不", "有时", "常常", "几乎每天"].map(str::to_owned).into(),
        care: "慢慢呼气十次。".into(),
        alarming: *alarming,
        harmed: false,
    };
    let closings = LEVELS.map(|level| Closing { level, text: format!("{level:?}") }).into();
    let opening = Opening { title: "心情".into(), text: "没有人看见。".into() };
    Check { opening, items: alarming.iter().enumerate().map(item).collect(), closings }
}

fn answers(given: &[usize]) -> Answers {
    Answers(given.iter().enumerate().map(|(number, answer)| (format!("q{number}"), *answer)).collect())
}

#[test]
fn what_deserves_care_is_named_and_nothing_is_summed() {
    let asked = check_of(&[false, false, false, false, true]);
    let check = |given: &[usize], level: Level, care: &[&str], alarming: bool| {
        let given = answers(given);
        let look = look(&asked, &given);
        let ids: Vec<&str> = look.care.iter().map(|item| item.id.as_str()).collect();
        assert_eq!((look.level, &ids[..], look.alarming), (level, care, alarming), "{given:?}");
    };
    check(&[], Level::Light, &[], false);
    check(&[1, 1, 1, 1, 0], Level::Light, &[], false);
    check(&[2, 0, 0, 0, 0], Level::Some, &["q0"], false);
    check(&[2, 3, 0, 0, 0], Level::Heavy, &["q0", "q1"], false);
    check(&[0, 0, 0, 0, 1], Level::Heavy, &["q4"], true);
    check(&[9, 9, 9, 9, 9], Level::Light, &[], false);
}

#[test]
fn harm_by_others_has_words_of_its_own_unless_something_else_cannot_wait() {
    let mut asked = check_of(&[false, true, true]);
    asked.items[1].harmed = true;
    let closing = |asked: &Check, given: &[usize]| {
        let level = look(asked, &answers(given)).level;
        (level, asked.closing(level).to_owned())
    };
    assert_eq!(closing(&asked, &[0, 1, 0]), (Level::Unsafe, "Heavy".to_owned()));
    asked.closings.push(Closing { level: Level::Unsafe, text: "不是你的错。".into() });
    assert_eq!(closing(&asked, &[0, 1, 0]), (Level::Unsafe, "不是你的错。".to_owned()));
    assert_eq!(closing(&asked, &[3, 1, 0]), (Level::Unsafe, "不是你的错。".to_owned()));
    assert_eq!(closing(&asked, &[0, 1, 1]).0, Level::Heavy);
    assert_eq!(closing(&asked, &[0, 0, 1]).0, Level::Heavy);
    assert_eq!(asked.flaws(), []);
    asked.closings.push(asked.closings[3].clone());
    assert_eq!(asked.flaws(), [Flaw::Closing(Level::Unsafe)]);
}

#[test]
fn the_heavier_half_of_the_answers_deserves_care() {
    let check = |number: usize, expect: usize| {
        let mut item = check_of(&[false]).items.remove(0);
        item.answers = vec!["有时".into(); number];
        assert_eq!(item.cares_from(), expect, "{number}");
    };
    check(2, 1);
    check(3, 2);
    check(4, 2);
    check(5, 3);
}

#[test]
fn questions_may_be_left_out_and_answers_to_others_are_passed_over() {
    let asked = check_of(&[false, false]);
    let given = Answers([("q0".to_owned(), 0), ("gone".to_owned(), 3)].into());
    let look = look(&asked, &given);
    assert_eq!((look.left_out, look.level, asked.closing(look.level)), (1, Level::Light, "Light"));
    assert_eq!(super::look(&check_of(&[]), &given).level, Level::Light);
}

#[test]
fn answers_are_kept_as_they_were() {
    let json = serde_json::to_string(&answers(&[0, 2])).unwrap();
    assert_eq!(json, r#"{"q0":0,"q1":2}"#);
    assert_eq!(serde_json::from_str::<Answers>(&json).unwrap(), answers(&[0, 2]));
}

#[test]
fn a_check_is_read_as_it_is_written_for_the_portal() {
    let json = r#"{"opening":{"title":"心情","text":"没有人看见。"},
        "item":[{"id":"sleep","text":"睡不着","answers":["从不","常常"],"care":"呼气"}],
        "closing":[{"level":"light","text":"一"},{"level":"some","text":"二"},{"level":"heavy","text":"三"}]}"#;
    let read: Check = serde_json::from_str(json).unwrap();
    assert_eq!((read.flaws(), read.closing(Level::Heavy), read.items[0].alarming), (vec![], "三", false));
}

#[test]
fn a_check_that_cannot_be_right_is_found_at_publishing() {
    let check = |change: fn(&mut Check), expect: &[Flaw]| {
        let mut found = check_of(&[true, false]);
        change(&mut found);
        assert_eq!(found.flaws(), expect);
    };
    let id = |id: &str| id.to_owned();
    check(|_| (), &[]);
    check(|check| check.items.clear(), &[Flaw::Empty]);
    check(|check| check.items[1].id = "q0".into(), &[Flaw::Id(id("q0"))]);
    check(|check| check.items[0].answers.truncate(1), &[Flaw::Answers(id("q0"))]);
    check(|check| check.items[1].care = " ".into(), &[Flaw::Care(id("q1"))]);
    check(|check| check.closings[2].text.clear(), &[Flaw::Closing(Level::Heavy)]);
    check(|check| check.closings[0].level = Level::Some, &[Flaw::Closing(Level::Light), Flaw::Closing(Level::Some)]);
}
