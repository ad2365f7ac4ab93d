//! Takes: recordings that were written slice by slice, so that a killed browser loses hardly anything.

use model::Moment;
use serde::{Deserialize, Serialize};

/// A recording. Its slices are kept beside it, in order, under its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Take {
    /// Its id.
    pub id: String,
    /// When it began.
    pub started_at: Moment,
    /// The media type, as the recorder says: `audio/webm;codecs=opus`.
    pub media_type: String,
    /// How many slices are written.
    #[serde(default)]
    pub slices: u32,
    /// How large they are together.
    #[serde(default)]
    pub bytes: u64,
    /// How long they are together, in milliseconds.
    #[serde(default)]
    pub ms: u64,
    /// Whether it is the one to hand in.
    #[serde(default)]
    pub chosen: bool,
    /// How it ended.
    #[serde(default)]
    pub end: End,
}

/// How a take ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// Not yet, or the browser died in the middle.
    #[default]
    Open,
    /// The learner ended it.
    Closed,
    /// The browser died in the middle; what was written was found again, and the last second or two are missing.
    Recovered,
}

/// The takes of a speech, the earliest first. At most one is chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Takes(Vec<Take>);

impl Take {
    /// A take that begins.
    #[must_use]
    pub fn new(id: String, started_at: Moment, media_type: String) -> Self {
        Self { id, started_at, media_type, slices: 0, bytes: 0, ms: 0, chosen: false, end: End::Open }
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.end != End::Open
    }

    /// Between which milliseconds these slices lie, by their numbers in order; what lies side by side is one stretch.
    #[must_use]
    pub fn stretches(&self, slices: &[u32]) -> Vec<(u64, u64)> {
        let at = |slice: u32| self.ms * u64::from(slice) / u64::from(self.slices.max(1));
        let mut stretches: Vec<(u64, u64)> = Vec::new();
        for slice in slices {
            match stretches.last_mut() {
                Some((_, to)) if *to == at(*slice) => *to = at(slice + 1),
                _ => stretches.push((at(*slice), at(slice + 1))),
            }
        }
        stretches
    }
}

impl Takes {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Take] {
        &self.0
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Take> {
        self.0.iter().find(|take| take.id == id)
    }

    /// The one to hand in.
    #[must_use]
    pub fn chosen(&self) -> Option<&Take> {
        self.0.iter().find(|take| take.chosen)
    }

    /// Adds one that begins.
    pub fn add(&mut self, take: Take) {
        self.0.push(take);
    }

    /// A slice of a take is on the disk.
    pub fn written(&mut self, id: &str, bytes: u64, ms: u64) {
        if let Some(take) = self.get_mut(id) {
            take.slices += 1;
            take.bytes += bytes;
            take.ms += ms;
        }
    }

    /// The learner ended a take. The first one that has something in it is chosen, until another is.
    pub fn close(&mut self, id: &str) {
        let is_first = self.chosen().is_none();
        if let Some(take) = self.get_mut(id) {
            take.end = End::Closed;
            take.chosen = take.chosen || is_first && take.slices > 0;
        }
    }

    /// Chooses the take to hand in; one without a slice, or that still runs, cannot be chosen. Whether it was.
    pub fn choose(&mut self, id: &str) -> bool {
        let can_be = self.get(id).is_some_and(|take| take.is_closed() && take.slices > 0);
        if can_be {
            self.0.iter_mut().for_each(|take| take.chosen = take.id == id);
        }
        can_be
    }

    /// Takes one out.
    pub fn remove(&mut self, id: &str) {
        self.0.retain(|take| take.id != id);
    }

    /// Opens the desk again, with the slices that are on the disk: by take, how many and how large. A take that is still open was cut off:
    /// its slices, which may be one more than was noted, are what there is, one second each. One without any goes. The ids of the
    /// recovered ones, to tell the learner.
    pub fn recover(&mut self, on_disk: impl Fn(&str) -> (u32, u64)) -> Vec<String> {
        let mut recovered = Vec::new();
        for take in self.0.iter_mut().filter(|take| !take.is_closed()) {
            let (slices, bytes) = on_disk(&take.id);
            let unnoted = u64::from(slices.saturating_sub(take.slices));
            (take.slices, take.bytes, take.ms) = (slices, bytes, take.ms + unnoted * SLICE_MS);
            if slices > 0 {
                take.end = End::Recovered;
                recovered.push(take.id.clone());
            }
        }
        self.0.retain(Take::is_closed);
        recovered
    }

    fn get_mut(&mut self, id: &str) -> Option<&mut Take> {
        self.0.iter_mut().find(|take| take.id == id)
    }
}

/// How long a slice is, in milliseconds.
pub const SLICE_MS: u64 = 1_000;

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(ids: &[&str]) -> Takes {
        let mut takes = Takes::default();
        for id in ids {
            let at = Moment { unix_ms: 0, offset_minutes: 480 };
            takes.add(Take::new((*id).to_owned(), at, "audio/webm;codecs=opus".into()));
        }
        takes
    }

    fn recorded(takes: &mut Takes, id: &str, slices: usize) {
        (0..slices).for_each(|_| takes.written(id, 6_000, 1_000));
    }

    #[test]
    fn what_is_missing_is_told_in_stretches() {
        let mut takes = takes(&["a"]);
        recorded(&mut takes, "a", 7);
        let take = takes.get("a").unwrap();
        assert_eq!(take.stretches(&[]), []);
        assert_eq!(take.stretches(&[2]), [(2_000, 3_000)]);
        assert_eq!(take.stretches(&[1, 2, 6]), [(1_000, 3_000), (6_000, 7_000)]);
    }

    #[test]
    fn one_take_is_chosen_at_a_time_and_only_one_that_can_be_heard() {
        let mut takes = takes(&["a", "b", "c"]);
        recorded(&mut takes, "a", 3);
        takes.close("a");
        assert_eq!(takes.chosen().map(|take| take.id.as_str()), Some("a"));
        recorded(&mut takes, "b", 2);
        assert!(!takes.choose("b"), "it still runs");
        takes.close("b");
        takes.close("c");
        assert!(!takes.choose("c") && !takes.choose("other"), "nothing was said");
        assert!(takes.choose("b"));
        let chosen: Vec<bool> = takes.all().iter().map(|take| take.chosen).collect();
        assert_eq!(chosen, [false, true, false]);
        takes.remove("b");
        assert_eq!((takes.chosen(), takes.all().len()), (None, 2));
    }

    #[test]
    fn a_take_that_a_killed_browser_left_is_found_again() {
        let mut takes = takes(&["whole", "cut", "empty"]);
        recorded(&mut takes, "whole", 2);
        takes.close("whole");
        recorded(&mut takes, "cut", 4);
        let on_disk = |id: &str| if id == "cut" { (5, 31_000) } else { (0, 0) };
        assert_eq!(takes.recover(on_disk), ["cut"]);
        let cut = takes.get("cut").unwrap();
        assert_eq!((cut.slices, cut.bytes, cut.ms, cut.end), (5, 31_000, 5_000, End::Recovered));
        assert_eq!((takes.all().len(), takes.get("whole").unwrap().end), (2, End::Closed));
        assert_eq!(takes.recover(on_disk), [""; 0]);
        assert!(takes.choose("cut"));
    }

    #[test]
    fn takes_come_back_as_they_were() {
        let mut takes = takes(&["a"]);
        recorded(&mut takes, "a", 1);
        takes.close("a");
        let json = serde_json::to_string(&takes).unwrap();
        assert_eq!(serde_json::from_str::<Takes>(&json).unwrap(), takes);
    }
}
