//! What the contest wants: its theme, the way to its rules, and the choice of a group.

use super::desk::EssayDesk;
use leptos::prelude::*;
use ui::say;
use youth::contest::Group;

/// The theme, the way to the rules, and the choice of a group.
pub fn section(essay: EssayDesk) -> AnyView {
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
