//! Files that leave the browser.

use crate::platform::document;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a browser may take to fetch what was made for it, in milliseconds.
const FETCHED_AFTER_MS: u32 = 60_000;

/// Hands the browser a file, which it saves where it saves downloads. `None` when it refuses.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(FETCHED_AFTER_MS, move || {
        // What is not there any more need not go.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}
