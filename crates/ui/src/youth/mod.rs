//! The holiday programme: what is on ([`programme`]), one activity ([`activity`]), one scene ([`scene`]), one contest ([`contest`]), what is
//! stored ([`stored`]), and the places in which the app draws ([`places`]). [`when`] says times as people say them.

mod activity;
mod contest;
pub mod lines;
mod places;
mod programme;
mod scene;
mod stored;
pub mod when;

use crate::Scene;
use formats::page::Youth;
use leptos::prelude::*;

/// What stands before the text of such a page; on one without a text, all of it.
pub(crate) fn lead(scene: &Scene, page: &Youth) -> AnyView {
    match page {
        Youth::Programme(programme) => programme::programme(scene, programme),
        Youth::Activity(page) => activity::lead(scene, page),
        Youth::Scene { line, .. } => scene::lead(scene, line),
        Youth::Contest { contest, .. } => contest::lead(scene, contest),
        Youth::Desk { contest } => places::desk(scene, contest),
        Youth::Moods { is_there, help } => places::moods(scene, *is_there, help),
        Youth::Receipts => places::receipts(scene),
        Youth::Stored => stored::page(scene),
    }
}

/// What stands after it.
pub(crate) fn tail(scene: &Scene, page: &Youth) -> AnyView {
    match page {
        Youth::Activity(page) => activity::tail(scene, page),
        Youth::Scene { activities, .. } => scene::tail(scene, activities),
        Youth::Contest { contest, activities } => contest::tail(scene, contest, activities),
        _ => ().into_any(),
    }
}
