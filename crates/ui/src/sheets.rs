//! The way between the sheets of a long list.

use crate::Scene;
use crate::words::{named, say};
use formats::page::Sheet;
use leptos::prelude::*;

/// Nothing for a list of one sheet.
pub(crate) fn sheets(scene: &Scene, sheet: &Sheet) -> Option<AnyView> {
    let to = |number: u32| scene.to(&sheet.address(number));
    let before = (sheet.number > 1).then(|| {
        view! { <a class="previous" rel="prev" href=to(sheet.number - 1)>{say(locale::sheets_before())}</a> }
    });
    let after = (sheet.number < sheet.of).then(|| {
        view! { <a class="next" rel="next" href=to(sheet.number + 1)>{say(locale::sheets_after())}</a> }
    });
    (sheet.of > 1).then(|| {
        view! {
            <nav class="sheets" aria-labelledby="sheets-name">
                {named("sheets-name", locale::sheets_label())} {before}
                <span>{say(locale::sheets_number(sheet.number, sheet.of))}</span> {after}
            </nav>
        }
        .into_any()
    })
}
