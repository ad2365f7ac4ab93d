//! Slow hashes (PBKDF2 of WebCrypto). Browsers offer them on https and on localhost only.

use super::window;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, Pbkdf2Params, SubtleCrypto};

/// The bits of a SHA-256.
const BITS: u32 = 256;

/// Whether this browser can do it here.
pub fn is_offered() -> bool {
    subtle().is_some()
}

/// PBKDF2-HMAC-SHA-256, 32 bytes; `None` where the browser cannot.
pub async fn pbkdf2(secret: &[u8], salt: &[u8], rounds: u32) -> Option<Vec<u8>> {
    let subtle = subtle()?;
    let usages = Array::of1(&"deriveBits".into());
    let key = subtle.import_key_with_str("raw", &Uint8Array::from(secret), "PBKDF2", false, &usages).ok()?;
    let key: CryptoKey = JsFuture::from(key).await.ok()?.dyn_into().ok()?;
    let how = Pbkdf2Params::new("PBKDF2", &JsValue::from_str("SHA-256"), rounds, &Uint8Array::from(salt));
    let bits = JsFuture::from(subtle.derive_bits_with_object(&how, &key, BITS).ok()?).await.ok()?;
    Some(Uint8Array::new(&bits).to_vec())
}

fn subtle() -> Option<SubtleCrypto> {
    let crypto = window().crypto().ok()?;
    Reflect::get(&crypto, &"subtle".into()).ok()?.dyn_into().ok()
}
