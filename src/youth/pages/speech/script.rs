//! The group, the title and the script. Every key is written; while an input method composes, the fields are left alone.

use super::draft::Speech;
use leptos::prelude::*;
use records::keeping::Said;
use ui::say;
use ui::youth::when;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement, InputEvent};
use youth::contest::Group;

/// The section.
pub fn section(speech: Speech) -> AnyView {
    let (title, script) = speech.draft.with_untracked(|draft| (draft.title.clone(), draft.script.clone()));
    let entitled = move |event: &Event| {
        if let Some(text) = field::<HtmlInputElement>(event).map(|field| field.value()) {
            speech.change(|draft| draft.title = text);
        }
    };
    let written = move |event: &Event| {
        if let Some(text) = field::<HtmlTextAreaElement>(event).map(|field| field.value()) {
            speech.change(|draft| draft.script = text);
        }
    };
    view! {
        <section id="script">
            <h2 class="section" id="script-heading" tabindex="-1">{say(locale::speech_script())}</h2>
            <p class="hint">{say(locale::speech_script_why())}</p>
            {groups(speech)}
            <label class="field">
                {say(locale::speech_title())}
                <input
                    id="speech-title"
                    maxlength="120"
                    autocomplete="off"
                    prop:value=title
                    on:input=move |event| if is_whole(&event) { entitled(&event) }
                    on:compositionend=move |event| entitled(&event)
                />
            </label>
            <label class="field">
                {say(locale::speech_script_field())}
                <textarea
                    id="speech-script"
                    rows="8"
                    prop:value=script
                    on:input=move |event| if is_whole(&event) { written(&event) }
                    on:compositionend=move |event| written(&event)
                ></textarea>
            </label>
            <p class="standing" role="status" data-keeping=move || speech.keeping.get().name()>{move || said(speech.keeping.get())}</p>
        </section>
    }
    .into_any()
}

fn groups(speech: Speech) -> AnyView {
    let groups = speech.with_contest(|contest| {
        contest.groups.iter().map(|group| choice(speech, group, when::length(contest, group))).collect::<Vec<_>>()
    });
    view! {
        <fieldset class="kinds">
            <legend>{say(locale::speech_group())}</legend>
            {groups}
        </fieldset>
    }
    .into_any()
}

fn choice(speech: Speech, group: &Group, length: locale::Phrase) -> AnyView {
    let id = group.id.clone();
    let is_chosen = speech.draft.with_untracked(|draft| draft.group.as_ref() == Some(&id));
    let choose = move |_| {
        let id = id.clone();
        speech.change(|draft| draft.group = Some(id));
    };
    view! {
        <label>
            <input type="radio" name="group" checked=is_chosen on:change=choose/>
            <span>{group.title.clone()} <small>{say(when::ages(group.ages))} " · " {say(length)}</small></span>
        </label>
    }
    .into_any()
}

/// Whether a key is a whole one, and not a part of what an input method composes.
fn is_whole(event: &Event) -> bool {
    !event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing)
}

fn field<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

/// Nothing is said while it is being written: that would be said at every key.
fn said(keeping: Said) -> Option<AnyView> {
    match keeping {
        Said::Untouched | Said::Going | Said::Aside => None,
        Said::Kept => Some(say(locale::speech_saved())),
        Said::Failed(_) => Some(say(locale::speech_unsaved())),
    }
}
