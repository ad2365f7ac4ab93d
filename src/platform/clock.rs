//! Time: the calendar clock and the one that is never set back.

use super::window;
use model::Moment;

/// Now, by the device's calendar clock and zone; whatever that is set to, it is a moment that can be read again.
pub fn now() -> Moment {
    let date = js_sys::Date::new_0();
    // `getTimezoneOffset` counts the other way round: minutes to add to reach UTC.
    Moment::nearest(date.get_time() as i64, -date.get_timezone_offset() as i16)
}

/// Milliseconds since the page was opened.
pub fn elapsed_ms() -> u64 {
    window().performance().map_or(0.0, |performance| performance.now()) as u64
}
