//! The time of writing.

/// After how much writing a version is due.
pub const EVERY_MS: i64 = 5 * 60_000;
/// A longer pause is no writing.
pub const PAUSE_MS: i64 = 30_000;

/// Measures writing: the time in which keys come. Moments are milliseconds of any clock; one that goes back adds nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Writing {
    written_ms: i64,
    last_key: Option<i64>,
    composing: bool,
}

impl Writing {
    /// A key came: the text changed, or an input method changed what is composed.
    pub fn key(&mut self, now_ms: i64) {
        let since = self.last_key.map_or(0, |last| now_ms - last);
        if (0..=PAUSE_MS).contains(&since) {
            self.written_ms += since;
        }
        self.last_key = Some(now_ms);
    }

    /// An input method began to compose, or ended.
    pub fn compose(&mut self, composing: bool) {
        self.composing = composing;
    }

    /// How long was written since the last version.
    #[must_use]
    pub fn written_ms(&self) -> i64 {
        self.written_ms
    }

    /// Whether a version may be cut now: never while an input method composes, for then the text is half a word.
    #[must_use]
    pub fn may_cut(&self) -> bool {
        !self.composing
    }

    /// Whether a version is due.
    #[must_use]
    pub fn is_due(&self) -> bool {
        self.may_cut() && self.written_ms >= EVERY_MS
    }

    /// A version was cut, or was due and nothing had changed.
    pub fn was_cut(&mut self) {
        self.written_ms = 0;
    }
}
