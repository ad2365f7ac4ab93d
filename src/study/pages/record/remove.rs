//! Taking something back: after asking once more without a dialog, and with a way to undo it.

use super::account::Account;
use crate::desk::focus;
use learning::Deed;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::EventId;
use ui::say;

/// What was taken back last in a section. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Undo {
    account: Account,
    /// The id of the button that undoes.
    button: &'static str,
    last: RwSignal<Option<(Vec<EventId>, String)>>,
}

impl Undo {
    /// Nothing was taken back yet.
    pub fn new(account: Account, button: &'static str) -> Self {
        Self { account, button, last: RwSignal::new(None) }
    }

    /// A button that takes back events, `what` in a word, after telling `warning`.
    pub fn remove(self, warning: Phrase, events: Vec<EventId>, what: &str) -> AnyView {
        let what = what.to_owned();
        let take_back = move |_| {
            let (events, what) = (events.clone(), what.clone());
            spawn_local(async move {
                let deeds = events.iter().map(|event| Deed::Retracted { event: *event }).collect();
                if self.account.desk().added(deeds).await {
                    self.last.set(Some((events, what)));
                    focus::on(self.button.to_owned());
                }
            });
        };
        view! {
            <details class="delete">
                <summary>{say(locale::record_delete())}</summary>
                <p>
                    <span>{say(warning)} " " {say(locale::record_can_undo())}</span>
                    <button type="button" on:click=take_back>{say(locale::record_delete_sure())}</button>
                </p>
            </details>
        }
        .into_any()
    }

    /// What was taken back last, and the button that undoes it.
    pub fn line(self) -> AnyView {
        let line = move || {
            self.last.get().map(|(events, what)| {
                let undo = move |_| self.undo(&events);
                view! {
                    <p class="undo">
                        <span>{say(locale::record_removed(what))}</span>
                        <button type="button" id=self.button on:click=undo>{say(locale::record_undo())}</button>
                    </p>
                }
            })
        };
        view! { <div role="status">{line}</div> }.into_any()
    }

    /// What took the events back is taken back itself.
    fn undo(self, events: &[EventId]) {
        let desk = self.account.desk();
        let took_back = desk.events().with_untracked(|all| {
            let of_these = |deed: &Deed| matches!(deed, Deed::Retracted { event } if events.contains(event));
            all.iter().filter(|event| of_these(&event.deed)).map(|event| event.id).collect()
        });
        desk.retract(took_back, locale::record_undone());
        self.last.set(None);
    }
}
