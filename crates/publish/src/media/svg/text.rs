//! The characters of a drawing: XML says itself how they are written. Source: <https://www.w3.org/TR/xml/#sec-guessing>.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The text of a drawing; `None` when its bytes are not what it says.
pub(super) fn of(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (text, wrong) = encoding(bytes).decode_with_bom_removal(bytes);
    (!wrong).then_some(text)
}

/// Whether a browser cannot read these bytes as anything but this text: UTF-8, and no document type that says more.
pub(super) fn is_plain(bytes: &[u8], text: &str) -> bool {
    encoding(bytes) == UTF_8
        && declared(bytes).is_none_or(|name| name.eq_ignore_ascii_case("utf-8"))
        && !text.contains("<!DOCTYPE")
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let said = declared(bytes).and_then(|name| Encoding::for_label(name.as_bytes())).unwrap_or(UTF_8);
    // Where the declaration could be read byte by byte, it is not UTF-16.
    if said == UTF_16LE || said == UTF_16BE { UTF_8 } else { said }
}

/// What the declaration `<?xml … encoding="…"?>` says.
fn declared(bytes: &[u8]) -> Option<&str> {
    let start = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).strip_prefix(b"<?xml")?;
    let end = start.windows(2).position(|two| two == b"?>")?;
    let declaration = std::str::from_utf8(start.get(..end)?).ok()?;
    let (_, rest) = declaration.split_once("encoding")?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.get(1..)?.split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::{is_plain, of};

    #[track_caller]
    fn check(bytes: &[u8], expect: Option<&str>, plain: bool) {
        let text = of(bytes);
        assert_eq!(text.as_deref(), expect);
        assert_eq!(text.is_some_and(|text| is_plain(bytes, &text)), plain, "{expect:?}");
    }

    #[test]
    fn drawings_are_read_as_they_say() {
        check("<svg>字</svg>".as_bytes(), Some("<svg>字</svg>"), true);
        check(
            "<?xml version='1.0' encoding='utf-8'?><svg/>".as_bytes(),
            Some("<?xml version='1.0' encoding='utf-8'?><svg/>"),
            true,
        );
        check(b"<?xml encoding = \"GBK\"?><a>\xd7\xd6</a>", Some("<?xml encoding = \"GBK\"?><a>字</a>"), false);
        check(b"<?xml encoding='UTF-16'?><a/>", Some("<?xml encoding='UTF-16'?><a/>"), false);
        check(b"\xff\xfe<\0a\0/\0>\0", Some("<a/>"), false);
        check(b"<svg>\xd7\xd6</svg>", None, false);
        check(b"<!DOCTYPE svg><svg/>", Some("<!DOCTYPE svg><svg/>"), false);
    }
}
