//! The calendar of a time zone: which day it is there.

use js_sys::{Array, Date, Function, Object, Reflect};
use model::{Day, Moment};
use std::cell::RefCell;
use std::collections::HashMap;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// Zones differ from UTC by whole quarters of an hour, so no day begins within one.
const QUARTER_MS: i64 = 15 * 60_000;

/// A time zone by its IANA name. Where the browser does not know it, days are those of the device then.
pub struct Zone {
    /// Writes a day of the zone as `2026-11-26`.
    write: Option<Function>,
    format: Option<js_sys::Intl::DateTimeFormat>,
    /// The days that were asked for, by quarter of an hour.
    known: RefCell<HashMap<i64, Day>>,
}

impl Zone {
    /// The zone with a name.
    pub fn named(name: &str) -> Self {
        let format = format(name);
        let write = format.as_ref().map(js_sys::Intl::DateTimeFormat::format);
        Self { write, format, known: RefCell::default() }
    }

    /// The day in this zone.
    pub fn day(&self, moment: Moment) -> Day {
        let quarter = moment.unix_ms.div_euclid(QUARTER_MS);
        if let Some(day) = self.known.borrow().get(&quarter) {
            return *day;
        }
        let day = self.written(moment).and_then(|text| Day::parse(&text)).unwrap_or_else(|| moment.day());
        self.known.borrow_mut().insert(quarter, day);
        day
    }

    fn written(&self, moment: Moment) -> Option<String> {
        let date = Date::new(&JsValue::from_f64(moment.unix_ms as f64));
        self.write.as_ref()?.call1(&JsValue::from(self.format.as_ref()?), &date).ok()?.as_string()
    }
}

/// The Swedish way of writing a day is that of ISO 8601.
fn format(zone: &str) -> Option<js_sys::Intl::DateTimeFormat> {
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), &zone.into()).ok()?;
    let class = Reflect::get(&Reflect::get(&js_sys::global(), &"Intl".into()).ok()?, &"DateTimeFormat".into()).ok()?;
    let arguments = Array::of2(&"sv-SE".into(), &options);
    Reflect::construct(class.unchecked_ref::<Function>(), &arguments).ok()?.dyn_into().ok()
}
