//! A learner for the tests of this crate: the frozen records, and a stretch that finishes the lesson.

use learning::deed::Role;
use learning::ledger::{Frame, Ledger, Rules};
use learning::log::Log;
use learning::{Deed, Event};
use model::{LearnerId, Moment};

pub const READING: &str = include_str!("../../../tests/frozen/record-v1.json");
pub const STUDYING: &str = include_str!("../../../tests/frozen/record-v2.json");
pub const HOLIDAY: &str = include_str!("../../../tests/frozen/record-v3.json");
pub const LEARNER: &str = "019ab1a0-0000-7202-8202-020202020202";

pub fn learner() -> LearnerId {
    LearnerId::parse(LEARNER).unwrap()
}

/// All frozen records, as events.
pub fn frozen() -> Vec<Event> {
    READING
        .lines()
        .chain(STUDYING.lines())
        .chain(HOLIDAY.lines())
        .map(|line| crate::record::read(line).unwrap())
        .collect()
}

/// What is frozen, and the lesson finished after it.
pub fn events() -> Vec<Event> {
    let mut events = frozen();
    let mut last = events[0].clone();
    let Deed::Read(stretch) = &mut last.deed else { unreachable!() };
    (stretch.reached_end, stretch.active_ms, stretch.hours_hundredths) = (true, 95_500, 150);
    last.id = model::EventId::parse("019ab1a0-00ff-7101-8101-010101010101").unwrap();
    (last.order, last.at.unix_ms) = (255, last.at.unix_ms + 60_000 * 30);
    events.push(last);
    events
}

pub fn log() -> Log {
    Log::of(learner(), &events())
}

pub fn ledger() -> Ledger {
    let rules = Rules { goal_hundredths: 3_200, committee_goal_hundredths: 5_600, self_study_counts: false };
    let frame = Frame { year: 2026, rules, role: Role::Member, day_of: &Moment::day, hours_of: &|_| None };
    Ledger::of(&log(), &frame)
}
