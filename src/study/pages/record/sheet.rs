//! A sheet of paper that lies on its side: shown on the page as it will be, and printed alone.

use crate::platform::document;
use crate::platform::print::Handout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use ui::say;

/// The sheet, and the button that prints it.
pub fn sheet(id: String, class: &'static str, print: Phrase, paper: AnyView) -> AnyView {
    let button = {
        let id = id.clone();
        move |_| {
            let id = id.clone();
            spawn_local(async move {
                // Without a place for it nothing is printed, and the browser's own menu still prints the page.
                let _ = print_sheet(&id).await;
            });
        }
    };
    view! {
        <div class=format!("leaf {class}") id=id>{paper}</div>
        <p class="tools"><button type="button" on:click=button>{say(print)}</button></p>
    }
    .into_any()
}

async fn print_sheet(id: &str) -> Option<()> {
    let handout = Handout::new()?;
    handout.add_copy(&document().get_element_by_id(id)?)?;
    handout.print().await
}
