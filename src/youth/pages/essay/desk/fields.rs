//! The fields of an essay, which are the browser's.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;
use youth::essay::Draft;

/// The fields that are written in.
#[derive(Clone, Copy, Default)]
pub struct Fields {
    /// The title.
    pub title: NodeRef<Input>,
    /// The text.
    pub text: NodeRef<Textarea>,
    /// What it shall be about.
    pub theme: NodeRef<Input>,
    /// The outline.
    pub outline: NodeRef<Textarea>,
}

impl Fields {
    /// Takes over what stands in them. A field that is not drawn yet says nothing.
    pub(super) fn read(self, draft: &mut Draft) {
        let put = |place: &mut String, value: Option<String>| *place = value.unwrap_or_else(|| std::mem::take(place));
        put(&mut draft.title, self.title.get_untracked().map(|field| field.value()));
        put(&mut draft.text, self.text.get_untracked().map(|field| field.value()));
        put(&mut draft.theme, self.theme.get_untracked().map(|field| field.value()));
        put(&mut draft.outline, self.outline.get_untracked().map(|field| field.value()));
    }

    /// Writes a draft into them.
    pub(super) fn show(self, draft: &Draft) {
        self.title.get_untracked().inspect(|field| field.set_value(&draft.title));
        self.text.get_untracked().inspect(|field| field.set_value(&draft.text));
        self.theme.get_untracked().inspect(|field| field.set_value(&draft.theme));
        self.outline.get_untracked().inspect(|field| field.set_value(&draft.outline));
    }
}
