//! What can be carried away: a series as an EPUB 3 ([`epub()`]), and files as a zip ([`zip()`]).
//!
//! A book is put together in this order: [`chapter`] reads the texts; [`ways`] knows where links and pictures lead inside it; [`pages`]
//! writes cover, title page and chapters as XHTML, [`nav`] the table of contents, [`package`] what the book is and has; [`zip()`] packs
//! it. The same content gives the same bytes.

mod chapter;
mod cover;
mod epub;
mod media;
mod nav;
mod package;
mod pages;
mod ways;
mod web;
mod zip;

pub use epub::epub;
pub use zip::zip;

pub(crate) use web::{absolute, goes_to};
