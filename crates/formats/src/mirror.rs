//! The mirror: what the worker (`public/sw/mirror.js`) has of what the learners of this browser made, as it answers. It is read as a backup from
//! elsewhere is, and beside what is here it says what is missing ([`Mirror::beside`]).

use crate::backup::{Backup, Kept, Slips, State, is_name_of_somebody, is_slip};
use crate::draft::{Name, Slip};
use model::length::count;
use model::{EventId, LearnerId};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the mirror has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mirror {
    /// When it was written last, in Unix milliseconds.
    pub at_ms: i64,
    /// The records, and who was deleted for good.
    pub backup: Backup,
    /// The texts beside the log.
    texts: BTreeMap<String, Text>,
}

/// A text of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Text {
    at: i64,
    text: String,
    /// What it said before it was lost, if it is lost; without words where that is not known.
    lost: Option<Older>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Older {
    at: i64,
    text: String,
}

/// As the worker answers.
#[derive(Deserialize)]
struct Answer {
    at: i64,
    erased: Vec<String>,
    records: Vec<(String, String)>,
    stretches: Vec<String>,
    texts: BTreeMap<String, Text>,
}

/// The mirror beside what is here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// How many records are here.
    pub here: usize,
    /// How many records the mirror has.
    pub there: usize,
    /// How many of those are not here.
    pub missing: usize,
    /// The texts that are lost or not here.
    pub texts: Vec<Lost>,
}

/// A text that is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Whose and what it is.
    pub slip: Slip,
    /// What stands in its place; without words if nothing does.
    pub here: String,
    /// What the mirror has; without words if that is nothing.
    pub there: String,
    /// When the mirror took it, in Unix milliseconds.
    pub at_ms: i64,
}

impl Mirror {
    /// Reads what the worker answered; what is damaged in it is left out. `None` where there is no mirror.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let Answer { at, erased, records, stretches, texts } = serde_json::from_str::<Option<Answer>>(json).ok()??;
        let kept = records.iter().filter_map(|(id, json)| Kept::read(json).filter(|kept| kept.id.to_string() == *id));
        let mut all: BTreeMap<EventId, String> = kept.map(|kept| (kept.id, kept.json)).collect();
        for stretch in stretches.iter().filter_map(|json| Kept::read(json)) {
            all.entry(stretch.id).or_insert(stretch.json);
        }
        let erased: BTreeSet<LearnerId> = erased.iter().filter_map(|id| LearnerId::parse(id)).collect();
        let is_sound = |name: &String, text: &Text| {
            is_name_of_somebody(name)
                && is_slip(&text.text)
                && text.lost.as_ref().is_none_or(|lost| is_slip(&lost.text))
        };
        let texts = texts.into_iter().filter(|(name, text)| is_sound(name, text)).collect();
        let backup = Backup { erased, records: all.into_iter().collect(), ..Backup::default() };
        Some(Self { at_ms: at, backup, texts })
    }

    /// What it has beside what is here: the records, of which some may still be going on, the texts, and the names of those that are lost.
    #[must_use]
    pub fn beside(&self, here: &State, going_on: &BTreeSet<EventId>, slips: &Slips, lost: &[String]) -> Beside {
        let there = self.backup.state();
        let is_of_nobody = |learner: &LearnerId| here.erased.contains(learner);
        let missing = there.records.values().filter(|kept| {
            !here.records.contains_key(&kept.id) && !going_on.contains(&kept.id) && !is_of_nobody(&kept.learner)
        });
        let gone = self.texts.keys().filter(|name| !slips.contains_key(*name));
        let names: BTreeSet<&String> = lost.iter().chain(gone).collect();
        let texts = names.into_iter().filter_map(|name| {
            let slip = Slip::parse(name).filter(|slip| !is_of_nobody(&slip.learner))?;
            let (at_ms, there) = self.text(name);
            Some(Lost { slip, here: slips.get(name).cloned().unwrap_or_default(), there, at_ms })
        });
        Beside {
            here: here.records.len(),
            there: there.records.len(),
            missing: missing.count(),
            texts: texts.collect(),
        }
    }

    /// What a text said before it was lost.
    fn text(&self, name: &str) -> (i64, String) {
        match self.texts.get(name) {
            Some(Text { lost: Some(older), .. }) => (older.at, older.text.clone()),
            Some(Text { at, text, lost: None }) => (*at, text.clone()),
            None => (0, String::new()),
        }
    }
}

impl Beside {
    /// Whether nothing is missing here and nothing is lost.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.missing == 0 && self.texts.is_empty()
    }

    /// Whether there is anything to take in.
    #[must_use]
    pub fn has_any(&self) -> bool {
        self.missing > 0 || self.texts.iter().any(|text| !text.there.is_empty())
    }
}

/// What a text says in the main, for counting it.
#[derive(Deserialize)]
struct Words {
    #[serde(default)]
    text: String,
    #[serde(default)]
    script: String,
}

/// How many 字 a text has that somebody writes; `None` for forms, pictures and sound.
#[must_use]
pub fn length(name: &Name, text: &str) -> Option<u32> {
    match name {
        name if name.is_plain() => Some(count(text).all),
        Name::Essay(_) | Name::Speech(_) => {
            let Words { text, script } = serde_json::from_str(text).ok()?;
            Some(count(&text).all + count(&script).all)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mirror, length};
    use crate::backup::{Slips, State};
    use crate::samples;
    use std::collections::{BTreeMap, BTreeSet};

    fn mirror(records: &[String], texts: serde_json::Value) -> Mirror {
        let id = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap()["event"]["id"].clone();
        let records: Vec<_> = records.iter().map(|json| serde_json::json!([id(json), json])).collect();
        let answer = serde_json::json!({"at": 7, "erased": [], "records": records, "stretches": [], "texts": texts});
        Mirror::read(&answer.to_string()).unwrap()
    }

    fn name() -> String {
        format!("{}/essay/zhengwen", samples::LEARNER)
    }

    #[test]
    fn what_is_missing_here_is_counted_and_what_is_erased_is_not() {
        let records: Vec<String> = samples::READING.lines().map(str::to_owned).collect();
        let mirror = mirror(&records, serde_json::json!({}));
        let all = mirror.backup.state();
        let mut here = all.clone();
        here.records.pop_first();
        let beside = |here: &State| mirror.beside(here, &BTreeSet::new(), &Slips::new(), &[]);
        assert_eq!((beside(&here).missing, beside(&here).there), (1, all.records.len()));
        assert!(beside(&all).is_nothing());
        let nobody = State { records: BTreeMap::new(), erased: all.learners() };
        assert!(beside(&nobody).is_nothing());
        let going_on = all.records.keys().copied().collect();
        assert!(mirror.beside(&State::default(), &going_on, &Slips::new(), &[]).is_nothing());
    }

    #[test]
    fn the_older_form_of_a_lost_text_is_offered_whatever_was_written_since() {
        let lost = [name()];
        let check = |text: serde_json::Value, here: &str, expect: &str| {
            let slips = if here.is_empty() { Slips::new() } else { Slips::from([(name(), here.to_owned())]) };
            let beside = mirror(&[], serde_json::json!({name(): text})).beside(
                &State::default(),
                &BTreeSet::new(),
                &slips,
                &lost,
            );
            assert_eq!((beside.texts[0].here.as_str(), beside.texts[0].there.as_str()), (here, expect));
        };
        check(serde_json::json!({"at": 1, "text": "旧"}), "", "旧");
        check(serde_json::json!({"at": 1, "text": "新", "lost": {"at": 1, "text": "旧"}}), "新", "旧");
        check(serde_json::json!({"at": 1, "text": "新", "lost": {"at": 0, "text": ""}}), "新", "");
    }

    #[test]
    fn what_a_backup_would_not_take_is_not_taken() {
        let other = serde_json::json!({"notes": {"at": 1, "text": "一"}, "../x": {"at": 1, "text": "一"}, name(): {"at": 1, "text": "一"}});
        let mirror = mirror(&["{\"v\":1,\"event\":{\"id\":\"x\"}}".to_owned()], other);
        assert!(mirror.backup.records.is_empty());
        assert_eq!(mirror.texts.keys().collect::<Vec<_>>(), [&name()]);
        assert_eq!(Mirror::read("null"), None);
        assert_eq!(Mirror::read("{"), None);
    }

    #[test]
    fn only_what_somebody_writes_has_a_length() {
        let name = |text| crate::draft::Name::parse(text);
        assert_eq!(length(&name("essay/a"), "{\"v\":1,\"text\":\"两字\"}"), Some(2));
        assert_eq!(length(&name("reflection/a"), "三个字"), Some(3));
        assert_eq!(length(&name("practice"), "{\"v\":1}"), None);
    }
}
