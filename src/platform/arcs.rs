//! Arcs over the text, from some words to others.
//!
//! They are drawn into an element that is there already and lies over the article, never in the
//! line; their places are attributes, which the policy of the page does not block.

use web_sys::{Document, Element};

use super::geometry::{self, Rect};
use super::svg::{self, add};
use crate::text::{Span, Text};

const LAYER: &str = "arcs";

/// One arc, from the words that all begin at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arc {
    pub to: Span,
    pub words: String,
    /// Whether it ends there, begins there, or both.
    pub ends_there: bool,
    pub begins_there: bool,
}

/// Draws these arcs and no others. What is far from the screen should not be among them: asking
/// where it is would have it laid out.
pub fn draw(text: &Text, from: Span, arcs: &[Arc]) {
    let Some((document, layer)) = svg::layer(LAYER) else { return };
    layer.set_text_content(None);
    if arcs.is_empty() {
        return;
    }
    let origin = layer.get_bounding_client_rect();
    let place = |span: Span| {
        let rect = geometry::rect_of(text, span)?.first;
        Some(point(rect, origin.x(), origin.y()))
    };
    let Some(start) = place(from) else { return };
    for arc in arcs {
        let Some(end) = place(arc.to) else { continue };
        draw_one(&document, &layer, start, end, arc);
    }
}

pub fn erase() {
    if let Some((_, layer)) = svg::layer(LAYER) {
        layer.set_text_content(None);
    }
}

/// Above the middle of some words, in whole pixels of the layer.
fn point(rect: Rect, left: f64, top: f64) -> (i32, i32) {
    let x = rect.left + rect.width.min(120.0) / 2.0 - left;
    ((x) as i32, (rect.top - top) as i32)
}

fn draw_one(document: &Document, layer: &Element, start: (i32, i32), end: (i32, i32), arc: &Arc) {
    let lift = 22 + (end.1 - start.1).abs() / 6 + (end.0 - start.0).abs() / 10;
    let (above_start, above_end) = (start.1 - lift, end.1 - lift);
    let mut path = String::new();
    for (letter, (x, y)) in
        [("M", start), (" C", (start.0, above_start)), (" ", (end.0, above_end)), (" ", end)]
    {
        path.push_str(letter);
        path.push_str(&x.to_string());
        path.push(' ');
        path.push_str(&y.to_string());
    }
    add(document, layer, "path", &[("class", "arc"), ("d", &path)], None);
    for ((x, y), is_head) in [(start, arc.begins_there), (end, arc.ends_there)] {
        if is_head {
            let head = format!("M{} {} l4 -7 l-8 0 z", x, y);
            add(document, layer, "path", &[("class", "arc__head"), ("d", &head)], None);
        }
    }
    // A cubic is at its middle three quarters of the way to its two controls.
    let middle = (start.0 + end.0) / 2;
    let height = (start.1 + end.1 + 3 * (above_start + above_end)) / 8;
    let (x, y) = (middle.to_string(), height.to_string());
    add(
        document,
        layer,
        "text",
        &[("class", "arc__words"), ("x", &x), ("y", &y)],
        Some(&arc.words),
    );
}
