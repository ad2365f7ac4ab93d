//! The draft of an essay, as it is kept on the device while it is written: before any name is asked.
//!
//! It is one JSON text, written whole at every saving. [`Draft::edits`] only grows, so that two tabs see who wrote last. Photographs and
//! versions ([`crate::versions`]) are kept beside it.

use model::length::characters;
use model::{ContestId, GroupId, Moment};
use serde::{Deserialize, Serialize};

/// An essay in the making.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The contest it is for.
    pub contest: ContestId,
    /// The group, once it is chosen.
    #[serde(default)]
    pub group: Option<GroupId>,
    /// The title.
    #[serde(default)]
    pub title: String,
    /// The text; a line break ends a paragraph.
    #[serde(default)]
    pub text: String,
    /// What the learner wants to write about, in a sentence; for themselves.
    #[serde(default)]
    pub theme: String,
    /// The outline pad; for themselves.
    #[serde(default)]
    pub outline: String,
    /// The photographed pages, in order.
    #[serde(default)]
    pub photos: Vec<Photo>,
    /// Whether the learner said that it is their own work (原创).
    #[serde(default)]
    pub own_work: bool,
    /// What was handed in last, if anything.
    #[serde(default)]
    pub handed_in: Option<HandedIn>,
    /// How often it was written.
    #[serde(default)]
    pub edits: u64,
    /// When it was begun.
    pub started: Moment,
    /// When it was written last.
    pub changed: Moment,
}

/// What was handed in last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedIn {
    /// The id of the entry, a UUID.
    pub entry: String,
    /// Its revision, from 1.
    pub revision: u32,
}

impl HandedIn {
    /// What an entry becomes when it is handed in now: the next revision, or the first one of another entry, as of another group.
    #[must_use]
    pub fn next(last: Option<&Self>, entry: String) -> Self {
        let revision = last.filter(|last| last.entry == entry).map_or(1, |last| last.revision + 1);
        Self { entry, revision }
    }
}

/// A photographed page. The picture itself, reduced and without what the camera noted, is kept under its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// The key of the picture.
    pub id: String,
    /// How it is turned.
    #[serde(default)]
    pub turn: Turn,
    /// What of it is shown, after turning.
    #[serde(default)]
    pub crop: Crop,
}

/// Quarter turns to the right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// As it was taken.
    #[default]
    Upright,
    /// 90° to the right.
    Right,
    /// Upside down.
    Over,
    /// 90° to the left.
    Left,
}

/// What is cut off at each side, in thousandths of the width or height.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crop {
    /// At the left.
    pub left: u16,
    /// At the top.
    pub top: u16,
    /// At the right.
    pub right: u16,
    /// At the bottom.
    pub bottom: u16,
}

/// The least that stays of a cropped side, in thousandths.
const LEAST_SHOWN: u16 = 100;

impl Draft {
    /// A blank draft.
    #[must_use]
    pub fn new(contest: ContestId, now: Moment) -> Self {
        Self {
            contest,
            group: None,
            title: String::new(),
            text: String::new(),
            theme: String::new(),
            outline: String::new(),
            photos: Vec::new(),
            own_work: false,
            handed_in: None,
            edits: 0,
            started: now,
            changed: now,
        }
    }

    /// Notes that it was changed, before it is written.
    pub fn touch(&mut self, now: Moment) {
        self.edits += 1;
        self.changed = now;
    }

    /// How long the text is (字数), with punctuation and without the title.
    #[must_use]
    pub fn count(&self) -> u32 {
        characters(&self.text)
    }

    /// Whether there is nothing yet that would be missed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let texts = [&self.title, &self.text, &self.theme, &self.outline];
        texts.iter().all(|text| text.trim().is_empty()) && self.photos.is_empty()
    }

    /// Moves a photographed page to another place; what comes after it moves along. A place beyond the end is the end.
    pub fn move_photo(&mut self, from: usize, to: usize) {
        if from < self.photos.len() {
            let photo = self.photos.remove(from);
            self.photos.insert(to.min(self.photos.len()), photo);
        }
    }
}

impl Turn {
    /// A quarter turn further to the right.
    #[must_use]
    pub fn further(self) -> Self {
        match self {
            Self::Upright => Self::Right,
            Self::Right => Self::Over,
            Self::Over => Self::Left,
            Self::Left => Self::Upright,
        }
    }

    /// Degrees to the right.
    #[must_use]
    pub fn degrees(self) -> u16 {
        match self {
            Self::Upright => 0,
            Self::Right => 90,
            Self::Over => 180,
            Self::Left => 270,
        }
    }
}

impl Crop {
    /// The same, with enough left of each side to see something: the right and the bottom give way.
    #[must_use]
    pub fn within_reason(self) -> Self {
        let first = |cut: u16| cut.min(1_000 - LEAST_SHOWN);
        let second = |cut: u16, first: u16| cut.min(1_000 - LEAST_SHOWN - first);
        let (left, top) = (first(self.left), first(self.top));
        Self { left, top, right: second(self.right, left), bottom: second(self.bottom, top) }
    }

    /// The part of a turned picture that is shown: left, top, width and height in pixels, each side at least one.
    #[must_use]
    pub fn shown(self, width: u32, height: u32) -> (u32, u32, u32, u32) {
        let crop = self.within_reason();
        let part = |side: u32, thousandths: u16| {
            side / 1_000 * u32::from(thousandths) + side % 1_000 * u32::from(thousandths) / 1_000
        };
        let (left, top) = (part(width, crop.left), part(height, crop.top));
        let rest = |side: u32, before: u32, after: u16| (side - before - part(side, after)).max(1);
        (left, top, rest(width, left, crop.right), rest(height, top, crop.bottom))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        let now = Moment { unix_ms: 1_000, offset_minutes: 480 };
        Draft::new(ContestId::parse("zhengwen-2027").unwrap(), now)
    }

    #[test]
    fn a_draft_is_blank_until_something_would_be_missed() {
        let check = |change: fn(&mut Draft), expect: bool| {
            let mut draft = draft();
            change(&mut draft);
            assert_eq!(draft.is_blank(), expect, "{draft:?}");
        };
        check(|_| (), true);
        check(|draft| draft.text = " \n".into(), true);
        check(|draft| draft.own_work = true, true);
        check(|draft| draft.text = "我".into(), false);
        check(|draft| draft.outline = "开头".into(), false);
        check(|draft| draft.photos = vec![Photo { id: "p".into(), turn: Turn::Upright, crop: Crop::default() }], false);
    }

    #[test]
    fn a_draft_comes_back_as_it_was_and_an_older_one_with_less_in_it_too() {
        let mut draft = draft();
        draft.text = "路口。\n我看见……".into();
        draft.photos = vec![Photo { id: "p".into(), turn: Turn::Left, crop: Crop { left: 10, ..Crop::default() } }];
        draft.touch(Moment { unix_ms: 2_000, offset_minutes: 480 });
        let json = serde_json::to_string(&draft).unwrap();
        assert_eq!(serde_json::from_str::<Draft>(&json).unwrap(), draft);
        assert_eq!((draft.count(), draft.edits), (8, 1));
        let moment = r#"{"unix_ms":1000,"offset_minutes":480}"#;
        let old = format!(r#"{{"contest":"zhengwen-2027","started":{moment},"changed":{moment},"later":1}}"#);
        assert_eq!(serde_json::from_str::<Draft>(&old).unwrap(), self::draft());
    }

    #[test]
    fn an_entry_that_is_handed_in_again_has_a_higher_revision_and_another_one_begins_anew() {
        let first = HandedIn::next(None, "a".into());
        let second = HandedIn::next(Some(&first), "a".into());
        let other = HandedIn::next(Some(&second), "b".into());
        assert_eq!([first.revision, second.revision, other.revision], [1, 2, 1]);
    }

    #[test]
    fn pages_are_put_in_order_and_turned() {
        let mut draft = draft();
        draft.photos =
            ["a", "b", "c"].map(|id| Photo { id: id.into(), turn: Turn::Upright, crop: Crop::default() }).into();
        let mut check = |from: usize, to: usize, expect: &str| {
            draft.move_photo(from, to);
            assert_eq!(draft.photos.iter().map(|photo| photo.id.as_str()).collect::<String>(), expect);
        };
        check(0, 1, "bac");
        check(2, 0, "cba");
        check(0, 9, "bac");
        check(9, 0, "bac");
        let turns = [Turn::Upright, Turn::Right, Turn::Over, Turn::Left];
        assert_eq!(turns.map(|turn| turn.further().degrees()), [90, 180, 270, 0]);
    }

    #[test]
    fn something_of_a_cropped_page_always_stays() {
        let check = |crop: (u16, u16, u16, u16), expect: (u32, u32, u32, u32)| {
            let (left, top, right, bottom) = crop;
            assert_eq!(Crop { left, top, right, bottom }.shown(2_000, 1_500), expect, "{crop:?}");
        };
        check((0, 0, 0, 0), (0, 0, 2_000, 1_500));
        check((100, 200, 100, 0), (200, 300, 1_600, 1_200));
        check((700, 0, 700, 0), (1_400, 0, 200, 1_500));
        check((u16::MAX, u16::MAX, u16::MAX, u16::MAX), (1_800, 1_350, 200, 150));
        assert_eq!(Crop { left: 500, ..Crop::default() }.shown(1, 1), (0, 0, 1, 1));
    }
}
