//! What was on the disk once and is not there any more: what a desk says of it, putting it back, and giving it up.

use super::Desk;
use super::drafting::aside;
use super::hold::Hold;
use crate::platform::{frame, lock};
use formats::draft::{Name, Slip};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Trouble;
use ui::{FIND, say};

/// What became of a text that was to be put back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutBack {
    /// It is there again.
    Done,
    /// It is there again, and what stood in its place was put aside.
    Aside,
    /// Another tab writes it: it was left alone.
    Busy,
}

impl Desk {
    /// That what was written under a name is lost, and where it may be found; `None` where it is as it was acknowledged.
    pub fn lost_notice(&self, name: &Name) -> Option<AnyView> {
        let is_lost = self.records().room().is_lost(&name.to_string());
        let find = self.to(FIND);
        is_lost.then(|| {
            view! {
                <div class="calm lost">
                    <p role="alert">{say(locale::lost_desk())}</p>
                    <p class="tools"><a href=find>{say(locale::lost_to())}</a></p>
                </div>
            }
            .into_any()
        })
    }

    /// Puts a text back. What stands in its place is put aside first.
    pub async fn put_back(&self, slip: &Slip, text: &str, here: &str) -> Result<PutBack, Trouble> {
        let (room, name) = (self.records().room(), slip.name.to_string());
        if slip.name.is_drafting() {
            let hold = Hold::new(slip.learner, &name);
            if !hold.look().await {
                return Ok(PutBack::Busy);
            }
            let put = async {
                let is_other = !here.is_empty() && here != text;
                if is_other {
                    let aside = format!("{}/{}", slip.learner, aside::name_of(slip.learner, &name, hold.own(), 0));
                    room.put_back(&aside, here).await?;
                }
                room.put_back(&slip.to_string(), text).await?;
                Ok(if is_other { PutBack::Aside } else { PutBack::Done })
            };
            let outcome = put.await;
            hold.let_go();
            return outcome;
        }
        if lock::is_held(&format!("huaide/{slip}")).await == Some(true) {
            return Ok(PutBack::Busy);
        }
        if !here.is_empty() && here != text {
            room.put_back(&self.free_place(slip).await?, here).await?;
        }
        room.put_back(&slip.to_string(), text).await.map(|()| PutBack::Done)
    }

    /// A name under which nothing was set aside yet.
    async fn free_place(&self, slip: &Slip) -> Result<String, Trouble> {
        let all = self.records().room().all_slips().await.ok_or(Trouble::Closed)?;
        let mut places = (1..).map(|number| Slip { name: slip.name.strange(number), ..slip.clone() }.to_string());
        places.find(|place| !all.contains_key(place)).ok_or(Trouble::Full)
    }

    /// Gives up to look for what is missing: it is told no more, and goes from the mirror.
    pub async fn give_up_missing(&self) {
        self.records().room().accept_missing().await;
        frame::ask_mirror();
    }
}

/// The button that gives up what is missing, by two presses; `done` is called when that is so.
pub fn give_up(desk: &Desk, done: impl Fn() + Copy + 'static) -> AnyView {
    let (desk, sure) = (StoredValue::new_local(desk.clone()), RwSignal::new(false));
    let press = move |_| {
        if !sure.get_untracked() {
            return sure.set(true);
        }
        let desk = desk.get_value();
        spawn_local(async move {
            desk.give_up_missing().await;
            done();
        });
    };
    let words = move || if sure.get() { say(locale::lost_accept_sure()) } else { say(locale::lost_accept()) };
    view! { <button type="button" class:danger=move || sure.get() on:click=press>{words}</button> }.into_any()
}
