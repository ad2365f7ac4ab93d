//! The one room in which the records of the learners of a browser are kept: opened, read, added to and watched over ([`room`]).
//!
//! It knows no browser: clock, chance, the notes outside the store and the store itself come in as arguments ([`surroundings`],
//! [`notes`]), so that all of it is tested natively with the twin in memory.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

pub mod book;
pub mod erased;
mod generation;
pub mod identity;
pub mod keeping;
pub mod notes;
pub mod parting;
pub mod room;
pub mod seen;
pub mod surroundings;
pub mod trouble;
pub mod witness;

pub use room::{Heard, Room};
