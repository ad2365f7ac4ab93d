//! When what is being written goes to the disk, and what is said of it: a machine without a clock, a timer or a text.
//!
//! It is told what happens ([`Event`]) and the time of the page in milliseconds, and gives what is to be done now and when it wants to be
//! woken ([`Orders`]). One writing goes on at a time, and the latest words go with the next one; only a page that is hidden or left does not
//! wait. "Kept" is said when a writing is over that began after the last key. A writing that failed is tried again every few seconds and at
//! the next sign of life. One tab writes ([`Standing`]): words that it could not write any more go aside, where nothing is written over.

mod machine;
mod orders;
mod tabs;
mod timing;

#[cfg(test)]
mod tests;

pub use machine::Keeping;
pub use orders::{Event, Orders, Place, Said, Standing, Writing};
