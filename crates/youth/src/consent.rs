//! Consent: what somebody allowed to be done with an entry, asked point by point, and who may answer for a child.
//!
//! Personal data of a child under 14 needs the consent of a parent or another guardian (Personal Information Protection Law of China,
//! article 31). So nothing is handed over for one without the guardian's name, relation and yes; neither for somebody whose age is unknown.

use crate::Ages;
use model::Moment;
use serde::{Deserialize, Serialize};

/// The age from which somebody answers alone.
pub const OF_AGE: u8 = 14;

/// What was asked and answered before an entry was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Who answered.
    pub by: Answering,
    /// To the entry itself: that it is handed to the receiver and judged.
    pub taking_part: Answer,
    /// To publishing the work, in an anthology or on a wall.
    pub work: Answer,
    /// To showing the name with it.
    pub name: Answer,
    /// To publishing a photo or a voice, where the entry has one.
    pub likeness: Answer,
    /// What the data are for, in the words that were shown.
    pub purpose: String,
    /// Who receives them, in the words that were shown.
    pub receiver: String,
    /// How long they are kept, in the words that were shown.
    pub keeps: String,
    /// The version of all other words that were shown.
    pub words: String,
    /// When it was answered.
    pub at: Moment,
}

/// Who answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answering {
    /// The entrant, alone.
    Entrant,
    /// A parent or another guardian.
    Guardian {
        /// The guardian's name.
        name: String,
        /// What the guardian is to the child: "母亲".
        relation: String,
    },
}

/// An answer. What was not answered counts as no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It was not asked or not answered.
    #[default]
    None,
    /// Refused.
    No,
    /// Allowed.
    Yes,
}

/// How old an entrant is, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Age {
    /// Nothing is known.
    #[default]
    Unknown,
    /// In years.
    Years(u8),
    /// Somewhere between two ages, both included.
    Between(Ages),
}

/// What an entry lacks before it may be handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// A guardian has to answer: the entrant is under 14, or may be.
    Guardian,
    /// The guardian's name.
    GuardianName,
    /// What the guardian is to the child.
    Relation,
    /// A yes to taking part.
    TakingPart,
}

impl Age {
    /// Whether the entrant surely is 14 or older.
    #[must_use]
    pub fn is_of_age(self) -> bool {
        match self {
            Self::Unknown => false,
            Self::Years(years) => years >= OF_AGE,
            Self::Between(ages) => ages.from >= OF_AGE,
        }
    }
}

impl Consent {
    /// Whether an entry of somebody of this age may be handed over.
    ///
    /// # Errors
    /// What is [`Missing`], the first thing to ask for.
    pub fn allows(&self, age: Age) -> Result<(), Missing> {
        self.missing(age).first().map_or(Ok(()), |missing| Err(*missing))
    }

    /// All that is missing before an entry of somebody of this age may be handed over, in the order of the form.
    #[must_use]
    pub fn missing(&self, age: Age) -> Vec<Missing> {
        let of_guardian = match &self.by {
            Answering::Entrant => [(!age.is_of_age()).then_some(Missing::Guardian), None],
            Answering::Guardian { name, relation } => [
                name.trim().is_empty().then_some(Missing::GuardianName),
                relation.trim().is_empty().then_some(Missing::Relation),
            ],
        };
        let taking_part = (self.taking_part != Answer::Yes).then_some(Missing::TakingPart);
        of_guardian.into_iter().chain([taking_part]).flatten().collect()
    }

    /// Whether the work may be published, without a name.
    #[must_use]
    pub fn may_publish(&self, age: Age) -> bool {
        self.allows(age).is_ok() && self.work == Answer::Yes
    }

    /// Whether the name may stand beside the published work.
    #[must_use]
    pub fn may_name(&self, age: Age) -> bool {
        self.may_publish(age) && self.name == Answer::Yes
    }

    /// Whether photo or voice may be published.
    #[must_use]
    pub fn may_show(&self, age: Age) -> bool {
        self.may_publish(age) && self.likeness == Answer::Yes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn consent(by: Answering, taking_part: Answer) -> Consent {
        Consent {
            by,
            taking_part,
            work: Answer::Yes,
            name: Answer::No,
            likeness: Answer::None,
            purpose: String::new(),
            receiver: String::new(),
            keeps: String::new(),
            words: "1".to_owned(),
            at: Moment { unix_ms: 0, offset_minutes: 480 },
        }
    }

    fn guardian(name: &str, relation: &str) -> Answering {
        Answering::Guardian { name: name.to_owned(), relation: relation.to_owned() }
    }

    #[test]
    fn under_fourteen_nothing_is_handed_over_without_a_guardian_who_said_yes() {
        let check = |age: Age, by: Answering, taking_part: Answer, expect: Result<(), Missing>| {
            assert_eq!(consent(by.clone(), taking_part).allows(age), expect, "{age:?} {by:?} {taking_part:?}");
        };
        let between = |from, until| Age::Between(Ages { from, until });
        let missing = |missing| Err(missing);
        check(Age::Years(14), Answering::Entrant, Answer::Yes, Ok(()));
        check(Age::Years(13), Answering::Entrant, Answer::Yes, missing(Missing::Guardian));
        check(Age::Unknown, Answering::Entrant, Answer::Yes, missing(Missing::Guardian));
        check(between(14, 17), Answering::Entrant, Answer::Yes, Ok(()));
        check(between(13, 15), Answering::Entrant, Answer::Yes, missing(Missing::Guardian));
        check(Age::Years(13), guardian("王芳", "母亲"), Answer::Yes, Ok(()));
        check(Age::Unknown, guardian("王芳", "母亲"), Answer::Yes, Ok(()));
        check(Age::Years(7), guardian(" ", "母亲"), Answer::Yes, missing(Missing::GuardianName));
        check(Age::Years(7), guardian("王芳", ""), Answer::Yes, missing(Missing::Relation));
        check(Age::Years(7), guardian("王芳", "母亲"), Answer::No, missing(Missing::TakingPart));
        check(Age::Years(7), guardian("王芳", "母亲"), Answer::None, missing(Missing::TakingPart));
        check(Age::Years(16), Answering::Entrant, Answer::No, missing(Missing::TakingPart));
        check(Age::Years(16), guardian("王芳", ""), Answer::Yes, missing(Missing::Relation));
    }

    #[test]
    fn each_answer_stands_for_itself_and_none_counts_without_taking_part() {
        let agreed = consent(Answering::Entrant, Answer::Yes);
        let flags = |consent: &Consent, age| (consent.may_publish(age), consent.may_name(age), consent.may_show(age));
        assert_eq!(flags(&agreed, Age::Years(14)), (true, false, false));
        assert_eq!(flags(&agreed, Age::Unknown), (false, false, false));
        let named = Consent { name: Answer::Yes, likeness: Answer::Yes, ..agreed };
        assert_eq!(flags(&named, Age::Years(14)), (true, true, true));
        let only_name = Consent { work: Answer::No, ..named.clone() };
        assert_eq!(flags(&only_name, Age::Years(14)), (false, false, false));
        let refused = Consent { taking_part: Answer::No, ..named };
        assert_eq!(flags(&refused, Age::Years(14)), (false, false, false));
    }
}
