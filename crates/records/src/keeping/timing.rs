//! How long things take, in milliseconds.

/// How long a key waits until it is kept: writing at the key itself made each key slower to see.
pub const MOMENT_MS: u64 = 250;
/// How long no key comes before it is said that all is kept: words that change with every key would make each slower to see.
pub const SETTLED_MS: u64 = 200;
/// Who writes on without a pause is told as often as this that all is kept.
pub const SAID_AGAIN_MS: u64 = 4_000;
/// How long a pause of the writer is.
pub const PAUSE_MS: u64 = 300;
/// Who writes on without a pause has the words looked at as often as this.
pub const AT_LEAST_MS: u64 = 3_000;
/// After how long a writing that failed is tried again.
pub const AGAIN_MS: u64 = 3_000;
/// Keys and signs of life try again no sooner than this.
pub const SOONEST_MS: u64 = 1_000;
/// Words that wait longer than this are asked for before the page is left, for whatever reason they wait.
pub const LATE_MS: u64 = 2_000;
