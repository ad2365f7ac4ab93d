//! The path that a site stands under, as people write it and as it stands in an address.

use crate::content::{is_wrong, seen};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What a path in an address writes with `%`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Reads it: with a slash at both ends, in any characters that a folder's name may have, as they are or with `%`. `None` for what is none.
#[must_use]
pub fn read(text: &str) -> Option<String> {
    let decoded = seen(&percent_decode_str(text).decode_utf8().ok()?);
    let inside = decoded.strip_prefix('/')?;
    let is_part = |part: &str| !part.is_empty() && !part.starts_with('.') && !is_wrong(part);
    let is_sound = inside.is_empty() || inside.strip_suffix('/')?.split('/').all(is_part);
    is_sound.then_some(decoded)
}

/// How it stands in an address.
#[must_use]
pub fn in_address(base: &str) -> String {
    utf8_percent_encode(base, ENCODED).to_string()
}

#[cfg(test)]
mod tests {
    use super::{in_address, read};

    #[test]
    fn a_path_is_read_as_people_write_it() {
        let check = |text: &str, expect: Option<&str>| assert_eq!(read(text).as_deref(), expect, "{text}");
        check("/", Some("/"));
        check("/community/learn/", Some("/community/learn/"));
        check("/学苑/", Some("/学苑/"));
        check("/%E5%AD%A6%E8%8B%91/", Some("/学苑/"));
        for wrong in
            ["", "a", "/a", "a/", "//", "/a//b/", "/../", "/a?/", "/a#b/", "/%ff/", "/<a>/", "C:/Git/a/", "/a\u{7}/"]
        {
            check(wrong, None);
        }
        assert_eq!(in_address("/学苑 1/"), "/%E5%AD%A6%E8%8B%91%201/");
    }
}
