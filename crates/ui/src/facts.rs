//! The rows of a card of facts.

use crate::Scene;
use crate::words::say;
use formats::page::Link;
use leptos::prelude::*;
use locale::Phrase;

/// A fact with its name; nothing where there is none.
pub(crate) fn fact(name: Phrase, value: Phrase) -> Option<AnyView> {
    (!value.zh.is_empty()).then(|| view! { <div><dt>{say(name)}</dt><dd>{say(value)}</dd></div> }.into_any())
}

/// The partner unit that a page is about or from.
pub(crate) fn partner(scene: &Scene, link: Option<&Link>) -> Option<AnyView> {
    link.map(|link| {
        view! {
            <div>
                <dt>{say(locale::notices_partner())}</dt>
                <dd><a href=scene.to(&link.address)>{link.title.clone()}</a></dd>
            </div>
        }
        .into_any()
    })
}
