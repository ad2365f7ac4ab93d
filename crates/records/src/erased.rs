//! The learners who were deleted for good. The list stands twice, so that one damaged text does not bring anybody back.

use formats::draft::erased;
use model::LearnerId;
use model::shared::ERASED_LISTS;
use std::collections::BTreeSet;
use store::{Store, StoreError};

/// The slip in which lists are set aside that could not be read when a new one was written: as long as it is there, it is told.
const UNREAD: &str = "erased-unread";

/// Who was deleted, as far as it can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// The learners, in order.
    learners: Vec<LearnerId>,
    /// Whether no list could be read though there was one: then nobody else is taken for deleted, and it is told.
    pub damaged: bool,
}

impl Erased {
    /// Reads who was deleted.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn read<S: Store>(store: &S) -> Result<Self, StoreError> {
        let mut erased = Self::of(&Self::lists(store).await?);
        erased.damaged |= store.slip(UNREAD).await?.is_some();
        Ok(erased)
    }

    /// The learners.
    #[must_use]
    pub fn all(&self) -> BTreeSet<LearnerId> {
        self.learners.iter().copied().collect()
    }

    /// Whether somebody was deleted.
    #[must_use]
    pub fn contains(&self, learner: LearnerId) -> bool {
        self.learners.binary_search(&learner).is_ok()
    }

    async fn lists<S: Store>(store: &S) -> Result<Vec<String>, StoreError> {
        let mut lists = Vec::new();
        for name in ERASED_LISTS {
            lists.extend(store.slip(name).await?);
        }
        Ok(lists)
    }

    fn of(lists: &[String]) -> Self {
        let mut erased = Self { learners: Vec::new(), damaged: !lists.is_empty() };
        for learners in lists.iter().filter_map(|list| erased::read(list)) {
            erased.damaged = false;
            for learner in learners {
                // They are written in order: nearly always the next one comes last, or is there.
                if let Err(place) = erased.learners.binary_search(&learner) {
                    erased.learners.insert(place, learner);
                }
            }
        }
        erased
    }

    /// Writes both lists. If neither could be read, they are set aside before.
    ///
    /// # Errors
    /// When the store cannot be written: nobody is deleted then who was not before.
    pub async fn write<S: Store>(store: &S, learners: &BTreeSet<LearnerId>) -> Result<(), StoreError> {
        let damaged = || StoreError::Damaged("a list of learners is no JSON".to_owned());
        let list = erased::write(learners).ok_or_else(damaged)?;
        let before = Self::lists(store).await?;
        if Self::of(&before).damaged {
            store.put_slip(UNREAD, &before.join("\n")).await?;
        }
        for name in ERASED_LISTS {
            store.put_slip(name, &list).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Erased;
    use model::LearnerId;

    #[test]
    fn one_damaged_list_brings_nobody_back_and_two_say_so() {
        let (id, damaged) = (LearnerId::new(1, [1; 10]), "[\"0".to_owned());
        let list = format!("[\"{id}\"]");
        assert!(Erased::of(&[list.clone(), damaged.clone()]).contains(id));
        assert!(!Erased::of(&[damaged.clone(), list]).damaged);
        assert!(Erased::of(&[damaged.clone(), damaged.clone()]).damaged);
        assert!(Erased::of(&[damaged]).damaged);
        assert_eq!(Erased::of(&[]), Erased::default());
    }
}
