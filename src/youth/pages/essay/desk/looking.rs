//! What is made of the text (字数, the checklist, a version) waits for a pause of the writer, and for the end of a composition: a key does
//! no more than ask for keeping.

use super::EssayDesk;
use super::cutting::finish;
use crate::platform::{clock, web};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use youth::versions::Why;

/// How long a pause of the writer is, in milliseconds.
const PAUSE_MS: u32 = 300;
/// Who writes on without a pause sees the count as often as this.
const AT_LEAST_MS: u64 = 3_000;

impl EssayDesk {
    /// A key changed a field.
    pub fn typed(self) {
        self.0.with_value(|parts| {
            parts.writing.borrow_mut().key(clock::elapsed_ms() as i64);
        });
        self.keep();
        self.look_later();
    }

    /// An input method begins or ends to compose.
    pub fn compose(self, composing: bool) {
        self.0.with_value(|parts| parts.writing.borrow_mut().compose(composing));
        if !composing {
            self.typed();
        }
    }

    /// Looks at what was written when the writer pauses.
    fn look_later(self) {
        let parts = self.parts();
        let long_ago = clock::elapsed_ms().saturating_sub(parts.taken_ms.get()) > AT_LEAST_MS;
        if long_ago && parts.pause.borrow().is_some() {
            // The timer that is set runs out, whatever keys come.
            return;
        }
        parts.pause.replace(Some(Timeout::new(PAUSE_MS, move || {
            spawn_local(async move {
                // Forgetting it now stops nothing: it has run out.
                drop(self.parts().pause.take());
                web::idle().await;
                self.look();
            });
        })));
    }

    /// Shows what was written, and cuts a version if one is due. A word that is half composed waits.
    pub fn look(self) {
        let parts = self.parts();
        parts.taken_ms.set(clock::elapsed_ms());
        if !parts.writing.borrow().may_cut() {
            return;
        }
        parts.take_fields();
        self.show_draft();
        if parts.writing.borrow().is_due() {
            self.cut(Why::Automatic).into_iter().for_each(finish);
        }
    }

    /// Shows the draft as it is kept.
    pub(super) fn show_draft(self) {
        let parts = self.parts();
        let now = parts.now.borrow();
        if parts.shown.draft.with_untracked(|shown| *shown != *now) {
            parts.shown.draft.set(now.clone());
        }
    }
}
