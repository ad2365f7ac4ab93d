//! The parts of a page that move once the app runs. All around them stands as it was published.

use crate::{Scene, bars, contents, home, lesson, offline, outline, reader_bar, settings, storage};
use leptos::prelude::*;

/// A part that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The next step, on the front page.
    Step,
    /// How far a series is done; its key is the id of the series.
    HowFar,
    /// How far a document is read, in a word; its key is the id of the document.
    Mark,
    /// Whether the reader was brought back to where they stopped.
    Resumed,
    /// How much of a text is read, as a line.
    Position,
    /// The same as a number.
    Percent,
    /// Whether there is a bookmark.
    Bookmark,
    /// How far the text is read, in a sentence.
    Finish,
    /// What must be said at once.
    Bars,
    /// Whether something is kept for reading without a network.
    KeptHint,
    /// What is kept, and the switches for it.
    Storage,
    /// How the record is kept.
    Saving,
    /// Who is learning.
    Learner,
}

impl Part {
    const ALL: [Self; 13] = [
        Self::Step,
        Self::HowFar,
        Self::Mark,
        Self::Resumed,
        Self::Position,
        Self::Percent,
        Self::Bookmark,
        Self::Finish,
        Self::Bars,
        Self::KeptHint,
        Self::Storage,
        Self::Saving,
        Self::Learner,
    ];

    /// The part whose place says `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// What its place says.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::HowFar => "how-far",
            Self::Mark => "mark",
            Self::Resumed => "resumed",
            Self::Position => "position",
            Self::Percent => "percent",
            Self::Bookmark => "bookmark",
            Self::Finish => "finish",
            Self::Bars => "bars",
            Self::KeptHint => "kept-hint",
            Self::Storage => "storage",
            Self::Saving => "saving",
            Self::Learner => "learner",
        }
    }

    /// Whether it stands in a line of text.
    fn is_in_line(self) -> bool {
        matches!(self, Self::Mark | Self::Percent | Self::Bookmark | Self::Finish | Self::Saving | Self::Learner)
    }
}

/// Draws a part. Its key tells it from others of its kind on the page.
#[must_use]
pub fn view(part: Part, key: &str, scene: &Scene) -> AnyView {
    match part {
        Part::Step => home::step(scene),
        Part::HowFar => outline::how_far(scene, key),
        Part::Mark => outline::mark(scene, key),
        Part::Resumed => lesson::resumed(scene),
        Part::Position => contents::position(scene),
        Part::Percent => reader_bar::percent(scene),
        Part::Bookmark => reader_bar::bookmark(scene),
        Part::Finish => lesson::finish(scene),
        Part::Bars => bars::moving(scene),
        Part::KeptHint => offline::kept_hint(scene),
        Part::Storage => storage::storage(scene.live),
        Part::Saving => settings::saving(scene),
        Part::Learner => settings::learner(scene),
    }
}

/// The place of a part, as it is before the app runs. The app finds it by its attributes and draws the part again.
pub(crate) fn place(part: Part, key: &str, scene: &Scene) -> AnyView {
    let (name, key, drawn) = (part.name(), key.to_owned(), view(part, key, scene));
    if part.is_in_line() {
        view! { <span data-part=name data-key=key>{drawn}</span> }.into_any()
    } else {
        view! { <div data-part=name data-key=key>{drawn}</div> }.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn every_part_is_found_by_its_name() {
        for part in Part::ALL {
            assert_eq!(Part::named(part.name()), Some(part));
        }
        assert_eq!(Part::named("nonsense"), None);
    }
}
