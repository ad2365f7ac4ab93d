//! The publisher: a content folder becomes pages.
//!
//! [`content`] reads the folder and renders its texts (`markdown`, `media`); [`site`] puts them into pages around which
//! `ui` draws, and writes everything at once; [`book`] makes of them what can be carried away; a [`press`] does both, as often as it is asked. Faults are collected with file and line ([`fault`]).

pub mod book;
pub mod content;
pub mod fault;
pub mod hash;
pub mod press;
pub mod site;

mod limits;
mod markdown;
mod media;
mod nearest;
mod outside;
mod table;
mod xhtml;
mod xml;
