//! The browser around the room: its clock, its chance, its notes, and which of its pages are gone.

use crate::platform::{clock, local, lock, random, session};
use model::{EventId, Moment};
use records::notes::Notes;
use records::surroundings::{Going, Surroundings};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Where a tab has the names of the pages that it showed, the last one first: they are gone, or frozen.
const PAGES: &str = "huaide.pages";
/// How many of them it remembers.
const MOST_PAGES: usize = 20;

/// The browser, for one page.
#[derive(Clone)]
pub struct Browser {
    page: String,
    /// The pages that this tab showed before.
    before: Rc<Vec<String>>,
}

impl Browser {
    /// A page begins.
    pub fn new() -> Self {
        let page = EventId::new(clock::now().unix_ms, random::ten_bytes()).to_string();
        let noted = session::get(PAGES).unwrap_or_default();
        let before: Vec<String> = noted.split_whitespace().map(str::to_owned).collect();
        let pages: Vec<&str> =
            std::iter::once(page.as_str()).chain(before.iter().map(String::as_str)).take(MOST_PAGES).collect();
        session::set(PAGES, &pages.join(" "));
        let held = life(&page);
        spawn_local(async move { lock::hold(&held).await });
        Self { page, before: Rc::new(before) }
    }
}

/// The lock that a page has as long as it lives.
fn life(page: &str) -> String {
    format!("huaide/page/{page}")
}

impl Surroundings for Browser {
    fn now(&self) -> Moment {
        clock::now()
    }

    fn ten_bytes(&self) -> [u8; 10] {
        random::ten_bytes()
    }

    fn notes(&self) -> Rc<dyn Notes> {
        Rc::new(Local)
    }

    fn page(&self) -> String {
        self.page.clone()
    }

    fn is_gone(&self, page: &str) -> Going<Option<bool>> {
        let is_before = self.before.iter().any(|before| before == page);
        let held = life(page);
        Box::pin(async move {
            if is_before {
                return Some(true);
            }
            lock::is_held(&held).await.map(|is_held| !is_held)
        })
    }

    fn until_gone(&self, page: &str) -> Going<()> {
        let held = life(page);
        Box::pin(async move { lock::until_free(&held).await })
    }

    fn spawn(&self, going: Going<()>) {
        spawn_local(going);
    }
}

/// Notes in localStorage.
struct Local;

impl Notes for Local {
    fn get(&self, name: &str) -> Option<String> {
        local::get(name)
    }

    fn set(&self, name: &str, value: &str) -> bool {
        local::set(name, value)
    }

    fn remove(&self, name: &str) {
        local::remove(name);
    }

    fn names(&self) -> Vec<String> {
        local::names()
    }
}
