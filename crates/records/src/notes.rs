//! Small notes outside the store: what must be there when the store is not, and what has to be written while a page leaves. In a browser they
//! stand in localStorage, which all tabs share and which is written at once.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Texts by name. One that cannot be kept is not kept, and nothing depends on it.
pub trait Notes {
    /// What is noted under a name.
    fn get(&self, name: &str) -> Option<String>;
    /// Notes something under a name. Whether it is there now.
    fn set(&self, name: &str, value: &str) -> bool;
    /// Forgets what is noted under a name.
    fn remove(&self, name: &str);
    /// All names.
    fn names(&self) -> Vec<String>;
}

/// The notes that say how the store is. While records live as long as the page and no longer, they are read and stay as they are.
pub(crate) struct OfTheStore {
    /// All notes.
    pub notes: Rc<dyn Notes>,
    /// Whether what is written outlives the page.
    pub lasting: Rc<Cell<bool>>,
}

impl Notes for OfTheStore {
    fn get(&self, name: &str) -> Option<String> {
        self.notes.get(name)
    }

    fn set(&self, name: &str, value: &str) -> bool {
        self.lasting.get() && self.notes.set(name, value)
    }

    fn remove(&self, name: &str) {
        if self.lasting.get() {
            self.notes.remove(name);
        }
    }

    fn names(&self) -> Vec<String> {
        self.notes.names()
    }
}

/// Notes that live as long as the page, for tests.
#[derive(Debug, Default)]
pub struct Passing(RefCell<BTreeMap<String, String>>);

impl Notes for Passing {
    fn get(&self, name: &str) -> Option<String> {
        self.0.borrow().get(name).cloned()
    }

    fn set(&self, name: &str, value: &str) -> bool {
        self.0.borrow_mut().insert(name.to_owned(), value.to_owned());
        true
    }

    fn remove(&self, name: &str) {
        self.0.borrow_mut().remove(name);
    }

    fn names(&self) -> Vec<String> {
        self.0.borrow().keys().cloned().collect()
    }
}
