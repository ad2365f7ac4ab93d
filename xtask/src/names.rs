//! The names by which a program and its script know each other. wasm-bindgen ends each with a hash of 16 hexadecimal digits, which nothing
//! compresses, and there are hundreds; numbers of the same length do as well, and cost next to nothing.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How many digits a hash has.
const DIGITS: usize = 16;

/// Puts numbers in the place of the hashes, in a script and its program.
pub fn number(script: &Path, program: &Path) -> Result<()> {
    let text = fs::read_to_string(script).with_context(|| format!("cannot read {}", script.display()))?;
    let code = fs::read(program).with_context(|| format!("cannot read {}", program.display()))?;
    let numbers = numbers(&text);
    fs::write(script, replaced(text.as_bytes(), &numbers))
        .with_context(|| format!("cannot write {}", script.display()))?;
    fs::write(program, replaced(&code, &numbers)).with_context(|| format!("cannot write {}", program.display()))
}

/// The hashes that names in a script end with, each with its number. wasm-bindgen counts a few names itself, from 1: ours begin above.
fn numbers(script: &str) -> BTreeMap<&[u8], String> {
    let words = script.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let hashes = words.filter_map(|word| {
        let (name, hash) = word.split_at_checked(word.len().checked_sub(DIGITS)?)?;
        let is_hash = hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) && !hash.starts_with("0000");
        (is_hash && name.ends_with(['_', 'h'])).then_some(hash.as_bytes())
    });
    let mut numbers = BTreeMap::new();
    for hash in hashes {
        let next = numbers.len() + 1_000;
        numbers.entry(hash).or_insert_with(|| format!("{next:0DIGITS$}"));
    }
    numbers
}

fn replaced(bytes: &[u8], numbers: &BTreeMap<&[u8], String>) -> Vec<u8> {
    let (mut new, mut at) = (bytes.to_vec(), 0);
    while let Some(window) = bytes.get(at..at + DIGITS) {
        match numbers.get(window) {
            Some(number) => {
                new[at..at + DIGITS].copy_from_slice(number.as_bytes());
                at += DIGITS;
            }
            None => at += 1,
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use super::{numbers, replaced};

    #[test]
    fn each_hash_gets_one_number_of_its_length_and_nothing_else_changes() {
        let script = "x.__wbg_call_0d4bdeadbeef5e6f(a); y.invoke__h00aa11bb22cc33dd; x.__wbg_call_0d4bdeadbeef5e6f; \
                      __wbindgen_cast_0000000000000001; \"0d4bdeadbeef5e6\"; 0123456789abcdef";
        let numbers = numbers(script);
        assert_eq!(numbers.len(), 2);
        let new = replaced(script.as_bytes(), &numbers);
        let expected = "x.__wbg_call_0000000000001000(a); y.invoke__h0000000000001001; x.__wbg_call_0000000000001000; \
                        __wbindgen_cast_0000000000000001; \"0d4bdeadbeef5e6\"; 0123456789abcdef";
        assert_eq!(String::from_utf8_lossy(&new), expected);
        assert_eq!(
            replaced(b"\x00\x1d__wbg_call_0d4bdeadbeef5e6f\x00", &numbers),
            b"\x00\x1d__wbg_call_0000000000001000\x00"
        );
    }
}
