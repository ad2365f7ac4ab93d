//! How long a text is (字数), and how long reading it takes.
//!
//! What counts, after the rules that teachers use (the open cases as decided here):
//!
//! - Each Han character is one, of whatever block, with 〇 and 々; so is each kana, Hangul syllable and 注音 letter.
//! - Each Chinese punctuation mark is one, so —— and …… are two each.
//! - A run of letters or digits is one, half-width or full-width. Inside a run stand `.` `-` `/` `_` `@` `&` `+` `=` `~` and the
//!   apostrophe, between digits also `,` and `:`; `%`, `+` and `#` may end it. So `COVID-19`, `3.14`, `1,000`, `10:30`, `don't`,
//!   `50%`, `C++` and `1+1=2` are one each. The Chinese ， and ： between digits are marks.
//! - A half-width mark outside a run is a mark like a Chinese one where its paragraph has Chinese; up to three dots are one …. In
//!   a paragraph without any Chinese it belongs to the words and does not count.
//! - An emoji is one, whatever it is made of; so is each sign that stands alone: ℃ × → ★ ① Ⅳ + = #. Signs are not punctuation.
//! - Combining marks, spaces, control characters and what has no width are none.

mod units;

pub use units::{Kind, Unit, half_width, units};

/// The reading speed of a portal that names none, in 字 a minute.
pub const USUAL_SPEED: u32 = 350;

/// How many 字 a text has.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// All of them, with punctuation.
    pub all: u32,
    /// How many of them are punctuation marks.
    pub punctuation: u32,
}

impl Count {
    /// The 字 that are no punctuation.
    #[must_use]
    pub const fn without_punctuation(self) -> u32 {
        self.all - self.punctuation
    }
}

/// Counts 字. A title is not part of the text.
#[must_use]
pub fn count(text: &str) -> Count {
    let mut count = Count::default();
    for (_, paragraph) in paragraphs(text) {
        let chinese = is_chinese(paragraph);
        for unit in units(paragraph) {
            let mark = unit.kind == Kind::Mark || (chinese && unit.kind == Kind::HalfMark);
            count.punctuation += u32::from(mark);
            count.all += u32::from(mark || matches!(unit.kind, Kind::Wide | Kind::Word | Kind::Sign));
        }
    }
    count
}

/// Counts 字 with punctuation.
#[must_use]
pub fn characters(text: &str) -> u32 {
    count(text).all
}

/// The lines of a text, empty ones too, each with the byte where it begins.
pub fn paragraphs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = ['\n', '\r', '\u{2028}', '\u{2029}'];
    let mut next = 0;
    text.split_inclusive(ends).map(move |line| {
        let begins = next;
        next += line.len();
        (begins, line.trim_end_matches(ends))
    })
}

/// Whether a paragraph has Chinese in it, so that its half-width marks stand for Chinese ones.
#[must_use]
pub fn is_chinese(paragraph: &str) -> bool {
    paragraph.chars().any(is_han)
}

/// The estimated reading time in milliseconds, for a speed in 字 a minute (0 is taken as 1).
#[must_use]
pub fn reading_ms(characters: u32, speed: u32) -> u64 {
    u64::from(characters) * 60_000 / u64::from(speed.max(1))
}

/// Han characters of every block, with 〇 and 々.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '〇' | '々' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Punctuation that takes a cell of its own in Chinese text.
#[must_use]
pub fn is_chinese_punctuation(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}')
}

#[cfg(test)]
mod tests;
