//! Attendance without a server: the code on the wall, as it is made, shown, typed and compared.
//!
//! A code has eight characters of Crockford's Base32, which has no letters that are taken for digits. What was typed is brought to
//! this form ([`typed`]); PBKDF2-HMAC-SHA-256 over its eight bytes, with the activity's salt and rounds, is derived outside (WebCrypto
//! in the browser, the publisher natively); what comes out is compared here ([`Attendance::confirms`]).
//!
//! Source: Douglas Crockford, "Base 32", <https://www.crockford.com/base32.html>.

use crate::programme::Attendance;
use std::fmt;

/// The rounds of PBKDF2 for a new code: about a second on an old telephone.
pub const ROUNDS: u32 = 300_000;
/// How many characters a code has.
pub const LENGTH: usize = 8;
/// What a code is made of: no I, L, O and U.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code: eight characters of [`ALPHABET`]. It is shown in two blocks of four.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(String);

/// Why what was typed is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed.
    Empty,
    /// A character that no code has.
    Foreign(char),
    /// Another number of characters than eight.
    Length(usize),
}

impl Code {
    /// What is derived from: the eight characters, without the hyphen.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.0.split_at(LENGTH / 2);
        write!(f, "{first}-{second}")
    }
}

/// A new code of random bytes. A byte has eight times as many values as the alphabet, so every character is as likely.
#[must_use]
pub fn make(random: [u8; LENGTH]) -> Code {
    Code(random.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect())
}

/// The code that was typed: full-width or not, in capitals or not, with spaces and hyphens or not; O is 0, I and L are 1.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn typed(text: &str) -> Result<Code, Fault> {
    let written = text.chars().map(half_width).filter(|c| !is_between(*c));
    let code = written.map(character).collect::<Result<String, Fault>>()?;
    match code.len() {
        LENGTH => Ok(Code(code)),
        0 => Err(Fault::Empty),
        length => Err(Fault::Length(length)),
    }
}

/// The character of [`ALPHABET`] that is meant.
fn character(typed: char) -> Result<char, Fault> {
    let meant = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    u8::try_from(meant).ok().filter(|byte| ALPHABET.contains(byte)).map(char::from).ok_or(Fault::Foreign(typed))
}

/// The half-width form of a full-width letter, digit or mark.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

/// Spaces, and whatever an input method makes of a hyphen.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200B}' | 'ー')
}

impl Attendance {
    /// Whether these bytes are those that the right code gives. It takes as long for a nearly right code as for a wrong one.
    #[must_use]
    pub fn confirms(&self, derived: &[u8]) -> bool {
        let expected = of_hex(&self.hash).unwrap_or_default();
        let differing = expected.iter().zip(derived).fold(0, |differing, (one, other)| differing | (one ^ other));
        !expected.is_empty() && expected.len() == derived.len() && differing == 0
    }
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from(b"0123456789abcdef"[usize::from(nibble)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The bytes of a hexadecimal number of either case; `None` for anything else.
#[must_use]
pub fn of_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    Some(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_understood_however_it_is_typed() {
        let check = |text: &str, expect: Result<&str, Fault>| {
            assert_eq!(typed(text).map(|code| code.as_str().to_owned()), expect.map(str::to_owned), "{text}");
        };
        check("7K2M-9XQ4", Ok("7K2M9XQ4"));
        check("7k2m9xq4", Ok("7K2M9XQ4"));
        check(" 7k2m 9xq4\n", Ok("7K2M9XQ4"));
        check("７Ｋ２Ｍ－９ｘｑ４", Ok("7K2M9XQ4"));
        check("7K2M—9XQ4", Ok("7K2M9XQ4"));
        check("7K2M　9XQ4", Ok("7K2M9XQ4"));
        check("oOiIlL-11", Ok("00111111"));
        check("ＯＩＬ0-0000", Ok("01100000"));
        check("", Err(Fault::Empty));
        check(" - ", Err(Fault::Empty));
        check("7K2M-9XQ", Err(Fault::Length(7)));
        check("7K2M-9XQ44", Err(Fault::Length(9)));
        check("7K2M-9XQU", Err(Fault::Foreign('U')));
        check("7K2M-9XQ?", Err(Fault::Foreign('?')));
        check("签到码七八九十", Err(Fault::Foreign('签')));
    }

    #[test]
    fn a_code_is_made_of_its_alphabet_and_typed_as_it_is_shown() {
        for byte in 0..=u8::MAX {
            let code = make([byte; LENGTH]);
            assert!(code.as_str().bytes().all(|character| ALPHABET.contains(&character)));
            assert_eq!((code.to_string().len(), typed(&code.to_string())), (9, Ok(code)));
        }
        assert_eq!(make([0, 1, 10, 31, 32, 63, 200, 255]).to_string(), "01AZ-0Z8Z");
    }

    #[test]
    fn only_the_bytes_of_the_right_code_confirm() {
        let of = |hash: &str| Attendance { salt: "00".into(), hash: hash.into(), rounds: ROUNDS };
        let check = |hash: &str, derived: &[u8], expect: bool| assert_eq!(of(hash).confirms(derived), expect, "{hash}");
        check("00ff10", &[0, 255, 16], true);
        check("00FF10", &[0, 255, 16], true);
        check("00ff10", &[0, 255, 17], false);
        check("00ff10", &[0, 255], false);
        check("00ff", &[0, 255, 16], false);
        check("", &[], false);
        check("no hash", &[], false);
    }

    #[test]
    fn bytes_are_written_and_read_in_hexadecimal() {
        let bytes: Vec<u8> = (0..=u8::MAX).collect();
        assert_eq!(of_hex(&to_hex(&bytes)), Some(bytes));
        assert_eq!(to_hex(&[0, 15, 160]), "000fa0");
        for wrong in ["0", "0g", "0x00", "００", " 00"] {
            assert_eq!(of_hex(wrong), None, "{wrong}");
        }
    }
}
