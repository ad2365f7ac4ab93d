//! Lays a text out on manuscript paper (稿纸): pages of 20 rows of 20 cells.
//!
//! A paragraph is cut into [`piece`]s, each one a few cells that belong together; [`rows`] places them, row by row.
//!
//! The rules are those of schools and of GB/T 15834—2011, 5.1. Where these leave a case open, it is decided so:
//!
//! - The title stands in the first row, centred; the text begins in the next one. A title too long for a row takes several, each
//!   centred, with two empty cells on either side. Without a title the text begins in the first row.
//! - Each line of the text is a paragraph. Empty lines and the spaces around a line are left out.
//! - Two equal or different marks of ？ and ！ share a cell; of three, the third has its own. Other marks have a cell each.
//! - Marks that may not begin a row share the last cell of the row before. Four are the most that are added to a cell;
//!   abuse goes on in the next row. Connecting marks (· ～ － /) are such marks too, as GB/T 15834 asks.
//! - Several opening marks and what follows them stay together.
//! - Only two —, or two …, are kept together; a third stands alone, as does a single one. They may begin a row.
//! - Full-width letters and digits are written as half-width ones. In a word a sign (the point of 3.14, the hyphen of COVID-19)
//!   shares the cell of a single letter or digit before it. Letters and digits do not share a cell.
//! - A word or number of up to half a row is not torn but goes to the next row whole; a longer one is torn between cells.
//! - A space between two words in letters is an empty cell, but not at the edge of a row. Any other space is none.
//! - In a paragraph with Chinese, half-width marks are written as Chinese ones: straight quotes open and close in turn, `--` is
//!   ——, up to three dots are one …. In a paragraph without Chinese they stay as they are.
//! - An emoji or another sign takes one cell. What has no width and nothing to stand on is left out, as are control characters.

mod piece;
mod rows;

use std::iter::repeat_with;

/// The rows of a page.
pub const ROWS: usize = 20;

/// The cells of a row.
pub const COLUMNS: usize = 20;

/// A text on manuscript paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manuscript {
    /// At least one page.
    pub pages: Vec<Page>,
}

/// A page of [`ROWS`] rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// From the top.
    pub rows: Vec<Row>,
}

/// The [`COLUMNS`] cells of a row, from the left.
pub type Row = Vec<Cell>;

/// One cell of the paper.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What is written in it: nothing, a character, or a few that share it.
    pub text: String,
    /// The byte of the text where this begins; none in an empty cell and in the title.
    pub from: Option<usize>,
}

/// Lays out a title and a text. Takes time in proportion to their length.
#[must_use]
pub fn lay_out(title: &str, text: &str) -> Manuscript {
    let mut rows = rows::write(title, text, COLUMNS);
    let pages = rows.len().div_ceil(ROWS).max(1);
    rows.extend(repeat_with(|| vec![Cell::default(); COLUMNS]).take(pages * ROWS - rows.len()));
    let mut rows = rows.into_iter();
    let pages = repeat_with(|| Page { rows: rows.by_ref().take(ROWS).collect() }).take(pages).collect();
    Manuscript { pages }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties;
#[cfg(test)]
mod tests;
