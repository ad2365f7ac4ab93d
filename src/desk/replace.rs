//! Drawing in a place of the published page.

use leptos::prelude::AnyView;
use web_sys::HtmlElement;

/// Draws something in the place of what stood there. It lives as long as the page does.
pub fn replace(place: &HtmlElement, view: impl FnOnce() -> AnyView + 'static) {
    place.set_inner_html("");
    leptos::mount::mount_to(place.clone(), view).forget();
}
