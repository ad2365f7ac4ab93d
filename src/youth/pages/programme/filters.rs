//! The choices above the activities: season, view, age, kinds; and how many activities are left.

use super::choice::Choice;
use crate::platform::{document, frame};
use leptos::prelude::*;
use locale::Phrase;
use ui::say;
use ui::youth::when;
use youth::Season;
use youth::calendar::Filter;
use youth::calendar::View;
use youth::programme::{ActivityKind, KINDS};

/// The choices.
pub fn filters(choice: Choice) -> AnyView {
    view! {
        <div class="chosen">
            {seasons(choice)}
            {kinds(choice)}
            <div class="row">{ages(choice)} {views(choice)}</div>
            <p class="count" role="status">{move || count(choice)}</p>
        </div>
    }
    .into_any()
}

/// Nothing to choose where there is one season.
fn seasons(choice: Choice) -> Option<AnyView> {
    let all = choice.seasons();
    let one = |season: &Season| {
        let (id, season) = (season.id.clone(), season.clone());
        let title = season.title.clone();
        view! {
            <label>
                <input type="radio" name="season" prop:checked=move || choice.season().id == id
                    on:change=move |_| choice.show_season(season.clone())/>
                <span>{title}</span>
            </label>
        }
    };
    (all.len() > 1).then(|| {
        let labels: Vec<_> = all.iter().map(one).collect();
        view! { <fieldset class="kinds"><legend class="hidden">{say(locale::season_which())}</legend>{labels}</fieldset> }.into_any()
    })
}

/// The kinds that there are.
fn kinds(choice: Choice) -> AnyView {
    let one = move |kind: ActivityKind| {
        view! {
            <label>
                <input type="checkbox" prop:checked=move || choice.filter.with(|filter| filter.kinds.contains(&kind))
                    on:change=move |_| choice.narrow(|filter| filter.turn(kind))/>
                <span>{say(when::kind(kind))}</span>
            </label>
        }
    };
    let labels: Vec<_> = KINDS.into_iter().map(one).collect();
    view! { <fieldset class="kinds"><legend>{say(locale::season_kinds())}</legend>{labels}</fieldset> }.into_any()
}

fn ages(choice: Choice) -> Option<AnyView> {
    let (from, until) = choice.ages()?;
    let choose = move |event| {
        let age = event_target_value(&event).parse().ok();
        choice.narrow(|filter| filter.age = age);
    };
    let is = move |age: Option<u8>| move || choice.filter.with(|filter| filter.age) == age;
    let option = |age: u8| {
        view! { <option value=age.to_string() prop:selected=is(Some(age))>{in_words(locale::season_years_old(age))}</option> }
    };
    let options: Vec<_> = (from..=until).map(option).collect();
    Some(
        view! {
            <label class="age">
                {say(locale::season_age())}
                <select on:change=choose>
                    <option value="" prop:selected=is(None)>{in_words(locale::season_every_age())}</option>
                    {options}
                </select>
            </label>
        }
        .into_any(),
    )
}

/// An option has no room for two languages; the language changes on a page of its own only.
fn in_words(phrase: Phrase) -> String {
    let is_english = frame::root_attribute(&document(), "data-language") == "en";
    if is_english { phrase.en } else { phrase.zh }
}

fn views(choice: Choice) -> AnyView {
    let one = move |view: View, words: Phrase| {
        view! {
            <label>
                <input type="radio" name="view" prop:checked=move || choice.view.get() == view on:change=move |_| choice.show(view)/>
                <span>{say(words)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="ways">
            <legend class="hidden">{say(locale::season_view())}</legend>
            {one(View::List, locale::programme_list())} {one(View::Month, locale::programme_month())}
            {one(View::Day, locale::programme_day())}
        </fieldset>
    }
    .into_any()
}

/// How many there are, or what to change where there are none.
fn count(choice: Choice) -> AnyView {
    let (all, left) = (choice.all().len(), choice.activities().len());
    let open = move |_| choice.narrow(|filter| *filter = Filter::default());
    let everything = (left < all).then(|| {
        view! { <button type="button" class="plain" on:click=open>{say(locale::season_show_all())}</button> }
    });
    let words = match (all, left) {
        (0, _) => locale::season_nothing_yet(),
        (_, 0) => locale::season_nothing_fits(),
        (all, left) if all == left => locale::season_count(all),
        (all, left) => locale::season_count_of(all, left),
    };
    view! { <span>{say(words)}</span> {everything} }.into_any()
}
