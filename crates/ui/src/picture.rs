//! A picture of the text, enlarged. The app fills and opens it; its pictures come from the article.

use crate::words::say;
use leptos::prelude::*;

/// The dialog.
pub(crate) fn picture() -> AnyView {
    view! {
        <dialog class="picture" id="picture">
            <form method="dialog"><button>{say(locale::reader_close_picture())}</button></form>
            <figure></figure>
        </dialog>
    }
    .into_any()
}
