//! The title, the text, and what is said of them: whether they are saved, and how long they are.

use super::desk::EssayDesk;
use super::words::{file_name, unsaved};
use crate::desk::download;
use leptos::ev::CompositionEvent;
use leptos::prelude::*;
use locale::Phrase;
use model::length::count;
use records::keeping::{Event, Said, Standing};
use ui::say;
use youth::contest::Group;

/// The section.
pub fn section(essay: EssayDesk) -> AnyView {
    view! {
        <section class="write-here" aria-labelledby="essay-text-label">
            {essay.drafting().map(|drafting| drafting.lost())}
            {move || elsewhere(essay)}
            {title(essay)}
            {text(essay)}
            <div class="under-text">
                <p class="keeping" data-keeping=move || essay.said().name()>{move || kept(essay.said())}</p>
                <p class="length">{move || length(essay)}</p>
            </div>
            {move || trouble(essay)}
        </section>
    }
    .into_any()
}

/// The title. Nothing is written into it while it is written in.
fn title(essay: EssayDesk) -> AnyView {
    let value = essay.draft().get_untracked().title;
    view! {
        <label for="essay-title">{say(locale::essay_title())}</label>
        <input
            id="essay-title"
            node_ref=essay.fields().title
            maxlength="60"
            autocomplete="off"
            readonly=move || !essay.may_write()
            prop:value=value
            on:input=move |_| essay.typed()
            on:compositionstart=move |_: CompositionEvent| essay.compose(true)
            on:compositionend=move |_: CompositionEvent| essay.compose(false)
        />
    }
    .into_any()
}

fn text(essay: EssayDesk) -> AnyView {
    let value = essay.draft().get_untracked().text;
    view! {
        <label for="essay-text" id="essay-text-label">{say(locale::essay_text())}</label>
        <textarea
            id="essay-text"
            node_ref=essay.fields().text
            rows="14"
            autocomplete="off"
            readonly=move || !essay.may_write()
            prop:value=value
            on:input=move |_| essay.typed()
            on:compositionstart=move |_: CompositionEvent| essay.compose(true)
            on:compositionend=move |_: CompositionEvent| essay.compose(false)
        ></textarea>
    }
    .into_any()
}

/// Another tab writes, and how to go on here.
fn elsewhere(essay: EssayDesk) -> AnyView {
    let standing = essay.standing();
    let said = match standing {
        Standing::Here => None,
        Standing::Elsewhere => Some(locale::essay_elsewhere()),
        Standing::Taken => Some(locale::essay_taken()),
        Standing::Taking => Some(locale::essay_taking()),
    };
    let take = matches!(standing, Standing::Elsewhere | Standing::Taken).then(|| {
        view! { <button type="button" class="main" on:click=move |_| essay.tell(Event::Wanted)>{say(locale::essay_take())}</button> }
    });
    let inside = said.map(|words| view! { <p class="calm">{say(words)}</p> {take} });
    view! { <div role="status" class="elsewhere">{inside}</div> }.into_any()
}

fn kept(said: Said) -> AnyView {
    say(match said {
        Said::Untouched => locale::essay_untouched(),
        Said::Going => locale::essay_saving(),
        Said::Kept => locale::essay_saved(),
        Said::Aside => locale::essay_saved_aside(),
        Said::Failed(_) => locale::essay_not_saved(),
    })
}

/// Why it could not be saved, and the ways out.
fn trouble(essay: EssayDesk) -> Option<AnyView> {
    let Said::Failed(trouble) = essay.said() else { return None };
    let view = view! {
        <div role="alert" class="calm unsaved">
            <p>{say(unsaved(trouble))}</p>
            <p class="tools">
                <button type="button" on:click=move |_| essay.tell(Event::Room)>{say(locale::essay_try_again())}</button>
                <button type="button" on:click=move |_| save_text(essay)>{say(locale::essay_download())}</button>
            </p>
        </div>
    };
    Some(view.into_any())
}

/// Saves the text as a file.
pub fn save_text(essay: EssayDesk) {
    let draft = essay.now();
    let text = format!("{}\n\n{}\n", draft.title, draft.text);
    let name = file_name(&draft.title, &locale::essay_unnamed().zh);
    if download(&name, "text/plain;charset=utf-8", text.as_bytes()).is_none() {
        essay.desk().tell(locale::essay_no_download());
    }
}

/// How long the text is, beside what the group wants.
fn length(essay: EssayDesk) -> AnyView {
    let (found, group) = essay.draft().with(|draft| {
        let contest = essay.contest();
        (count(&draft.text), draft.group.as_ref().and_then(|id| contest.group(id)).cloned())
    });
    let wanted = group.as_ref().map(wanted).map(|phrase| view! { <span class="wanted">{say(phrase)}</span> });
    view! {
        <strong>{say(locale::essay_count(found.all))}</strong>
        <span>{say(locale::essay_count_bare(found.without_punctuation()))}</span>
        {wanted}
    }
    .into_any()
}

fn wanted(group: &Group) -> Phrase {
    locale::essay_wanted(group.length.0, group.length.1)
}
