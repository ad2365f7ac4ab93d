//! A sealed file as text, for where only text can be sent: the ASCII armour of age, a strict subset of PEM (RFC 7468).

use super::OpenError;
use base64::{Engine, engine::general_purpose::STANDARD};

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";
const COLUMNS: usize = 64;

/// The text of a sealed file.
#[must_use]
pub fn armour(sealed: &[u8]) -> String {
    let encoded = STANDARD.encode(sealed);
    let mut text = String::with_capacity(encoded.len() / COLUMNS * (COLUMNS + 1) + 2 * BEGIN.len() + 4);
    let lines = encoded.as_bytes().chunks(COLUMNS).map(String::from_utf8_lossy);
    for line in std::iter::once(BEGIN.into()).chain(lines).chain([END.into()]) {
        text += &line;
        text.push('\n');
    }
    text
}

/// The sealed file of a text. White space around it does not matter: people copy a little too much.
///
/// # Errors
/// [`OpenError::Armour`] if it is no such text, or was changed.
pub fn unarmour(text: &str) -> Result<Vec<u8>, OpenError> {
    let mut lines: Vec<&str> = text.trim_matches([' ', '\t', '\r', '\n']).split('\n').map(without_return).collect();
    let is_framed = lines.len() >= 2 && lines.first() == Some(&BEGIN) && lines.pop() == Some(END);
    let body = lines.get(1..).filter(|_| is_framed).ok_or(OpenError::Armour)?;
    let is_even = body.split_last().is_none_or(|(last, full)| {
        full.iter().all(|line| line.len() == COLUMNS) && (1..=COLUMNS).contains(&last.len())
    });
    STANDARD.decode(body.concat()).ok().filter(|_| is_even).ok_or(OpenError::Armour)
}

fn without_return(line: &str) -> &str {
    line.strip_suffix('\r').unwrap_or(line)
}
