//! Sealing to the organiser's key: the age format, version 1, for one X25519 recipient (<https://age-encryption.org/v1>).
//!
//! Any age tool opens what [`seal()`] makes, and [`open`] opens what any age tool makes for such a key. The ciphers are those of RustCrypto and
//! dalek; only the frame around them is written here, because the crate `age` costs the browser some 110 kB more in brotli. It is held to the
//! test vectors of the format's authors. Randomness is an argument.
//!
//! A file is a header that hands the file's key to each recipient ([`header`], [`stanza`]), and the content in chunks ([`payload`]).
//! Keys are texts ([`key`]); where a file cannot be carried, its bytes become text ([`armour()`]).

mod armour;
mod header;
mod key;
mod payload;
mod stanza;

pub use armour::{armour, unarmour};
pub use key::{Identity, KeyError, Recipient};

use payload::NONCE;

/// The key of one file, which the header hands to its recipients.
type FileKey = [u8; 16];

/// How many random bytes a sealed file needs.
pub const RANDOM: usize = 64;

/// Why a sealed file is refused. Nothing of it is given out then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It does not begin as a file of age does.
    #[error("this is not a sealed file")]
    NotSealed,
    /// It is of a version of age that is not known here.
    #[error("the file is sealed by a newer version of age")]
    Newer,
    /// Its header ends early or is not written as the format wants it.
    #[error("the header of the sealed file is damaged")]
    Header,
    /// It is sealed to other keys than this one, or the part of the header for this key is damaged.
    #[error("the file is not sealed to this key, or its header is damaged")]
    OtherKey,
    /// Somebody or something changed the header after sealing.
    #[error("the header of the sealed file was changed")]
    HeaderChanged,
    /// It ends early.
    #[error("the sealed file ends early")]
    Truncated,
    /// A chunk of 64 KiB, counted from 0, was changed.
    #[error("chunk {0} of the sealed file was changed")]
    Damaged(u64),
    /// The text around it is not ASCII armour, or it was changed.
    #[error("the text is not a sealed file in ASCII armour, or it is damaged")]
    Armour,
}

/// A cipher refused to work, which none does for contents of this size. Nothing is given out then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file could not be sealed")]
pub struct CannotSeal;

/// Seals bytes for a recipient. The random bytes are used for this one file and never again.
///
/// # Errors
/// [`CannotSeal`], never an unsealed file.
pub fn seal(bytes: &[u8], recipient: &Recipient, random: &[u8; RANDOM]) -> Result<Vec<u8>, CannotSeal> {
    let (mut file_key, mut ephemeral, mut nonce) = ([0; 16], [0; 32], [0; NONCE]);
    file_key.copy_from_slice(&random[..16]);
    ephemeral.copy_from_slice(&random[16..48]);
    nonce.copy_from_slice(&random[48..]);
    let stanza = stanza::wrap(&file_key, recipient, ephemeral)?;
    let mut sealed = header::write(&file_key, &[stanza])?;
    payload::encrypt(bytes, &file_key, nonce, &mut sealed)?;
    Ok(sealed)
}

/// Opens a sealed file, all of it or nothing.
///
/// # Errors
/// An [`OpenError`] that names what is wrong.
pub fn open(sealed: &[u8], identity: &Identity) -> Result<Vec<u8>, OpenError> {
    let (header, payload) = header::read(sealed)?;
    if header.stanzas.len() > 1 && header.stanzas.iter().any(stanza::is_passphrase) {
        return Err(OpenError::Header);
    }
    let file_key = header.stanzas.iter().find_map(|stanza| stanza::unwrap(stanza, identity).transpose());
    let file_key = file_key.ok_or(OpenError::OtherKey)??;
    header.check(&file_key)?;
    payload::decrypt(payload, &file_key)
}

/// A key of 32 bytes for one purpose, as the format derives all of them.
fn derived(secret: &[u8], salt: &[u8], purpose: &[u8]) -> Result<[u8; 32], CannotSeal> {
    let mut key = [0; 32];
    hkdf::Hkdf::<sha2::Sha256>::new(Some(salt), secret).expand(purpose, &mut key).map_err(|_| CannotSeal)?;
    Ok(key)
}
