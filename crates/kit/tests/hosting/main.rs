//! What is served, and how: by `huaide host` and `huaide serve`, and by the web servers of docs/HOSTING.md.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod attacks;
mod blocks;
mod client;
mod live;
mod phones;
mod places;
#[path = "../common/stand_in.rs"]
mod stand_in;
