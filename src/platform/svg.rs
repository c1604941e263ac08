//! Drawing into an element that is there already.

use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The element of an id, to draw into.
pub(super) fn layer(id: &str) -> Option<(Document, Element)> {
    let document = web_sys::window()?.document()?;
    let layer = document.get_element_by_id(id)?;
    Some((document, layer))
}

pub(super) fn add(
    document: &Document,
    within: &Element,
    name: &str,
    attributes: &[(&str, &str)],
    words: Option<&str>,
) -> Option<Element> {
    let element = document.create_element_ns(Some(SVG), name).ok()?;
    for (attribute, value) in attributes {
        // Known attributes of a known element.
        let _ = element.set_attribute(attribute, value);
    }
    element.set_text_content(words);
    within.append_child(&element).ok()?;
    Some(element)
}
