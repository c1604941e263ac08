//! Puts what floats beside the text where it belongs.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::geometry::{Rect, pixels};

/// Distance to the words, in CSS pixels.
const GAP: f64 = 10.0;

/// Distance kept to the edges of the window.
const MARGIN: f64 = 8.0;

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
    let most = (width - MARGIN - own.width()).max(MARGIN);
    // Not `clamp`, which can panic, and brings the printing of floats for that.
    let left = words.right().max(MARGIN).min(most);
    let style = element.style();
    for (property, length) in [("left", left - origin.left()), ("top", top - origin.top())] {
        // A browser that refuses a length of pixels would be none.
        let _ = style.set_property(property, &pixels(length));
    }
}
