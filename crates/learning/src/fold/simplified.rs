//! Traditional characters to Simplified ones, one for one.
//!
//! The table is OpenCC's (`TSCharacters`, Apache-2.0), of the block of Han characters that everybody has, the first candidate of each. It
//! was made by `tests/simplified.rs`, which proves that it still equals what OpenCC says.

/// Pairs without anything between them, sorted by the first of each. Every character takes three bytes.
static PAIRS: &str = include_str!("simplified.txt");

const CHARACTER: usize = 3;
const PAIR: usize = 2 * CHARACTER;

/// The Simplified character for a Traditional one; any other as it is.
#[must_use]
pub fn simplified(c: char) -> char {
    if !matches!(c, '\u{4E00}'..='\u{9FFF}') {
        return c;
    }
    let mut bytes = [0; 4];
    // The order of bytes in UTF-8 is the order of characters.
    let wanted = c.encode_utf8(&mut bytes).as_bytes();
    let (mut low, mut high) = (0, PAIRS.len() / PAIR);
    while low < high {
        let middle = low + (high - low) / 2;
        let pair = &PAIRS.as_bytes()[middle * PAIR..(middle + 1) * PAIR];
        match pair[..CHARACTER].cmp(wanted) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return character(middle).unwrap_or(c),
        }
    }
    c
}

/// The second character of a pair.
fn character(pair: usize) -> Option<char> {
    PAIRS.get(pair * PAIR + CHARACTER..(pair + 1) * PAIR)?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::simplified;

    #[test]
    fn one_traditional_character_becomes_one_simplified() {
        let check = |from: char, to: char| assert_eq!(simplified(from), to);
        check('學', '学');
        check('龜', '龟');
        check('黨', '党');
        check('学', '学');
        check('a', 'a');
        check('𠮷', '𠮷');
    }
}
