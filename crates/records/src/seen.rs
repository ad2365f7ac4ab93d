//! What was acknowledged of the texts beside the log, noted outside the store, so that a text that is gone, shortened or older is not taken for
//! what the learner wrote.
//!
//! One note for each text: the hash of what is on the disk, or `?` where that was not noted, and after it those of what is on its way, so that a
//! crash between the two is no false alarm. A text that is other than all of them is noted as lost under a name of its own, which no later writing removes: only the learner's
//! deletion or word does. A build that does not note what it writes, run in between, makes such a text too; that is told once, and nothing is
//! changed by it.

use crate::notes::Notes;
use model::shared::{LOST_PREFIX, SEEN_PREFIX};
use std::rc::Rc;

/// So many writings under way are remembered of one text.
const MOST: usize = 8;
/// The last part of the names of texts that can be made again from the log.
const DERIVED: &str = "reading";
/// What stands in a note for a text that was written before anything was noted.
const UNKNOWN: &str = "?";

/// The hash of a text; `None` for one that is not known, which is right whatever it is.
type Hash = Option<u64>;

/// Remembers which texts the store acknowledged.
pub struct Seen {
    notes: Rc<dyn Notes>,
}

impl Seen {
    /// One that notes there.
    #[must_use]
    pub fn new(notes: Rc<dyn Notes>) -> Self {
        Self { notes }
    }

    /// A text begins to be written.
    pub fn begin(&self, name: &str, text: &str) {
        if !is_noted(name) {
            return;
        }
        let mut hashes = self.hashes(name).unwrap_or_else(|| vec![None]);
        hashes.push(Some(hash(text)));
        if hashes.len() > MOST {
            // The first is what is on the disk.
            hashes.remove(1);
        }
        self.note(name, &hashes);
    }

    /// A text is on the disk. Those that began later are still on their way.
    pub fn acknowledge(&self, name: &str, text: &str) {
        if !is_noted(name) {
            return;
        }
        let (hashes, written) = (self.hashes(name).unwrap_or_default(), Some(hash(text)));
        let at = hashes.iter().position(|hash| *hash == written);
        let later = at.map_or(Vec::new(), |at| hashes[at + 1..].to_vec());
        let hashes: Vec<Hash> = std::iter::once(written).chain(later).collect();
        self.note(name, &hashes);
    }

    /// What is noted of a text, to see whether that changed while the store was asked.
    #[must_use]
    pub fn noted(&self, name: &str) -> Option<String> {
        self.notes.get(&format!("{SEEN_PREFIX}{name}"))
    }

    /// Whether the store has a text as it was acknowledged. One that it has not is noted as lost.
    pub fn compare(&self, name: &str, found: Option<&str>) -> bool {
        let Some(hashes) = self.hashes(name) else { return true };
        let found = hash(found.unwrap_or_default());
        if hashes == [None] {
            self.note(name, &[Some(found)]);
        }
        if hashes.iter().any(|known| known.is_none_or(|known| known == found)) {
            return true;
        }
        // What cannot be noted is found again at the next start, unless something is written before.
        let _ = self.notes.set(&format!("{LOST_PREFIX}{name}"), &written(&hashes));
        false
    }

    /// The names of all texts of which something is noted.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.beginning(SEEN_PREFIX)
    }

    /// The names of those that are lost.
    #[must_use]
    pub fn lost(&self) -> Vec<String> {
        self.beginning(LOST_PREFIX)
    }

    /// Whether a text is lost.
    #[must_use]
    pub fn is_lost(&self, name: &str) -> bool {
        self.notes.get(&format!("{LOST_PREFIX}{name}")).is_some()
    }

    /// The notes are old: every text is right as it is now.
    pub fn forget(&self) {
        for name in self.names() {
            self.note(&name, &[None]);
        }
    }

    /// Something that is no text is lost; under this name it is told until it is [accepted](Self::accept).
    pub fn lose(&self, name: &str) {
        // What cannot be noted is not told.
        let _ = self.notes.set(&format!("{LOST_PREFIX}{name}"), UNKNOWN);
    }

    /// Texts whose names begin with something were erased on purpose.
    pub fn erased(&self, begin: &str) {
        for kind in [SEEN_PREFIX, LOST_PREFIX] {
            for name in self.beginning(kind).iter().filter(|name| name.starts_with(begin)) {
                self.notes.remove(&format!("{kind}{name}"));
            }
        }
    }

    /// The learner knows what became of a lost text: as it is now it is right.
    pub fn accept(&self, name: &str, found: Option<&str>) {
        self.note(name, &[Some(hash(found.unwrap_or_default()))]);
        self.notes.remove(&format!("{LOST_PREFIX}{name}"));
    }

    fn beginning(&self, kind: &str) -> Vec<String> {
        self.notes.names().iter().filter_map(|name| name.strip_prefix(kind)).map(str::to_owned).collect()
    }

    /// The hashes of what is on the disk and of what is on its way. A note that cannot be read says nothing.
    fn hashes(&self, name: &str) -> Option<Vec<Hash>> {
        let noted = self.noted(name)?;
        let read = |hash: &str| match hash {
            UNKNOWN => Some(None),
            hash => u64::from_str_radix(hash, 16).ok().map(Some),
        };
        noted.split(',').map(read).collect()
    }

    fn note(&self, name: &str, hashes: &[Hash]) {
        let key = format!("{SEEN_PREFIX}{name}");
        if *hashes == [Some(hash(""))] {
            self.notes.remove(&key);
        } else {
            // What cannot be noted is not known of later.
            let _ = self.notes.set(&key, &written(hashes));
        }
    }
}

fn written(hashes: &[Hash]) -> String {
    let hash = |hash: &Hash| hash.map_or_else(|| UNKNOWN.to_owned(), |hash| format!("{hash:016x}"));
    hashes.iter().map(hash).collect::<Vec<_>>().join(",")
}

/// Whether a text is noted: `LEARNER/FAMILY/ID` is; what is derived, and the many parts of something larger, are not.
fn is_noted(name: &str) -> bool {
    let Some((_, last)) = name.rsplit_once('/') else { return false };
    last.parse::<u32>().is_err() && last != DERIVED
}

/// FNV-1a with 64 bits: chance alone is to be told from damage, and nobody deceives.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::Seen;
    use crate::notes::{Notes, Passing};
    use std::rc::Rc;

    fn seen() -> (Seen, Rc<Passing>) {
        let notes = Rc::new(Passing::default());
        (Seen::new(notes.clone()), notes)
    }

    fn write(seen: &Seen, name: &str, text: &str) {
        seen.begin(name, text);
        seen.acknowledge(name, text);
    }

    #[test]
    fn a_text_that_is_gone_shortened_or_older_is_lost_until_the_learner_says_so() {
        for found in [None, Some("一"), Some("一二"), Some("一二三四")] {
            let (seen, _) = seen();
            write(&seen, "a/essay/b", "一二");
            write(&seen, "a/essay/b", "一二三");
            assert!(seen.compare("a/essay/b", Some("一二三")));
            assert!(!seen.compare("a/essay/b", found));
            write(&seen, "a/essay/b", "新");
            assert!(seen.compare("a/essay/b", Some("新")));
            assert_eq!(seen.lost(), ["a/essay/b"]);
            seen.accept("a/essay/b", Some("新"));
            assert!(seen.lost().is_empty() && seen.compare("a/essay/b", Some("新")));
        }
    }

    #[test]
    fn a_crash_while_something_is_written_is_no_alarm() {
        let (seen, _) = seen();
        seen.begin("a/essay/b", "一");
        assert!(seen.compare("a/essay/b", None) && seen.compare("a/essay/b", Some("一")));
        seen.begin("a/essay/b", "一二");
        seen.acknowledge("a/essay/b", "一");
        assert!(seen.compare("a/essay/b", Some("一")) && seen.compare("a/essay/b", Some("一二")));
        assert!(!seen.compare("a/essay/b", None));
    }

    #[test]
    fn of_old_notes_every_text_is_right_as_it_is_found_and_from_then_on() {
        let (seen, notes) = seen();
        for name in ["a/essay/b", "a/essay/c"] {
            write(&seen, name, "一");
        }
        seen.forget();
        assert!(seen.compare("a/essay/b", Some("一二")) && seen.compare("a/essay/c", None));
        assert!(!seen.compare("a/essay/b", Some("一")));
        assert_eq!(notes.names(), ["huaide.lost/a/essay/b", "huaide.seen/a/essay/b"]);
    }

    #[test]
    fn what_was_erased_or_is_no_text_of_a_learner_leaves_no_note() {
        let (seen, notes) = seen();
        for name in ["erased", "a/reading", "a/speech/b/1/0"] {
            write(&seen, name, "一");
        }
        assert!(notes.names().is_empty());
        write(&seen, "a/essay/b", "一");
        assert!(!seen.compare("a/essay/b", None));
        seen.erased("a/");
        assert!(notes.names().is_empty());
        write(&seen, "a/essay/b", "一");
        write(&seen, "a/essay/b", "");
        assert!(notes.names().is_empty());
    }

    #[test]
    fn what_is_noted_and_cannot_be_read_says_nothing() {
        let (seen, notes) = seen();
        notes.set("huaide.seen/a/essay/b", "xyz");
        assert!(seen.compare("a/essay/b", None));
    }
}
