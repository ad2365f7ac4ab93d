//! The bytes of a file to its text: UTF-8, or what older Windows programs write.

use crate::fault::phrase;
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
use locale::Phrase;

/// A text, and the encoding it had if that was not UTF-8.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub text: String,
    pub foreign: Option<&'static str>,
}

/// Why bytes are no text: the line, if it is one line's fault, and what is wrong.
pub(crate) type Undecodable = (Option<usize>, Phrase);

/// Reads UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030; any line ends become `\n`.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, Undecodable> {
    let (text, foreign) = match (Encoding::for_bom(bytes), std::str::from_utf8(bytes)) {
        (Some((encoding, _)), _) if encoding == UTF_16LE || encoding == UTF_16BE => {
            (whole(encoding, bytes)?, Some("UTF-16"))
        }
        (_, Ok(text)) => (text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(), None),
        (_, Err(error)) if is_broken_utf8(bytes) => return Err(broken(bytes, error.valid_up_to())),
        _ => (whole(GB18030, bytes)?, Some("GB18030")),
    };
    if text.contains(is_foreign) {
        return Err((None, no_text()));
    }
    Ok(Decoded { text: text.replace("\r\n", "\n").replace('\r', "\n"), foreign })
}

fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Undecodable> {
    let (text, wrong) = encoding.decode_with_bom_removal(bytes);
    // Bytes of pictures and programs can be GB18030 by chance, but then hold characters that nobody assigned.
    let by_chance =
        encoding == GB18030 && text.contains(|c| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{80}'..='\u{9f}'));
    if wrong || by_chance { Err((None, no_text())) } else { Ok(text.into_owned()) }
}

/// What no editor writes into a text.
fn is_foreign(c: char) -> bool {
    c == '\0'
}

/// Whether this is UTF-8 with damage. GB18030 hardly ever looks like the three bytes that a Chinese character has in UTF-8, while
/// nearly all of UTF-8 would pass for GB18030 and give wrong characters.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let mut good = 0_usize;
    let mut bad = 0_usize;
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| c.len_utf8() > 2).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

fn broken(bytes: &[u8], at: usize) -> Undecodable {
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    (Some(line), phrase("文件读不出来：这一行有坏掉的字节。", "The file cannot be read: this line has damaged bytes."))
}

fn no_text() -> Phrase {
    phrase("文件读不出来：它不是文本文件。", "The file cannot be read: it is no text.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expect: Result<(&str, Option<&'static str>), Option<usize>>) {
        let read = decode(bytes).map_err(|(line, _)| line);
        let expect = expect.map(|(text, foreign)| Decoded { text: text.to_owned(), foreign });
        assert_eq!(read, expect, "{bytes:x?}");
    }

    #[test]
    fn texts_of_all_editors_are_read() {
        check("正文\r\n一\r二".as_bytes(), Ok(("正文\n一\n二", None)));
        check("\u{feff}正文".as_bytes(), Ok(("正文", None)));
        check(b"\xd5\xfd\xce\xc4\r\n", Ok(("正文\n", Some("GB18030"))));
        check(b"\xff\xfe\x63\x6b\x87\x65", Ok(("正文", Some("UTF-16"))));
        check(b"\xfe\xff\x6b\x63\x65\x87", Ok(("正文", Some("UTF-16"))));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check(b"\x89PNG\r\n\x1a\n\0\0", Err(None));
        check(b"\xff\xfe\x00", Err(None));
        check(b"a\0b", Err(None));
        check(&[0xff; 9], Err(None));
        check(&["一行\n好的正".as_bytes(), b"\xe6\x96", "文还有".as_bytes()].concat(), Err(Some(2)));
    }
}
