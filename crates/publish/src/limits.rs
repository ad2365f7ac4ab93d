//! How much of anything is taken. Whatever is over a limit is a fault with a name, never a slow or broken publishing.

/// The largest text, in bytes: about 300 000 字.
pub(crate) const TEXT: usize = 1_000_000;
/// The largest spreadsheet, in bytes.
pub(crate) const SPREADSHEET: usize = 5_000_000;
/// How many questions a bank has.
pub(crate) const QUESTIONS: usize = 500;
/// How many options, answers, pairs or items a question has.
pub(crate) const OPTIONS: usize = 50;
/// How far down and to the right a table of questions may reach.
pub(crate) const ROWS: usize = 2_000;
pub(crate) const COLUMNS: usize = 100;
/// The largest picture as it is given, in bytes. It is reduced before it is published.
pub(crate) const PICTURE: usize = 20_000_000;
/// The most pixels of a picture: 100 million need 400 MB of memory while they are reduced.
pub(crate) const PIXELS: u64 = 100_000_000;
/// From here a picture is reduced even if that makes its file larger: a phone needs 64 MB to show these.
pub(crate) const SHOWN_PIXELS: u64 = 16_000_000;
/// The largest sound, film or file, in bytes.
pub(crate) const FILE: usize = 50_000_000;
/// From here a file is slow to load on a phone, in bytes.
pub(crate) const HEAVY: usize = 10_000_000;
/// How deep lists, quotations and emphasis may stand in each other, counted in nodes of the tree; a list takes two a level.
/// Whatever walks the tree calls itself for each of them.
pub(crate) const NESTING: usize = 64;
/// How many elements of raw HTML may be open at once. The time of the sieve grows with their square.
pub(crate) const OPEN_ELEMENTS: usize = 64;
/// How many wrong links of one text are told with the nearest right one.
pub(crate) const HINTS: usize = 20;
