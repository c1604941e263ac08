//! The sections of a long article: which are near the view, and how high they are about.
//!
//! The browser skips what is far from the view. Nothing here asks where something inside of a
//! section is: that would lay it out.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::article;

/// A paragraph this long fills enough lines to count the characters in one.
const LONG: usize = 240;

#[wasm_bindgen]
extern "C" {
    /// Safari may lack it.
    #[wasm_bindgen(catch, js_name = requestIdleCallback)]
    fn request_idle(then: &Function) -> Result<u32, JsValue>;
}

/// The first and the last section that is in view, or nearer to it than its own height.
#[must_use]
pub fn near_view() -> Option<(usize, usize)> {
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let sections = article::root()?.children();
    let below = |start: u32, reached: &dyn Fn(&Element) -> bool| {
        let (mut low, mut high) = (start, sections.length());
        while low < high {
            let middle = low + (high - low) / 2;
            if sections.item(middle).is_none_or(|section| reached(&section)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    };
    let first = below(0, &|section| -height < section.get_bounding_client_rect().bottom());
    let after = below(first, &|section| 2.0 * height < section.get_bounding_client_rect().top());
    Some((first as usize, (after as usize).checked_sub(1)?))
}

/// Tells the style sheet how long a section is, for an estimate of its height.
pub fn size(section: &HtmlElement, chars: u32, blocks: usize) {
    let style = section.style();
    // Custom properties take anything.
    let _ = style.set_property("--chars", &chars.to_string());
    let _ = style.set_property("--blocks", &blocks.to_string());
}

/// Counts the characters of a line in the first long paragraph that is laid out, for the same.
pub fn measure_lines() -> Option<()> {
    let root: HtmlElement = article::root()?.dyn_into().ok()?;
    let blocks = root.first_element_child()?.children();
    let long = |block: &Element| LONG < block.text_content().unwrap_or_default().len();
    let block = (0..blocks.length()).filter_map(|n| blocks.item(n)).find(long)?;
    let style = web_sys::window()?.get_computed_style(&block).ok()??;
    let line = style.get_property_value("line-height").ok()?;
    let line = js_sys::Number::parse_float(&line);
    let lines = f64::from(block.client_height()) / line;
    let chars = block.text_content()?.chars().count() as f64;
    if 1.0 <= lines {
        let per_line = js_sys::Number::from(chars / lines).to_string_with_radix(10).ok()?;
        root.style().set_property("--per-line", &String::from(per_line)).ok()?;
    }
    Some(())
}

/// Has something done when the browser has nothing else to do.
pub fn when_idle(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    let Some(function) = then.dyn_ref::<Function>() else { return };
    if request_idle(function).is_err() {
        let window = web_sys::window();
        let _ =
            window.map(|it| it.set_timeout_with_callback_and_timeout_and_arguments_0(function, 50));
    }
}
