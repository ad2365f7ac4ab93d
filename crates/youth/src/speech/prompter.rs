//! The prompter: which character of the script is being spoken, at so many 字 a minute.
//!
//! What is spoken is counted by the tokens of the script that are no space: a Han character, a mark, a run of Latin letters. Marks
//! count too, for a speaker breathes there.

use crate::diff::tokens;

/// A pace for children who read aloud, in 字 a minute.
pub const USUAL_PACE: u32 = 180;
/// The paces that can be set.
pub const PACES: std::ops::RangeInclusive<u32> = 60..=400;

/// Time that can be stopped: how long something ran.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Clock {
    ran_ms: i64,
    since: Option<i64>,
}

impl Clock {
    /// Starts, or goes on.
    pub fn start(&mut self, now_ms: i64) {
        self.since.get_or_insert(now_ms);
    }

    /// Stops for a while.
    pub fn pause(&mut self, now_ms: i64) {
        self.ran_ms = self.ran_ms(now_ms);
        self.since = None;
    }

    /// Whether it runs.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// How long it ran, in milliseconds. A clock that went back adds nothing.
    #[must_use]
    pub fn ran_ms(&self, now_ms: i64) -> i64 {
        self.ran_ms + self.since.map_or(0, |since| (now_ms - since).max(0))
    }
}

/// A script being prompted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompter {
    /// Where each spoken token begins, in characters of the script.
    begins: Vec<usize>,
    /// How many characters the script has.
    length: usize,
    per_minute: u32,
    /// What was spoken before the clock was last set to zero, in thousandths of a token.
    spoken: i64,
    clock: Clock,
}

impl Prompter {
    /// Stands at the beginning of a script and waits. A pace outside [`PACES`] becomes the nearest one.
    #[must_use]
    pub fn new(script: &str, per_minute: u32) -> Self {
        let (mut begins, mut length) = (Vec::new(), 0);
        for token in tokens(script) {
            if !token.trim().is_empty() {
                begins.push(length);
            }
            length += token.chars().count();
        }
        Self { begins, length, per_minute: pace(per_minute), spoken: 0, clock: Clock::default() }
    }

    /// Starts, or goes on.
    pub fn start(&mut self, now_ms: i64) {
        self.clock.start(now_ms);
    }

    /// Stops for a while.
    pub fn pause(&mut self, now_ms: i64) {
        self.clock.pause(now_ms);
    }

    /// Whether it moves.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.clock.is_running()
    }

    /// Goes faster or slower from here.
    pub fn set_pace(&mut self, per_minute: u32, now_ms: i64) {
        let place = self.spoken_at(now_ms);
        self.stand_at(place, now_ms);
        self.per_minute = pace(per_minute);
    }

    /// Goes to a character of the script: where the speaker pointed.
    pub fn go_to(&mut self, character: usize, now_ms: i64) {
        let spoken = self.begins.partition_point(|begin| *begin < character);
        self.stand_at(thousandths(spoken), now_ms);
    }

    /// The character that is spoken now, counted from 0; that of the end when all is spoken.
    #[must_use]
    pub fn place(&self, now_ms: i64) -> usize {
        let token = usize::try_from(self.spoken_at(now_ms) / 1_000).unwrap_or(usize::MAX);
        self.begins.get(token).copied().unwrap_or(self.length)
    }

    /// How long what is left takes at this pace, in milliseconds.
    #[must_use]
    pub fn left_ms(&self, now_ms: i64) -> i64 {
        let left = thousandths(self.begins.len()) - self.spoken_at(now_ms);
        left.max(0) * 60 / i64::from(self.per_minute)
    }

    fn spoken_at(&self, now_ms: i64) -> i64 {
        // A minute has 60,000 ms and a token 1,000 thousandths: what is left of both is 60.
        let spoken = self.spoken + self.clock.ran_ms(now_ms).saturating_mul(i64::from(self.per_minute)) / 60;
        spoken.min(thousandths(self.begins.len()))
    }

    fn stand_at(&mut self, spoken: i64, now_ms: i64) {
        let is_running = self.is_running();
        (self.spoken, self.clock) = (spoken, Clock::default());
        if is_running {
            self.clock.start(now_ms);
        }
    }
}

fn pace(per_minute: u32) -> u32 {
    per_minute.clamp(*PACES.start(), *PACES.end())
}

fn thousandths(tokens: usize) -> i64 {
    i64::try_from(tokens).unwrap_or(i64::MAX / 1_000) * 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "大家好。\n\n我叫 Anna，七岁。";

    #[test]
    fn the_prompter_goes_by_characters_a_minute() {
        let mut prompter = Prompter::new(SCRIPT, 60);
        let check =
            |prompter: &Prompter, now_ms: i64, expect: usize| assert_eq!(prompter.place(now_ms), expect, "{now_ms}");
        check(&prompter, 50_000, 0);
        prompter.start(0);
        check(&prompter, 999, 0);
        check(&prompter, 1_000, 1);
        check(&prompter, 3_999, 3);
        // The line breaks and the space take no time, and the name is one.
        check(&prompter, 4_000, 6);
        check(&prompter, 6_000, 9);
        check(&prompter, 7_000, 13);
        check(&prompter, 10_999, 16);
        check(&prompter, 11_000, 17);
        check(&prompter, 99_000, 17);
        assert_eq!((prompter.left_ms(0), prompter.left_ms(10_000), prompter.left_ms(99_000)), (11_000, 1_000, 0));
    }

    #[test]
    fn it_waits_goes_on_and_changes_its_pace_where_it_stands() {
        let mut prompter = Prompter::new(SCRIPT, 60);
        prompter.start(0);
        prompter.pause(2_500);
        assert_eq!((prompter.place(90_000), prompter.is_running()), (2, false));
        prompter.start(100_000);
        assert_eq!(prompter.place(100_500), 3);
        prompter.set_pace(120, 100_500);
        assert_eq!((prompter.place(100_500), prompter.place(101_000), prompter.place(101_500)), (3, 6, 7));
        prompter.go_to(9, 101_500);
        assert_eq!((prompter.place(101_500), prompter.place(102_000)), (9, 13));
        prompter.go_to(0, 102_000);
        prompter.go_to(99, 102_000);
        assert_eq!(prompter.place(102_000), 17);
    }

    #[test]
    fn a_pace_stays_in_reason_and_an_empty_script_is_spoken_at_once() {
        assert_eq!(Prompter::new(SCRIPT, 0), Prompter::new(SCRIPT, 60));
        assert_eq!(Prompter::new(SCRIPT, 9_999), Prompter::new(SCRIPT, 400));
        let mut empty = Prompter::new(" \n", 180);
        empty.start(0);
        assert_eq!((empty.place(5), empty.left_ms(5)), (2, 0));
    }

    #[test]
    fn a_clock_that_goes_back_adds_nothing() {
        let mut clock = Clock::default();
        clock.start(1_000);
        clock.start(5_000);
        assert_eq!((clock.ran_ms(0), clock.ran_ms(3_000)), (0, 2_000));
        clock.pause(3_000);
        clock.pause(9_000);
        assert_eq!(clock.ran_ms(9_000), 2_000);
    }
}
