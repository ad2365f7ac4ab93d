//! A sealed file opens whole or is refused with a reason.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use entry::seal::{Identity, KeyError, OpenError, RANDOM, Recipient, armour, open, seal, unarmour};

const CHUNK: usize = 64 * 1024;
const SEALED_CHUNK: usize = CHUNK + 16;

const KEY: &str = include_str!("../../../tests/fixtures/test-organiser.key.txt");
const PUBLIC: &str = "age1sp4kfl8ektjrqdde2d0anr8rz2azjfuegpmszl9h32mj8tt8hsrqftyxna";
/// The key of the test vectors.
const OTHER: &str = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";

fn identity() -> Identity {
    Identity::parse(KEY).unwrap()
}

fn random() -> [u8; RANDOM] {
    std::array::from_fn(|index| u8::try_from(index * 3 + 1).unwrap())
}

fn sealed(content: &[u8]) -> Vec<u8> {
    seal(content, &identity().recipient(), &random()).unwrap()
}

/// Where the chunks begin.
fn payload(sealed: &[u8]) -> usize {
    let code = sealed.windows(5).position(|part| part == b"\n--- ").unwrap();
    code + 1 + sealed[code + 1..].iter().position(|byte| *byte == b'\n').unwrap() + 1 + 16
}

#[test]
fn what_is_sealed_opens_with_the_key_and_with_no_other() {
    for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5] {
        let content = vec![42; size];
        let sealed = sealed(&content);
        assert_eq!(sealed.len() - payload(&sealed), size + size.div_ceil(CHUNK).max(1) * 16);
        assert_eq!(open(&sealed, &identity()), Ok(content));
        assert_eq!(open(&sealed, &Identity::parse(OTHER).unwrap()), Err(OpenError::OtherKey));
    }
    assert_eq!(open(b"", &identity()), Err(OpenError::NotSealed));
    assert_eq!(open(b"PK\x03\x04", &identity()), Err(OpenError::NotSealed));
    assert_eq!(open(b"age-encryption.org/v2\n", &identity()), Err(OpenError::Newer));
}

#[test]
fn a_file_that_ends_early_is_refused_wherever_it_ends() {
    let whole = sealed(&vec![7; 3 * CHUNK]);
    let start = payload(&whole);
    let check = |length: usize, expect: &[OpenError]| {
        let refused = open(&whole[..length], &identity()).unwrap_err();
        assert!(expect.contains(&refused), "{length} of {}: {refused:?}", whole.len());
    };
    // Of an ending within the text of the header only this is sure; later it is known what it is.
    (0..start - 16).for_each(|length| check(length, &[OpenError::NotSealed, OpenError::Newer, OpenError::Header]));
    (start - 16..=start).for_each(|length| check(length, &[OpenError::Truncated]));
    for edge in [1, 2].map(|chunks| start + chunks * SEALED_CHUNK) {
        let number = ((edge - start) / SEALED_CHUNK) as u64;
        check(edge - 1, &[OpenError::Damaged(number - 1)]);
        check(edge, &[OpenError::Truncated]);
        check(edge + 1, &[OpenError::Damaged(number)]);
        check(edge + 16, &[OpenError::Damaged(number)]);
    }
    check(whole.len() - 1, &[OpenError::Damaged(2)]);
    let longer = [whole.as_slice(), &[0]].concat();
    assert_eq!(open(&longer, &identity()), Err(OpenError::Damaged(2)));
}

#[test]
fn chunks_that_change_places_or_are_left_out_are_refused() {
    let whole = sealed(&vec![7; 3 * CHUNK]);
    let (head, chunks) = whole.split_at(payload(&whole));
    let check = |order: &[usize], expect: OpenError| {
        let chunks: Vec<_> =
            order.iter().map(|chunk| &chunks[chunk * SEALED_CHUNK..(chunk + 1) * SEALED_CHUNK]).collect();
        assert_eq!(open(&[head, &chunks.concat()].concat(), &identity()), Err(expect), "{order:?}");
    };
    check(&[1, 0, 2], OpenError::Damaged(0));
    check(&[0, 2], OpenError::Damaged(1));
    check(&[0, 1, 1, 2], OpenError::Damaged(2));
    check(&[2], OpenError::Damaged(0));
}

#[test]
fn a_flip_of_any_bit_is_refused() {
    let whole = sealed("一扇门".repeat(20).as_bytes());
    for bit in 0..whole.len() * 8 {
        let mut changed = whole.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(open(&changed, &identity()).is_err(), "bit {bit}");
    }
    let reason = |byte: usize| {
        let mut changed = whole.clone();
        changed[byte] ^= 1;
        open(&changed, &identity()).unwrap_err()
    };
    assert_eq!(reason(whole.len() - 1), OpenError::Damaged(0));
    assert_eq!(reason(payload(&whole) - 16), OpenError::Damaged(0));
    let code = whole.windows(4).position(|part| part == b"--- ").unwrap() + 4;
    assert_eq!(reason(code - 10), OpenError::OtherKey);
    let mut changed = whole.clone();
    changed[code] = if whole[code] == b'A' { b'B' } else { b'A' };
    assert_eq!(open(&changed, &identity()), Err(OpenError::HeaderChanged));
}

#[test]
fn the_text_form_comes_back_and_a_change_of_it_is_refused() {
    for size in [0, 1, 47, 48, 49, 1_000] {
        let sealed = sealed(&vec![1; size]);
        let text = armour(&sealed);
        assert!(text.lines().all(|line| line.len() <= 64) && text.is_ascii());
        assert_eq!(unarmour(&text), Ok(sealed.clone()));
        assert_eq!(unarmour(&format!("\r\n  {}\n\n", text.replace('\n', "\r\n"))), Ok(sealed));
    }
    let text = armour(&sealed(b"x"));
    let check = |changed: String| assert_eq!(unarmour(&changed), Err(OpenError::Armour), "{changed}");
    check(text.replace("BEGIN", "BEGINN"));
    check(text.lines().take(3).collect::<Vec<_>>().join("\n"));
    check(text.replacen("\nY", "\n Y", 1));
    check(text.replacen('=', "", 1).replacen("=", "", 1).replacen("-----END", "A\n-----END", 1));
    check(String::new());
}

#[test]
fn a_key_is_read_or_refused_with_a_reason() {
    let check = |text: &str, expect: Result<(), KeyError>| {
        assert_eq!(Recipient::parse(text).map(|_| ()), expect, "{text}");
    };
    check(PUBLIC, Ok(()));
    check(&format!(" {PUBLIC}\n"), Ok(()));
    check(&PUBLIC.replacen('q', "p", 1), Err(KeyError::Written));
    check(&PUBLIC[..PUBLIC.len() - 1], Err(KeyError::Written));
    check(&PUBLIC.to_uppercase(), Err(KeyError::Written));
    check("", Err(KeyError::Written));
    check(OTHER, Err(KeyError::Kind));
    let of_low_order = bech32::encode::<bech32::Bech32>(bech32::Hrp::parse("age").unwrap(), &[0; 32]).unwrap();
    check(&of_low_order, Err(KeyError::Weak));
    check("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5", Err(KeyError::Written));
    check("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", Err(KeyError::Kind));
    assert_eq!(Identity::parse(PUBLIC).err(), Some(KeyError::Kind));
    assert_eq!(Identity::parse("# nothing\n").err(), Some(KeyError::Written));
    assert_eq!(Identity::parse(&OTHER.to_lowercase()).err(), Some(KeyError::Written));
}

#[test]
fn the_test_key_says_what_it_is_and_its_public_half_is_known() {
    assert!(KEY.starts_with("# TEST KEY, never use"));
    let recipient = identity().recipient();
    assert_eq!(recipient.to_string(), PUBLIC);
    // `printf %s age1… | sha256sum | cut -c1-32`
    assert_eq!(recipient.fingerprint().replace(' ', ""), "d63a1b91a99da8a31687d9773c75fbd9");
    assert_eq!(recipient.fingerprint().split(' ').map(str::len).collect::<Vec<_>>(), [4; 8]);
}
