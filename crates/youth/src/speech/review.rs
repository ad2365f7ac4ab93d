//! Looking at one's own speech with the judges' rubric: in words, and never as a sum.

use crate::contest::Criterion;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which level the learner saw, by the place of the criterion in the rubric, both counted from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Review(BTreeMap<usize, usize>);

impl Review {
    /// Says how a criterion is met, or takes it back.
    pub fn set(&mut self, criterion: usize, level: Option<usize>) {
        match level {
            Some(level) => self.0.insert(criterion, level),
            None => self.0.remove(&criterion),
        };
    }

    /// The level of a criterion; `None` for one that was not looked at, or that the rubric no longer has.
    #[must_use]
    pub fn level(&self, criterion: usize, rubric: &[Criterion]) -> Option<usize> {
        let levels = &rubric.get(criterion)?.levels;
        self.0.get(&criterion).copied().filter(|level| *level < levels.len())
    }

    /// Every criterion with the words of its level, in order.
    #[must_use]
    pub fn lines<'a>(&self, rubric: &'a [Criterion]) -> Vec<(&'a Criterion, Option<&'a str>)> {
        let words = |(place, criterion): (usize, &'a Criterion)| {
            (criterion, self.level(place, rubric).map(|level| criterion.levels[level].as_str()))
        };
        rubric.iter().enumerate().map(words).collect()
    }

    /// What is worth practising next: the criteria that are not at their best level, those furthest from it first.
    #[must_use]
    pub fn to_practise<'a>(&self, rubric: &'a [Criterion]) -> Vec<&'a Criterion> {
        let below = |(place, criterion)| Some((self.level(place, rubric).filter(|level| *level > 0)?, criterion));
        let mut below: Vec<(usize, &Criterion)> = rubric.iter().enumerate().filter_map(below).collect();
        below.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
        below.into_iter().map(|(_, criterion)| criterion).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rubric() -> Vec<Criterion> {
        let criterion = |title: &str| Criterion {
            title: title.into(),
            points: 40,
            text: String::new(),
            levels: ["很清楚", "大多清楚", "还听不清"].map(str::to_owned).into(),
        };
        ["内容", "语言", "台风"].map(criterion).into()
    }

    #[test]
    fn a_review_is_said_in_the_words_of_the_rubric() {
        let (rubric, mut review) = (rubric(), Review::default());
        review.set(0, Some(0));
        review.set(1, Some(1));
        review.set(2, Some(2));
        let words: Vec<_> = review.lines(&rubric).into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, [Some("很清楚"), Some("大多清楚"), Some("还听不清")]);
        let titles = |review: &Review| {
            review.to_practise(&rubric).iter().map(|criterion| criterion.title.clone()).collect::<Vec<_>>()
        };
        assert_eq!(titles(&review), ["台风", "语言"]);
        review.set(2, None);
        assert_eq!(titles(&review), ["语言"]);
    }

    #[test]
    fn what_the_rubric_no_longer_has_is_passed_over() {
        let mut review = Review::default();
        review.set(1, Some(9));
        review.set(7, Some(0));
        assert_eq!((review.level(1, &rubric()), review.level(7, &rubric())), (None, None));
        assert_eq!(review.lines(&rubric()).len(), 3);
    }
}
