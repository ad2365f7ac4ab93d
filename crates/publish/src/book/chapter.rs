//! The chapters of a book: its lessons, read as trees.

use crate::content::{Lesson, Series};
use crate::xhtml;
use scraper::Html;
use std::collections::BTreeSet;

/// A lesson as a chapter.
pub(super) struct Chapter<'a> {
    pub lesson: &'a Lesson,
    /// Its place in the book, from 1.
    pub number: usize,
    /// Its address on the site.
    pub address: String,
    /// Its file in the book.
    pub file: String,
    pub html: Html,
    /// All ids of its text.
    pub ids: BTreeSet<String>,
}

/// Reads the lessons of a series.
pub(super) fn all(series: &Series) -> Vec<Chapter<'_>> {
    series.lessons.iter().enumerate().map(|(index, lesson)| chapter(series, lesson, index + 1)).collect()
}

fn chapter<'a>(series: &Series, lesson: &'a Lesson, number: usize) -> Chapter<'a> {
    let html = xhtml::read(&lesson.article.html);
    Chapter {
        lesson,
        number,
        address: format!("lessons/{}/{}/", series.slug, lesson.slug),
        file: format!("lesson-{number:02}.xhtml"),
        ids: xhtml::ids(&html),
        html,
    }
}
