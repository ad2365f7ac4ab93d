//! The two programs of 怀德学苑 in the browser. The reader's ([`app`]) takes over a published page and adds what needs the learner; the
//! table's ([`study`]) is where a learner answers, practises, notes and counts. A page starts the one that it needs, so that
//! reading stays light.
//!
//! `platform` knows the browser, `state` and `study` know the learner; what the publisher draws too is drawn by the crate `ui`.

mod opening;
mod platform;
mod state;

pub mod app;
pub mod study;
