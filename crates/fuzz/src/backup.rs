//! Throws odd bytes at the reader of backups: it refuses them, or what it gives is written and read again the same, and can be merged.
//!
//! A changed file hardly ever has the right checksum, so each is read twice: as it is, and with the checksum made anew. Then come hostile
//! ones of the same form ([`hostile`]). Whatever is taken is looked at as a portal does it ([`living`]).

use crate::{Case, Target, hostile, living};
use anyhow::{Result, ensure};
use formats::backup::{self, Backup, Choices, Slips, State};
use serde::Deserialize;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// How many hostile files are made of each.
const HOSTILE: usize = 4;

/// A sound backup.
pub const SOUND: &[u8] = include_bytes!("../../../tests/frozen/backup-v1.json");

const ODD: [&[u8]; 24] = [
    b"\0",
    b"\n",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\"",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b",",
    b":",
    b"[",
    b"]",
    b"{",
    b"}",
    b"[]",
    b"{}",
    b"null",
    b"true",
    b"-1",
    b"1e400",
    b"18446744073709551616",
    b"\"v\":9,",
    b"\"v\":2,",
    b"{\"v\":9,\"event\":{\"id\":\"019ab1a0-0063-7101-8101-010101010101\",\"learner\":\"019ab1a0-0000-7202-8202-020202020202\",\"order\":1}},",
];

/// The reader of backups.
struct Backups;

impl Target for Backups {
    fn folders(&self) -> Vec<(&'static str, &'static [u8])> {
        vec![("backup", SOUND)]
    }

    fn odd(&self) -> &'static [&'static [u8]] {
        &ODD
    }

    fn read(&self, case: &Case) -> Result<()> {
        read(&case.bytes).map(|_| ())
    }
}

/// The reader of backups, and what comes after it.
///
/// # Errors
/// None.
pub fn target() -> Result<Box<dyn Target>> {
    Ok(Box::new(Backups))
}

/// What the checksum is made of, and the checksum.
#[derive(Deserialize)]
struct Parts<'a> {
    #[serde(borrow)]
    made_at: &'a RawValue,
    #[serde(borrow)]
    portal: &'a RawValue,
    #[serde(borrow)]
    learners: &'a RawValue,
    #[serde(borrow)]
    erased: &'a RawValue,
    #[serde(borrow)]
    sha256: &'a RawValue,
    #[serde(borrow)]
    events: &'a RawValue,
    #[serde(borrow)]
    slips: Option<&'a RawValue>,
}

/// Reads a file, as it is and with its checksum mended. The number is how often it was taken.
///
/// # Errors
/// When what was read is not written and read again the same, or its merging does not come to rest.
pub fn read(bytes: &[u8]) -> Result<u32> {
    // A browser gives a text, whatever the bytes.
    let text = String::from_utf8_lossy(bytes);
    let mended = mended(&text);
    for hostile in mended.iter().flat_map(|mended| hostile::some(mended, HOSTILE)) {
        take(&hostile)?;
    }
    Ok(take(&text)? + mended.map_or(Ok(0), |mended| take(&mended))?)
}

/// Takes a file, if it is not refused, and does everything with it that a portal does. The number is how often it was taken.
///
/// # Errors
/// As [`read`], and when something of it leads out of the portal.
pub fn take(text: &str) -> Result<u32> {
    let Ok(found) = backup::read(text) else { return Ok(0) };
    let again = backup::read(&backup::write(&found)?)?;
    ensure!(again == Backup { damaged: Vec::new(), ..found.clone() }, "it is written and read differently");
    let (here, none) = (State::default(), Slips::new());
    let plan = backup::plan(&here, &none, &found);
    let changes = backup::changes(&here, &none, &found, &Choices::default());
    let new: usize = plan.learners.iter().map(|learner| learner.new.all()).sum();
    ensure!(new == changes.append.len(), "{new} are announced and {} come", changes.append.len());
    let there = found.state();
    let again = backup::changes(&there, &found.slips, &found, &Choices::default());
    ensure!(there.merge(&there) == there && again.append.is_empty() && again.slips.is_empty());
    living::look(&there)?;
    Ok(1)
}

/// The text with the checksum that belongs to it, if it has one.
fn mended(text: &str) -> Option<String> {
    let parts: Parts<'_> = serde_json::from_str(text).ok()?;
    let mut sum = Sha256::new();
    let first = [parts.made_at, parts.portal, parts.learners, parts.erased, parts.events];
    for part in first.into_iter().chain(parts.slips) {
        sum.update(part.get());
        sum.update("\n");
    }
    let hex =
        sum.finalize().iter().try_fold(String::new(), |mut hex, byte| write!(hex, "{byte:02x}").map(|()| hex)).ok()?;
    Some(text.replacen(parts.sha256.get(), &format!("\"{hex}\""), 1))
}
