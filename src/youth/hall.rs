//! The hall: what the portal offers young people, and the learner's table.

use crate::desk::Desk;
use crate::platform::web;
use formats::page::Page;
use formats::programme::{Index, SceneOf};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use youth::{Activity, Contest};

/// The hall. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct Hall(Rc<Parts>);

struct Parts {
    desk: Desk,
    index: RefCell<Option<Arc<Index>>>,
}

impl Hall {
    /// Nothing is known until [`open`](Self::open).
    pub fn new(page: Page) -> Self {
        Self(Rc::new(Parts { desk: Desk::new(page), index: RefCell::default() }))
    }

    /// Opens the learner's records, and fetches what the portal offers.
    pub async fn open(&self) {
        let desk = self.desk();
        desk.open_records().await;
        let address = desk.to(&desk.page().study);
        let read = web::text(&address, "application/json").await.and_then(|json| Index::read(&json).ok());
        if let Some(index) = read {
            desk.stand_in(&index.zone);
            self.0.index.replace(Some(Arc::new(index)));
        }
    }

    /// The learner's table: the log, slips, and what is told.
    pub fn desk(&self) -> &Desk {
        &self.0.desk
    }

    /// What the portal offers; `None` where it could not be had.
    pub fn index(&self) -> Option<Arc<Index>> {
        self.0.index.borrow().clone()
    }

    /// The address of this page, relative to the portal's root.
    pub fn address(&self) -> &str {
        &self.0.desk.page().address
    }

    /// The activity whose page this is.
    pub fn activity(&self) -> Option<Activity> {
        self.index()?.activities.iter().find(|one| one.address == self.address()).cloned()
    }

    /// The scene whose page this is.
    pub fn scene(&self) -> Option<SceneOf> {
        self.index()?.scenes.iter().find(|one| one.address == self.address()).cloned()
    }

    /// The contest whose page or desk this is.
    pub fn contest(&self) -> Option<Contest> {
        let address = self.address().strip_suffix("write/").unwrap_or(self.address()).to_owned();
        self.index()?.contests.iter().find(|one| one.address == address).cloned()
    }
}
