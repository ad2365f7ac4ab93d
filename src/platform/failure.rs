//! What is told when the program fails: the console gets the place in the source, for whoever mends it.

use std::panic;
use web_sys::console;
use web_sys::wasm_bindgen::JsValue;

/// From now on the place of a failure is told before the program ends.
pub fn tell() {
    panic::set_hook(Box::new(|info| console::error_1(&JsValue::from_str(&info.to_string()))));
}
