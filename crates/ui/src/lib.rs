//! Everything a reader sees around a text, as Leptos components that take values and callbacks.
//!
//! A page has four drawn places around its article: [`Slot::Top`], [`Slot::Lead`], [`Slot::Tail`] and [`Slot::Foot`]. The
//! publisher draws them to text ([`draw`], feature `ssr`); the app draws the same ones in the browser (feature `csr`) from
//! the same [`Scene`], with [`Live`] signals that then move. So the two can never differ.

mod live;
mod words;

mod bars;
mod contents;
mod home;
mod lesson;
mod next_step;
mod offline;
mod outline;
mod picture;
mod reader_bar;
mod record;
mod scene;
mod settings;
mod slots;
mod storage;
mod view_form;

pub use live::{Act, Here, Keep, Keeping, Live, PackState, Saving, Trouble, Worker};
pub use scene::Scene;
pub use slots::{Slot, view};
pub use words::megabytes;

#[cfg(feature = "ssr")]
mod draw;
#[cfg(feature = "ssr")]
pub use draw::{Drawn, draw};
