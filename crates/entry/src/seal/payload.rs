//! The content of a sealed file: chunks of 64 KiB, each with its number and a mark on the last one, so that none can be left out.

use super::{CannotSeal, FileKey, OpenError, derived};
use chacha20poly1305::aead::{AeadInPlace, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Tag};

/// What makes the chunks' key differ from that of any other file.
pub const NONCE: usize = 16;

/// The content of a whole chunk.
const CHUNK: usize = 64 * 1024;

/// What shows that a chunk was changed.
const TAG: usize = 16;

/// Where a chunk stands.
#[derive(Clone, Copy)]
enum Place {
    Inner,
    Last,
}

/// Adds nonce and chunks to a header.
///
/// # Errors
/// [`CannotSeal`]; what was added is worth nothing then.
pub fn encrypt(bytes: &[u8], file_key: &FileKey, nonce: [u8; NONCE], sealed: &mut Vec<u8>) -> Result<(), CannotSeal> {
    let cipher = cipher(file_key, nonce)?;
    let chunks = bytes.len().div_ceil(CHUNK).max(1);
    sealed.reserve(NONCE + bytes.len() + chunks * TAG);
    sealed.extend_from_slice(&nonce);
    for (number, from) in (0_u64..).zip((0..chunks).map(|chunk| chunk * CHUNK)) {
        let until = bytes.len().min(from + CHUNK);
        let place = if until == bytes.len() { Place::Last } else { Place::Inner };
        let start = sealed.len();
        sealed.extend_from_slice(&bytes[from..until]);
        let tag = cipher.encrypt_in_place_detached(&counter(number, place).into(), &[], &mut sealed[start..]);
        sealed.extend_from_slice(&tag.map_err(|_| CannotSeal)?);
    }
    Ok(())
}

/// The content of all chunks, or nothing.
///
/// # Errors
/// [`OpenError::Truncated`] or [`OpenError::Damaged`].
pub fn decrypt(payload: &[u8], file_key: &FileKey) -> Result<Vec<u8>, OpenError> {
    let (nonce, chunks) = payload.split_first_chunk::<NONCE>().ok_or(OpenError::Truncated)?;
    let cipher = cipher(file_key, *nonce).map_err(|_| OpenError::Header)?;
    let last = chunks.len().div_ceil(CHUNK + TAG).checked_sub(1).ok_or(OpenError::Truncated)?;
    let mut bytes = Vec::with_capacity(chunks.len());
    for (number, chunk) in (0_u64..).zip(chunks.chunks(CHUNK + TAG)) {
        let place = if number == last as u64 { Place::Last } else { Place::Inner };
        let opened = add(&cipher, chunk, number, place, &mut bytes);
        // The rest is missing if the last chunk there is was not meant to be the last.
        let is_cut =
            || matches!(place, Place::Last) && add(&cipher, chunk, number, Place::Inner, &mut Vec::new()).is_some();
        if opened.is_none() {
            return Err(if is_cut() { OpenError::Truncated } else { OpenError::Damaged(number) });
        }
        // An empty chunk stands alone or not at all, so that each content has one form.
        if chunk.len() == TAG && number > 0 {
            return Err(OpenError::Damaged(number));
        }
    }
    Ok(bytes)
}

/// Adds the content of a chunk; `None` if it was changed.
fn add(cipher: &ChaCha20Poly1305, chunk: &[u8], number: u64, place: Place, bytes: &mut Vec<u8>) -> Option<()> {
    let (content, tag) = chunk.split_last_chunk::<TAG>()?;
    let start = bytes.len();
    bytes.extend_from_slice(content);
    let nonce = counter(number, place).into();
    cipher.decrypt_in_place_detached(&nonce, &[], &mut bytes[start..], &Tag::from(*tag)).ok()
}

fn cipher(file_key: &FileKey, nonce: [u8; NONCE]) -> Result<ChaCha20Poly1305, CannotSeal> {
    Ok(ChaCha20Poly1305::new(&derived(file_key, &nonce, b"payload")?.into()))
}

/// The nonce of a chunk: its number in eleven bytes, most significant first, and the mark of the last.
fn counter(number: u64, place: Place) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = match place {
        Place::Inner => 0,
        Place::Last => 1,
    };
    nonce
}
