//! The part of a header for one recipient: the file's key, wrapped by X25519.

use super::{CannotSeal, FileKey, Identity, OpenError, Recipient, derived};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use x25519_dalek::{PublicKey, SharedSecret, StaticSecret};

/// What the part says it is.
const KIND: &str = "X25519";

/// A wrapped key: 16 bytes and the tag.
const WRAPPED: usize = 32;

/// One part of a header: words and bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stanza {
    /// Its kind, then what that kind needs.
    pub words: Vec<String>,
    /// The wrapped key.
    pub body: Vec<u8>,
}

/// Wraps the file's key for a recipient. The ephemeral secret is of this file alone.
///
/// # Errors
/// [`CannotSeal`].
pub fn wrap(file_key: &FileKey, recipient: &Recipient, ephemeral: [u8; 32]) -> Result<Stanza, CannotSeal> {
    let secret = StaticSecret::from(ephemeral);
    let share = PublicKey::from(&secret);
    let cipher = cipher(&secret.diffie_hellman(&recipient.0), &share, &recipient.0)?;
    let body = cipher.encrypt(&Nonce::default(), file_key.as_slice()).map_err(|_| CannotSeal)?;
    Ok(Stanza { words: vec![KIND.to_owned(), STANDARD_NO_PAD.encode(share.as_bytes())], body })
}

/// Whether the part is for a passphrase. Such a part has to be the only one.
pub fn is_passphrase(stanza: &Stanza) -> bool {
    stanza.words.first().is_some_and(|kind| kind == "scrypt")
}

/// The file's key, if this part is for that identity; `None` if it is for somebody else.
///
/// # Errors
/// [`OpenError::Header`] if it is not written as the format wants it.
pub fn unwrap(stanza: &Stanza, identity: &Identity) -> Result<Option<FileKey>, OpenError> {
    let share = match stanza.words.as_slice() {
        [kind, share] if kind == KIND => share,
        [kind, ..] if kind == KIND => return Err(OpenError::Header),
        _ => return Ok(None),
    };
    let share = STANDARD_NO_PAD.decode(share).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let share = PublicKey::from(share.ok_or(OpenError::Header)?);
    let secret = identity.0.diffie_hellman(&share);
    // A share of low order gives the same secret to everybody.
    if stanza.body.len() != WRAPPED || !secret.was_contributory() {
        return Err(OpenError::Header);
    }
    let cipher = cipher(&secret, &share, &PublicKey::from(&identity.0)).map_err(|_| OpenError::Header)?;
    let opened = cipher.decrypt(&Nonce::default(), &*stanza.body);
    Ok(opened.ok().and_then(|key| FileKey::try_from(key).ok()))
}

fn cipher(secret: &SharedSecret, share: &PublicKey, recipient: &PublicKey) -> Result<ChaCha20Poly1305, CannotSeal> {
    let salt = [share.to_bytes(), recipient.to_bytes()].concat();
    let key = derived(secret.as_bytes(), &salt, b"age-encryption.org/v1/X25519")?;
    Ok(ChaCha20Poly1305::new(&key.into()))
}
