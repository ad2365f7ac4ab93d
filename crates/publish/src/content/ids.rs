//! Ids for those who have none yet: free, valid, and easy to recognise.

use model::DocumentId;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// All ids of a content folder, with those that were proposed.
#[derive(Default)]
pub(crate) struct Ids(Mutex<BTreeSet<String>>);

impl Ids {
    /// The ids that are taken.
    pub fn of<'a>(taken: impl Iterator<Item = &'a str>) -> Self {
        Self(Mutex::new(taken.map(str::to_owned).collect()))
    }

    /// A free id for a lesson: its series and its number, or its series and its name.
    pub fn for_lesson(&self, series: &str, slug: &str) -> String {
        let number = slug.trim_start_matches('0').chars().take_while(char::is_ascii_digit).collect::<String>();
        let numbered = (!number.is_empty()).then(|| format!("{series}-{number}"));
        self.take(numbered.into_iter().chain([plain(&format!("{series}-{slug}"))]), &format!("{series}/{slug}"))
    }

    /// A free id for whatever has a name.
    pub fn for_name(&self, name: &str) -> String {
        self.take([plain(name)].into_iter(), name)
    }

    /// The first that is valid and free, or one made of the last with a hash; it is taken from now on.
    fn take(&self, candidates: impl Iterator<Item = String>, seed: &str) -> String {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let hashed = (0_u32..).map(|count| format!("id-{}", &crate::hash::short(format!("{seed}{count}").as_bytes())));
        let mut all = candidates.chain(hashed);
        let free = all.find(|id| DocumentId::parse(id).is_ok() && !taken.contains(id)).unwrap_or_default();
        taken.insert(free.clone());
        free
    }
}

/// A name with `-` for whatever an id cannot hold.
fn plain(name: &str) -> String {
    let fit = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/') { c } else { '-' };
    name.to_ascii_lowercase().chars().map(fit).collect::<String>().trim_matches('-').to_owned()
}

/// The id that a text names, also where its TOML is wrong elsewhere.
pub(crate) fn written(text: &str) -> Option<&str> {
    let value =
        |line: &'_ str| line.trim_start().strip_prefix("id").is_some_and(|rest| rest.trim_start().starts_with('='));
    let line = text.lines().take(100).find(|line| value(line))?;
    let rest = line.split_once('=')?.1.trim();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest.get(1..)?.split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::{Ids, written};

    #[test]
    fn ids_are_free_and_valid() {
        let ids = Ids::of(["+++\nid = \"a-1\"\n+++", "id='b'"].into_iter().filter_map(written));
        assert_eq!(ids.for_lesson("a", "01-what"), "a-01-what");
        assert_eq!(ids.for_lesson("a", "02-who"), "a-2");
        assert_eq!(ids.for_lesson("a", "02-second"), "a-02-second");
        assert_eq!(ids.for_lesson("a", "Hello World"), "a-hello-world");
        assert_eq!(ids.for_lesson("a", "第一课"), "a-第一课");
        assert!(ids.for_name("b").starts_with("id-"));
        assert!(ids.for_lesson("a", &"x".repeat(500)).starts_with("id-"));
    }
}
