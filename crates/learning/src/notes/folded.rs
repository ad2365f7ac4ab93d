//! A block's text with its white space folded, and the way between its characters and what a browser counts.

/// A text whose runs of white space are one space each, with none at the ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each character, where it begins in the original, in UTF-16 units; and where the last one ends.
    units: Vec<u32>,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(original.len()), units: Vec::new() };
        let (mut unit, mut end, mut gap) = (0, 0, None);
        for c in original.chars() {
            let next = unit + u32::from(c.len_utf16() == 2) + 1;
            if c.is_whitespace() {
                gap = gap.or(Some(unit));
            } else {
                if let Some(gap) = gap.filter(|_| !folded.text.is_empty()) {
                    folded.push(' ', gap);
                }
                folded.push(c, unit);
                (gap, end) = (None, next);
            }
            unit = next;
        }
        folded.units.push(end);
        folded
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a character begins in the original, in UTF-16 units (the offsets of DOM ranges); past the end, where the last one ends.
    #[must_use]
    pub fn utf16_of(&self, character: usize) -> u32 {
        self.units.get(character).or(self.units.last()).copied().unwrap_or(0)
    }

    /// The character at or after a UTF-16 offset of the original.
    #[must_use]
    pub fn character_at(&self, utf16: u32) -> usize {
        self.units.partition_point(|unit| *unit < utf16).min(self.units.len() - 1)
    }

    fn push(&mut self, c: char, unit: u32) {
        self.text.push(c);
        self.units.push(unit);
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn white_space_is_folded_and_offsets_lead_back() {
        let check = |original: &str, text: &str, units: &[u32]| {
            let folded = Folded::new(original);
            assert_eq!(folded.text(), text, "{original:?}");
            assert_eq!((0..=text.chars().count()).map(|at| folded.utf16_of(at)).collect::<Vec<_>>(), units);
            for (at, unit) in units.iter().enumerate() {
                assert_eq!(folded.character_at(*unit), at, "{original:?} {unit}");
            }
        };
        check("", "", &[0]);
        check("  ", "", &[0]);
        check("居民", "居民", &[0, 1, 2]);
        check("\n 居民 \n\t自治 ", "居民 自治", &[2, 3, 4, 7, 8, 9]);
        check("𠮷a", "𠮷a", &[0, 2, 3]);
    }

    #[test]
    fn an_offset_inside_folded_white_space_is_that_of_what_follows() {
        let folded = Folded::new("甲   乙  ");
        assert_eq!([0, 1, 2, 3, 4, 5, 9].map(|unit| folded.character_at(unit)), [0, 1, 2, 2, 2, 3, 3]);
    }
}
