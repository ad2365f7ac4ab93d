//! The receipt as it is shown, printed on a sheet of its own, and saved as text.

use super::words::shown;
use crate::desk::Desk;
use crate::desk::download;
use crate::platform::document;
use crate::platform::print::Handout;
use entry::receipt::{Receipt, qr};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use ui::say;

/// The receipt; `id` is that of nothing else on the page.
pub fn slip(desk: &Desk, receipt: Receipt, id: String) -> AnyView {
    let line = |label: Phrase, value: AnyView| view! { <div><dt>{say(label)}</dt> <dd>{value}</dd></div> };
    let blocks: Vec<_> =
        receipt.blocks().into_iter().map(|block| view! { <span>{block.to_owned()}</span> " " }).collect();
    let plain = |text: &str| text.to_owned().into_any();
    let tools = tools(desk.clone(), receipt.clone(), id.clone());
    view! {
        <article class="receipt" id=id>
            <h3>{say(locale::receipt_title())}</h3>
            <p>{say(locale::receipt_why())}</p>
            <div class="receipt-body">
                <dl>
                    {line(locale::receipt_contest(), plain(&receipt.contest))}
                    {line(locale::receipt_group(), plain(&receipt.group))}
                    {line(locale::receipt_work(), plain(&receipt.title))}
                    {line(locale::receipt_entry(), plain(&receipt.entry.to_string()))}
                    {line(locale::receipt_revision(), plain(&receipt.revision.to_string()))}
                    {line(locale::receipt_made(), plain(&receipt.made_at))}
                    {line(locale::receipt_size(), say(locale::receipt_bytes(receipt.bytes)))}
                    {line(locale::receipt_sha256(), view! { <code class="blocks">{blocks}</code> }.into_any())}
                </dl>
                {code(&receipt)}
            </div>
            {tools}
        </article>
    }
    .into_any()
}

fn code(receipt: &Receipt) -> Option<AnyView> {
    let drawn = qr(&receipt.to_string())?;
    let size = drawn.size;
    let view = view! {
        <svg class="qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label=shown(locale::receipt_qr()) shape-rendering="crispEdges">
            <rect width=size height=size fill="#fff"></rect>
            <path d=drawn.path fill="#000"></path>
        </svg>
    };
    Some(view.into_any())
}

fn tools(desk: Desk, receipt: Receipt, id: String) -> AnyView {
    let (desk, receipt) = (StoredValue::new_local(desk), StoredValue::new(receipt));
    let print = move |_| {
        let id = id.clone();
        spawn_local(async move {
            if printed(&id).await.is_none() {
                desk.get_value().tell(locale::receipt_print_failed());
            }
        });
    };
    let save = move |_| {
        let receipt = receipt.get_value();
        let entry = receipt.entry.to_string();
        let name = shown(locale::receipt_file_name(entry.get(..8).unwrap_or_default(), receipt.revision));
        if download(&name, "text/plain;charset=utf-8", format!("{receipt}\n").as_bytes()).is_none() {
            desk.get_value().tell(locale::entry_download_failed());
        }
    };
    view! {
        <p class="tools">
            <button type="button" on:click=print>{say(locale::receipt_print())}</button>
            <button type="button" on:click=save>{say(locale::receipt_save())}</button>
        </p>
    }
    .into_any()
}

async fn printed(id: &str) -> Option<()> {
    let handout = Handout::new()?;
    handout.add_copy(&document().get_element_by_id(id)?)?;
    handout.print().await
}
