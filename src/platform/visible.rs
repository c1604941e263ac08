//! Which part of the article is on the screen, and bringing another part there.
//!
//! Only sections are measured: what a section that is far away holds is not laid out, and asking
//! for its geometry would lay it out.

use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::article::{Shown, Side, root};
use super::geometry;
use crate::text::{CharOffset, Span, Text};

const SECTION: &str = "[data-section]";
const START: &str = "data-start";

/// Where the bar and the search box end, and where the dock may begin (CSS pixels).
const ABOVE: f64 = 130.0;
const BELOW: f64 = 90.0;

/// The text of the sections on the screen and of those within a screen of it.
#[must_use]
pub fn visible(text: &Text) -> Option<Span> {
    let sections = root()?.query_selector_all(SECTION).ok()?;
    let height = window_height()?;
    let section = |idx| sections.item(idx).and_then(|it| it.dyn_into::<Element>().ok());
    let mut seen: Option<(CharOffset, CharOffset)> = None;
    for idx in 0..sections.length() {
        let rect = section(idx)?.get_bounding_client_rect();
        if rect.bottom() < -height || 2.0 * height < rect.top() {
            continue;
        }
        let start = section(idx).and_then(|it| start_of(&it))?;
        let end = section(idx + 1).and_then(|it| start_of(&it)).unwrap_or(text.end());
        seen = Some((seen.map_or(start, |(first, _)| first), end));
    }
    let (start, end) = seen?;
    Span::new(start, end).ok()
}

/// Scrolls until these characters can be seen well, if they cannot.
pub fn reveal(text: &Text, span: Span) {
    let near = visible(text).is_some_and(|seen| seen.contains(span.start()));
    if !near {
        let point = Shown::of(text).and_then(|shown| shown.point(span.start(), Side::After));
        let Some(element) = point.and_then(|point| point.node.parent_element()) else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    let (Some(ends), Some(height)) = (geometry::rect_of(text, span), window_height()) else {
        return;
    };
    let (top, bottom) = (ends.first.top, ends.last.bottom());
    if (top < ABOVE || height - BELOW < bottom)
        && let Some(window) = web_sys::window()
    {
        window.scroll_by_with_x_and_y(0.0, top - height / 3.0);
    }
}

fn start_of(section: &Element) -> Option<CharOffset> {
    let first = section.query_selector("[data-start]").ok()??;
    first.get_attribute(START)?.parse().ok().map(CharOffset)
}

fn window_height() -> Option<f64> {
    web_sys::window()?.inner_height().ok()?.as_f64()
}
