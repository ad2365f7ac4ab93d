//! The way that was taken through a scene, and the ends that it has.

use super::{Part, Scene};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The way taken: parts by their anchors, the present one last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    parts: Vec<String>,
    /// How often the reader went to a note, or back from one, since the present part was opened: each is an entry of the browser's history.
    asides: u32,
}

impl Way {
    /// It begins at a part: the first one, or the one that an address names.
    #[must_use]
    pub fn from(part: &str) -> Self {
        Self { parts: vec![part.to_owned()], asides: 0 }
    }

    /// Whether a way that was kept leads through this scene, as it is now.
    #[must_use]
    pub fn fits(&self, scene: &Scene) -> bool {
        !self.parts.is_empty() && self.parts.iter().all(|part| scene.part(part).is_some())
    }

    /// The present part.
    #[must_use]
    pub fn here(&self) -> &str {
        self.parts.last().map_or("", String::as_str)
    }

    /// All parts of it, the present one last.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// Goes on to a part. The first part of a scene begins the way anew; a part that is open already is an aside.
    pub fn go(&mut self, to: &str, scene: &Scene) {
        let is_first = scene.parts.first().is_some_and(|first| first.id == to);
        if to == self.here() {
            self.asides += 1;
        } else if is_first {
            *self = Self::from(to);
        } else {
            self.parts.push(to.to_owned());
            self.asides = 0;
        }
    }

    /// How many entries of the history lead back to the part before; `None` where the way begins.
    #[must_use]
    pub fn back(&self) -> Option<u32> {
        (self.parts.len() > 1).then_some(self.asides + 1)
    }
}

impl Scene {
    /// The parts at which it ends.
    pub fn ends(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.choices.is_empty())
    }

    /// How many of its ends are among those that were seen, and how many there are.
    #[must_use]
    pub fn ends_seen(&self, seen: &BTreeSet<&str>) -> (usize, usize) {
        (self.ends().filter(|end| seen.contains(end.id.as_str())).count(), self.ends().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ages;
    use crate::scene::Choice;

    fn scene() -> Scene {
        let part = |id: &str, to: &[&str]| Part {
            id: id.into(),
            title: id.into(),
            choices: to.iter().map(|to| Choice { text: (*to).into(), to: (*to).into() }).collect(),
            explains: true,
        };
        let parts = vec![part("", &["a", "b"]), part("a", &["b", "c"]), part("b", &[]), part("c", &[])];
        Scene { id: "s".into(), title: "情景".into(), ages: Ages { from: 7, until: 17 }, parts }
    }

    /// The way through these parts.
    fn way(parts: &[&str]) -> Way {
        let mut way = Way::from("");
        parts.iter().for_each(|part| way.go(part, &scene()));
        way
    }

    #[test]
    fn a_way_goes_on_and_begins_anew() {
        let check = |parts: &[&str], expect: &[&str], back: Option<u32>| {
            let way = way(parts);
            assert_eq!(
                (way.parts(), way.back()),
                (&expect.iter().map(|&part| part.to_owned()).collect::<Vec<_>>()[..], back)
            );
        };
        check(&[], &[""], None);
        check(&["a"], &["", "a"], Some(1));
        check(&["a", "a", "a"], &["", "a"], Some(3));
        check(&["a", "a", "c"], &["", "a", "c"], Some(1));
        check(&["a", "c", ""], &[""], None);
        check(&[""], &[""], None);
    }

    #[test]
    fn a_kept_way_is_taken_up_while_the_scene_has_its_parts() {
        let read = |json: &str| serde_json::from_str::<Way>(json).unwrap();
        let kept = serde_json::to_string(&way(&["a", "c"])).unwrap();
        assert_eq!(read(&kept), way(&["a", "c"]));
        assert!(read(&kept).fits(&scene()));
        assert!(!read(&kept.replace("\"c\"", "\"gone\"")).fits(&scene()));
        assert!(!read(r#"{"parts":[],"asides":0}"#).fits(&scene()));
    }

    #[test]
    fn ends_are_counted_that_the_scene_still_has() {
        assert_eq!(scene().ends_seen(&["b", "gone", "a"].into()), (1, 2));
    }
}
