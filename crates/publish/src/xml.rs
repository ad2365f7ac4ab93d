//! Text as XML takes it.

use crate::markdown;

/// Escapes text for XML, attributes too. Characters that XML 1.0 cannot hold are left out: <https://www.w3.org/TR/xml/#charsets>.
pub(crate) fn escape(text: &str) -> String {
    markdown::escape(&text.chars().filter(|c| is_allowed(*c)).collect::<String>())
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(escape("甲\u{b}<\u{0}&\u{ffff}\"🎉\n"), "甲&lt;&amp;&quot;🎉\n");
    }
}
