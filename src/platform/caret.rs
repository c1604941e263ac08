//! The caret, drawn by ourselves: browsers show none in text that cannot be edited.
//!
//! It is the element with id `caret`, positioned absolutely in the article's wrapper. Its place
//! is set through the CSSOM, since the security policy blocks `style` attributes.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::article::Shown;
use super::geometry::{caret_rect, pixels};
use crate::text::{CharOffset, Text};

const ID: &str = "caret";

/// Draws the caret before the character at `at`; hides it if that is nowhere.
pub fn show(text: &Text, at: CharOffset) {
    let Some(caret) = element() else { return };
    caret.set_hidden(false);
    if place(&caret, text, at).is_none() {
        caret.set_hidden(true);
    }
}

pub fn hide() {
    if let Some(caret) = element() {
        caret.set_hidden(true);
    }
}

/// Scrolls as little as needed to see the caret.
pub fn reveal() {
    scroll(ScrollLogicalPosition::Nearest);
}

/// Scrolls so that the caret stands in the middle.
pub fn center() {
    scroll(ScrollLogicalPosition::Center);
}

fn place(caret: &HtmlElement, text: &Text, at: CharOffset) -> Option<()> {
    let rect = caret_rect(&Shown::of(text)?, at)?;
    let wrapper = caret.offset_parent()?;
    let origin = wrapper.get_bounding_client_rect();
    let left = rect.left - origin.left() - f64::from(wrapper.client_left());
    let top = rect.top - origin.top() - f64::from(wrapper.client_top());
    let style = caret.style();
    let lengths = [
        ("left", left + f64::from(wrapper.scroll_left())),
        ("top", top + f64::from(wrapper.scroll_top())),
        ("height", rect.height),
    ];
    for (property, length) in lengths {
        style.set_property(property, &pixels(length)).ok()?;
    }
    Some(())
}

fn scroll(block: ScrollLogicalPosition) {
    let Some(caret) = element() else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_inline(ScrollLogicalPosition::Nearest);
    caret.scroll_into_view_with_scroll_into_view_options(&options);
}

fn element() -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(ID)?.dyn_into().ok()
}
