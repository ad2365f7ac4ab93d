//! The publisher: a content folder becomes pages.
//!
//! [`content`] reads the folder and renders its texts (`markdown`, `media`); [`site`] puts them into pages around which
//! `ui` draws, and writes everything at once. Faults are collected with file and line ([`fault`]).

pub mod content;
pub mod fault;
pub mod hash;
pub mod site;

mod markdown;
mod media;
