//! Active reading time: what counts is time in which the page is seen and the reader gives a sign of life.
//!
//! All moments are milliseconds of one monotonic clock (the browser's `performance.now`), so a device whose calendar clock is
//! set back or forth counts no second more or less.

/// After this long without a sign of life, time stands still.
pub const IDLE_AFTER_MS: u64 = 60_000;

/// Measures one stretch of reading. It ends when the page goes out of sight; coming back begins another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingClock {
    counted_ms: u64,
    /// Up to where time is counted.
    counted_to: u64,
    last_sign: u64,
}

impl ReadingClock {
    /// A clock that starts now: opening a page is a sign of life.
    #[must_use]
    pub fn start(now_ms: u64) -> Self {
        Self { counted_ms: 0, counted_to: now_ms, last_sign: now_ms }
    }

    /// The reader scrolled, touched, typed or moved the pointer.
    pub fn sign(&mut self, now_ms: u64) {
        self.count(now_ms);
        self.last_sign = self.last_sign.max(now_ms);
    }

    /// The active time so far, in milliseconds.
    #[must_use]
    pub fn active_ms(&self, now_ms: u64) -> u64 {
        self.counted_ms + self.pending(now_ms)
    }

    /// Whether the reader has been still for so long that the stretch is over.
    #[must_use]
    pub fn is_idle(&self, now_ms: u64) -> bool {
        now_ms.saturating_sub(self.last_sign) >= IDLE_AFTER_MS
    }

    fn pending(&self, now_ms: u64) -> u64 {
        let until = now_ms.min(self.last_sign + IDLE_AFTER_MS);
        until.saturating_sub(self.counted_to)
    }

    fn count(&mut self, now_ms: u64) {
        self.counted_ms += self.pending(now_ms);
        self.counted_to = self.counted_to.max(now_ms);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_runs_while_the_reader_is_there() {
        let mut clock = ReadingClock::start(0);
        clock.sign(20_000);
        clock.sign(50_000);
        assert_eq!(clock.active_ms(70_000), 70_000);
    }

    #[test]
    fn time_stops_after_a_minute_of_stillness_and_goes_on_with_the_next_sign() {
        let mut clock = ReadingClock::start(0);
        assert_eq!(clock.active_ms(600_000), 60_000);
        assert!(clock.is_idle(600_000));
        clock.sign(600_000);
        assert_eq!(clock.active_ms(610_000), 70_000);
        assert!(!clock.is_idle(610_000));
    }

    #[test]
    fn a_clock_that_goes_back_counts_nothing() {
        let mut clock = ReadingClock::start(10_000);
        clock.sign(26_000);
        assert_eq!(clock.active_ms(5_000), 16_000);
    }
}
