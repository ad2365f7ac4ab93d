//! One sentence, and how often it was so. It can be passed over, and be answered anew.

use super::{HEADING, Mood, Screen, text};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use ui::say;
use youth::mood::{Item, look};

/// The screen.
pub fn view(mood: Mood, at: usize) -> AnyView {
    let check = mood.check();
    let Some(item) = check.items.get(at).cloned() else { return ().into_any() };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        mood.next(at);
    };
    let id = item.id.clone();
    let is_answered = move || mood.answers.with(|answers| answers.0.contains_key(&id));
    let is_last = at + 1 >= check.items.len();
    let on = move || match (is_last, is_answered()) {
        (true, _) => locale::mood_finish(),
        (false, true) => locale::mood_next(),
        (false, false) => locale::mood_skip(),
    };
    let before = if at == 0 { Screen::Opening } else { Screen::Question(at - 1) };
    view! {
        <form on:submit=submit>
            <p class="facts">{say(locale::mood_progress(check.items.len(), at + 1))}</p>
            <h2 id=HEADING tabindex="-1">{item.text.clone()}</h2>
            <fieldset>
                <legend class="hidden">{say(locale::mood_choose())}</legend>
                {answers(mood, &item)}
            </fieldset>
            {mood.alarm()}
            {care(mood, &item)}
            <p class="tools">
                <button class="main">{move || say(on())}</button>
                <button type="button" on:click=move |_| mood.go(before)>{say(locale::mood_previous())}</button>
                <button type="button" class="plain" on:click=move |_| mood.stop()>{say(locale::mood_stop())}</button>
            </p>
        </form>
    }
    .into_any()
}

fn answers(mood: Mood, item: &Item) -> AnyView {
    let answer = |(number, words): (usize, &String)| {
        let (id, chosen) = (item.id.clone(), item.id.clone());
        let choose = move |_| {
            mood.answers.update(|answers| {
                answers.0.insert(id.clone(), number);
            });
        };
        // The buttons of the sentence before are drawn anew for this one: what stands chosen follows the answers, and nothing else.
        let is_given = move || mood.answers.with(|answers| answers.0.get(&chosen) == Some(&number));
        view! {
            <label class="answer">
                <input type="radio" name="answer" value=number.to_string() prop:checked=is_given on:change=choose/>
                {words.clone()}
            </label>
        }
    };
    item.answers.iter().enumerate().map(answer).collect::<Vec<_>>().into_any()
}

/// What helps is said at once where it cannot wait; otherwise at the end.
fn care(mood: Mood, item: &Item) -> AnyView {
    let (id, words) = (item.id.clone(), item.care.clone());
    let is_urgent = Memo::new(move |_| {
        let check = mood.check();
        mood.answers.with(|answers| look(&check, answers).care.iter().any(|item| item.alarming && item.id == id))
    });
    let words = move || is_urgent.get().then(|| view! { <div class="care">{text::paragraphs(&words)}</div> });
    view! { <div role="status">{words}</div> }.into_any()
}
