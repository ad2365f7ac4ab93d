//! What studying is, beyond reading, and its rules: pure, like `model`.
//!
//! A bank has questions ([`question`]); an answer is graded ([`answer`]); whatever a learner does at the table becomes a deed in
//! the log of events ([`deed`]).

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

pub mod question;

pub mod answer;

pub mod deed;

pub mod fold;

pub mod grade;

pub mod lots;

pub mod practice;

pub mod paper;

pub mod sitting;

pub mod log;

pub mod ledger;

pub mod service;

pub mod notes;

pub mod goals;

pub mod learners;

pub use answer::{Answer, Verdict};
pub use deed::{Deed, Event, Study};
pub use question::{Bank, Kind, Question, Words};
