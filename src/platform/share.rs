//! Handing things to other apps of the device: files (Web Share), and text by the clipboard.

use super::window;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, File, FilePropertyBag, HtmlTextAreaElement, ShareData};

/// How sharing went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// The device took it.
    Taken,
    /// Whoever shares thought better of it.
    GivenUp,
    /// The browser does not share such a file.
    Refused,
}

/// A file that can be handed to other apps; `None` where the browser cannot.
pub fn file(name: &str, mime: &str, bytes: &[u8]) -> Option<ShareData> {
    let navigator = window().navigator();
    let is_offered = |name: &str| Reflect::get(&navigator, &name.into()).is_ok_and(|found| found.is_function());
    if !is_offered("share") || !is_offered("canShare") {
        return None;
    }
    let options = FilePropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let file = File::new_with_u8_array_sequence_and_options(&parts, name, &options).ok()?;
    let data = ShareData::new();
    // An object of one's own takes any property.
    let _ = Reflect::set(&data, &"files".into(), &Array::of1(&file));
    navigator.can_share_with_data(&data).then_some(data)
}

/// Shares it. It must be called by a click.
pub fn share(data: &ShareData) -> impl Future<Output = Shared> + use<> {
    let sharing = window().navigator().share_with_data(data);
    async move {
        match JsFuture::from(sharing).await {
            Ok(_) => Shared::Taken,
            Err(error) if error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "AbortError") => {
                Shared::GivenUp
            }
            Err(_) => Shared::Refused,
        }
    }
}

/// Copies what stands in a field. Where the browser does not allow it the words are selected at least. Whether they were copied.
pub async fn copy(field: &HtmlTextAreaElement) -> bool {
    field.select();
    copied(&field.value()).await.is_some()
}

async fn copied(text: &str) -> Option<()> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    let writing: Promise = write.call1(&clipboard, &JsValue::from(text)).ok()?.dyn_into().ok()?;
    JsFuture::from(writing).await.ok().map(drop)
}
