//! Cuts a text into what counts as one: a Han character, a word, a mark, an emoji. Allocates nothing and needs few tables.

use super::{is_chinese_punctuation, is_han};

/// What a unit of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A Han character, kana, Hangul syllable or 注音 letter.
    Wide,
    /// A run of other letters and digits.
    Word,
    /// A punctuation mark of Chinese, or a typographic one.
    Mark,
    /// A half-width punctuation mark outside a word, or up to three dots.
    HalfMark,
    /// An emoji or another sign.
    Sign,
    /// What has no width and nothing to stand on.
    Nothing,
    /// A space or control character.
    Space,
}

/// One piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit<'a> {
    /// What it is.
    pub kind: Kind,
    /// The byte where it begins.
    pub at: usize,
    /// It, with the combining marks that follow.
    pub text: &'a str,
}

/// The units of a text, in order and without gaps.
pub fn units(text: &str) -> impl Iterator<Item = Unit<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let (kind, mut len) = cluster(rest)?;
        match kind {
            Kind::Word => len = word(rest, len),
            Kind::HalfMark if rest.starts_with('.') && len == 1 => {
                len = rest.bytes().take(3).take_while(|b| *b == b'.').count()
            }
            _ => {}
        }
        let unit = Unit { kind, at, text: &rest[..len] };
        at += len;
        Some(unit)
    })
}

/// The half-width form of a full-width letter, digit or mark; any other character as it is.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The kind of the first thing that is drawn as one, and its length in bytes.
fn cluster(text: &str) -> Option<(Kind, usize)> {
    let first = text.chars().next()?;
    let kind = kind(first);
    let sign = kind == Kind::Sign;
    let (mut keycap, mut emoji, mut before) = (false, false, first);
    let is_flag = |c| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
    let mut flag = is_flag(first);
    let mut len = first.len_utf8();
    for c in text[len..].chars() {
        let tone = matches!(c, '\u{1F3FB}'..='\u{1F3FF}');
        let joined = before == '\u{200D}' && self::kind(c) == Kind::Sign;
        let goes_on = self::kind(c) == Kind::Nothing || (sign && (tone || joined || (flag && is_flag(c))));
        if !goes_on {
            break;
        }
        keycap |= c == '\u{20E3}';
        emoji |= c == '\u{FE0F}';
        flag = false;
        before = c;
        len += c.len_utf8();
    }
    let drawn = keycap || (emoji && kind == Kind::Mark);
    Some((if drawn && kind != Kind::Space { Kind::Sign } else { kind }, len))
}

/// The length in bytes of the word that a text begins with, of which `len` bytes are known.
fn word(text: &str, mut len: usize) -> usize {
    let mut last = text.chars().next().unwrap_or_default();
    while let Some((kind, more)) = cluster(&text[len..]) {
        let c = text[len..].chars().next().unwrap_or_default();
        if kind == Kind::Word {
            last = c;
            len += more;
            continue;
        }
        let after = &text[len + more..];
        let next = after.chars().next().unwrap_or_default();
        let inside = joins(last, c, next) && cluster(after).is_some_and(|(kind, _)| kind == Kind::Word);
        let ends = more == c.len_utf8() && matches!(half_width(c), '%' | '+' | '#');
        if !inside && !ends {
            break;
        }
        len += more;
    }
    len
}

/// Whether a mark between two characters belongs to their word.
fn joins(before: char, mark: char, after: char) -> bool {
    match mark {
        ',' | ':' => half_width(before).is_ascii_digit() && half_width(after).is_ascii_digit(),
        '\'' | '’' | '~' => true,
        '～' => false,
        _ => matches!(half_width(mark), '.' | '-' | '/' | '_' | '@' | '&' | '+' | '='),
    }
}

fn kind(c: char) -> Kind {
    match c {
        _ if c.is_whitespace() || c.is_control() => Kind::Space,
        _ if is_han(c) => Kind::Wide,
        _ if has_no_width(c) => Kind::Nothing,
        _ if matches!(half_width(c), '#' | '$' | '%' | '&' | '*' | '+' | '=' | '@' | '\\' | '^' | '_' | '`' | '|') => {
            Kind::Sign
        }
        _ if c.is_ascii_punctuation() => Kind::HalfMark,
        _ if is_chinese_punctuation(c) || is_typographic(c) => Kind::Mark,
        _ if fills_a_cell(c) => Kind::Wide,
        '\u{2100}'..='\u{2BFF}' | '\u{3000}'..='\u{33FF}' | '\u{1F000}'..='\u{1FFFF}' => Kind::Sign,
        _ if c.is_alphanumeric() => Kind::Word,
        // Marks of other scripts, which stand on the letter before.
        '\u{300}'..='\u{1FFF}' | '\u{A000}'..='\u{ABFF}' | '\u{10000}'..='\u{1CFFF}' => Kind::Nothing,
        _ => Kind::Sign,
    }
}

/// Combining marks, variation selectors, joiners, tags, and the later letters of a Hangul syllable that is written apart.
fn has_no_width(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{1160}'..='\u{11FF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{20D0}'..='\u{20FF}' | '\u{302A}'..='\u{302F}' | '\u{3099}' | '\u{309A}' | '\u{D7B0}'..='\u{D7FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}' | '\u{FEFF}' | '\u{FF9E}' | '\u{FF9F}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Marks that are not Chinese alone, and the vertical and small forms of Chinese ones.
fn is_typographic(c: char) -> bool {
    matches!(c, '«' | '»' | '\u{2010}'..='\u{2027}' | '\u{2032}'..='\u{205E}' | '\u{2E00}'..='\u{2E7F}' | '・' | '⋯' | '─' | '\u{FE10}'..='\u{FE1F}' | '\u{FE30}'..='\u{FE6F}')
}

/// Letters as wide as a Han character: radicals, kana, 注音, Hangul, and the private ones of fonts with rare characters.
fn fills_a_cell(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{2FFF}' | '〆' | '\u{3021}'..='\u{3029}' | '\u{3031}'..='\u{303C}' | '\u{3041}'..='\u{31FF}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7A3}' | '\u{E000}'..='\u{F8FF}' | '\u{FF66}'..='\u{FF9D}' | '\u{1B000}'..='\u{1B16F}')
}
