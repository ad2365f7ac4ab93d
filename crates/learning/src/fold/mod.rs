//! One spelling for texts that a reader takes for the same, so that they can be compared.
//!
//! A text goes through four steps, character by character: what nobody sees is left out, full-width and other compatible
//! forms become the plain ones ([`compatible`]), capitals become small, Traditional becomes Simplified ([`mod@simplified`]).
//! Then white space goes where a Han character stands beside it, because there it never tells words apart.
//!
//! Answers are compared so, and whatever is searched for. It is no conversion for reading: it takes one character at a time, and
//! 乾坤 becomes 干坤. That is no matter as long as both sides of a comparison are folded.

mod compatible;
mod simplified;

pub use simplified::simplified;

use compatible::Plain;
use model::length::{is_chinese_punctuation, is_han};

/// The text in the one spelling. Folding it again changes nothing.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = Folded { text: String::with_capacity(text.len()), gap: false };
    text.chars().for_each(|c| out.take(c));
    out.text
}

/// What is folded so far.
struct Folded {
    text: String,
    /// Whether white space was met since the last character.
    gap: bool,
}

impl Folded {
    fn take(&mut self, c: char) {
        match compatible::plain(c) {
            Plain::Unseen => {}
            Plain::Gap => self.gap = true,
            Plain::Text(text) => text.chars().for_each(|c| self.small(c)),
            Plain::Char(c) => self.small(c),
        }
    }

    fn small(&mut self, c: char) {
        c.to_lowercase().for_each(|c| self.put(simplified(c)));
    }

    fn put(&mut self, c: char) {
        let last = self.text.chars().next_back();
        if std::mem::take(&mut self.gap) {
            if last.is_some_and(|last| !stands_alone(last)) && !stands_alone(c) {
                self.text.push(' ');
            }
        } else if let Some(whole) = last.and_then(|last| compatible::composed(last, c)) {
            self.text.pop();
            self.text.push(whole);
            return;
        }
        self.text.push(c);
    }
}

/// Whether white space beside it says nothing.
fn stands_alone(c: char) -> bool {
    is_han(c) || is_chinese_punctuation(c)
}

#[cfg(test)]
mod tests {
    use super::folded;
    use proptest::prelude::*;

    #[test]
    fn what_a_reader_takes_for_the_same_is_the_same() {
        let check = |text: &str, expect: &str| assert_eq!(folded(text), expect, "{text}");
        check("", "");
        check("ＣＯＶＩＤ－１９", "covid-19");
        check("居民　自治", "居民自治");
        check(" 居民 自治 法 ", "居民自治法");
        check("學習強國", "学习强国");
        check("Open  the\tdoor", "open the door");
        check("打 120 电话", "打120电话");
        check("你好，世界。", "你好,世界.");
        check("“三会一课”", "\"三会一课\"");
        check("第①条 ３㎡", "第1条3m2");
        check("Ⅳ", "iv");
        check("1\u{200B}2", "12");
        check("lu\u{0308}\u{030C}", "lǚ");
        check("ＬǙ", "lǚ");
        check("——", "--");
        check("−5", "-5");
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(text in "[\\PC \u{3000}學Ａ“”a-uＵ\u{0300}-\u{0310}①Ⅳ。]{0,24}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }

        #[test]
        fn spaces_between_han_characters_say_nothing(words in prop::collection::vec("[一-龥]{1,3}", 1..6)) {
            prop_assert_eq!(folded(&words.join(" \u{3000}")), folded(&words.concat()));
        }
    }
}
