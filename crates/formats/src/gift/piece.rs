//! A part of a bank's text that knows its line, and the escapes.

use crate::bank::{Fault, Reason};

/// What a backslash takes the meaning from.
const ESCAPED: [char; 7] = ['\\', '~', '=', '#', '{', '}', ':'];

/// A part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// The line where it begins.
    pub(super) line: usize,
}

impl<'a> Piece<'a> {
    /// The part before a place, and the part from there on.
    pub(super) fn split_at(self, at: usize) -> (Self, Self) {
        let (before, after) = self.text.split_at(at);
        let lines = before.bytes().filter(|byte| *byte == b'\n').count();
        (Self { text: before, ..self }, Self { text: after, line: self.line + lines })
    }

    /// Without blanks at both ends.
    pub(super) fn trim(self) -> Self {
        let (_, rest) = self.split_at(self.text.len() - self.text.trim_start().len());
        Self { text: rest.text.trim_end(), ..rest }
    }

    /// What stands before and after a sign that is not escaped.
    pub(super) fn cut(self, sign: &str) -> Option<(Self, Self)> {
        let at = find(self.text, |rest| rest.starts_with(sign))?;
        let (before, after) = self.split_at(at);
        Some((before, after.skip(sign.len())))
    }

    /// Without its first bytes, which have no line end.
    pub(super) fn skip(self, bytes: usize) -> Self {
        Self { text: self.text.get(bytes..).unwrap_or_default(), ..self }
    }

    /// The beginning, for a message.
    pub(super) fn shown(self) -> String {
        self.trim().text.chars().take_while(|c| *c != '\n').take(20).collect()
    }

    pub(super) fn fault(self, reason: Reason) -> Fault {
        Fault::new(self.line, reason)
    }
}

/// The first place that is not escaped and begins with what is wanted.
pub(super) fn find(text: &str, wanted: impl Fn(&str) -> bool) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        match escaped {
            true => escaped = false,
            false if c == '\\' && rest.chars().nth(1).is_some_and(|next| ESCAPED.contains(&next)) => escaped = true,
            false if wanted(rest) => return Some(at),
            false => {}
        }
    }
    None
}

/// The text that is meant. Unless it keeps its blanks, a line end is a blank, and several blanks are one.
pub(super) fn decode(text: &str, keep_blanks: bool) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek().copied()) {
            ('\\', Some('n')) => {
                chars.next();
                decoded.push('\n');
            }
            ('\\', Some(next)) if ESCAPED.contains(&next) => {
                chars.next();
                decoded.push(next);
            }
            (' ' | '\t' | '\n', next) if !keep_blanks => {
                let several = matches!(next, Some(' ' | '\t' | '\n'));
                while chars.next_if(|next| matches!(next, ' ' | '\t' | '\n')).is_some() {}
                decoded.push(if several || c == '\n' { ' ' } else { c });
            }
            _ => decoded.push(c),
        }
    }
    decoded
}

/// The text with a backslash before every sign, and a line end as `\n`.
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => encoded.push_str("\\n"),
            c => encoded.extend(ESCAPED.contains(&c).then_some('\\').into_iter().chain([c])),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_found_unless_they_are_escaped() {
        let check = |text: &str, expect: Option<usize>| assert_eq!(find(text, |rest| rest.starts_with('=')), expect);
        check("a=b", Some(1));
        check(r"a\=b=c", Some(4));
        check(r"a\\=b", Some(3));
        check(r"a\x=b", Some(3));
        check(r"a\=b\", None);
    }

    #[test]
    fn escapes_are_taken_away_and_blanks_are_one() {
        let check = |text: &str, expect: &str| assert_eq!(decode(text, false), expect);
        check(r"1\=1 \{\~\#\:\}\\", r"1=1 {~#:}\");
        check("a\n\t b\tc", "a b\tc");
        check(r"a \n b", "a \n b");
        check(r"\alpha \", r"\alpha \");
        check("（　　）", "（　　）");
        assert_eq!(decode("a  \n b", true), "a  \n b");
    }

    #[test]
    fn a_piece_knows_its_line() {
        let piece = Piece { text: "a\nb=\n\n c ", line: 3 };
        let (before, after) = piece.cut("=").unwrap();
        assert_eq!((before.line, after.line, after.trim()), (3, 4, Piece { text: "c", line: 6 }));
    }
}
