//! Where the window stands.

use super::window;

/// How far the window is scrolled, in CSS pixels.
pub fn y() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the window.
pub fn to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Leaves it to the app where a page opens that the reader comes back to.
pub fn take_over_restoring() {
    if let Ok(history) = window().history() {
        // A browser without it goes on restoring, and resuming then finds the window scrolled.
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}
