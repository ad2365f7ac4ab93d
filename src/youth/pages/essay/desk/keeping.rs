//! What the machine of keeping wants of an essay: its words, what is made of them when the writer pauses, and what another tab left.

use super::opening::blank;
use super::{EssayDesk, cutting};
use crate::desk::drafting::{Drafting, Words};
use crate::platform::{clock, web};
use crate::youth::{draft, photos};
use leptos::prelude::*;
use leptos::task::spawn_local;
use records::keeping::Event;
use ui::Trouble;
use youth::versions::Why;

impl Words for EssayDesk {
    fn text(&self) -> Option<String> {
        let parts = self.parts();
        parts.take_fields();
        parts.now.borrow_mut().touch(clock::now());
        parts.desk.write_draft(&draft::name(&parts.contest), &*parts.now.borrow()).ok()
    }

    fn show(&self, found: Option<String>) {
        let essay = *self;
        let parts = essay.parts();
        let draft = match parts.desk.read_draft(&draft::name(&parts.contest), found).or_strange() {
            Ok(draft) => draft.unwrap_or_else(|| blank(&parts.contest)),
            // The page says it when it is opened again.
            Err(_) => return web::reload(),
        };
        parts.now.replace(draft);
        parts.fill_fields();
        essay.show_draft();
        spawn_local(async move {
            // Versions that cannot be read now are not shown, and stay.
            let _ = essay.shelf().read().await;
        });
    }

    fn look(&self) {
        EssayDesk::look(*self);
    }
}

impl EssayDesk {
    /// A key changed a field.
    pub fn typed(self) {
        self.0.with_value(|parts| {
            parts.writing.borrow_mut().key(clock::elapsed_ms() as i64);
            tell(&parts.drafting, Event::Key);
        });
    }

    /// An input method begins or ends to compose.
    pub fn compose(self, composing: bool) {
        self.0.with_value(|parts| {
            parts.writing.borrow_mut().compose(composing);
            tell(&parts.drafting, if composing { Event::Composing } else { Event::Composed });
        });
    }

    /// Something happened that the machine wants to know.
    pub fn tell(self, event: Event) {
        self.0.with_value(|parts| tell(&parts.drafting, event));
    }

    /// Shows what was written, and cuts a version if one is due. A word that is half composed waits.
    pub fn look(self) {
        let parts = self.parts();
        if !parts.writing.borrow().may_cut() {
            return;
        }
        parts.take_fields();
        self.show_draft();
        if parts.writing.borrow().is_due() {
            self.cut(Why::Automatic).into_iter().for_each(cutting::finish);
        }
    }

    /// Shows the draft as it is kept.
    pub(super) fn show_draft(self) {
        let parts = self.parts();
        let now = parts.now.borrow();
        if parts.draft.with_untracked(|shown| *shown != *now) {
            parts.draft.set(now.clone());
        }
    }

    /// Words that this or another tab could not write any more become versions.
    pub fn bring_in_asides(self) {
        let Some(drafting) = self.drafting() else { return };
        let asides = drafting.asides();
        Effect::new(move |_| {
            let (found, may_write) = (asides.get(), self.may_write());
            for aside in found.into_iter().filter(|_| may_write) {
                let name = draft::name(&self.contest());
                let Some(draft) = draft::of_text(&name, &aside.text) else { continue };
                let is_new = self.shelf().cut(Why::BeforeRestore, &draft.title, &draft.text);
                let keeping = is_new.then(|| self.shelf().keep());
                let drafting = drafting.clone();
                spawn_local(async move {
                    let is_kept = match keeping {
                        Some(keeping) => keeping.await.is_ok(),
                        None => true,
                    };
                    if is_kept {
                        // What stays is brought in another time.
                        let _ = drafting.let_go_of(&aside).await;
                    }
                });
            }
        });
    }

    /// Deletes the draft and its versions for good. Whether that went well.
    pub async fn delete(self) -> Result<(), Trouble> {
        self.tell(Event::Deleting);
        let outcome = self.delete_all().await;
        self.tell(Event::Deleted(outcome));
        outcome
    }

    async fn delete_all(self) -> Result<(), Trouble> {
        let parts = self.parts();
        draft::remove(&parts.desk, &parts.contest).await?;
        parts.shelf.clear().await?;
        photos::forget(&parts.desk, &parts.contest.id).await?;
        draft::remove(&parts.desk, &parts.contest).await?;
        // A key that came meanwhile goes too.
        parts.now.replace(blank(&parts.contest));
        parts.fill_fields();
        self.show_draft();
        Ok(())
    }
}

/// Nothing happens to an essay before it is open.
fn tell(drafting: &std::cell::OnceCell<Drafting>, event: Event) {
    if let Some(drafting) = drafting.get() {
        drafting.tell(event);
    }
}
