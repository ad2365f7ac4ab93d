//! The form in which learners say who they are. What is filled in is kept at once, and is there again after a reload.

use super::picture::{COLOURS, PICTURES, picture as face};
use super::words::{self, AGES, ROLES};
use crate::desk::Desk;
use formats::draft::Name;
use learning::deed::Profile;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use std::rc::Rc;
use ui::say;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, FormData, HtmlFormElement, InputEvent};

/// A form that keeps what is filled in under a name, and gives it to `done` when it is sent. It begins with what is kept, or with
/// `begin`.
pub fn form(desk: &Desk, name: Name, begin: Profile, done: impl Fn(Profile) + 'static) -> AnyView {
    let filled = RwSignal::new(None::<Profile>);
    let (desk, done, reading, kept_as) = (desk.clone(), Rc::new(done), desk.clone(), name.clone());
    spawn_local(async move {
        let kept = reading.open_draft(&kept_as).await.ok().flatten();
        // A form that was closed meanwhile wants nothing.
        let _ = filled.try_set(Some(kept.unwrap_or(begin)));
    });
    let parts = StoredValue::new_local((desk, name, done));
    (move || {
        let (desk, name, done) = parts.get_value();
        filled.get().map(|profile| fields(&desk, &name, &profile, move |profile| done(profile)))
    })
    .into_any()
}

fn fields(desk: &Desk, name: &Name, profile: &Profile, done: impl Fn(Profile) + 'static) -> AnyView {
    let (keeping, kept_as) = (desk.clone(), name.clone());
    let keep = move |event: &Event| {
        // A composition is taken when it ends: then comes an `input` or a `compositionend`.
        let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
        if let (false, Some(profile)) = (composing, read(event)) {
            keeping.put_draft(&kept_as, &profile);
        }
    };
    let (on_input, on_change, on_end) = (keep.clone(), keep.clone(), keep);
    let (desk, name) = (desk.clone(), name.clone());
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some(profile) = read(&event) {
            desk.finish_draft(&name);
            done(profile);
        }
    };
    view! {
        <form
            class="about"
            on:submit=send
            on:input=move |event| on_input(&event)
            on:change=move |event| on_change(&event)
            on:compositionend=move |event| on_end(&event)
        >
            {text("name", locale::learner_name(), &profile.name, "40")}
            {radios(locale::learner_age(), "age", ages(profile))}
            {radios(locale::learner_role(), "role", roles(profile))}
            {radios(locale::learner_picture(), "picture", pictures(profile))}
            {radios(locale::learner_colour(), "colour", colours(profile))}
            {text("branch", locale::learner_branch(), &profile.branch, "60")}
            <p class="rules">{say(locale::learner_private())}</p>
            <p class="tools"><button class="main">{say(locale::learner_save())}</button></p>
        </form>
    }
    .into_any()
}

fn text(name: &'static str, title: Phrase, value: &str, longest: &'static str) -> AnyView {
    let value = value.to_owned();
    view! { <label class="field"><span>{say(title)}</span><input name=name maxlength=longest autocomplete="off" value=value/></label> }
        .into_any()
}

/// One of several to be picked.
struct Pick {
    value: String,
    words: Phrase,
    chosen: bool,
    sign: Option<AnyView>,
}

fn radios(title: Phrase, name: &'static str, picks: Vec<Pick>) -> AnyView {
    let radio = |Pick { value, words, chosen, sign }: Pick| {
        view! { <label><input type="radio" name=name value=value checked=chosen/><span>{sign}{say(words)}</span></label> }
    };
    let radios: Vec<_> = picks.into_iter().map(radio).collect();
    view! { <fieldset class="picks" data-of=name><legend>{say(title)}</legend><div>{radios}</div></fieldset> }
        .into_any()
}

fn ages(profile: &Profile) -> Vec<Pick> {
    let pick = |(age, value): (_, &str)| Pick {
        value: value.to_owned(),
        words: words::age(age),
        chosen: age == profile.age,
        sign: None,
    };
    AGES.into_iter().map(pick).collect()
}

fn roles(profile: &Profile) -> Vec<Pick> {
    let pick = |(role, value): (_, &str)| Pick {
        value: value.to_owned(),
        words: words::role(role),
        chosen: role == profile.role,
        sign: None,
    };
    ROLES.into_iter().map(pick).collect()
}

fn pictures(profile: &Profile) -> Vec<Pick> {
    let pick = |picture: u8| {
        let sign = face(&Profile { picture, colour: profile.colour, ..Profile::default() });
        let chosen = picture == profile.picture;
        Pick { value: picture.to_string(), words: words::picture(picture), chosen, sign: Some(sign) }
    };
    (0..PICTURES).map(pick).collect()
}

fn colours(profile: &Profile) -> Vec<Pick> {
    let pick = |colour: u8| {
        let sign = view! { <i class="swatch" data-colour=colour.to_string()></i> }.into_any();
        let chosen = colour == profile.colour;
        Pick { value: colour.to_string(), words: words::colour(colour), chosen, sign: Some(sign) }
    };
    (0..COLOURS).map(pick).collect()
}

/// What stands in the form that an event happened in.
fn read(event: &Event) -> Option<Profile> {
    let form: HtmlFormElement = event.target()?.dyn_ref::<Element>()?.closest("form").ok()??.dyn_into().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    let said = |name: &str| data.get(name).as_string().unwrap_or_default();
    let number = |name: &str| said(name).parse().unwrap_or_default();
    let (age, role) = (said("age"), said("role"));
    Some(Profile {
        name: said("name").trim().to_owned(),
        age: AGES.into_iter().find(|(_, value)| *value == age).map(|(age, _)| age).unwrap_or_default(),
        role: ROLES.into_iter().find(|(_, value)| *value == role).map(|(role, _)| role).unwrap_or_default(),
        colour: number("colour"),
        picture: number("picture"),
        branch: said("branch").trim().to_owned(),
    })
}
