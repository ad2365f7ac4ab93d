//! The code on a paper: its version and what was shuffled, so that whoever types it prints the same paper again. A7K3-B.

use super::{Shuffled, Version};
use std::fmt;

/// A version of a paper, with what was shuffled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The version.
    pub version: Version,
    /// What was shuffled.
    pub shuffled: Shuffled,
}

/// The letters for nothing, options, questions, both.
const LETTERS: [char; 4] = ['A', 'B', 'C', 'D'];

impl Code {
    /// Reads a code however it was typed. One without the last letter stands for `otherwise`.
    #[must_use]
    pub fn parse(code: &str, otherwise: Shuffled) -> Option<Self> {
        if let Some(version) = Version::parse(code) {
            return Some(Self { version, shuffled: otherwise });
        }
        let folded = crate::fold::folded(code);
        let folded = folded.trim_end();
        let last = folded.chars().next_back()?;
        let which = LETTERS.iter().position(|letter| *letter == last.to_ascii_uppercase())?;
        let version = Version::parse(folded.strip_suffix(last)?)?;
        Some(Self { version, shuffled: Shuffled { options: which & 1 != 0, questions: which & 2 != 0 } })
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let which = usize::from(self.shuffled.options) + 2 * usize::from(self.shuffled.questions);
        write!(f, "{}-{}", self.version, LETTERS[which])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_says_what_was_shuffled() {
        let check = |typed: &str, expect: Option<&str>| {
            let otherwise = Shuffled { questions: false, options: true };
            assert_eq!(Code::parse(typed, otherwise).map(|code| code.to_string()).as_deref(), expect, "{typed}");
        };
        for letter in LETTERS {
            check(&format!("A7K3-{letter}"), Some(&format!("A7K3-{letter}")));
        }
        check(" ａ７ｋ３ｄ ", Some("A7K3-D"));
        check("a7k3", Some("A7K3-B"));
        check("A7K3-E", None);
        check("A7K", None);
        check("", None);
    }
}
