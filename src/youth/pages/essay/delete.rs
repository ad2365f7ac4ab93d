//! Deleting an essay for good, after asking once more and telling what the browser may do with it.

use super::desk::EssayDesk;
use super::editor::save_text;
use super::words::unsaved;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::say;

/// Taking the text along, and deleting it.
pub fn section(essay: EssayDesk) -> AnyView {
    let open = RwSignal::new(false);
    let delete = move |_| {
        spawn_local(async move {
            let gone = essay.delete().await;
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
                        <button type="button" on:click=delete>{say(locale::essay_delete_sure())}</button>
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
