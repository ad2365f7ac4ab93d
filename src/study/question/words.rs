//! The words of a question: on the page, and plain for lists and the log.

use crate::platform::web;
use learning::question::Format;
use learning::{Question, Words};
use leptos::prelude::*;

/// How many characters of a stem a list shows.
const SHORT: usize = 80;

/// Words as the publisher made them clean; lines of plain ones stay lines.
pub fn words(words: &Words) -> AnyView {
    if words.format == Format::Html {
        return view! { <span class="words" inner_html=words.text.clone()></span> }.into_any();
    }
    let mut lines = words.text.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    let rest: Vec<_> = lines.map(|line| view! { <br/> {line.to_owned()} }).collect();
    view! { <span class="words">{first} {rest}</span> }.into_any()
}

/// Words without any mark-up, in one line.
pub fn plain(words: &Words) -> String {
    let text = match words.format {
        Format::Html => web::parse(&words.text).and_then(|page| page.body()?.text_content()).unwrap_or_default(),
        Format::Plain | Format::Markdown | Format::Moodle => words.text.clone(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a question asks, in one line without mark-up.
pub fn stem(question: &Question) -> String {
    if question.stem_after.is_empty() {
        return plain(&question.stem);
    }
    format!("{} ____ {}", plain(&question.stem), plain(&question.stem_after))
}

/// The same, short enough for a list.
pub fn short_stem(question: &Question) -> String {
    let stem = stem(question);
    if stem.chars().count() <= SHORT {
        return stem;
    }
    stem.chars().take(SHORT - 1).chain(['…']).collect()
}
