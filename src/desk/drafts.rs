//! Drafts at the desk: each is read with one of four answers (`formats::draft`), and written with what this build does not know of it.
//!
//! What could not be read, because the store failed, is not written over until it was. What is newer or damaged is set aside under a name
//! of its own before anything else is written in its place; the bars say so and offer it as a file.

use super::Desk;
use formats::draft::{self, Draft, Found, Name, Rest, Slip};
use leptos::prelude::*;
use model::Trouble;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen_futures::spawn_local;

/// What is known of texts that were read, by their whole names.
#[derive(Default)]
pub(super) struct Drafts(RefCell<BTreeMap<String, Result<Rest, Trouble>>>);

/// A text that could not be read and was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strange {
    /// Under which name it stood.
    pub name: Name,
    /// What it says.
    pub text: String,
}

impl Desk {
    /// What stands under a name.
    pub async fn find_draft<D: Draft>(&self, name: &Name) -> Result<Found<D>, Trouble> {
        match self.find_slip(&name.to_string()).await {
            Ok(text) => Ok(self.read_draft(name, text)),
            Err(trouble) => {
                self.note(name, Err(trouble));
                Err(trouble)
            }
        }
    }

    /// The same with a text that was read already.
    pub fn read_draft<D: Draft>(&self, name: &Name, text: Option<String>) -> Found<D> {
        let (found, rest) = draft::read(name, text);
        self.note(name, Ok(rest));
        found
    }

    /// The draft under a name, to go on with. What cannot be read was set aside when this returns; where there is trouble, nothing can be
    /// written under the name, and the bars say so.
    pub async fn open_draft<D: Draft>(&self, name: &Name) -> Result<Option<D>, Trouble> {
        let opened = match self.find_slip(&name.to_string()).await {
            Ok(found) => self.take_draft(name, found).await,
            Err(trouble) => Err(trouble),
        };
        opened.inspect_err(|trouble| self.refuse_draft(name, *trouble))
    }

    /// The same with a text that was read already, where nothing is said of trouble.
    pub async fn take_draft<D: Draft>(&self, name: &Name, found: Option<String>) -> Result<Option<D>, Trouble> {
        match self.read_draft(name, found).or_strange() {
            Ok(draft) => Ok(draft),
            Err(text) => self.set_aside(name, text).await.map(|()| None),
        }
    }

    /// From now on nothing can be written under a name, and the bars say so.
    pub fn refuse_draft(&self, name: &Name, trouble: Trouble) {
        self.note(name, Err(trouble));
        self.tell(locale::bar_draft_unread());
    }

    /// Puts what cannot be read under a name of its own, and clears the name that it stood under.
    pub async fn set_aside(&self, name: &Name, text: String) -> Result<(), Trouble> {
        let mut number = 1;
        let place = loop {
            let place = name.strange(number).to_string();
            match self.find_slip(&place).await? {
                Some(other) if other != text => number += 1,
                _ => break place,
            }
        };
        self.keep_slip(&place, &text).await?;
        self.keep_slip(&name.to_string(), "").await?;
        self.0.strange.update(|all| all.push(Strange { name: name.clone(), text }));
        Ok(())
    }

    /// What was set aside since the page was opened, and is not acknowledged.
    pub fn strange(&self) -> RwSignal<Vec<Strange>> {
        self.0.strange
    }

    /// A draft as it is to be kept; `None` where what stands there could not be read.
    pub fn write_draft<D: Draft>(&self, name: &Name, draft: &D) -> Result<String, Trouble> {
        let known = self.0.drafts.0.borrow();
        let nothing = Rest::default();
        let rest = match self.whole_name(name).as_ref().and_then(|name| known.get(name)) {
            None => &nothing,
            Some(Ok(rest)) => rest,
            Some(Err(trouble)) => return Err(*trouble),
        };
        draft::write(draft, rest).ok_or(Trouble::Damaged)
    }

    /// The same, or an empty text where nothing is to be kept.
    pub fn write_or_clear<D: Draft>(&self, name: &Name, draft: Option<&D>) -> Option<String> {
        match draft {
            Some(draft) => self.write_draft(name, draft).ok(),
            None => self.begin_draft(name).then(String::new),
        }
    }

    /// Keeps a draft; it has begun when this returns.
    pub fn keep_draft<D: Draft>(&self, name: &Name, draft: &D) -> impl Future<Output = Result<(), Trouble>> + use<D> {
        let writing = self.write_draft(name, draft).map(|text| self.keep_slip(&name.to_string(), &text));
        async move { writing?.await }
    }

    /// The same where the bars say how it went.
    pub fn put_draft<D: Draft>(&self, name: &Name, draft: &D) {
        let writing = self.keep_draft(name, draft);
        spawn_local(async move {
            let _ = writing.await;
        });
    }

    /// Removes what stands under a name for good, and what was set aside from there.
    pub async fn remove_draft(&self, name: &Name) -> Result<(), Trouble> {
        let removed = self.keep_slip(&name.to_string(), "").await;
        self.note(name, Ok(Rest::default()));
        self.remove_slips(&name.stranges()).await?;
        self.remove_slips(&name.asides()).await?;
        removed
    }

    /// The same once what was being written is done with: nothing that was set aside goes, nor what could not be read.
    pub fn finish_draft(&self, name: &Name) {
        if self.begin_draft(name) {
            self.put_slip(&name.to_string(), "");
        }
    }

    /// What is written next under a name is another draft: what was not known of the one before goes with that. Whether anything can be
    /// written there at all.
    pub fn begin_draft(&self, name: &Name) -> bool {
        let known = self.whole_name(name).and_then(|name| self.0.drafts.0.borrow().get(&name).cloned());
        let may_write = !matches!(known, Some(Err(_)));
        if may_write {
            self.note(name, Ok(Rest::default()));
        }
        may_write
    }

    fn note(&self, name: &Name, known: Result<Rest, Trouble>) {
        if let Some(name) = self.whole_name(name) {
            self.0.drafts.0.borrow_mut().insert(name, known);
        }
    }

    fn whole_name(&self, name: &Name) -> Option<String> {
        self.learner_now().map(|learner| Slip { learner, name: name.clone() }.to_string())
    }
}
