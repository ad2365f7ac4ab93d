//! Reading one's own text aloud, where the device has a voice for Chinese.

use super::desk::EssayDesk;
use crate::platform::speech::{self, Voice};
use leptos::prelude::*;
use ui::say;

/// After these a voice may pause: each piece is short enough for every browser.
const ENDS: [char; 6] = ['\n', '。', '！', '？', '!', '?'];

/// The section.
pub fn section(essay: EssayDesk) -> AnyView {
    let (voice, reading) = (RwSignal::new(speech::voice()), RwSignal::new(false));
    speech::on_voices(move || voice.set(speech::voice()));
    let inside = move || match voice.get() {
        Voice::Own => button(essay, reading),
        Voice::Distant => view! { <p class="hint">{say(locale::essay_voice_distant())}</p> }.into_any(),
        Voice::None => view! { <p class="hint">{say(locale::essay_voice_none())}</p> }.into_any(),
    };
    view! {
        <section class="aloud" aria-labelledby="essay-aloud">
            <h2 class="section" id="essay-aloud">{say(locale::essay_aloud())}</h2>
            <p>{say(locale::essay_aloud_why())}</p>
            {inside}
        </section>
    }
    .into_any()
}

fn button(essay: EssayDesk, reading: RwSignal<bool>) -> AnyView {
    let turn = move |_| {
        if reading.get_untracked() {
            speech::stop();
            return reading.set(false);
        }
        let draft = essay.now();
        let pieces = pieces(&format!("{}\n{}", draft.title, draft.text));
        if pieces.is_empty() {
            return essay.desk().tell(locale::essay_nothing_to_read());
        }
        reading.set(true);
        speech::read(&pieces, move || reading.set(false));
    };
    let words = move || say(if reading.get() { locale::essay_aloud_stop() } else { locale::essay_aloud_read() });
    view! { <p class="tools"><button type="button" on:click=turn>{words}</button></p> }.into_any()
}

fn pieces(text: &str) -> Vec<String> {
    let pieces = text.split_inclusive(ENDS).map(str::trim);
    pieces.filter(|piece| piece.contains(char::is_alphanumeric)).map(str::to_owned).collect()
}
