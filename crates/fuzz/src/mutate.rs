//! Changes a case: cuts, doubles, mixes, and puts in what parsers stumble over.

use crate::{Case, Kind};
use fastrand::Rng;

/// What parsers of Markdown, TOML, HTML and our own marks stumble over.
const ODD: [&[u8]; 48] = [
    b"\0",
    b"\r",
    b"\r\n",
    b"\t",
    b"\n\n",
    b"    ",
    b"\xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xd5\xfd",
    b"\xf0\x9f",
    "\u{f8ff}".as_bytes(),
    "\u{f8ff}0\u{f8ff}".as_bytes(),
    "\u{2028}".as_bytes(),
    "\u{200b}".as_bytes(),
    "“”".as_bytes(),
    "＝".as_bytes(),
    "{汉|hàn}".as_bytes(),
    "{|}".as_bytes(),
    b"+++\n",
    b"\n+++\n",
    b"---\n",
    b"= ",
    b"\"\"\"",
    b"'''",
    b"[[a]]",
    b"a.b.c = 1\n",
    b"1e999",
    b"nan",
    b"-inf",
    b"9999-99-99",
    b"[^1]",
    b"[^1]: ",
    b"![](",
    b"](",
    b"[a](#)",
    b"> [!NOTE]\n",
    b"- [ ] ",
    b"| - |\n|--|\n",
    b"***",
    b"~~~\n",
    b"<b>",
    b"</p>",
    b"<!--",
    b"<![CDATA[",
    b"&#0;",
    b"%00",
    b"../../../",
];

/// The longest case, in bytes.
const LONGEST: usize = 50_000;

/// A changed case; `other` lends parts.
pub fn mutate(case: &Case, other: &Case, random: &mut Rng) -> Case {
    let mut bytes = case.bytes.clone();
    bytes.truncate(LONGEST);
    for _ in 0..=random.usize(..6) {
        change(&mut bytes, &other.bytes, random);
        bytes.truncate(LONGEST);
    }
    // A text may as well stand under rules, and the other way round.
    let kind = match case.kind {
        Kind::Lesson | Kind::Material if random.u8(..4) == 0 => Kind::Material,
        kind => kind,
    };
    Case { kind, name: String::new(), bytes }
}

fn change(bytes: &mut Vec<u8>, other: &[u8], random: &mut Rng) {
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
            let odd =
                ODD[random.usize(..ODD.len())].repeat(if random.u8(..8) == 0 { random.usize(1..=500) } else { 1 });
            bytes.splice(at..at, odd);
        }
    }
}
