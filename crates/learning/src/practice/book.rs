//! The wrong-answer book (错题本).
//!
//! A question enters when it is not known, in a test or in practice. It leaves after it was known on two different days: once may be
//! luck, or the answer of a minute ago. 会 counts as an answer does, because whoever practises with the two buttons must be able to
//! leave too, and deceives nobody but themselves. By hand it leaves at once. Not known again, it comes back.

use super::History;
use model::Day;

/// On how many different days a question must be known to leave.
pub const RIGHT_DAYS: u32 = 2;

/// Where a question stands towards the book, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Never in it: it was always known, or never asked.
    Never,
    /// In it.
    Wrong {
        /// The day on which it was last not known.
        since: Day,
        /// On how many more days it must be known.
        days_to_go: u32,
    },
    /// Out of it: known on two days since.
    Learned,
    /// Out of it by the learner's own hand.
    Settled,
}

impl Standing {
    /// Whether it is in the book.
    #[must_use]
    pub fn is_wrong(self) -> bool {
        matches!(self, Self::Wrong { .. })
    }
}

/// Where a question stands towards the book.
#[must_use]
pub fn standing(history: &History) -> Standing {
    let Some(since) = history.last_wrong else { return Standing::Never };
    if history.right_in_a_row >= RIGHT_DAYS {
        Standing::Learned
    } else if history.settled {
        Standing::Settled
    } else {
        Standing::Wrong { since, days_to_go: RIGHT_DAYS - history.right_in_a_row }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::Recall;

    #[test]
    fn a_question_leaves_after_two_right_answers_on_different_days() {
        let check = |recalls: &[(i64, bool)], settled, expect| {
            let recalls = recalls.iter().map(|(day, known)| Recall { day: Day(*day), known: *known }).collect();
            assert_eq!(standing(&History::of(recalls, settled)), expect);
        };
        let wrong = |since, days_to_go| Standing::Wrong { since: Day(since), days_to_go };
        check(&[], false, Standing::Never);
        check(&[(1, true), (2, true)], false, Standing::Never);
        check(&[(1, false)], false, wrong(1, 2));
        check(&[(1, false), (1, true)], false, wrong(1, 1));
        check(&[(1, false), (2, true), (2, true), (2, true)], false, wrong(1, 1));
        check(&[(1, false), (2, true), (5, true)], false, Standing::Learned);
        check(&[(1, false), (2, true), (3, false)], false, wrong(3, 2));
        check(&[(1, false), (2, true), (3, true), (9, false), (10, true)], false, wrong(9, 1));
        check(&[(1, false)], true, Standing::Settled);
        check(&[(1, true)], true, Standing::Never);
    }
}
