use super::*;
use crate::samples;

/// Validated by npm xapi-validation (tests/xapi/check.mjs).
const FIXTURE: &str = include_str!("../../../../tests/fixtures/xapi/statements.json");

fn portal() -> Portal {
    Portal { home_page: "https://example.org/xueyuan/".into(), name: "怀德学苑".into() }
}

fn all() -> Vec<Statement> {
    statements(samples::learner(), &samples::events(), &portal())
}

#[test]
fn the_statements_that_the_validator_sees_are_those_that_are_written() {
    let text = write(samples::learner(), &samples::events(), &portal()).unwrap() + "\n";
    assert!(text == FIXTURE, "tests/fixtures/xapi/statements.json should say, if the change is meant:\n{text}");
}

#[test]
fn every_statement_has_the_id_of_its_event_and_none_is_there_twice() {
    let ids: BTreeSet<String> = all().into_iter().map(|statement| statement.id).collect();
    assert_eq!(ids.len(), all().len());
    assert!(ids.iter().all(|id| samples::events().iter().any(|event| event.id.to_string() == *id)));
}

#[test]
fn what_was_done_is_said_in_verbs() {
    let count = |verb: Verb| all().iter().filter(|statement| statement.verb == verb).count();
    let counts = [Verb::EXPERIENCED, Verb::COMPLETED, Verb::ANSWERED, Verb::ATTENDED].map(count);
    assert_eq!((counts, all().len()), ([1, 1, 7, 2], 11));
}

#[test]
fn notes_names_and_mail_addresses_stay_with_the_learner() {
    let text = write(samples::learner(), &samples::events(), &portal()).unwrap();
    for private in [
        "老王",
        "自己商量着办",
        "商量比下通知慢",
        "下次议事会",
        "剪纸",
        "还有自我服务",
        "给绿地浇水",
        "转发",
        "我家门口的路口",
        "mbox",
    ] {
        assert!(!text.contains(private), "{private}");
    }
}

#[test]
fn a_declared_day_is_the_day_of_the_statement() {
    let attended = all().into_iter().filter(|statement| statement.verb == Verb::ATTENDED);
    let days: Vec<String> = attended.map(|statement| statement.timestamp).collect();
    assert_eq!(days, ["2026-03-05T00:00:00.000+08:00", "2026-11-21T00:00:00.000+08:00"]);
}

#[test]
fn responses_are_written_as_the_standard_says() {
    let check = |answer: Answer, expect: &str| assert_eq!(response(&answer), expect);
    check(Answer::Chosen(vec![0, 2]), "0[,]2");
    check(Answer::Judged(false), "false");
    check(Answer::Filled("说清楚".into()), "说清楚");
    check(Answer::Matched(vec![Some(1), None, Some(0)]), "0[.]1[,]2[.]0");
    check(Answer::Ordered(vec![2, 0, 1]), "2[,]0[,]1");
}
