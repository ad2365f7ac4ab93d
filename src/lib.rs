//! The three programs of 怀德学苑 in the browser. The reader's ([`app`]) takes over a published page and adds what needs the learner; the
//! table's ([`study`]) is where a learner answers, practises, notes and counts; the hall ([`youth`]) is the holiday programme's. A page starts the one
//! that it needs, so that reading stays light.
//!
//! `platform` knows the browser, `reader`, `study` and `youth` know the learner; `desk` is what the pages of studying and of the holidays share; what the publisher draws too is drawn by the crate `ui`.

mod desk;
mod platform;
mod reader;
mod records;

pub mod app;
pub mod study;
pub mod youth;
