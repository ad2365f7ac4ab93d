//! The timer's quiet warnings, and the limit of a recording's size.

/// How long before the shortest and the longest time there is a warning.
pub const WARNING_MS: u64 = 30_000;
/// From which part of the limit on a recording is nearly full, in percent.
pub const NEARLY_FULL: u64 = 90;

/// What the timer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Too short still.
    Short {
        /// How long until it is long enough, in milliseconds.
        left_ms: u64,
        /// Whether that is within the last 30 seconds.
        soon: bool,
    },
    /// Long enough.
    Right {
        /// How long until it is too long, in milliseconds.
        left_ms: u64,
        /// Whether that is within the last 30 seconds.
        soon: bool,
    },
    /// Too long.
    Long {
        /// By how much, in milliseconds.
        over_ms: u64,
    },
}

/// What the timer says after a time, for the shortest and the longest speech in seconds, both of them allowed. The longest second is
/// allowed to its end, as judges with a stop watch see it.
#[must_use]
pub fn signal(ran_ms: u64, (shortest, longest): (u32, u32)) -> Signal {
    let (shortest_ms, longest_ms) = (u64::from(shortest) * 1_000, (u64::from(longest) + 1) * 1_000);
    if ran_ms < shortest_ms {
        let left_ms = shortest_ms - ran_ms;
        Signal::Short { left_ms, soon: left_ms <= WARNING_MS }
    } else if ran_ms < longest_ms {
        let left_ms = longest_ms - ran_ms;
        Signal::Right { left_ms, soon: left_ms <= WARNING_MS }
    } else {
        Signal::Long { over_ms: ran_ms - longest_ms }
    }
}

/// How a recording stands to the largest size that the contest takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The contest has no limit.
    None,
    /// There is room.
    Room {
        /// So many bytes.
        left: u64,
    },
    /// Little room is left.
    NearlyFull {
        /// So many bytes.
        left: u64,
    },
    /// It is larger than allowed: recording should end.
    Over {
        /// By so many bytes.
        by: u64,
    },
}

/// How a size stands to the largest one allowed, which is 0 where there is none.
#[must_use]
pub fn limit(bytes: u64, most: u64) -> Limit {
    match most.checked_sub(bytes) {
        _ if most == 0 => Limit::None,
        None => Limit::Over { by: bytes - most },
        Some(left) if bytes / NEARLY_FULL >= most / 100 => Limit::NearlyFull { left },
        Some(left) => Limit::Room { left },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_timer_warns_before_both_ends() {
        let check = |ran_ms: u64, expect: Signal| assert_eq!(signal(ran_ms, (180, 300)), expect, "{ran_ms}");
        check(0, Signal::Short { left_ms: 180_000, soon: false });
        check(149_999, Signal::Short { left_ms: 30_001, soon: false });
        check(150_000, Signal::Short { left_ms: 30_000, soon: true });
        check(180_000, Signal::Right { left_ms: 121_000, soon: false });
        check(271_000, Signal::Right { left_ms: 30_000, soon: true });
        check(300_999, Signal::Right { left_ms: 1, soon: true });
        check(301_000, Signal::Long { over_ms: 0 });
        check(310_000, Signal::Long { over_ms: 9_000 });
    }

    #[test]
    fn a_recording_knows_its_limit() {
        let check = |bytes: u64, most: u64, expect: Limit| assert_eq!(limit(bytes, most), expect, "{bytes} of {most}");
        check(5, 0, Limit::None);
        check(0, 12_000_000, Limit::Room { left: 12_000_000 });
        check(10_799_910, 12_000_000, Limit::Room { left: 1_200_090 });
        check(10_800_000, 12_000_000, Limit::NearlyFull { left: 1_200_000 });
        check(12_000_000, 12_000_000, Limit::NearlyFull { left: 0 });
        check(12_000_001, 12_000_000, Limit::Over { by: 1 });
        check(u64::MAX, 1_000, Limit::Over { by: u64::MAX - 1_000 });
    }
}
