//! The one room in which the records of the learners of a browser are kept.
//!
//! It knows no browser: clock, chance, the small notes outside the store and the store itself come in as arguments, so that all of it is
//! tested natively with the twin in memory.

pub mod keeping;
pub mod witness;
