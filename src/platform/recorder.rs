//! The microphone: asked for, and recorded in slices of a second.

use super::{document, window};
use gloo::events::EventListener;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobEvent, DomException, Event, MediaRecorder, MediaRecorderOptions, MediaStream, MediaStreamConstraints,
    MediaStreamTrack,
};

/// What is asked of the recorder, the best first; what it takes instead is said by [`Recorder::media_type`].
const MEDIA_TYPES: [&str; 2] = ["audio/webm;codecs=opus", "audio/mp4"];
/// Plenty for a voice: five minutes are 2.4 MB.
const BITS_PER_SECOND: u32 = 64_000;
const SLICE_MS: i32 = 1_000;

/// Why nothing can be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Browsers give the microphone to secure connections only.
    Insecure,
    /// The browser cannot record.
    Unable,
    /// The learner, the browser or the device did not allow it.
    NotAllowed,
    /// There is no microphone.
    NoMicrophone,
    /// There is one, and it does not work now: another program has it.
    Busy,
}

/// What a recorder tells.
pub enum Heard {
    /// A slice. Put one after the other they are the recording.
    Slice(Blob),
    /// It has ended, and there are no more slices: it was stopped, or the microphone is gone.
    Ended,
}

/// A recorder with its microphone, which is let go with it.
pub struct Recorder {
    recorder: MediaRecorder,
    stream: MediaStream,
    _listeners: [EventListener; 2],
}

/// Why nothing can be recorded, as far as that is known before the microphone is asked for.
pub fn refusal() -> Option<Refusal> {
    let has = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).is_ok_and(|found| found.is_truthy());
    if !window().is_secure_context() {
        return Some(Refusal::Insecure);
    }
    let is_able = has(&window().navigator(), "mediaDevices") && has(&window(), "MediaRecorder");
    (!is_able).then_some(Refusal::Unable)
}

impl Recorder {
    /// Asks for the microphone. `hear` is called with each slice, in order, and with the end.
    pub async fn open(hear: impl Fn(Heard) + Clone + 'static) -> Result<Self, Refusal> {
        if let Some(refusal) = refusal() {
            return Err(refusal);
        }
        let stream = microphone().await.map_err(|error| read(&error))?;
        let recorder = recorder(&stream).inspect_err(|_| let_go(&stream)).map_err(|_| Refusal::Unable)?;
        let slice = hear.clone();
        let heard = move |event: &Event| {
            // Others who live of signs of life see that somebody is here who does not touch the page.
            if let Ok(sign) = Event::new("timeupdate") {
                let _ = document().dispatch_event(&sign);
            }
            if let Some(blob) = event.dyn_ref::<BlobEvent>().and_then(BlobEvent::data) {
                slice(Heard::Slice(blob));
            }
        };
        let _listeners = [
            EventListener::new(&recorder, "dataavailable", heard),
            EventListener::new(&recorder, "stop", move |_| hear(Heard::Ended)),
        ];
        Ok(Self { recorder, stream, _listeners })
    }

    /// Begins. Whether it did.
    pub fn start(&self) -> bool {
        self.recorder.start_with_time_slice(SLICE_MS).is_ok()
    }

    /// The media type of what it records; known when the first slice came.
    pub fn media_type(&self) -> String {
        self.recorder.mime_type()
    }

    /// Ends it: the last slice comes, and then [`Heard::Ended`].
    pub fn stop(&self) {
        // One that has ended already says so by failing.
        let _ = self.recorder.stop();
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        let_go(&self.stream);
    }
}

/// The bytes of a slice.
pub async fn bytes(slice: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

async fn microphone() -> Result<MediaStream, JsValue> {
    let wanted = MediaStreamConstraints::new();
    wanted.set_audio_bool(true);
    let asking = window().navigator().media_devices()?.get_user_media_with_constraints(&wanted)?;
    Ok(JsFuture::from(asking).await?.unchecked_into())
}

fn recorder(stream: &MediaStream) -> Result<MediaRecorder, JsValue> {
    let options = MediaRecorderOptions::new();
    options.set_audio_bits_per_second(BITS_PER_SECOND);
    if let Some(media_type) = MEDIA_TYPES.into_iter().find(|name| MediaRecorder::is_type_supported(name)) {
        options.set_mime_type(media_type);
    }
    MediaRecorder::new_with_media_stream_and_media_recorder_options(stream, &options)
}

fn let_go(stream: &MediaStream) {
    for track in stream.get_tracks().iter().filter_map(|track| track.dyn_into::<MediaStreamTrack>().ok()) {
        track.stop();
    }
}

/// What the browser means, by the names of the standard (Media Capture and Streams, `getUserMedia`).
fn read(error: &JsValue) -> Refusal {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("NotAllowedError" | "SecurityError") => Refusal::NotAllowed,
        Some("NotFoundError" | "OverconstrainedError") => Refusal::NoMicrophone,
        Some("NotReadableError" | "AbortError") => Refusal::Busy,
        _ => Refusal::Unable,
    }
}
