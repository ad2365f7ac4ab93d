//! The cards of all learners, adding one, and looking without being one.

use super::picture::picture;
use super::turn::{Onwards, Standing, Turn};
use super::words::{called_by, role};
use super::{delete, form};
use crate::desk::Desk;
use formats::draft::Name;
use learning::deed::{Profile, Role};
use learning::learners::Known;
use learning::{Deed, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::LearnerId;
use records::identity::guest;
use ui::{date, say};

/// The cards, and what is beside them.
pub fn cards(desk: &Desk, turn: Turn) -> AnyView {
    let listing = StoredValue::new_local(desk.clone());
    let people = Memo::new(move |_| {
        let mut people = listing.get_value().people();
        // Cards keep their places whoever is learning: in the order in which learners came.
        people.sort_by_key(|known| known.id);
        people.into_iter().map(|known| known.id).collect::<Vec<LearnerId>>()
    });
    view! {
        <section aria-labelledby="people-name">
            {ui::named("people-name", locale::learners_title())}
            <ul class="people">
                <For each=move || people.get() key=|id| *id children=move |id| card(&listing.get_value(), turn, id)/>
            </ul>
            {adding(desk, turn)}
            {looking(desk, turn)}
        </section>
    }
    .into_any()
}

fn card(desk: &Desk, turn: Turn, id: LearnerId) -> AnyView {
    let (held, standing) = (StoredValue::new_local(desk.clone()), turn.standing());
    let known = Memo::new(move |_| held.get_value().people().into_iter().find(|known| known.id == id));
    let is_own = Memo::new(move |_| held.get_value().learner() == Some(id) && standing.get() == Standing::Somebody);
    view! {
        <li class="person" aria-current=move || is_own.get().then_some("true")>
            {move || known.get().map(|known| face(&held.get_value(), turn, &known, is_own.get()))}
            <div class="changes">
                {changing(desk, id, known)}
                {delete::delete(desk, known)}
            </div>
        </li>
    }
    .into_any()
}

/// The picture and the name, and what is known besides.
fn face(desk: &Desk, turn: Turn, known: &Known, is_own: bool) -> AnyView {
    let (id, name) = (known.id, called_by(&known.profile));
    let desk = desk.clone();
    let last =
        if known.events == 0 { locale::learner_never() } else { locale::learner_last(date(desk.day(known.last_at))) };
    let what = (known.profile.role != Role::Learner).then(|| view! { <span>{say(role(known.profile.role))}</span> });
    let below = if is_own {
        let to = desk.to("");
        view! { <p class="now"><strong>{say(locale::learner_now())}</strong> <a href=to>{say(locale::learner_go_on())}</a></p> }
            .into_any()
    } else {
        let words = locale::learner_choose(name.clone());
        let chosen = name.clone();
        let choose = move |_| {
            turn.start(&desk, id, Onwards::Stay);
            desk.tell(locale::learner_is_now(chosen.clone()));
        };
        view! { <p class="tools"><button type="button" class="main" on:click=choose>{say(words)}</button></p> }
            .into_any()
    };
    view! {
        <div class="face-line">
            {picture(&known.profile)}
            <div>
                <h2>{say(name)}</h2>
                <p class="facts">{what} <span>{say(last)}</span></p>
            </div>
        </div>
        {below}
    }
    .into_any()
}

/// A form that is drawn when it is opened.
fn opened(
    class: &'static str,
    words: Phrase,
    view: impl Fn() -> AnyView + Send + 'static,
) -> (AnyView, RwSignal<bool>) {
    let open = RwSignal::new(false);
    let toggled = move |event: web_sys::Event| {
        let is_open = event_target::<web_sys::Element>(&event).has_attribute("open");
        if open.get_untracked() != is_open {
            open.set(is_open);
        }
    };
    let drawn = view! {
        <details class=class prop:open=move || open.get() on:toggle=toggled>
            <summary>{say(words)}</summary>
            {move || open.get().then(&view)}
        </details>
    };
    (drawn.into_any(), open)
}

/// Changing what is said of somebody.
fn changing(desk: &Desk, id: LearnerId, known: Memo<Option<Known>>) -> AnyView {
    let desk = StoredValue::new_local(desk.clone());
    let close = StoredValue::new(None::<RwSignal<bool>>);
    let view = move || {
        let desk = desk.get_value();
        let begin = known.get_untracked().map(|known| known.profile).unwrap_or_default();
        let saving = desk.clone();
        form::form(&desk, Name::Learner(id), begin, move |profile| {
            let desk = saving.clone();
            spawn_local(async move {
                if introduce(&desk, id, profile).await {
                    desk.tell(locale::learner_edited());
                    if let Some(open) = close.try_get_value().flatten() {
                        open.set(false);
                    }
                }
            });
        })
    };
    let (drawn, open) = opened("change", locale::learner_edit(), view);
    close.set_value(Some(open));
    drawn
}

/// Adding somebody, who begins to learn then.
fn adding(desk: &Desk, turn: Turn) -> AnyView {
    let desk = StoredValue::new_local(desk.clone());
    let close = StoredValue::new(None::<RwSignal<bool>>);
    let view = move || {
        let desk = desk.get_value();
        let saving = desk.clone();
        form::form(&desk, Name::NewLearner, free(&desk), move |profile| {
            let (desk, id, name) = (saving.clone(), saving.somebody_new(), called_by(&profile));
            spawn_local(async move {
                if introduce(&desk, id, profile).await {
                    if let Some(open) = close.try_get_value().flatten() {
                        open.set(false);
                    }
                    turn.start(&desk, id, Onwards::Stay);
                    desk.tell(locale::learner_added(name));
                }
            });
        })
    };
    let (drawn, open) = opened("add", locale::learner_add(), view);
    close.set_value(Some(open));
    drawn
}

async fn introduce(desk: &Desk, id: LearnerId, profile: Profile) -> bool {
    desk.added_for(id, vec![Deed::Study(Study::Introduced(profile))]).await
}

/// A profile whose colour and picture nobody has yet.
fn free(desk: &Desk) -> Profile {
    let people = untrack(|| desk.people());
    let number = u8::try_from(people.len()).unwrap_or(0);
    Profile { colour: number, picture: number, ..Profile::default() }.within()
}

/// A profile that stays within what there is to choose from.
trait Within {
    /// The same with a colour and a picture that there are.
    fn within(self) -> Self;
}

impl Within for Profile {
    fn within(self) -> Self {
        let (colour, picture) = (self.colour % super::picture::COLOURS, self.picture % super::picture::PICTURES);
        Self { colour, picture, ..self }
    }
}

/// Looking without being anybody, and the end of that.
fn looking(desk: &Desk, turn: Turn) -> AnyView {
    let (desk, standing) = (StoredValue::new_local(desk.clone()), turn.standing());
    let view = move || {
        let desk = desk.get_value();
        if desk.is_guest() && standing.get() == Standing::Somebody {
            return guest_now(&desk, turn);
        }
        let look = move |_| turn.start(&desk, guest(), Onwards::Leave);
        view! {
            <button type="button" on:click=look>{say(locale::learner_look())}</button>
            <p class="rules">{say(locale::learner_look_why())}</p>
        }
        .into_any()
    };
    view! { <div class="looking">{view}</div> }.into_any()
}

fn guest_now(desk: &Desk, turn: Turn) -> AnyView {
    let desk = desk.clone();
    let end = move |_| {
        let desk = desk.clone();
        spawn_local(async move {
            if turn.room().get_untracked().is_some() {
                turn.end(&desk);
            } else {
                desk.pass_on().await;
            }
            desk.tell(locale::learner_looked());
        });
    };
    view! {
        <p>{say(locale::learner_look_now())}</p>
        <p class="tools"><button type="button" class="main" on:click=end>{say(locale::learner_look_end())}</button></p>
    }
    .into_any()
}
