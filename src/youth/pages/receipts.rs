//! Whether a file is the one of a receipt. Both stay on this device.
//!
//! The receipt is one of those that the log keeps ([`own`]), a saved one, or pasted; it stands as text in one field. What is said of the
//! two follows at once ([`result`]).

mod own;
mod result;

use crate::desk::Desk;
use crate::platform::recorder::bytes;
use crate::youth::hall::Hall;
use entry::receipt::{Checked, Receipt, ReceiptError, fingerprint};
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use ui::{file_size, say};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement, InputEvent};

/// The largest file that is read, in bytes; entries are smaller.
const LARGEST: f64 = 96.0 * 1024.0 * 1024.0;
/// The largest receipt, in bytes.
const LARGEST_TEXT: f64 = 64.0 * 1024.0;

/// The page. Every copy is the same one.
#[derive(Clone, Copy)]
struct Check {
    desk: StoredValue<Desk, LocalStorage>,
    field: NodeRef<Textarea>,
    text: RwSignal<String>,
    file: RwSignal<Chosen>,
}

/// The file that is looked at.
#[derive(Debug, Clone, PartialEq)]
enum Chosen {
    Nothing,
    Reading,
    Refused(Phrase),
    Read { name: String, bytes: u64, sha256: String },
}

/// The page.
pub fn page(hall: &Hall) -> Option<AnyView> {
    let check = Check {
        desk: StoredValue::new_local(hall.desk().clone()),
        field: NodeRef::new(),
        text: RwSignal::default(),
        file: RwSignal::new(Chosen::Nothing),
    };
    let view = view! {
        <div class="receipts">
            {receipt(check)}
            {file(check)}
            {result::result(check)}
            {own::section(check)}
        </div>
    };
    Some(view.into_any())
}

impl Check {
    fn desk(self) -> Desk {
        self.desk.get_value()
    }

    /// Puts a receipt into the field.
    fn put(self, text: &str) {
        if let Some(field) = self.field.get_untracked() {
            field.set_value(text);
        }
        self.text.set(text.to_owned());
    }

    /// The receipt of the field; `None` if there is nothing in it.
    fn receipt(self) -> Option<Result<Receipt, ReceiptError>> {
        self.text.with(|text| (!text.trim().is_empty()).then(|| Receipt::parse(text)))
    }

    /// What the file is to the receipt, if both are there.
    fn checked(self) -> Option<(Receipt, u64, Checked)> {
        let receipt = self.receipt()?.ok()?;
        self.file.with(|file| match file {
            Chosen::Read { bytes, sha256, .. } => Some((receipt.clone(), *bytes, receipt.check(sha256, *bytes))),
            Chosen::Nothing | Chosen::Reading | Chosen::Refused(_) => None,
        })
    }
}

fn receipt(check: Check) -> AnyView {
    let typed = move |event: &Event| check.text.set(event_target_value(event));
    let is_whole = |event: &Event| !event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
    let choose = move |event: Event| {
        let Some(file) = chosen(&event) else { return };
        spawn_local(async move {
            let read = if file.size() > LARGEST_TEXT { None } else { bytes(&file).await };
            match read.and_then(|bytes| String::from_utf8(bytes).ok()) {
                Some(text) => check.put(&text),
                None => check.desk().tell(locale::receipt_no_receipt()),
            }
        });
    };
    let fault = move || check.receipt()?.err().map(result::fault).map(say);
    view! {
        <section aria-labelledby="receipt-step">
            <h2 class="section" id="receipt-step">{say(locale::receipt_step_receipt())}</h2>
            <label class="drop">
                <input type="file" accept=".txt,text/plain" on:change=choose/>
                <strong>{say(locale::receipt_choose())}</strong>
            </label>
            <label for="receipt-text">{say(locale::receipt_paste())}</label>
            <textarea
                id="receipt-text"
                node_ref=check.field
                rows="5"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="receipt-text-said"
                on:input=move |event| if is_whole(&event) { typed(&event) }
                on:compositionend=move |event| typed(&event)
            ></textarea>
            <p class="fault" id="receipt-text-said" role="status">{fault}</p>
        </section>
    }
    .into_any()
}

fn file(check: Check) -> AnyView {
    let choose = move |event: Event| {
        let Some(file) = chosen(&event) else { return };
        check.file.set(Chosen::Reading);
        spawn_local(async move { check.file.set(read(file).await) });
    };
    let said = move || match check.file.get() {
        Chosen::Nothing => None,
        Chosen::Reading => Some(say(locale::receipt_reading())),
        Chosen::Refused(why) => Some(view! { <span class="fault">{say(why)}</span> }.into_any()),
        Chosen::Read { name, bytes, .. } => Some(view! { <code>{name}</code> " " {file_size(bytes)} }.into_any()),
    };
    view! {
        <section aria-labelledby="file-step">
            <h2 class="section" id="file-step">{say(locale::receipt_step_file())}</h2>
            <label class="drop">
                <input type="file" on:change=choose/>
                <strong>{say(locale::receipt_choose_file())}</strong>
            </label>
            <p role="status">{said}</p>
        </section>
    }
    .into_any()
}

/// The file that was chosen; the same one may be chosen again.
fn chosen(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event_target(event);
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

async fn read(file: File) -> Chosen {
    if file.size() > LARGEST {
        return Chosen::Refused(locale::receipt_too_large());
    }
    match bytes(&file).await {
        Some(bytes) => Chosen::Read { name: file.name(), bytes: bytes.len() as u64, sha256: fingerprint(&bytes) },
        None => Chosen::Refused(locale::receipt_unreadable()),
    }
}
