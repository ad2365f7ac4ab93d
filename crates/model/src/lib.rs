//! What the portal is about, and its rules: pure, without input or output, clock, randomness or browser.
//!
//! In the order of a learner's day: a text is made of blocks ([`block`]) and has a length ([`length`]); reading it is
//! timed ([`active`]) and becomes events ([`event`]) in a log; from the log everything shown is folded ([`progress`]),
//! and the place to go on is found again ([`place`]). Which events of a log hold, whatever was taken back or corrected, is
//! said once ([`standing`]); where an address may lead, too ([`address`]).

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

pub mod active;
pub mod address;
pub mod block;
pub mod event;
pub mod id;
pub mod length;
pub mod place;
pub mod progress;
pub mod saving;
pub mod shared;
pub mod standing;
pub mod time;

pub use block::BlockId;
pub use event::{Bookmark, Deed, Event, Stretch, Unread};
pub use id::{
    ActivityId, BankId, ContestId, DeviceId, DocumentId, EventId, GroupId, LearnerId, QuestionId, SeasonId, SeriesId,
};
pub use place::{Place, Standing};
pub use progress::{DocumentProgress, Finish, KeptBookmark, Progress, Status};
pub use saving::{Saving, Trouble};
pub use time::{Day, Moment};
