//! Everything a reader sees around a text, as Leptos components that take values and callbacks.
//!
//! The publisher draws all that stands around the article of a page to text ([`mod@draw`], feature `ssr`). Most of it never changes.
//! What does is a [`Part`]: the publisher draws it as it is before the app runs, and the app draws the same component from the same
//! [`Scene`] again, in the browser (feature `csr`), with [`Live`] signals that then move. So the two can never differ, and what stands
//! still costs the app nothing.

mod live;
mod part;
mod words;

mod bars;
mod carry;
mod contents;
mod desk;
mod facts;
mod home;
mod lesson;
mod neighbours;
mod next_step;
mod notices;
mod offline;
mod outline;
mod partners;
mod picture;
mod questions;
mod reader_bar;
mod scene;
mod settings;
mod sheets;
pub mod slots;
mod storage;
mod title;
mod view_form;
pub mod youth;

pub use bars::{FIND, warning};
pub use live::{Act, Here, Keep, Keeping, Live, PackState, Worker};
pub use model::{Saving, Trouble};
pub use outline::word;
pub use scene::Scene;
pub use words::{date, decimals, duration, file_size, named, say, study_hours, whisper, written_date};

pub use part::{Part, view};

#[cfg(feature = "ssr")]
mod draw;
#[cfg(feature = "ssr")]
pub use draw::{Drawn, draw};
