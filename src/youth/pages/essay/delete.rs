//! Deleting an essay for good, after asking once more and telling what the browser may do with it.

use super::desk::EssayDesk;
use super::editor::save_text;
use super::words::unsaved;
use crate::youth::entry::Panel;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Trouble, say};

/// Taking the text along, and deleting it.
pub fn section(essay: EssayDesk, entry: Panel) -> AnyView {
    let open = RwSignal::new(false);
    let gone_for_good = move |_| {
        spawn_local(async move {
            let gone = delete(essay, entry).await;
            open.set(gone.is_err());
            essay.desk().tell(gone.map_or_else(unsaved, |()| locale::essay_deleted()));
        });
    };
    let sure = move || {
        open.get().then(|| {
            view! {
                <div class="calm">
                    <p>{say(locale::essay_delete_warning())}</p>
                    <p>{say(locale::essay_delete_honest())}</p>
                    <p class="tools">
                        <button type="button" on:click=gone_for_good>{say(locale::essay_delete_sure())}</button>
                        <button type="button" on:click=move |_| open.set(false)>{say(locale::essay_delete_not())}</button>
                    </p>
                </div>
            }
        })
    };
    view! {
        <section class="leave" aria-labelledby="essay-leave">
            <h2 class="section" id="essay-leave">{say(locale::essay_leave())}</h2>
            <p class="tools">
                <button type="button" on:click=move |_| save_text(essay)>{say(locale::essay_download())}</button>
                <button
                    type="button"
                    aria-expanded=move || open.get().to_string()
                    disabled=move || !essay.may_write()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {say(locale::essay_delete())}
                </button>
            </p>
            {sure}
        </section>
    }
    .into_any()
}

/// Deletes the essay, and what was typed about who wrote it.
async fn delete(essay: EssayDesk, entry: Panel) -> Result<(), Trouble> {
    essay.delete().await?;
    entry.forget().await
}
