//! The version of a paper, as four characters that can be read out and typed without mistaking one for another.

use std::fmt;

/// Letters and digits without 0, O, 1, I and L.
const ALPHABET: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const LENGTH: usize = 4;
/// How many versions there are.
const ALL: u32 = 31 * 31 * 31 * 31;

/// Which version of a paper: A7K3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(u32);

impl Version {
    /// The version of any seed.
    #[must_use]
    pub fn new(seed: u32) -> Self {
        Self(seed % ALL)
    }

    /// What its lots are drawn by.
    #[must_use]
    pub fn seed(self) -> u32 {
        self.0
    }

    /// Reads a code, in capitals or not, full-width or not, with spaces or hyphens or without.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let folded = crate::fold::folded(code);
        let chars: Vec<char> = folded.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if chars.len() != LENGTH {
            return None;
        }
        let digit = |c: &char| ALPHABET.iter().position(|letter| char::from(*letter) == c.to_ascii_uppercase());
        chars.iter().try_fold(0, |seed, c| Some(seed * 31 + u32::try_from(digit(c)?).ok()?)).map(Self)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = [31 * 31 * 31, 31 * 31, 31, 1];
        places.iter().try_for_each(|place| {
            let digit = usize::try_from(self.0 / place % 31).unwrap_or(0);
            write!(f, "{}", char::from(ALPHABET[digit]))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        let check = |code: &str, expect: Option<&str>| {
            assert_eq!(Version::parse(code).map(|version| version.to_string()).as_deref(), expect, "{code}");
        };
        check("A7K3", Some("A7K3"));
        check(" a7k3 ", Some("A7K3"));
        check("Ａ７Ｋ３", Some("A7K3"));
        check("A7-K3", Some("A7K3"));
        check("A7K", None);
        check("A7K33", None);
        check("A0K3", None);
        check("", None);
    }

    proptest! {
        #[test]
        fn a_version_is_read_back_from_its_code(seed: u32) {
            let version = Version::new(seed);
            prop_assert_eq!(Version::parse(&version.to_string()), Some(version));
            prop_assert_eq!(Version::new(version.seed()), version);
        }
    }
}
