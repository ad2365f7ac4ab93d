//! A browser of one's own: its store is the twin in memory, its pages come and go as a test says.

use model::{Bookmark, Deed, DocumentId, Moment, Place, Stretch, Trouble};
use records::Room;
use records::book::Book;
use records::notes::{Notes, Passing};
use records::surroundings::{Going, Surroundings};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::future::poll_fn;
use std::ops::Deref;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use store::{Contents, Memory, Store};

/// A page of it.
pub struct Page<B: Book> {
    room: Room<B, Memory>,
    name: String,
}

impl<B: Book> Deref for Page<B> {
    type Target = Room<B, Memory>;

    fn deref(&self) -> &Self::Target {
        &self.room
    }
}

/// The browser.
#[derive(Clone)]
pub struct Browser {
    /// Where the records are.
    pub store: Memory,
    /// Whether it opens the store; else pages have their records in memory.
    pub opens: bool,
    /// Whether it can tell which pages are gone.
    pub tells: bool,
    /// What its pages share.
    pub shared: Rc<Shared>,
}

/// What the pages of a browser share.
#[derive(Default)]
pub struct Shared {
    notes: Rc<Passing>,
    now_ms: Cell<i64>,
    chance: Cell<u64>,
    gone: RefCell<BTreeSet<String>>,
    going: RefCell<Vec<Going<()>>>,
}

impl Default for Browser {
    fn default() -> Self {
        let shared = Shared { now_ms: Cell::new(1_800_000_000_000), ..Shared::default() };
        Self { store: Memory::default(), opens: true, tells: true, shared: Rc::new(shared) }
    }
}

/// What a page knows of it.
struct Around {
    browser: Browser,
    page: String,
}

impl Browser {
    /// The same browser with its store as it is now, whatever is written to this one: in WebKit nothing arrives that is put while a page
    /// leaves.
    pub fn as_left(&self) -> Self {
        Self { store: self.store.copy(), ..self.clone() }
    }

    /// Opens a page.
    pub fn open<B: Book>(&self) -> Page<B> {
        let page = format!("page-{}", self.number());
        let room = Room::new(Around { browser: self.clone(), page: page.clone() }, |_| {});
        let trouble = (!self.opens).then_some(Trouble::Refused);
        self.run(room.open(self.store.clone(), trouble, Memory::default()));
        self.settle();
        Page { room, name: page }
    }

    /// A page is gone, as if killed.
    pub fn go<B: Book>(&self, page: &Page<B>) {
        self.shared.gone.borrow_mut().insert(page.name.clone());
    }

    /// Time passes.
    pub fn pass(&self, ms: i64) {
        self.shared.now_ms.set(self.shared.now_ms.get() + ms);
    }

    /// What is noted by pages that left.
    pub fn noted(&self) -> Vec<String> {
        let mut names = self.shared.notes.names();
        names.retain(|name| name.starts_with("huaide.parting/"));
        names
    }

    /// What is noted outside the store now, as a browser that is killed brings it back later: its disk comes last.
    pub fn notes_on_the_disk(&self) -> Vec<(String, String)> {
        let notes = &self.shared.notes;
        notes.names().into_iter().map(|name| (name.clone(), notes.get(&name).unwrap())).collect()
    }

    /// It is killed: its pages are gone, and the notes are those of the disk.
    pub fn kill<B: Book>(&self, pages: &[&Page<B>], on_the_disk: &[(String, String)]) {
        pages.iter().for_each(|page| self.go(page));
        self.shared.notes.names().iter().for_each(|name| self.shared.notes.remove(name));
        for (name, text) in on_the_disk {
            assert!(self.shared.notes.set(name, text));
        }
    }

    /// What is in the store.
    pub fn contents(&self) -> Contents {
        self.run(self.store.read(None)).unwrap()
    }

    /// Runs something to its end: memory never waits.
    pub fn run<T>(&self, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        for _ in 0..1_000 {
            if let Poll::Ready(answer) = work.as_mut().poll(&mut context()) {
                return answer;
            }
            self.settle();
        }
        unreachable!("it waits for ever")
    }

    /// Lets everything go on that can.
    pub fn settle(&self) {
        for _ in 0..10 {
            let going = self.shared.going.take();
            let waiting = going.into_iter().filter_map(still_going).collect::<Vec<_>>();
            self.shared.going.borrow_mut().extend(waiting);
        }
    }

    fn number(&self) -> u64 {
        self.shared.chance.set(self.shared.chance.get() + 1);
        self.shared.chance.get()
    }
}

fn context() -> Context<'static> {
    Context::from_waker(Waker::noop())
}

fn still_going(mut going: Going<()>) -> Option<Going<()>> {
    Pin::new(&mut going).poll(&mut context()).is_pending().then_some(going)
}

impl Surroundings for Around {
    fn now(&self) -> Moment {
        self.browser.pass(1);
        Moment { unix_ms: self.browser.shared.now_ms.get(), offset_minutes: 480 }
    }

    fn ten_bytes(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&self.browser.number().to_be_bytes());
        bytes
    }

    fn notes(&self) -> Rc<dyn Notes> {
        self.browser.shared.notes.clone()
    }

    fn page(&self) -> String {
        self.page.clone()
    }

    fn is_gone(&self, page: &str) -> Going<Option<bool>> {
        let gone = self.browser.shared.gone.borrow().contains(page);
        let answer = self.browser.tells.then_some(gone);
        Box::pin(async move { answer })
    }

    fn until_gone(&self, page: &str) -> Going<()> {
        let (browser, page) = (self.browser.clone(), page.to_owned());
        Box::pin(poll_fn(move |_| match browser.shared.gone.borrow().contains(&page) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }))
    }

    fn spawn(&self, going: Going<()>) {
        self.browser.shared.going.borrow_mut().push(going);
    }
}

fn document() -> DocumentId {
    DocumentId::parse("a/1").unwrap()
}

/// A bookmark.
pub fn bookmark<S>() -> Deed<S> {
    let place = Place::at(&[model::BlockId::parse("abcd").unwrap()], 0).unwrap();
    let (title, address) = ("一".to_owned(), "lessons/a/1/".to_owned());
    Deed::Bookmarked(Bookmark { document: document(), title, address, place, label: "二".to_owned() })
}

/// A stretch of reading.
pub fn stretch<S>(active_ms: u64) -> Deed<S> {
    Deed::Read(Stretch {
        document: document(),
        title: "一".to_owned(),
        address: "lessons/a/1/".to_owned(),
        active_ms,
        estimate_ms: 60_000,
        reached_end: false,
        place: None,
        hours_hundredths: 0,
    })
}
