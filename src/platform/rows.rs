//! The part of a long list that is in view.
//!
//! Of a long list only some rows are in the document; an element stands in the gap of those that
//! are not, as high as they would be about. It carries `data-gap`, the place of the first row that
//! is missing, and `data-rows`, how many are.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::geometry::pixels;

/// How far out of view (CSS pixels) a gap may be and still have to be filled.
const NEAR: f64 = 400.0;

/// What a row is high as long as none was measured, in CSS pixels.
const ROW: f64 = 34.0;

/// The place of a row that should be there and is missing: the one in the middle of the window, or
/// the nearest to it.
#[must_use]
pub fn missing(list: &Element) -> Option<usize> {
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let gaps = list.query_selector_all(":scope > [data-gap]").ok()?;
    for n in 0..gaps.length() {
        let Some(gap) = gaps.item(n).and_then(|it| it.dyn_into::<Element>().ok()) else { continue };
        let rect = gap.get_bounding_client_rect();
        if rect.bottom() < -NEAR || height + NEAR < rect.top() || rect.height() <= 0.0 {
            continue;
        }
        let (first, rows) = (number(&gap, "data-gap")?, number(&gap, "data-rows")?);
        // A number below zero becomes zero, and one past the end the last row.
        let part = (height / 2.0 - rect.top()) / rect.height();
        let into = (part * f64::from(rows)) as u32;
        return usize::try_from(first + into.min(rows.saturating_sub(1))).ok();
    }
    None
}

/// Makes a gap as high as its rows would be about, by the mean height of the rows that were there
/// when the list was measured last.
pub fn stretch(gap: &HtmlElement, rows: usize, row: Option<f64>) {
    // A browser that refuses a length of pixels would be none.
    let _ = gap.style().set_property("block-size", &pixels(row.unwrap_or(ROW) * rows as f64));
}

/// The mean height of the rows that are there. Not to be asked after every edit: it has the whole
/// page laid out.
#[must_use]
pub fn row_height(list: &Element) -> Option<f64> {
    let rows = list.query_selector_all(":scope > :not([data-gap])").ok()?;
    let (first, last) = (rows.item(0)?, rows.item(rows.length().checked_sub(1)?)?);
    let (first, last) = (first.dyn_ref::<Element>()?, last.dyn_ref::<Element>()?);
    let height = last.get_bounding_client_rect().bottom() - first.get_bounding_client_rect().top();
    let apart = number(last, "data-place")? + 1 - number(first, "data-place")?;
    // A row that stands alone behind a gap would count the gap.
    (apart == rows.length() && 0.0 < height).then(|| height / f64::from(apart))
}

fn number(element: &Element, name: &str) -> Option<u32> {
    element.get_attribute(name)?.parse().ok()
}

/// Before rows go: what has the focus in one of them hands it to the list, which has an arrow key
/// go on from the selected row.
pub fn keep_focus(list: &HtmlElement) {
    let inside = super::focus::current().is_some_and(|now| {
        now != *list && list.contains(Some(&now)) && now.has_attribute("data-row")
    });
    if inside {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // A list that has a `tabindex` takes it.
        let _ = list.focus_with_options(&options);
    }
}
