//! Small things about what people type into cells.

/// With half-width letters, digits and signs for full-width ones.
pub(super) fn half_width(text: &str) -> String {
    let half = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    };
    text.chars().map(half).collect()
}

/// Half-width, in capitals, and without any blanks: for what is compared.
pub(super) fn bare(text: &str) -> String {
    half_width(text).chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').flat_map(char::to_uppercase).collect()
}

/// The parts between signs, without blanks; empty ones are none.
pub(super) fn parts(text: &str, signs: &[char]) -> Vec<String> {
    text.split(signs).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
