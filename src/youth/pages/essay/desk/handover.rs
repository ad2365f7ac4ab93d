//! How the essay goes from tab to tab.

use super::super::hold::Heard;
use super::cutting::finish;
use super::{EssayDesk, Standing};
use crate::platform::web;
use crate::youth::draft::{Keeping, slip};
use leptos::prelude::*;
use leptos::task::spawn_local;
use youth::essay::Draft;
use youth::versions::Why;

impl EssayDesk {
    pub(super) fn heard(self, heard: Heard) {
        match heard {
            Heard::Free => self.take_over(),
            Heard::Taken { in_time } => {
                let parts = self.parts();
                if in_time && parts.asked.get() {
                    self.write();
                }
                self.lose(Standing::Taken);
                spawn_local(async move {
                    // A reading ends after the writings that were begun before it.
                    let _ = parts.desk.find_slip(&slip(&parts.contest)).await;
                    parts.hold.say_left();
                });
            }
        }
    }

    pub(super) fn lose(self, standing: Standing) {
        self.shown().standing.set(standing);
    }

    /// Writes in this tab from now on, with the draft as the other one left it.
    pub fn take_over(self) {
        let shown = self.shown();
        if matches!(shown.standing.get_untracked(), Standing::Here | Standing::Taking) {
            return;
        }
        let before = shown.standing.get_untracked();
        shown.standing.set(Standing::Taking);
        let stranded = self.0.with_value(|parts| parts.asked.get()).then(|| self.now());
        spawn_local(async move {
            self.parts().hold.take().await;
            match self.read().await {
                Ok(Ok(())) => self.show(stranded),
                // The page says it when it is opened again.
                Ok(Err(_)) => web::reload(),
                Err(trouble) => {
                    shown.standing.set(before);
                    self.say(Keeping::Failed(trouble));
                }
            }
        });
    }

    /// Shows the draft that was read. Words that this tab could not write any more become a version.
    fn show(self, stranded: Option<Draft>) {
        let parts = self.parts();
        parts.asked.set(false);
        if let Some(draft) = stranded
            && parts.shelf.cut(Why::BeforeRestore, &draft.title, &draft.text)
        {
            finish(parts.shelf.keep());
        }
        parts.fill_fields();
        parts.shown.standing.set(Standing::Here);
    }
}
