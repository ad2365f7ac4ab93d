//! The four pens, each with a word.

use formats::words;
use learning::deed::Colour;
use leptos::prelude::*;
use ui::say;

/// All of them, in order.
pub const ALL: [Colour; 4] = [Colour::Yellow, Colour::Blue, Colour::Green, Colour::Pink];

/// What the style sheet calls a pen.
pub fn name(colour: Colour) -> &'static str {
    match colour {
        Colour::Yellow => "yellow",
        Colour::Blue => "blue",
        Colour::Green => "green",
        Colour::Pink => "pink",
    }
}

/// A button for each pen. `held` is the one in use.
pub fn pens(held: Signal<Option<Colour>>, choose: impl Fn(Colour) + Clone + 'static) -> AnyView {
    let button = |colour: Colour| {
        let choose = choose.clone();
        view! {
            <button
                type="button"
                class="pen"
                data-pen=name(colour)
                aria-pressed=move || held.get().map(|held| (held == colour).to_string())
                on:click=move |_| choose(colour)
            >
                <span class="stroke">{say(words::pen(colour))}</span>
            </button>
        }
    };
    ALL.map(button).collect_view().into_any()
}
