//! The lines of a calendar (RFC 5545, 3.1 and 3.3.11), where the library leaves something: it lets the last line of a long text be 76 octets
//! long, escapes no `NAME`, and lets control characters through.

use icalendar::parser::unfold;

/// The longest line, in octets, without its end.
const LIMIT: usize = 75;
/// What some readers take for the end of a line.
const LINE_ENDS: [char; 6] = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// A text without what no calendar may have: every end of a line is `\n`, and other control characters go.
pub(super) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(LINE_ENDS, "\n");
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// A text as a value of the type TEXT.
pub(super) fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Folds all lines of a calendar anew, never inside a character.
pub(super) fn fold(calendar: &str) -> String {
    let whole = unfold(calendar);
    let mut folded = String::with_capacity(calendar.len());
    for line in whole.split_terminator("\r\n") {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LIMIT {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(c);
            length += c.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_longer_than_75_octets_and_nothing_is_lost() {
        for sign in ["a", "é", "学", "𠀀", " ", "学 a", "\\n"] {
            for length in 0..320 {
                let line: String = "SUMMARY:".chars().chain(sign.chars().cycle().take(length)).collect();
                let folded = fold(&format!("{line}\r\n"));
                assert!(folded.split("\r\n").all(|part| part.len() <= LIMIT), "{folded:?}");
                assert_eq!(unfold(&folded), format!("{line}\r\n"));
            }
        }
    }

    #[test]
    fn a_text_keeps_no_end_of_a_line_but_the_one_that_is_escaped() {
        assert_eq!(clean("一\r\n二\r三\u{2028}四\u{7}\u{0}五\t六"), "一\n二\n三\n四五\t六");
        assert_eq!(escape("甲, 乙; 丙\\n\n丁"), "甲\\, 乙\\; 丙\\\\n\\n丁");
    }
}
