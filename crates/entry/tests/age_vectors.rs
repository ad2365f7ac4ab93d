//! The sealing is held to the test vectors of the age format's authors.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use entry::seal::{Identity, OpenError, open, unarmour};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

struct Vector {
    name: String,
    expected: String,
    fields: HashMap<String, String>,
    file: Vec<u8>,
}

impl Vector {
    /// Lines of `name: value`, an empty line, and the file.
    fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let end = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap();
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let fields = head.lines().filter_map(|line| line.split_once(": "));
        let fields: HashMap<_, _> = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let mut file = bytes[end + 2..].to_vec();
        if fields.contains_key("compressed") {
            let packed = std::mem::take(&mut file);
            flate2::read::ZlibDecoder::new(&*packed).read_to_end(&mut file).unwrap();
        }
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        Self { name, expected: fields["expect"].clone(), fields, file }
    }

    fn opened(&self) -> Result<Vec<u8>, OpenError> {
        // A vector for no X25519 key is opened with one that fits nothing.
        const OTHER: &str = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";
        let identity = Identity::parse(self.fields.get("identity").map_or(OTHER, String::as_str)).unwrap();
        if !self.fields.contains_key("armored") {
            return open(&self.file, &identity);
        }
        let text = std::str::from_utf8(&self.file).map_err(|_| OpenError::Armour)?;
        unarmour(text).and_then(|sealed| open(&sealed, &identity))
    }
}

/// The authors count the nonce of the chunks to the header.
fn is_cut_in_the_nonce(vector: &Vector) -> bool {
    matches!(vector.name.as_str(), "stream_no_nonce" | "stream_short_nonce")
}

fn is_as_expected(vector: &Vector, opened: &Result<Vec<u8>, OpenError>) -> bool {
    use OpenError::{Armour, Damaged, Header, HeaderChanged, Newer, NotSealed, OtherKey, Truncated};
    match (vector.expected.as_str(), opened) {
        ("success", Ok(content)) => format!("{:x}", Sha256::digest(content)) == vector.fields["payload"],
        ("no match", Err(OtherKey))
        | ("header failure", Err(Header | Newer | NotSealed))
        | ("HMAC failure", Err(HeaderChanged))
        | ("payload failure", Err(Truncated | Damaged(_)))
        | ("armor failure", Err(Armour)) => true,
        ("header failure", Err(Truncated)) => is_cut_in_the_nonce(vector),
        _ => false,
    }
}

#[test]
fn every_vector_opens_or_is_refused_as_its_authors_expect() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/age/vectors");
    let vectors: Vec<Vector> = folder.read_dir().unwrap().map(|entry| Vector::read(&entry.unwrap().path())).collect();
    assert!(vectors.len() >= 90, "{} vectors", vectors.len());
    let mut wrong = Vec::new();
    for vector in &vectors {
        let opened = vector.opened();
        if !is_as_expected(vector, &opened) {
            wrong.push(format!(
                "{}: {} expected, {:?}",
                vector.name,
                vector.expected,
                opened.map(|content| content.len())
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
