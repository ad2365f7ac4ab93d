//! Something to write at length.

use super::{Asking, field};
use learning::{Answer, Question};
use leptos::prelude::*;
use ui::say;
use web_sys::Event;

/// The room to write in.
pub(super) fn view(_question: &Question, asking: Asking) -> AnyView {
    let at_first = match asking.given.get_untracked() {
        Some(Answer::Written(text)) => text,
        _ => String::new(),
    };
    let take = move |event: &Event| {
        if let Some(text) = field::read(event) {
            asking.put((!text.trim().is_empty()).then_some(Answer::Written(text)));
        }
    };
    view! {
        <label class="write">
            {say(locale::question_write())}
            <textarea rows="6" on:input=move |event| take(&event) on:compositionend=move |event| take(&event)>{at_first}</textarea>
        </label>
    }
    .into_any()
}
