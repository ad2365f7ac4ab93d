//! The ways to hand a file over: saved and carried, shared with an app, by mail, or as text where no file can be saved.

use super::making::Parcel;
use super::slip::slip;
use super::{Panel, words};
use crate::desk::download;
use crate::platform::in_app::{self, InApp};
use crate::platform::share::{self, Shared};
use entry::seal::armour;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use ui::{file_size, say};

const ZIP: &str = "application/zip";
const SEALED: &str = "application/octet-stream";

/// The largest sealed file that is offered as text: chats cut longer texts.
const AS_TEXT: usize = 48 << 10;

/// The step, with the receipt.
pub(super) fn ways(panel: Panel, parcel: Parcel) -> AnyView {
    let receiver = panel.receiver();
    let seal = match parcel.is_sealed {
        true => locale::entry_is_sealed(receiver.clone()),
        false => locale::entry_is_not_sealed(),
    };
    let has_text = parcel.is_sealed && parcel.is_essay && parcel.bytes.len() <= AS_TEXT;
    let inside = in_app::here();
    view! {
        <div class="entry-step" data-sealed=parcel.is_sealed.to_string()>
            <h3>{say(locale::entry_hand_over())}</h3>
            <p class="parcel"><strong>{say(seal)}</strong> " " {file(&parcel)}</p>
            {inside.map(|app| out_of(app, has_text))}
            {buttons(panel, &parcel)}
            <p class="hint">{say(locale::entry_carry(receiver))}</p>
            {has_text.then(|| as_text(panel, &parcel, inside.is_some()))}
        </div>
        {slip(&panel.desk(), parcel.receipt.clone(), "entry-receipt".to_owned())}
    }
    .into_any()
}

fn file(parcel: &Parcel) -> AnyView {
    view! { <code>{parcel.name.clone()}</code> " " <span class="hint">{file_size(parcel.receipt.bytes)}</span> }
        .into_any()
}

/// A way out of the browser inside another app.
fn out_of(app: InApp, has_text: bool) -> AnyView {
    let here = match app {
        InApp::WeChat => locale::entry_in_wechat(),
        InApp::Qq => locale::entry_in_qq(),
        InApp::Other => locale::entry_in_other(),
    };
    let text = has_text.then(|| say(locale::entry_in_app_text()));
    view! { <p class="calm in-app">{say(here)} " " {say(locale::entry_in_app_out())} " " {text}</p> }.into_any()
}

fn mime(parcel: &Parcel) -> &'static str {
    if parcel.is_sealed { SEALED } else { ZIP }
}

fn buttons(panel: Panel, parcel: &Parcel) -> AnyView {
    let saved = parcel.clone();
    let save = move |_| {
        if download(&saved.name, mime(&saved), &saved.bytes).is_none() {
            panel.desk().tell(locale::entry_download_failed());
        }
    };
    view! {
        <p class="tools">
            <button type="button" class="main" on:click=save>{say(locale::entry_download())}</button>
            {shared(panel, parcel)}
            {mail(panel, parcel)}
        </p>
    }
    .into_any()
}

/// A file that is not sealed is carried, not sent.
fn shared(panel: Panel, parcel: &Parcel) -> Option<AnyView> {
    let data = parcel.is_sealed.then(|| share::file(&parcel.name, mime(parcel), &parcel.bytes))??;
    let data = StoredValue::new_local(data);
    let share = move |_| {
        let sharing = share::share(&data.get_value());
        spawn_local(async move {
            if sharing.await == Shared::Refused {
                panel.desk().tell(locale::entry_share_refused());
            }
        });
    };
    Some(view! { <button type="button" on:click=share>{say(locale::entry_share())}</button> }.into_any())
}

fn mail(panel: Panel, parcel: &Parcel) -> Option<AnyView> {
    let parts = panel.parts();
    let address = Some(parts.contest.mail.trim()).filter(|mail| !mail.is_empty() && parcel.is_sealed)?;
    let entry = parcel.receipt.entry.to_string();
    let subject = escaped(locale::entry_mail_subject(parts.contest.title.clone()));
    let body = escaped(locale::entry_mail_body(entry, parcel.name.clone(), parcel.receipt.revision));
    let link = format!("mailto:{address}?subject={subject}&body={body}");
    Some(view! { <a href=link>{say(locale::entry_mail())}</a> <span class="hint">{say(locale::entry_mail_why())}</span> }.into_any())
}

fn escaped(phrase: Phrase) -> String {
    js_sys::encode_uri_component(&words::shown(phrase)).into()
}

/// The sealed file as a text to copy.
fn as_text(panel: Panel, parcel: &Parcel, is_open: bool) -> AnyView {
    let (field, text) = (NodeRef::<Textarea>::new(), armour(&parcel.bytes));
    let copy = move |_| {
        let Some(field) = field.get_untracked() else { return };
        spawn_local(async move {
            let is_copied = share::copy(&field).await;
            panel.desk().tell(if is_copied { locale::entry_copied() } else { locale::entry_copy_failed() });
        });
    };
    view! {
        <details class="as-text" open=is_open>
            <summary>{say(locale::entry_text())}</summary>
            <p class="hint" id="entry-text-why">{say(locale::entry_text_why())}</p>
            <label for="entry-armour">{say(locale::entry_text_field())}</label>
            <textarea id="entry-armour" node_ref=field readonly rows="5" aria-describedby="entry-text-why" prop:value=text></textarea>
            <p class="tools"><button type="button" on:click=copy>{say(locale::entry_copy())}</button></p>
        </details>
    }
    .into_any()
}
