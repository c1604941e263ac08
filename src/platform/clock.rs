//! The time of day, which only names moments: nothing is ever ordered by it.

use std::rc::Rc;

/// Now, as `2026-11-24T04:00:00Z`.
#[must_use]
pub fn now() -> Rc<str> {
    let precise = String::from(js_sys::Date::new_0().to_iso_string());
    match precise.split_once('.') {
        Some((seconds, _)) => format!("{seconds}Z").into(),
        None => precise.into(),
    }
}
