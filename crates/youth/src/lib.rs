//! What the holiday programme is, and its rules: pure, like `model`.
//!
//! A season has activities ([`programme`]); some of them have cases to think through ([`scene`]) or belong to a contest
//! ([`contest`]). What of it is shown ([`calendar`]) and how it stands now ([`when`]) follows from the day. An organiser writes all of it; the publisher checks it and hands it to the app as these types.
//!
//! A pupil comes, and the code on the wall says so ([`attendance`]); looks after their moods ([`mood`]); writes a draft ([`essay`]) of
//! which versions stay ([`versions`]) that can be compared ([`diff`]), or practises a speech ([`speech`]), until the rules want nothing
//! more ([`checklist`]). What of all this is stored, where and for how long stands in one list ([`kept`]).

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

pub mod programme;

pub mod calendar;

pub mod when;

pub mod scene;

pub mod contest;

pub mod form;

pub mod consent;

pub mod manuscript;

pub mod attendance;

pub mod essay;

pub mod versions;

pub mod diff;

pub mod checklist;

pub mod mood;

pub mod speech;

pub mod kept;

pub use contest::Contest;
pub use programme::{Activity, Ages, Season};
pub use scene::Scene;
