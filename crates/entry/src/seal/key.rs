//! Keys as texts: `age1…` is public, `AGE-SECRET-KEY-1…` opens.

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Hrp};
use sha2::{Digest, Sha256};
use std::fmt;
use x25519_dalek::{PublicKey, StaticSecret};

const PUBLIC: &str = "age";
const SECRET: &str = "age-secret-key-";

/// Why a text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// A letter is wrong or missing, or it is something else.
    #[error("this is not a key of age, or a letter of it is wrong")]
    Written,
    /// It is a key of another kind: of a plugin, of SSH, or the private half where the public one is wanted.
    #[error("this is another kind of key than the one wanted here")]
    Kind,
    /// It is written well, but everybody could open what is sealed to it.
    #[error("nothing may be sealed to this key: everybody could open it")]
    Weak,
}

/// The organiser's public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient(pub(super) PublicKey);

impl Recipient {
    /// Reads `age1…`; spaces around it do not matter.
    ///
    /// # Errors
    /// A [`KeyError`] that names what is wrong.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let text = text.trim();
        if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Err(if text.to_ascii_lowercase().starts_with(SECRET) { KeyError::Kind } else { KeyError::Written });
        }
        let key = PublicKey::from(decoded(text, PUBLIC)?);
        // Any secret shows whether a point is of low order.
        let is_weak = !StaticSecret::from([1; 32]).diffie_hellman(&key).was_contributory();
        if is_weak { Err(KeyError::Weak) } else { Ok(Self(key)) }
    }

    /// What people compare: the first 128 bits of the SHA-256 of the key's text, in eight blocks of four.
    ///
    /// `printf %s age1… | sha256sum` says the same.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        crate::blocks(&Sha256::digest(self.to_string())[..16], 2)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = Hrp::parse(PUBLIC).map_err(|_| fmt::Error)?;
        bech32::encode_lower_to_fmt::<Bech32, _>(f, prefix, self.0.as_bytes()).map_err(|_| fmt::Error)
    }
}

/// The organiser's private key. It has no text form here, so that it cannot be shown by mistake.
pub struct Identity(pub(super) StaticSecret);

impl Identity {
    /// Reads `AGE-SECRET-KEY-1…`, also from the file that `age-keygen` makes: empty lines and lines that begin with `#` do not matter.
    ///
    /// # Errors
    /// A [`KeyError`] that names what is wrong.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let lines = text.lines().map(str::trim);
        let mut keys = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let (Some(key), None) = (keys.next(), keys.next()) else {
            return Err(KeyError::Written);
        };
        if key.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return Err(if key.starts_with("age1") { KeyError::Kind } else { KeyError::Written });
        }
        decoded(key, SECRET).map(|bytes| Self(StaticSecret::from(bytes)))
    }

    /// The public half.
    #[must_use]
    pub fn recipient(&self) -> Recipient {
        Recipient(PublicKey::from(&self.0))
    }
}

fn decoded(text: &str, prefix: &str) -> Result<[u8; 32], KeyError> {
    let checked = CheckedHrpstring::new::<Bech32>(text).map_err(|_| KeyError::Written)?;
    if !checked.hrp().as_str().eq_ignore_ascii_case(prefix) {
        return Err(KeyError::Kind);
    }
    let bytes: Vec<u8> = checked.byte_iter().collect();
    bytes.try_into().map_err(|_| KeyError::Written)
}
