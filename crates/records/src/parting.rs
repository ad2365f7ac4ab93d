//! What is written while a page leaves.
//!
//! From the moment in which a page leaves, WebKit drops what is put into IndexedDB; only what is written at once, outside of it, is kept by
//! every engine (docs/DESIGN.md). So what was begun and is not acknowledged stands here, and is noted when the page is hidden or left:
//! one note for each thing, under `huaide.parting/PAGE/THING`. The next page that starts, or another one that sees this one gone, takes it into
//! the store and removes the note. What is taken in twice says the same twice.

use crate::notes::Notes;
use model::EventId;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

/// What the names of all notes begin with; other tabs hear when one comes.
pub const PARTING: &str = "huaide.parting/";
/// The version of a note that this build writes. A note is `VERSION UNIX_MS TEXT`.
const VERSION: &str = "1";
/// A longer text (a slice of a recording, a picture) is not noted, for all notes of a site share some megabytes. In bytes.
const LONGEST: usize = 400_000;

/// What can be under way when a page leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thing {
    /// A text beside the log, by its name; without words it is to be removed.
    Slip(String),
    /// A stretch that is over, as a record.
    Stretch(EventId),
    /// What was done, as a record. Its order is not taken yet.
    Deed(EventId),
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slip(name) => write!(f, "slip/{name}"),
            Self::Stretch(id) => write!(f, "stretch/{id}"),
            Self::Deed(id) => write!(f, "deed/{id}"),
        }
    }
}

impl Thing {
    fn parse(text: &str) -> Option<Self> {
        match text.split_once('/')? {
            ("slip", name) => Some(Self::Slip(name.to_owned())),
            ("stretch", id) => EventId::parse(id).map(Self::Stretch),
            ("deed", id) => EventId::parse(id).map(Self::Deed),
            _ => None,
        }
    }
}

/// A note of a page that left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parted {
    /// Under which name it is noted.
    pub note: String,
    /// The page.
    pub page: String,
    /// What it is.
    pub thing: Thing,
    /// When it was noted, by the device's clock, in Unix milliseconds.
    pub at_ms: i64,
    /// The text.
    pub text: String,
}

/// A writing that is not acknowledged yet. Few are at a time.
struct Begun {
    thing: Thing,
    number: u64,
    text: String,
}

/// What this page has begun to write and what is not acknowledged yet.
pub struct Parting {
    notes: Rc<dyn Notes>,
    page: String,
    leaving: Cell<bool>,
    number: Cell<u64>,
    open: RefCell<Vec<Begun>>,
}

impl Parting {
    /// Nothing has begun.
    pub fn new(notes: Rc<dyn Notes>, page: String) -> Self {
        Self { notes, page, leaving: Cell::new(false), number: Cell::new(0), open: RefCell::default() }
    }

    /// Whether the page is hidden or leaving.
    pub fn is_leaving(&self) -> bool {
        self.leaving.get()
    }

    /// A writing begins. The number names it when it is [acknowledged](Self::acknowledge). While the page leaves it is noted at once.
    pub fn begin(&self, thing: Thing, text: &str, now_ms: i64) -> u64 {
        let number = self.number.get() + 1;
        self.number.set(number);
        if self.leaving.get() {
            self.note(&thing, text, now_ms);
        }
        let mut open = self.open.borrow_mut();
        open.retain(|begun| begun.thing != thing);
        open.push(Begun { thing, number, text: text.to_owned() });
        number
    }

    /// A writing is on the disk. One that came later may still be under way.
    pub fn acknowledge(&self, thing: &Thing, number: u64) {
        let mut open = self.open.borrow_mut();
        if let Some(at) = open.iter().position(|begun| begun.number == number && begun.thing == *thing) {
            open.swap_remove(at);
            self.notes.remove(&self.name(thing));
        }
    }

    /// The page is hidden or leaves: notes what is not acknowledged.
    pub fn leave(&self, now_ms: i64) {
        self.leaving.set(true);
        for Begun { thing, text, .. } in &*self.open.borrow() {
            self.note(thing, text, now_ms);
        }
    }

    /// The page is seen again.
    pub fn come_back(&self) {
        self.leaving.set(false);
    }

    /// What other pages noted, the oldest first. What a newer build noted, and what cannot be read, is left where it is.
    pub fn of_others(&self) -> Vec<Parted> {
        let mut of_others: Vec<Parted> = Vec::new();
        for parted in self.all() {
            if parted.page != self.page {
                let at = of_others.partition_point(|other| other.at_ms <= parted.at_ms);
                of_others.insert(at, parted);
            }
        }
        of_others
    }

    /// Forgets what is noted or under way and belongs to something that was erased.
    pub fn forget(&self, is_erased: &dyn Fn(&Thing, &str) -> bool) {
        self.open.borrow_mut().retain(|begun| !is_erased(&begun.thing, &begun.text));
        for parted in self.all() {
            if is_erased(&parted.thing, &parted.text) {
                self.notes.remove(&parted.note);
            }
        }
    }

    /// What is noted, of this page too.
    fn all(&self) -> Vec<Parted> {
        self.notes.names().into_iter().filter_map(|name| self.read(name)).collect()
    }

    fn note(&self, thing: &Thing, text: &str, now_ms: i64) {
        if text.len() <= LONGEST {
            // Where it cannot be noted, what was written before stands.
            let _ = self.notes.set(&self.name(thing), &format!("{VERSION} {now_ms} {text}"));
        }
    }

    fn name(&self, thing: &Thing) -> String {
        format!("{PARTING}{}/{thing}", self.page)
    }

    fn read(&self, name: String) -> Option<Parted> {
        let (page, thing) = name.strip_prefix(PARTING)?.split_once('/')?;
        let (page, thing) = (page.to_owned(), Thing::parse(thing)?);
        let noted = self.notes.get(&name)?;
        let (at_ms, text) = noted.strip_prefix(VERSION)?.strip_prefix(' ')?.split_once(' ')?;
        Some(Parted { note: name, page, thing, at_ms: at_ms.parse().ok()?, text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::Passing;

    fn slip() -> Thing {
        Thing::Slip("a/essay/b".to_owned())
    }

    #[test]
    fn what_is_not_acknowledged_is_noted_when_the_page_leaves_and_not_before() {
        let notes: Rc<dyn Notes> = Rc::new(Passing::default());
        let (one, two) = (Parting::new(notes.clone(), "one".into()), Parting::new(notes.clone(), "two".into()));
        let first = one.begin(slip(), "一", 1);
        let second = one.begin(slip(), "一二", 2);
        one.acknowledge(&slip(), first);
        assert_eq!(two.of_others(), []);
        one.leave(3);
        let parted = two.of_others();
        assert_eq!((parted[0].text.as_str(), &parted[0].thing, parted.len()), ("一二", &slip(), 1));
        assert_eq!(one.of_others(), []);
        one.acknowledge(&slip(), second);
        assert_eq!(two.of_others(), []);
    }

    #[test]
    fn what_begins_while_the_page_leaves_is_noted_at_once() {
        let notes: Rc<dyn Notes> = Rc::new(Passing::default());
        let (one, two) = (Parting::new(notes.clone(), "one".into()), Parting::new(notes, "two".into()));
        one.leave(1);
        one.begin(slip(), "一", 2);
        assert_eq!(two.of_others().len(), 1);
        one.come_back();
        one.begin(Thing::Stretch(EventId::new(1, [0; 10])), "{}", 3);
        assert_eq!(two.of_others().len(), 1);
    }

    #[test]
    fn a_newer_note_and_a_damaged_one_are_left_alone() {
        let notes = Rc::new(Passing::default());
        let parting = Parting::new(notes.clone(), "one".into());
        for text in ["2 1 {}", "1 ", "1 x {}", ""] {
            notes.set("huaide.parting/two/slip/a", text);
            assert_eq!(parting.of_others(), []);
            assert_eq!(notes.names().len(), 1);
        }
    }

    #[test]
    fn what_was_erased_is_forgotten() {
        let notes: Rc<dyn Notes> = Rc::new(Passing::default());
        let (one, two) = (Parting::new(notes.clone(), "one".into()), Parting::new(notes, "two".into()));
        one.begin(slip(), "一", 1);
        one.begin(Thing::Slip("c/essay/b".into()), "二", 1);
        one.leave(2);
        two.forget(&|thing, _| matches!(thing, Thing::Slip(name) if name.starts_with("a/")));
        assert_eq!(two.of_others().len(), 1);
    }
}
