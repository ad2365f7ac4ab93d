//! The ways of Chinese text: lines that join without a space, and readings above characters.

use model::length::{is_chinese_punctuation, is_han};

/// Whether a line break between these two characters is nothing to the reader.
pub(super) fn joins(before: Option<char>, after: Option<char>) -> bool {
    let wide = |c: char| is_han(c) || is_chinese_punctuation(c);
    before.is_some_and(wide) && after.is_some_and(wide)
}

/// A piece of text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Plain.
    Plain(&'a str),
    /// Characters with their reading, as `{汉字|hàn zì}` gives them.
    Ruby(&'a str, &'a str),
}

/// Cuts a text at its readings.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let (mut rest, mut from) = (text, 0);
    while let Some(open) = rest[from..].find('{').map(|at| from + at) {
        match ruby(&rest[open + 1..]) {
            Some((base, reading, length)) => {
                out.extend([Piece::Plain(&rest[..open]), Piece::Ruby(base, reading)]);
                (rest, from) = (&rest[open + 1 + length..], 0);
            }
            None => from = open + 1,
        }
    }
    out.push(Piece::Plain(rest));
    out.retain(|piece| *piece != Piece::Plain(""));
    out
}

/// The base, the reading, and the length of both up to and with the closing brace.
fn ruby(text: &str) -> Option<(&str, &str, usize)> {
    let end = text.find('}')?;
    let (base, reading) = text[..end].split_once('|')?;
    let sound = !base.is_empty() && base.chars().all(is_han) && !reading.trim().is_empty() && !reading.contains('{');
    sound.then(|| (base, reading.trim(), end + 1))
}

/// Draws characters with their reading: one by one when there are as many syllables as characters.
pub(super) fn draw_ruby(base: &str, reading: &str) -> String {
    let syllables: Vec<&str> = reading.split_whitespace().collect();
    let characters: Vec<char> = base.chars().collect();
    let pair = |base: String, reading: &str| {
        let reading = super::inline::escape(reading);
        format!("{base}<rp>（</rp><rt>{reading}</rt><rp>）</rp>")
    };
    let inside: String = if syllables.len() == characters.len() {
        characters.iter().zip(syllables).map(|(character, syllable)| pair(character.to_string(), syllable)).collect()
    } else {
        pair(base.to_owned(), reading)
    };
    format!("<ruby>{inside}</ruby>")
}

/// A text without its readings.
pub(super) fn without_ruby(text: &str) -> String {
    let base = |piece| match piece {
        Piece::Plain(text) | Piece::Ruby(text, _) => text,
    };
    pieces(text).into_iter().map(base).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_join_between_chinese_characters_only() {
        assert!(joins(Some('字'), Some('字')));
        assert!(joins(Some('，'), Some('字')));
        assert!(!joins(Some('字'), Some('a')));
        assert!(!joins(None, Some('字')));
    }

    #[test]
    fn readings_are_found_and_everything_else_is_left() {
        assert_eq!(
            pieces("读{汉字|hàn zì}吧"),
            [Piece::Plain("读"), Piece::Ruby("汉字", "hàn zì"), Piece::Plain("吧")]
        );
        for plain in ["{汉字}", "{a|b}", "{汉|}", "{", "a{b|c", "{{汉|hàn"] {
            assert_eq!(pieces(plain), [Piece::Plain(plain)], "{plain}");
        }
        assert_eq!(without_ruby("{{汉|hàn}}"), "{汉}");
    }

    #[test]
    fn syllables_stand_above_their_characters() {
        let drawn = draw_ruby("汉字", "hàn zì");
        assert_eq!(drawn, "<ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp>字<rp>（</rp><rt>zì</rt><rp>）</rp></ruby>");
        assert_eq!(draw_ruby("馄饨", "húntun"), "<ruby>馄饨<rp>（</rp><rt>húntun</rt><rp>）</rp></ruby>");
    }
}
