//! Sound that is played from memory.

use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAudioElement, Url};

/// Beyond the end of every recording, in seconds.
const FAR: f64 = 1e9;

/// An address under which an audio element finds these bytes, until it is [forgotten](forget).
pub fn address(bytes: &[u8], media_type: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Lets the bytes of an address go.
pub fn forget(address: &str) {
    // One that is no address any more needs no forgetting.
    let _ = Url::revoke_object_url(address);
}

/// An audio element knows what it plays: plays it. A recording that was written slice by slice does not say how long it is; the browser
/// finds that out on the way to its end.
pub fn begin(event: &Event) {
    let Some(audio) = event.target().and_then(|target| target.dyn_into::<HtmlAudioElement>().ok()) else { return };
    if audio.duration().is_finite() {
        return play(&audio);
    }
    let rewound = audio.clone();
    EventListener::once(&audio, "durationchange", move |_| {
        rewound.set_current_time(0.0);
        play(&rewound);
    })
    .forget();
    audio.set_current_time(FAR);
}

fn play(audio: &HtmlAudioElement) {
    let Ok(playing) = audio.play() else { return };
    spawn_local(async move {
        // A browser that wants to be asked once more shows its own button.
        let _ = JsFuture::from(playing).await;
    });
}
