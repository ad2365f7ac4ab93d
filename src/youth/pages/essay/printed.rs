//! The essay as the browser's own menu prints it: title and text, as one reads them, then the photographed pages, a sheet each. With the
//! manuscript paper open the paper is printed in their place.

use super::desk::EssayDesk;
use leptos::prelude::*;

/// The text for paper, which no screen shows.
pub fn section(essay: EssayDesk) -> AnyView {
    let title = Memo::new(move |_| essay.draft().with(|draft| draft.title.trim().to_owned()));
    let text = Memo::new(move |_| essay.draft().with(|draft| draft.text.clone()));
    let paragraphs = move || text.with(|text| text.lines().map(paragraph).collect::<Vec<_>>());
    view! {
        <div class="for-paper" aria-hidden="true">
            <p class="name">{title}</p>
            {paragraphs}
        </div>
    }
    .into_any()
}

/// The indentation is the paper's, whether it was typed or not.
fn paragraph(line: &str) -> AnyView {
    view! { <p>{line.trim().to_owned()}</p> }.into_any()
}
