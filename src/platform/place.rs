//! Puts what floats beside the text where it belongs.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::geometry::{Ends, Rect, pixels};

/// Distance to the words, in CSS pixels.
const GAP: f64 = 10.0;

/// Distance kept to the edges of the window.
const MARGIN: f64 = 8.0;

/// Places the handles of a tag at its ends, or hides them.
pub fn handles(ends: Option<Ends>) {
    for (id, end) in [("handle-start", ends.map(start_of)), ("handle-end", ends.map(end_of))] {
        let document = web_sys::window().and_then(|window| window.document());
        let element = document.and_then(|document| document.get_element_by_id(id));
        let Some(handle) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
        handle.set_hidden(end.is_none());
        let Some((left, top)) = end else { continue };
        let Some(wrapper) = handle.offset_parent() else { continue };
        let origin = wrapper.get_bounding_client_rect();
        let style = handle.style();
        for (property, length) in [("left", left - origin.left()), ("top", top - origin.top())] {
            // A browser that refuses a length of pixels would be none.
            let _ = style.set_property(property, &pixels(length));
        }
    }
}

fn start_of(ends: Ends) -> (f64, f64) {
    (ends.first.left, ends.first.bottom())
}

fn end_of(ends: Ends) -> (f64, f64) {
    (ends.last.right(), ends.last.bottom())
}

/// Places an element under the end of some words, or above it where there is no room below.
///
/// The place is set through the CSSOM, since the policy of the page blocks `style` attributes.
/// A style sheet may dock the element elsewhere on narrow screens; it then ignores the place.
pub fn beside(id: &str, words: Rect) {
    let window = web_sys::window();
    let document = window.as_ref().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let (Some(window), Some(element)) = (window, element) else { return };
    let Some(wrapper) = element.offset_parent() else {
        // Docked at the bottom of a narrow screen: the words move up instead.
        let hidden = words.bottom() + GAP - element.get_bounding_client_rect().top();
        if 0.0 < hidden {
            window.scroll_by_with_x_and_y(0.0, hidden);
        }
        return;
    };
    let size = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64());
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let (Some(width), Some(height)) = (width, height) else { return };
    let own = element.get_bounding_client_rect();
    let origin = wrapper.get_bounding_client_rect();
    let below = words.bottom() + GAP;
    let above = words.top - GAP - own.height();
    let top = if below + own.height() <= height - MARGIN || above < MARGIN { below } else { above };
    // Not over the panel beside the article.
    let column = wrapper.closest("main").ok().flatten();
    let edge = column.map_or(width, |column| column.get_bounding_client_rect().right());
    let most = (edge.min(width) - MARGIN - own.width()).max(MARGIN);
    // Not `clamp`, which can panic, and brings the printing of floats for that.
    let left = words.right().max(MARGIN).min(most);
    let style = element.style();
    for (property, length) in [("left", left - origin.left()), ("top", top - origin.top())] {
        // A browser that refuses a length of pixels would be none.
        let _ = style.set_property(property, &pixels(length));
    }
}
