//! A learning goal on its way: one new skill a year, in steps. Being late is no fault; it is only said.

use crate::deed::{Goal, Step, Thought};
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

/// A goal to set, of what was typed; `None` without a skill.
#[must_use]
pub fn set(year: i32, skill: &str, reason: &str) -> Option<Goal> {
    let (skill, reason) = (skill.trim(), reason.trim().to_owned());
    let goal = Goal { year, skill: skill.to_owned(), reason, steps: Vec::new(), thoughts: Vec::new(), reached: None };
    (!skill.is_empty()).then_some(goal)
}

impl Goal {
    /// The same goal in other words; `None` without a skill.
    #[must_use]
    pub fn said_better(&self, skill: &str, reason: &str) -> Option<Self> {
        let words = set(self.year, skill, reason)?;
        Some(Self { skill: words.skill, reason: words.reason, ..self.clone() })
    }

    /// The goal with one more step; `None` where nothing is to be done. A day that is none is left out.
    #[must_use]
    pub fn with_step(&self, text: &str, until: &str) -> Option<Self> {
        let (text, until) = (text.trim(), Day::parse(until).map(|day| day.to_string()).unwrap_or_default());
        let mut goal = self.clone();
        goal.steps.push(Step { text: text.to_owned(), until, done: None });
        (!text.is_empty()).then_some(goal)
    }

    /// The goal with a step done on a day, or not done.
    #[must_use]
    pub fn with_step_done(&self, step: usize, on: Option<Day>) -> Self {
        let mut goal = self.clone();
        if let Some(step) = goal.steps.get_mut(step) {
            step.done = on.map(|day| day.to_string());
        }
        goal
    }

    /// The goal without a step.
    #[must_use]
    pub fn without_step(&self, step: usize) -> Self {
        let mut goal = self.clone();
        if step < goal.steps.len() {
            goal.steps.remove(step);
        }
        goal
    }

    /// The goal with a thought on the way; `None` without words.
    #[must_use]
    pub fn with_thought(&self, text: &str, today: Day) -> Option<Self> {
        let mut goal = self.clone();
        goal.thoughts.push(Thought { day: today.to_string(), text: text.trim().to_owned() });
        (!text.trim().is_empty()).then_some(goal)
    }

    /// The goal reached on a day, or not reached.
    #[must_use]
    pub fn with_reached(&self, on: Option<Day>) -> Self {
        Self { reached: on.map(|day| day.to_string()), ..self.clone() }
    }
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

    #[test]
    fn a_goal_grows_by_steps_and_thoughts_and_is_reached() {
        let today = Day::parse("2026-03-12").unwrap();
        let goal = set(2026, " 剪纸 ", "送邻居").unwrap();
        let goal = goal.with_step("学折纸", "2026-04-01").unwrap().with_step("剪窗花", "四月").unwrap();
        let goal = goal.with_step_done(0, Some(today)).with_thought("手要稳", today).unwrap();
        assert_eq!((goal.skill.as_str(), done(&goal)), ("剪纸", (1, 2)));
        assert_eq!((goal.steps[0].until.as_str(), goal.steps[1].until.as_str()), ("2026-04-01", ""));
        assert_eq!((goal.thoughts[0].day.as_str(), goal.thoughts[0].text.as_str()), ("2026-03-12", "手要稳"));
        assert_eq!(done(&goal.with_step_done(0, None)), (0, 2));
        assert_eq!(goal.without_step(0).steps[0].text, "剪窗花");
        assert_eq!(goal.without_step(7), goal);
        assert_eq!(goal.with_reached(Some(today)).reached.as_deref(), Some("2026-03-12"));
        assert_eq!(goal.said_better("窗花", "").unwrap().steps, goal.steps);
    }

    #[test]
    fn nothing_is_made_of_empty_words() {
        let today = Day(0);
        assert_eq!((set(2026, " ", "因为"), goal(&[]).with_step("", "2026-01-01")), (None, None));
        assert_eq!((goal(&[]).with_thought("\u{3000}", today), goal(&[]).said_better("", "")), (None, None));
    }
}
