//! What somebody may have meant: the known name that is nearest to a wrong one.

/// How like two names must be, from 0 to 1.
const ALIKE: f64 = 0.5;
/// Longer names are mostly not names, and comparing takes the square of their length.
const LONGEST: usize = 300;

/// The candidate that is most like `name`; one that differs by case alone is the nearest of all.
pub(crate) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let lower = name.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates.into_iter().filter(|candidate| candidate.len() <= LONGEST) {
        let likeness = likeness(&lower, candidate);
        if likeness >= ALIKE && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn likeness(lower: &str, candidate: &str) -> f64 {
    let candidate = candidate.to_lowercase();
    if candidate == lower { 2.0 } else { strsim::normalized_damerau_levenshtein(lower, &candidate) }
}

/// Whether two names are one where case does not count, and two where it does.
pub(crate) fn differ_by_case(one: &str, other: &str) -> bool {
    one != other && one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_found_or_none() {
        let known = ["title", "lecturer", "date"];
        assert_eq!(nearest("lecture", known), Some("lecturer"));
        assert_eq!(nearest("Title", known), Some("title"));
        assert_eq!(nearest("tilte", known), Some("title"));
        assert_eq!(nearest("作者", known), None);
        assert_eq!(nearest(&"x".repeat(9_999), known), None);
        assert!(differ_by_case("A.md", "a.md") && !differ_by_case("a.md", "a.md"));
    }
}
