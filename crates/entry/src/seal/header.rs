//! The header of a sealed file: its version, a part for each recipient, and a code that shows changes.

use super::stanza::Stanza;
use super::{CannotSeal, FileKey, OpenError, derived};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use hmac::{Hmac, Mac};

const FORMAT: &str = "age-encryption.org/";
const VERSION: &str = "v1";
const COLUMNS: usize = 64;

/// More parts than any file for an organiser has.
const MOST_STANZAS: usize = 64;

/// A header as it was read. It may be trusted once [`Header::check`] says so.
pub struct Header<'a> {
    /// The parts.
    pub stanzas: Vec<Stanza>,
    covered: &'a [u8],
    code: Vec<u8>,
}

impl Header<'_> {
    /// Whether it is as it was written.
    ///
    /// # Errors
    /// [`OpenError::HeaderChanged`] if it is not.
    pub fn check(&self, file_key: &FileKey) -> Result<(), OpenError> {
        let code = code(file_key, self.covered).map_err(|_| OpenError::HeaderChanged)?;
        code.verify_slice(&self.code).map_err(|_| OpenError::HeaderChanged)
    }
}

/// The header for these parts, to its last line break.
///
/// # Errors
/// [`CannotSeal`].
pub fn write(file_key: &FileKey, stanzas: &[Stanza]) -> Result<Vec<u8>, CannotSeal> {
    let mut text = format!("{FORMAT}{VERSION}\n");
    for stanza in stanzas {
        text += &format!("-> {}\n", stanza.words.join(" "));
        let body = STANDARD_NO_PAD.encode(&stanza.body);
        let (lines, rest) = body.as_bytes().as_chunks::<COLUMNS>();
        let lines = lines.iter().map(<[u8; COLUMNS]>::as_slice).chain([rest]);
        lines.for_each(|line| text += &format!("{}\n", String::from_utf8_lossy(line)));
    }
    text += "---";
    let code = code(file_key, text.as_bytes())?.finalize().into_bytes();
    text += &format!(" {}\n", STANDARD_NO_PAD.encode(code));
    Ok(text.into_bytes())
}

/// Reads a header; also gives what follows it.
///
/// # Errors
/// [`OpenError::NotSealed`], [`OpenError::Newer`] or [`OpenError::Header`].
pub fn read(sealed: &[u8]) -> Result<(Header<'_>, &[u8]), OpenError> {
    let rest = sealed.strip_prefix(FORMAT.as_bytes()).ok_or(OpenError::NotSealed)?;
    let (version, mut rest) = line(rest)?;
    if version != VERSION {
        return Err(OpenError::Newer);
    }
    let mut stanzas = Vec::new();
    loop {
        let (text, after) = line(rest)?;
        if let Some(code) = text.strip_prefix("--- ") {
            let covered = &sealed[..sealed.len() - rest.len() + "---".len()];
            let code = bytes(code)?;
            let is_whole = code.len() == 32 && !stanzas.is_empty();
            return if is_whole { Ok((Header { stanzas, covered, code }, after)) } else { Err(OpenError::Header) };
        }
        let words = text.strip_prefix("-> ").ok_or(OpenError::Header)?;
        let (body, after) = body(after)?;
        stanzas.push(Stanza { words: self::words(words)?, body });
        rest = after;
        if stanzas.len() > MOST_STANZAS {
            return Err(OpenError::Header);
        }
    }
}

fn words(text: &str) -> Result<Vec<String>, OpenError> {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_graphic());
    let words = text.split(' ').map(|word| is_word(word).then(|| word.to_owned()));
    words.collect::<Option<_>>().ok_or(OpenError::Header)
}

/// Lines of 64 columns, and one that is shorter, perhaps empty.
fn body(mut rest: &[u8]) -> Result<(Vec<u8>, &[u8]), OpenError> {
    let mut encoded = String::new();
    loop {
        let (text, after) = line(rest)?;
        encoded += text;
        rest = after;
        match text.len() {
            COLUMNS => {}
            length if length < COLUMNS => return Ok((bytes(&encoded)?, rest)),
            _ => return Err(OpenError::Header),
        }
    }
}

/// A line without its break, and what follows.
fn line(rest: &[u8]) -> Result<(&str, &[u8]), OpenError> {
    let end = rest.iter().position(|byte| *byte == b'\n').ok_or(OpenError::Header)?;
    let text = std::str::from_utf8(&rest[..end]).map_err(|_| OpenError::Header)?;
    Ok((text, &rest[end + 1..]))
}

fn bytes(encoded: &str) -> Result<Vec<u8>, OpenError> {
    STANDARD_NO_PAD.decode(encoded).map_err(|_| OpenError::Header)
}

fn code(file_key: &FileKey, covered: &[u8]) -> Result<Hmac<sha2::Sha256>, CannotSeal> {
    let mut code = Hmac::<sha2::Sha256>::new_from_slice(&derived(file_key, &[], b"header")?).map_err(|_| CannotSeal)?;
    code.update(covered);
    Ok(code)
}
