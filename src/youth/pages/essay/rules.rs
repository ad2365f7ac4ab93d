//! What the contest wants: the theme, the group, and what is still to do, in words that a child understands.

use super::desk::EssayDesk;
use super::words::{deadline, stretch, zone};
use crate::platform::clock;
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use locale::Phrase;
use ui::say;
use youth::checklist::{Deadline, Facts, Fit, Item, State, What, checklist};
use youth::contest::Group;

/// How often the time that is left is counted anew, in milliseconds.
const MINUTE_MS: u32 = 60_000;

/// The theme, the way to the rules, and the choice of a group.
pub fn head(essay: EssayDesk) -> AnyView {
    let contest = essay.contest();
    let groups: Vec<_> = contest.groups.iter().map(|group| choice(essay, group)).collect();
    let guest = essay.desk().is_guest().then(|| view! { <p class="calm">{say(locale::essay_guest())}</p> });
    view! {
        <p class="theme">{say(locale::essay_theme(contest.theme.clone()))}</p>
        <p class="more"><a href=essay.desk().to(&contest.address)>{say(locale::essay_rules())}</a></p>
        {guest}
        <fieldset class="group" disabled=move || !essay.may_write()>
            <legend>{say(locale::essay_group())}</legend>
            <div class="choices">{groups}</div>
        </fieldset>
    }
    .into_any()
}

fn choice(essay: EssayDesk, group: &Group) -> AnyView {
    let (id, chosen) = (group.id.clone(), group.id.clone());
    let choose = move |_| essay.change(|draft| draft.group = Some(chosen.clone()));
    let checked = move || essay.draft().with(|draft| draft.group.as_ref() == Some(&id));
    view! {
        <label>
            <input type="radio" name="essay-group" prop:checked=checked on:change=choose/>
            <span>
                <strong>{group.title.clone()}</strong>
                <small>{say(ui::youth::when::ages(group.ages))} " · " {say(locale::essay_wanted(group.length.0, group.length.1))}</small>
            </span>
        </label>
    }
    .into_any()
}

/// The list of what is still to do.
pub fn list(essay: EssayDesk) -> AnyView {
    let now = RwSignal::new(clock::now().unix_ms);
    Interval::new(MINUTE_MS, move || now.set(clock::now().unix_ms)).forget();
    let items = Memo::new(move |_| {
        let contest = essay.contest();
        let items = essay.draft().with(|draft| checklist(&Facts::of(&contest, draft, None, now.get())));
        items.into_iter().map(|item| (item.state, words(essay, item))).collect::<Vec<_>>()
    });
    let lines = move || items.get().into_iter().map(line).collect::<Vec<_>>();
    let own = move |event| {
        let is_own = event_target_checked(&event);
        essay.change(|draft| draft.own_work = is_own);
    };
    view! {
        <section class="checklist" aria-labelledby="essay-checklist">
            <h2 class="section" id="essay-checklist">{say(locale::essay_checklist())}</h2>
            <ul>{lines}</ul>
            <label class="check">
                <input
                    type="checkbox"
                    disabled=move || !essay.may_write()
                    prop:checked=move || essay.draft().with(|draft| draft.own_work)
                    on:change=own
                />
                <span>{say(locale::essay_own_work())}</span>
            </label>
        </section>
    }
    .into_any()
}

fn line((state, words): (State, Phrase)) -> AnyView {
    let (name, how) = match state {
        State::Done => ("done", locale::essay_state_done()),
        State::Missing => ("missing", locale::essay_state_missing()),
        State::Warning => ("warning", locale::essay_state_warning()),
    };
    view! { <li data-state=name><span class="state">{say(how)}</span> <span>{say(words)}</span></li> }.into_any()
}

fn words(essay: EssayDesk, item: Item) -> Phrase {
    let is_done = item.state == State::Done;
    match item.what {
        What::Deadline(found) => of_deadline(essay, found),
        What::Group if is_done => locale::essay_has_group(),
        What::Group => locale::essay_no_group(),
        What::Age { age, from, until } if is_done => {
            locale::essay_age(u32::from(age), u32::from(from), u32::from(until))
        }
        What::Age { age, from, until } => locale::essay_other_age(u32::from(age), u32::from(from), u32::from(until)),
        What::Title if is_done => locale::essay_has_title(),
        What::Title => locale::essay_no_title(),
        What::Characters(length) => match length.fit() {
            Fit::TooShort(by) => locale::essay_too_short(by, length.is, length.least),
            Fit::Right => locale::essay_right_length(length.is),
            Fit::TooLong(by) => locale::essay_too_long(by, length.is, length.most),
        },
        What::Pages { pages, most: 0 } => locale::essay_must_be_typed(pages),
        What::Pages { pages, most } if pages > most => locale::essay_too_many_pages(most, pages),
        What::Pages { pages, .. } => locale::essay_pages(pages),
        // Of speeches; an essay has none of them.
        What::Seconds(_) | What::Size { .. } => Phrase::plain(""),
        What::OwnWork if is_done => locale::essay_is_own(),
        What::OwnWork => locale::essay_not_own(),
        What::OneEntry { handed_in: 0 } => locale::essay_one_entry(),
        What::OneEntry { handed_in } => locale::essay_again(handed_in),
    }
}

/// When it closes by the portal's clocks, whatever those of the device say.
fn of_deadline(essay: EssayDesk, found: Deadline) -> Phrase {
    let (contest, zone) = (essay.contest(), zone(&essay.zone()));
    let closes = deadline(&contest.closes);
    match found {
        Deadline::OpensIn(left) => locale::essay_opens(deadline(&contest.opens), stretch(left), zone),
        Deadline::ClosesIn { left, .. } => locale::essay_closes(closes, stretch(left), zone),
        Deadline::Closed => locale::essay_closed(closes, zone),
    }
}
