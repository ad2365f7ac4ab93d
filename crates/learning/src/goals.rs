//! A learning goal on its way: one new skill a year, in steps. Being late is no fault; it is only said.

use crate::deed::{Goal, Step};
use crate::log::{Kept, Log};
use model::Day;

/// When a step is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// So many days ago.
    Since(u32),
    /// Today.
    Today,
    /// In so many days.
    In(u32),
    /// Whenever it suits.
    Someday,
}

/// How many steps are done, and of how many.
#[must_use]
pub fn done(goal: &Goal) -> (usize, usize) {
    (goal.steps.iter().filter(|step| step.done.is_some()).count(), goal.steps.len())
}

/// When a step is due, seen from a day. A date that is none counts as none.
#[must_use]
pub fn due(step: &Step, today: Day) -> Due {
    let Some(until) = Day::parse(&step.until) else { return Due::Someday };
    let days = u32::try_from(until.0.abs_diff(today.0)).unwrap_or(u32::MAX);
    match until.cmp(&today) {
        std::cmp::Ordering::Less => Due::Since(days),
        std::cmp::Ordering::Equal => Due::Today,
        std::cmp::Ordering::Greater => Due::In(days),
    }
}

/// The step to do next, by its index: of those not done the one due first, then the first of those without a day. `None` when all is
/// done or the goal is reached.
#[must_use]
pub fn next_step(goal: &Goal, today: Day) -> Option<(usize, &Step, Due)> {
    if goal.reached.is_some() {
        return None;
    }
    let open = goal.steps.iter().enumerate().filter(|(_, step)| step.done.is_none());
    let day = |step: &Step| Day::parse(&step.until).map_or(i64::MAX, |day| day.0);
    open.min_by_key(|(index, step)| (day(step), *index)).map(|(index, step)| (index, step, due(step, today)))
}

/// The goals of a year, in the order they were set.
pub fn of_year(log: &Log, year: i32) -> impl Iterator<Item = &Kept<Goal>> {
    log.goals.iter().filter(move |kept| kept.value.year == year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(until: &str, done: bool) -> Step {
        Step { text: String::new(), until: until.into(), done: done.then(|| "2026-01-01".into()) }
    }

    fn goal(steps: &[(&str, bool)]) -> Goal {
        let steps = steps.iter().map(|(until, done)| step(until, *done)).collect();
        Goal { year: 2026, skill: "剪纸".into(), reason: String::new(), steps, thoughts: Vec::new(), reached: None }
    }

    #[test]
    fn the_next_step_is_the_one_due_first() {
        let today = Day::parse("2026-03-12").unwrap();
        let check = |steps: &[(&str, bool)], expect: Option<(usize, Due)>| {
            let goal = goal(steps);
            assert_eq!(next_step(&goal, today).map(|(index, _, due)| (index, due)), expect, "{steps:?}");
        };
        check(&[], None);
        check(&[("", true)], None);
        check(&[("", false), ("", false)], Some((0, Due::Someday)));
        check(&[("", false), ("2026-03-20", false)], Some((1, Due::In(8))));
        check(&[("2026-03-20", false), ("2026-03-12", false)], Some((1, Due::Today)));
        check(&[("2026-03-01", true), ("2026-03-10", false)], Some((1, Due::Since(2))));
        check(&[("三月", false)], Some((0, Due::Someday)));
    }

    #[test]
    fn a_reached_goal_has_no_next_step() {
        let reached = Goal { reached: Some("2026-03-01".into()), ..goal(&[("", false), ("", true)]) };
        assert_eq!(next_step(&reached, Day(0)), None);
        assert_eq!(done(&reached), (1, 2));
    }
}
