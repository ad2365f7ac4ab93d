//! The publisher as its users see it: folders in, pages and faults out.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod addresses;
mod anchors;
mod book;
mod calendars;
mod carry;
mod citations;
mod community;
mod faults;
mod feed;
mod guide;
mod markdown;
mod moods;
mod names;
mod pictures;
mod press;
mod programme;
mod questions;
mod sample;
mod sheets;
mod site;
mod support;
mod typed;
