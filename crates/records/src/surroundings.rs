//! What the room asks of the browser.

use crate::notes::Notes;
use model::Moment;
use std::pin::Pin;
use std::rc::Rc;

/// Something that goes on by itself.
pub type Going<T> = Pin<Box<dyn Future<Output = T>>>;

/// The browser, as far as records are concerned.
pub trait Surroundings {
    /// Now, by the device's clock.
    fn now(&self) -> Moment;

    /// Chance, for ids.
    fn ten_bytes(&self) -> [u8; 10];

    /// The notes outside the store.
    fn notes(&self) -> Rc<dyn Notes>;

    /// The name of this page, which no other has.
    fn page(&self) -> String;

    /// Whether a page is gone for good; `None` where the browser cannot tell.
    fn is_gone(&self, page: &str) -> Going<Option<bool>>;

    /// Comes to its end when a page is gone, and never where the browser cannot tell.
    fn until_gone(&self, page: &str) -> Going<()>;

    /// Lets something go on by itself.
    fn spawn(&self, going: Going<()>);
}
