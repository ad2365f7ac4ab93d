//! Reading aloud (speechSynthesis), by voices of the device itself: a voice of a server would carry the text away.

use super::window;
use gloo::events::EventListener;
use std::cell::RefCell;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{EventTarget, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Which voice for Chinese there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// One of the device.
    Own,
    /// Only one that sends the text to a server.
    Distant,
    /// None.
    None,
}

/// Which voice for Chinese there is at this moment; browsers find them out in their own time.
pub fn voice() -> Voice {
    let voices = voices();
    match voices.iter().any(SpeechSynthesisVoice::local_service) {
        true => Voice::Own,
        false if voices.is_empty() => Voice::None,
        false => Voice::Distant,
    }
}

/// The browser found out more about its voices, for as long as the page lives.
pub fn on_voices(call: impl Fn() + 'static) {
    if let Some(target) = synthesis().and_then(|synthesis| synthesis.dyn_into::<EventTarget>().ok()) {
        EventListener::new(&target, "voiceschanged", move |_| call()).forget();
    }
}

thread_local! {
    /// What is being read: an utterance that nothing holds may fall silent without saying so.
    static READING: RefCell<Vec<(SpeechSynthesisUtterance, EventListener, EventListener)>> = const { RefCell::new(Vec::new()) };
}

/// Reads pieces of text one after the other. `over` is called when the last was read, or when one could not be.
pub fn read(pieces: &[String], over: impl Fn() + Clone + 'static) {
    stop();
    let voice = voices().into_iter().find(SpeechSynthesisVoice::local_service);
    let (Some(synthesis), Some(voice)) = (synthesis(), voice) else { return over() };
    for (index, piece) in pieces.iter().enumerate() {
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(piece) else { return over() };
        utterance.set_lang(&voice.lang());
        utterance.set_voice(Some(&voice));
        let (is_last, ended, failed) = (index + 1 == pieces.len(), over.clone(), over.clone());
        let end = EventListener::new(&utterance, "end", move |_| {
            if is_last {
                ended()
            }
        });
        let error = EventListener::new(&utterance, "error", move |_| failed());
        synthesis.speak(&utterance);
        READING.with_borrow_mut(|reading| reading.push((utterance, end, error)));
    }
}

/// Falls silent.
pub fn stop() {
    READING.with_borrow_mut(Vec::clear);
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

fn synthesis() -> Option<SpeechSynthesis> {
    // Some browsers have none, and the property is not there.
    window().speech_synthesis().ok().filter(|synthesis| !synthesis.is_undefined())
}

fn voices() -> Vec<SpeechSynthesisVoice> {
    let Some(synthesis) = synthesis() else { return Vec::new() };
    let all = synthesis.get_voices().into_iter().filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok());
    all.filter(|voice| is_chinese(&voice.lang())).collect()
}

/// Android writes `zh_CN`; Cantonese (`yue`, `zh-HK`) reads the same characters in another language.
fn is_chinese(language: &str) -> bool {
    let language = language.to_lowercase().replace('_', "-");
    (language == "zh" || language.starts_with("zh-") || language.starts_with("cmn")) && !language.starts_with("zh-hk")
}
