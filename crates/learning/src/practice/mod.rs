//! What comes back to a learner, and when.
//!
//! Everything is derived from what the log says of a question ([`History`]): how well it is remembered ([`memory`]), whether it stands
//! in the wrong-answer book ([`book`]), and whether it is among today's five ([`five`]). Beside it stands how steadily somebody
//! studies ([`rhythm`]). Nothing of it is stored, ranked or added up to points.

pub mod book;
pub mod five;
pub mod history;
pub mod lists;
pub mod memory;
pub mod rhythm;

pub use book::{Standing, standing};
pub use five::{Candidate, Lesson, Morning};
pub use history::{History, Recall};
pub use memory::Memory;
pub use rhythm::Rhythm;
