//! A test that is under way: what is answered so far, and where one is. It is kept beside the log until the test is over.

use crate::{Answer, Bank, Question};
use model::QuestionId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A test that is under way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// What is to be matched or ordered lies by this.
    pub seed: u32,
    /// The question that is shown.
    pub at: Option<QuestionId>,
    /// The answers so far.
    pub given: BTreeMap<QuestionId, Given>,
}

/// An answer in a test that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The question's revision when it was answered.
    pub revision: String,
    /// The answer as it stands.
    pub answer: Answer,
    /// Whether it was handed in: then it is in the log too.
    pub handed_in: bool,
}

impl Sitting {
    /// Goes on with a bank, which may have changed meanwhile: questions that did not change keep their answers. Gives how many did not.
    pub fn go_on(&mut self, bank: &Bank) -> usize {
        let known: BTreeMap<&QuestionId, &Question> = bank.questions.iter().map(|one| (&one.id, one)).collect();
        let before = self.given.len();
        self.given.retain(|id, given| known.get(id).is_some_and(|question| question.revision == given.revision));
        self.at = self.at.take().filter(|id| known.contains_key(id));
        before - self.given.len()
    }

    /// Takes in answers to the same test that were given elsewhere, to questions that are not answered here. Whether nothing of them is left
    /// out: another answer to the same question stays out, and all of another test.
    pub fn take_in(&mut self, other: Self) -> bool {
        if self.seed != other.seed {
            return other.is_empty();
        }
        let mut is_all = true;
        for (id, theirs) in other.given {
            let ours = self.given.entry(id).or_insert_with(|| theirs.clone());
            let is_same = (&ours.revision, &ours.answer) == (&theirs.revision, &theirs.answer);
            ours.handed_in |= is_same && theirs.handed_in;
            is_all &= is_same;
        }
        is_all
    }

    /// Whether there is nothing in it that was worth keeping.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, Words};
    use model::BankId;

    fn id(text: &str) -> QuestionId {
        QuestionId::parse(text).unwrap()
    }

    fn question(name: &str, revision: &str) -> Question {
        let json = format!(r#"{{"id":"{name}","revision":"{revision}","stem":{{"text":"?"}},"kind":"essay"}}"#);
        let question: Question = serde_json::from_str(&json).unwrap();
        assert_eq!((&question.kind, &question.stem), (&Kind::Essay, &Words::plain("?")));
        question
    }

    fn given(judged: bool, handed_in: bool) -> Given {
        Given { revision: "1".into(), answer: Answer::Judged(judged), handed_in }
    }

    fn sitting<const N: usize>(seed: u32, all: [(&str, Given); N]) -> Sitting {
        Sitting { seed, at: None, given: all.into_iter().map(|(name, given)| (id(name), given)).collect() }
    }

    #[test]
    fn answers_of_two_tabs_are_both_there_and_none_is_replaced() {
        let ours = || sitting(7, [("a", given(true, false)), ("b", given(true, false))]);
        let mut both = ours();
        assert!(both.take_in(sitting(7, [("b", given(true, true)), ("c", given(false, false))])));
        let all = [("a", given(true, false)), ("b", given(true, true)), ("c", given(false, false))];
        assert_eq!(both, sitting(7, all));
        let mut other = ours();
        assert!(!other.take_in(sitting(7, [("b", given(false, true)), ("c", given(false, false))])));
        assert_eq!(
            other,
            sitting(7, [("a", given(true, false)), ("b", given(true, false)), ("c", given(false, false))])
        );
        let mut another_test = ours();
        assert!(!another_test.take_in(sitting(8, [("c", given(false, false))])));
        assert_eq!(another_test, ours());
    }

    #[test]
    fn questions_that_did_not_change_keep_their_answers() {
        let bank = Bank {
            id: BankId::parse("b").unwrap(),
            title: String::new(),
            lesson: None,
            questions: vec![question("same", "1"), question("changed", "2")],
        };
        let given = |revision: &str| Given { revision: revision.into(), answer: Answer::Judged(true), handed_in: true };
        let all = [("same", given("1")), ("changed", given("1")), ("gone", given("1"))];
        let mut sitting = Sitting {
            seed: 7,
            at: Some(id("gone")),
            given: all.into_iter().map(|(name, given)| (id(name), given)).collect(),
        };
        let kept: Sitting = serde_json::from_str(&serde_json::to_string(&sitting).unwrap()).unwrap();
        assert_eq!(kept, sitting);
        assert_eq!(sitting.go_on(&bank), 2);
        assert_eq!((sitting.at, sitting.given.keys().collect::<Vec<_>>()), (None, vec![&id("same")]));
    }
}
