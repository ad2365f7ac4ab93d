//! The pad beside the text: what it shall be about, and an outline. It is the writer's own, and never handed in.

use super::desk::EssayDesk;
use leptos::ev::CompositionEvent;
use leptos::prelude::*;
use ui::say;

/// The pad.
pub fn pad(essay: EssayDesk) -> AnyView {
    let draft = essay.draft().get_untracked();
    let is_used = !(draft.theme.is_empty() && draft.outline.is_empty());
    view! {
        <details class="pad" open=is_used>
            <summary>{say(locale::essay_pad())}</summary>
            <p class="hint">{say(locale::essay_pad_why())}</p>
            <label for="essay-theme">{say(locale::essay_pad_theme())}</label>
            <input
                id="essay-theme"
                node_ref=essay.fields().theme
                maxlength="200"
                autocomplete="off"
                readonly=move || !essay.may_write()
                prop:value=draft.theme
                on:input=move |_| essay.typed()
                on:compositionstart=move |_: CompositionEvent| essay.compose(true)
                on:compositionend=move |_: CompositionEvent| essay.compose(false)
            />
            <label for="essay-outline">{say(locale::essay_pad_outline())}</label>
            <textarea
                id="essay-outline"
                node_ref=essay.fields().outline
                rows="6"
                readonly=move || !essay.may_write()
                prop:value=draft.outline
                on:input=move |_| essay.typed()
                on:compositionstart=move |_: CompositionEvent| essay.compose(true)
                on:compositionend=move |_: CompositionEvent| essay.compose(false)
            ></textarea>
        </details>
    }
    .into_any()
}
