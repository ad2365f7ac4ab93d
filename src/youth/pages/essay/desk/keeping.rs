//! How an essay is kept: one writing at a time, the latest text next; and how it is deleted.

use super::opening::blank;
use super::{EssayDesk, Standing};
use crate::platform::{clock, page_events, tabs, web};
use crate::youth::draft::{self, Keeping};
use crate::youth::photos;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::Trouble;

/// How long a key waits until it is kept, in milliseconds. Writing at the key itself made each key slower to see.
const MOMENT_MS: u32 = 250;
/// How long it may wait beyond that for the page to have nothing else to do, in milliseconds.
const IDLE_MS: u32 = 100;
/// How long no key comes before it is said that all is kept, in milliseconds.
const SETTLED_MS: u32 = 200;
/// Who writes on without a pause is told as often as this that all is kept, in milliseconds.
const SAID_AGAIN_MS: u64 = 4_000;

impl EssayDesk {
    /// Keeps what stands in the fields: in a moment, or a moment after the keeping that goes on.
    pub fn keep(self) {
        let parts = self.parts();
        parts.asked.set(true);
        self.say(Keeping::Going);
        if parts.going.get() == 0 {
            self.keep_soon();
        }
    }

    /// Begins to keep between two keys, when the page has shown the first one.
    fn keep_soon(self) {
        let parts = self.parts();
        if parts.moment.borrow().is_some() {
            return;
        }
        parts.moment.replace(Some(Timeout::new(MOMENT_MS, move || {
            spawn_local(async move {
                web::idle_within(IDLE_MS).await;
                let parts = self.parts();
                drop(parts.moment.take());
                if parts.asked.get() && parts.going.get() == 0 {
                    self.begin();
                }
            });
        })));
    }

    /// Begins to keep what was not kept yet, for the page may go.
    pub(super) fn keep_now(self) {
        if self.0.with_value(|parts| parts.asked.get()) {
            self.begin();
        }
    }

    pub(super) fn begin(self) {
        let parts = self.parts();
        if !parts.hold.is_mine() {
            return self.lose(Standing::Taken);
        }
        self.write();
    }

    pub(super) fn write(self) {
        let parts = self.parts();
        parts.asked.set(false);
        parts.take_fields();
        parts.now.borrow_mut().touch(clock::now());
        let writing = draft::write(&parts.desk, &parts.contest, &*parts.now.borrow());
        parts.going.set(parts.going.get() + 1);
        spawn_local(async move {
            let outcome = writing.await;
            parts.going.set(parts.going.get() - 1);
            match outcome {
                Err(trouble) => self.say(Keeping::Failed(trouble)),
                Ok(()) if parts.asked.get() && parts.going.get() == 0 => self.keep_soon(),
                Ok(()) if parts.going.get() == 0 => self.say_kept(),
                Ok(()) => {}
            }
        });
    }

    /// Says that all is kept, unless the next key comes first: words that change with every key would make each slower to see. Who writes on
    /// without a pause is told now and then.
    fn say_kept(self) {
        let parts = self.parts();
        let now = clock::elapsed_ms();
        if parts.said_ms.get().is_none_or(|said| now.saturating_sub(said) > SAID_AGAIN_MS) {
            parts.said_ms.set(Some(now));
            return self.say(Keeping::Kept);
        }
        parts.settled.replace(Some(Timeout::new(SETTLED_MS, move || {
            self.0.with_value(|parts| {
                if !parts.asked.get() && parts.going.get() == 0 {
                    self.say(Keeping::Kept);
                }
            });
        })));
    }

    pub(super) fn say(self, keeping: Keeping) {
        let place = self.shown().keeping;
        if place.get_untracked() != keeping {
            place.set(keeping);
        }
    }

    /// The last keys are written when the page is hidden or left.
    pub(super) fn watch_leaving(self) {
        page_events::on_visibility(move |seen| {
            if !seen {
                self.keep_now();
            }
        });
        tabs::on_leaving(move || self.0.with_value(|parts| parts.hold.let_go()));
        // Another tab may have written meanwhile.
        page_events::on_return(web::reload);
    }

    /// Deletes the draft and its versions for good. Whether that went well.
    pub async fn delete(self) -> Result<(), Trouble> {
        let parts = self.parts();
        parts.asked.set(false);
        draft::remove(&parts.desk, &parts.contest).await?;
        parts.shelf.clear().await?;
        photos::forget(&parts.desk, &parts.contest.id).await?;
        // A key that came meanwhile goes too.
        parts.asked.set(false);
        drop(parts.settled.take());
        draft::remove(&parts.desk, &parts.contest).await?;
        parts.now.replace(blank(&parts.contest));
        parts.fill_fields();
        self.show_draft();
        self.say(Keeping::Untouched);
        Ok(())
    }
}
