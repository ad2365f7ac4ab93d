//! Changes a case: cuts, doubles, mixes, and puts in what parsers stumble over.

use crate::Case;
use fastrand::Rng;

/// The longest case, in bytes.
const LONGEST: usize = 50_000;

/// A changed case; `other` lends parts, `odd` is what the target stumbles over.
pub fn mutate(case: &Case, other: &Case, odd: &[&[u8]], random: &mut Rng) -> Case {
    let mut bytes = case.bytes.clone();
    bytes.truncate(LONGEST);
    for _ in 0..=random.usize(..6) {
        change(&mut bytes, &other.bytes, odd, random);
        bytes.truncate(LONGEST);
    }
    Case { folder: case.folder, name: String::new(), bytes }
}

fn change(bytes: &mut Vec<u8>, other: &[u8], odd: &[&[u8]], random: &mut Rng) {
    let at = random.usize(..=bytes.len());
    let to = (at + random.usize(..=16)).min(bytes.len());
    match random.u8(..8) {
        0 => drop(bytes.drain(at..to)),
        1 => bytes.truncate(at),
        2 => {
            let piece = bytes[at..to].repeat(random.usize(1..=64));
            bytes.splice(at..at, piece);
        }
        3 => {
            let from = random.usize(..=other.len());
            let piece = other[from..(from + random.usize(..=64)).min(other.len())].to_vec();
            bytes.splice(at..to, piece);
        }
        4 => bytes[at..to].iter_mut().for_each(|byte| *byte ^= 1 << random.u8(..8)),
        5 => bytes[at..to].iter_mut().for_each(|byte| *byte = random.u8(..)),
        _ => {
            let count = if random.u8(..8) == 0 { random.usize(1..=500) } else { 1 };
            bytes.splice(at..at, odd[random.usize(..odd.len())].repeat(count));
        }
    }
}
