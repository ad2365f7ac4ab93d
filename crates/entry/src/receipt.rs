//! The receipt of an entry: what was handed over, and the fingerprint of the very file, on paper, as text and as QR code.
//!
//! The file is the one that left the device, sealed or not; the organiser sees the same fingerprint. The text is lines of `name: value`,
//! so that people and programs read it.

mod qr;

pub use qr::{Qr, qr};

use crate::{EntryId, is_sha256};
use std::fmt;

/// What the text begins with.
const BEGINNING: &str = "huaide-receipt 1";

/// How many characters of a title are told: more do not fit into a QR code that a phone reads from paper.
const TITLE: usize = 60;

/// What was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The contest's title.
    pub contest: String,
    /// The group's title.
    pub group: String,
    /// The entry.
    pub entry: EntryId,
    /// How often it was made.
    pub revision: u32,
    /// The work's title.
    pub title: String,
    /// When the file was made, in words.
    pub made_at: String,
    /// The file's size.
    pub bytes: u64,
    /// The file's SHA-256 in hexadecimal, lower case.
    pub sha256: String,
}

/// Why a text is no receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// It begins otherwise.
    #[error("this is not a receipt")]
    NoReceipt,
    /// A line is missing, stands twice or cannot be read; its name.
    #[error("the receipt has no readable line {0:?}")]
    Line(&'static str),
}

/// What a file is to a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// It is the file of the receipt, byte by byte.
    Same,
    /// It is as long, but another one: changed, or packed again.
    Changed,
    /// It is another file.
    Other,
}

impl Receipt {
    /// The receipt of a file; the SHA-256 is computed here.
    #[must_use]
    pub fn of_file(self, file: &[u8]) -> Self {
        Self { bytes: file.len() as u64, sha256: fingerprint(file), ..self }
    }

    /// Reads a receipt's text, as it was typed or scanned.
    ///
    /// # Errors
    /// A [`ReceiptError`] that names what is wrong.
    pub fn parse(text: &str) -> Result<Self, ReceiptError> {
        let mut lines = text.trim().lines().map(str::trim);
        if lines.next().map(|line| line.trim_start_matches('\u{feff}')) != Some(BEGINNING) {
            return Err(ReceiptError::NoReceipt);
        }
        let lines: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(':')).collect();
        let value = |name: &'static str| {
            let mut found = lines.iter().filter(|(of, _)| *of == name).map(|(_, value)| value.trim());
            found.next().filter(|_| found.next().is_none()).ok_or(ReceiptError::Line(name))
        };
        let sha256: String = value("sha256")?.split_whitespace().collect::<String>().to_ascii_lowercase();
        Ok(Self {
            contest: value("contest")?.to_owned(),
            group: value("group")?.to_owned(),
            entry: EntryId::parse(value("entry")?).ok_or(ReceiptError::Line("entry"))?,
            revision: value("revision")?.parse().map_err(|_| ReceiptError::Line("revision"))?,
            title: value("title")?.to_owned(),
            made_at: value("made")?.to_owned(),
            bytes: value("bytes")?.parse().map_err(|_| ReceiptError::Line("bytes"))?,
            sha256: Some(sha256).filter(|hash| is_sha256(hash)).ok_or(ReceiptError::Line("sha256"))?,
        })
    }

    /// The fingerprint in sixteen blocks of four, as people compare it.
    #[must_use]
    pub fn blocks(&self) -> Vec<&str> {
        (0..self.sha256.len()).step_by(4).filter_map(|from| self.sha256.get(from..from + 4)).collect()
    }

    /// What a file is to this receipt, by its SHA-256 and size.
    #[must_use]
    pub fn check(&self, sha256: &str, bytes: u64) -> Checked {
        match (self.sha256.eq_ignore_ascii_case(sha256), self.bytes == bytes) {
            (true, true) => Checked::Same,
            (false, true) => Checked::Changed,
            (_, false) => Checked::Other,
        }
    }
}

/// The text of the receipt.
impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line =
            |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(TITLE).collect::<String>();
        writeln!(f, "{BEGINNING}\ncontest: {}\ngroup: {}", line(&self.contest), line(&self.group))?;
        writeln!(f, "entry: {}\nrevision: {}\ntitle: {}", self.entry, self.revision, line(&self.title))?;
        write!(f, "made: {}\nbytes: {}\nsha256: {}", line(&self.made_at), self.bytes, self.sha256)
    }
}

/// The SHA-256 of a file in hexadecimal, lower case.
#[must_use]
pub fn fingerprint(file: &[u8]) -> String {
    crate::sha256(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt() -> Receipt {
        let blank = Receipt {
            contest: "“我身边的自治”征文".to_owned(),
            group: "小学组".to_owned(),
            entry: EntryId::parse("0192f0c1-2a3b-8c4d-9e5f-001122334455").unwrap(),
            revision: 2,
            title: "题目：里面有冒号: 也行".to_owned(),
            made_at: "2027-02-01 19:30".to_owned(),
            bytes: 0,
            sha256: String::new(),
        };
        blank.of_file(b"abc")
    }

    #[test]
    fn a_receipt_is_read_again_from_its_text() {
        let check = |change: fn(String) -> String, expect: Result<Receipt, ReceiptError>| {
            let text = change(receipt().to_string());
            assert_eq!(Receipt::parse(&text), expect, "{text}");
        };
        check(|text| text, Ok(receipt()));
        check(|text| format!("\n {}\r\n\n", text.replace('\n', "\r\n")), Ok(receipt()));
        check(|text| text.replace("sha256: ba78", "sha256: BA78 "), Ok(receipt()));
        check(|text| text.replace("huaide-receipt 1", "huaide-receipt 2"), Err(ReceiptError::NoReceipt));
        check(|_| String::new(), Err(ReceiptError::NoReceipt));
        check(|text| text.replace("bytes: 3", "bytes: three"), Err(ReceiptError::Line("bytes")));
        check(|text| text.replace("bytes: 3\n", ""), Err(ReceiptError::Line("bytes")));
        check(|text| text.replace("revision", "revision: 3\nrevision"), Err(ReceiptError::Line("revision")));
        check(|text| text.replace("ba78", "xa78"), Err(ReceiptError::Line("sha256")));
        check(|text| text.replace("ba78", "a78"), Err(ReceiptError::Line("sha256")));
    }

    #[test]
    fn a_title_cannot_add_a_line_to_the_text() {
        let tricky = Receipt { title: "a\nbytes: 9\u{2028}\u{85}b".to_owned(), ..receipt() };
        assert_eq!(Receipt::parse(&tricky.to_string()).unwrap().bytes, 3);
    }

    #[test]
    fn the_file_itself_is_known_again_and_no_other() {
        let receipt = receipt();
        let check = |file: &[u8], expect| {
            assert_eq!(receipt.check(&fingerprint(file), file.len() as u64), expect, "{file:?}");
        };
        check(b"abc", Checked::Same);
        check(b"abd", Checked::Changed);
        check(b"abcd", Checked::Other);
        check(b"", Checked::Other);
    }

    #[test]
    fn the_fingerprint_is_shown_in_short_blocks() {
        // The SHA-256 of "abc" as FIPS 180-2 gives it.
        let expect = "ba78 16bf 8f01 cfea 4141 40de 5dae 2223 b003 61a3 9617 7a9c b410 ff61 f200 15ad";
        assert_eq!(receipt().blocks().join(" "), expect);
    }
}
