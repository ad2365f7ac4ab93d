//! What is said at the end: words for the whole, then what helps with each sentence that deserves care. No number is shown, and no verdict.

use super::{HEADING, Mood, Screen, keep, text};
use leptos::prelude::*;
use ui::say;
use youth::mood::{Item, look};

/// The screen.
pub fn view(mood: Mood) -> AnyView {
    let (check, answers) = (mood.check(), mood.answers.get_untracked());
    let look = look(&check, &answers);
    let is_blank = look.left_out == check.items.len();
    let words = match is_blank {
        true => view! { <p>{say(locale::mood_blank())}</p> }.into_any(),
        false => text::paragraphs(check.closing(look.level)),
    };
    let care: Vec<_> = look.care.iter().map(|item| care(item)).collect();
    let care = (!care.is_empty()).then(|| view! { <h3>{say(locale::mood_care())}</h3> <ul class="cares">{care}</ul> });
    view! {
        <h2 id=HEADING tabindex="-1">{say(locale::mood_end())}</h2>
        {mood.alarm()}
        {care}
        <div class="closing">{words}</div>
        {move || (!is_blank).then(|| keep::after(mood))}
        <p class="tools">
            <button type="button" on:click=move |_| mood.go(Screen::Question(0))>{say(locale::mood_again())}</button>
            <button type="button" class="plain" on:click=move |_| mood.stop()>{say(locale::mood_forget())}</button>
        </p>
    }
    .into_any()
}

fn care(item: &Item) -> AnyView {
    view! { <li><p class="sentence">{item.text.clone()}</p> {text::paragraphs(&item.care)}</li> }.into_any()
}
