//! What a file is to a receipt, in plain words.

use super::Check;
use entry::receipt::{Checked, ReceiptError};
use leptos::prelude::*;
use locale::Phrase;
use ui::say;

/// The section.
pub(super) fn result(check: Check) -> AnyView {
    let name = move || match check.checked() {
        None => "nothing",
        Some((.., Checked::Same)) => "same",
        Some((.., Checked::Changed)) => "changed",
        Some((.., Checked::Other)) => "other",
    };
    let said = move || match check.checked() {
        None => say(locale::receipt_not_yet()),
        Some((.., Checked::Same)) => say(locale::receipt_same()),
        Some((.., Checked::Changed)) => say(locale::receipt_changed()),
        Some((receipt, found, Checked::Other)) => {
            view! { {say(locale::receipt_other(receipt.bytes, found))} " " {say(locale::receipt_other_made())} }
                .into_any()
        }
    };
    view! {
        <section aria-labelledby="result-step">
            <h2 class="section" id="result-step">{say(locale::receipt_step_result())}</h2>
            <p class="result" role="status" data-result=name>{said}</p>
        </section>
    }
    .into_any()
}

/// Why a text is no receipt.
pub(super) fn fault(error: ReceiptError) -> Phrase {
    match error {
        ReceiptError::NoReceipt => locale::receipt_no_receipt(),
        ReceiptError::Line(line) => locale::receipt_bad_line(line),
    }
}
