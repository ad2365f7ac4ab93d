//! The words of the check: paragraphs with strong words, drawn without any markup of theirs.

use leptos::prelude::*;
use youth::mood::text::{self, Piece};

/// A text.
pub fn paragraphs(text: &str) -> AnyView {
    let piece = |piece: Piece| match piece.strong {
        true => view! { <strong>{piece.text}</strong> }.into_any(),
        false => piece.text.into_any(),
    };
    let paragraph = |pieces: Vec<Piece>| view! { <p>{pieces.into_iter().map(piece).collect::<Vec<_>>()}</p> };
    text::paragraphs(text).into_iter().map(paragraph).collect::<Vec<_>>().into_any()
}
