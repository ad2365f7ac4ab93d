//! The list of the learners who were deleted for good. It belongs to nobody and stands under two names
//! ([`model::shared::ERASED_LISTS`]), each time as a JSON array of ids, as
//! builds wrote it before drafts had versions.

use model::LearnerId;
use std::collections::BTreeSet;

/// Reads a list; `None` if it cannot be read, which is not the same as nobody. By hand: the reader's program has no other list of ids to read.
#[must_use]
pub fn read(text: &str) -> Option<Vec<LearnerId>> {
    let list = text.trim().strip_prefix('[')?.strip_suffix(']')?.trim();
    if list.is_empty() {
        return Some(Vec::new());
    }
    let id = |id: &str| LearnerId::parse(id.trim().strip_prefix('"')?.strip_suffix('"')?);
    list.split(',').map(id).collect()
}

/// Writes a list; nothing where nobody is on it. `None` if JSON cannot hold it, which no list brings about.
#[must_use]
pub fn write(learners: &BTreeSet<LearnerId>) -> Option<String> {
    if learners.is_empty() { Some(String::new()) } else { serde_json::to_string(learners).ok() }
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use model::LearnerId;

    #[test]
    fn what_is_written_is_read_and_what_is_cut_is_not() {
        let learners: Vec<LearnerId> = (1..=3).map(|number| LearnerId::new(1, [number; 10])).collect();
        let list = write(&learners.iter().copied().collect()).unwrap();
        assert_eq!(read(&list).as_ref(), Some(&learners));
        assert_eq!(read(&list.replace(',', " ,\n ")).as_ref(), Some(&learners));
        assert_eq!(read(" [ ] "), Some(Vec::new()));
        for end in 0..list.len() {
            assert_eq!(read(&list[..end]), None);
        }
        for foreign in ["{}", "[1]", "[\"\"]", "[null]", "[\"a\"]", "[,]"] {
            assert_eq!(read(foreign), None);
        }
    }
}
