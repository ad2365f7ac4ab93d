//! How a text looks: theme, size, spacing, language. The small script in the page's head does what is chosen here, also
//! where the app does not run.

use crate::words::say;
use leptos::prelude::*;
use locale::Phrase;

/// The form.
pub(crate) fn view_form() -> AnyView {
    let themes = vec![
        ("system", locale::view_system()),
        ("light", locale::view_light()),
        ("dark", locale::view_dark()),
        ("contrast", locale::view_contrast()),
    ];
    let spacings = vec![("1", locale::view_tight()), ("2", locale::view_medium()), ("3", locale::view_loose())];
    let languages = vec![("zh", Phrase::plain("中文")), ("en", Phrase::plain("English"))];
    view! {
        <form class="view-form">
            {choice("size", locale::view_size(), (1..=7).map(size).collect())}
            {choice("spacing", locale::view_spacing(), spacings)} {choice("theme", locale::view_theme(), themes)}
            {choice("language", locale::view_language(), languages)}
        </form>
    }
    .into_any()
}

fn size(step: usize) -> (&'static str, Phrase) {
    const STEPS: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];
    (STEPS[step - 1], Phrase::plain("字"))
}

fn choice(name: &'static str, title: Phrase, choices: Vec<(&'static str, Phrase)>) -> AnyView {
    let radio = |(value, words): (&'static str, Phrase)| {
        let number = (name == "size").then(|| crate::words::whisper(Phrase::plain(value)));
        view! { <label><input type="radio" name=name value=value/><span>{say(words)}{number}</span></label> }
    };
    let radios: Vec<_> = choices.into_iter().map(radio).collect();
    view! { <fieldset class=name><legend>{say(title)}</legend><div>{radios}</div></fieldset> }.into_any()
}
