//! Numbers in the margin beside the text.
//!
//! They are drawn into an element that is there already and lies over the article; their places
//! are attributes, which the policy of the page does not block.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::geometry;
use super::svg::{self, add};
use crate::model::AnnotationId;
use crate::text::{Span, Text};

const LAYER: &str = "margin";
const CLAIMS: &str = "data-claims";

/// From the text to the first lane, and from lane to lane (CSS pixels).
const GAP: i32 = 8;
const LANE: i32 = 12;

/// Where the number of a lane stands under its top, and where its line begins.
const NUMBER: i32 = 11;
const LINE: i32 = 14;

/// One number with its line, which goes down to the end of the claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbered {
    pub claims: Vec<AnnotationId>,
    pub words: String,
    pub hue: u8,
    pub selected: bool,
    pub lane: usize,
    pub top: f64,
    pub bottom: f64,
}

/// How many lanes there is room for.
#[must_use]
pub fn lanes() -> usize {
    let room = svg::layer(LAYER).and_then(|(_, layer)| {
        let column = layer.closest("main").ok()??;
        Some(layer.get_bounding_client_rect().left() - column.get_bounding_client_rect().left())
    });
    let room = room.unwrap_or_default() as i32 - GAP / 2;
    usize::try_from(room / LANE).unwrap_or_default()
}

/// Where these spans begin and end, from the top of the layer; `None` for what is not shown.
#[must_use]
pub fn stretches(text: &Text, spans: &[Span]) -> Vec<Option<(f64, f64)>> {
    let Some((_, layer)) = svg::layer(LAYER) else { return vec![None; spans.len()] };
    let origin = layer.get_bounding_client_rect().top();
    let stretch = |ends: geometry::Ends| (ends.first.top - origin, ends.last.bottom() - origin);
    geometry::ends_of(text, spans).into_iter().map(|ends| ends.map(stretch)).collect()
}

/// Draws these numbers and no others.
pub fn draw(numbers: &[Numbered]) {
    let Some((document, layer)) = svg::layer(LAYER) else { return };
    layer.set_text_content(None);
    for number in numbers {
        let ids: Vec<&str> = number.claims.iter().map(AnnotationId::as_str).collect();
        let class = ["margin__claim fill-", &number.hue.to_string()].concat();
        let mut attributes = vec![("class", class.as_str()), (CLAIMS, "")];
        let ids = ids.join(" ");
        if let Some((_, value)) = attributes.last_mut() {
            *value = &ids;
        }
        if number.selected {
            attributes.push(("data-selected", "true"));
        }
        let Some(group) = add(&document, &layer, "g", &attributes, None) else { continue };
        let lane = i32::try_from(number.lane).unwrap_or_default();
        let (x, top, bottom) = (-GAP - LANE * lane, number.top as i32, number.bottom as i32);
        let area = [
            ("class", "margin__area"),
            ("x", &(x - LANE / 2).to_string()),
            ("y", &top.to_string()),
            ("width", &LANE.to_string()),
            ("height", &(bottom - top).max(NUMBER).to_string()),
        ];
        add(&document, &group, "rect", &area, None);
        let line = format!("M{x} {} V{}", top + LINE, bottom.max(top + LINE));
        add(&document, &group, "path", &[("class", "margin__line"), ("d", &line)], None);
        let place = [
            ("class", "margin__number"),
            ("x", &x.to_string()),
            ("y", &(top + NUMBER).to_string()),
        ];
        add(&document, &group, "text", &place, Some(&number.words));
    }
}

/// The claims whose number was pressed.
#[must_use]
pub fn pressed(event: &Event) -> Vec<AnnotationId> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let number = target.and_then(|target| target.closest("[data-claims]").ok()?);
    let ids = number.and_then(|number| number.get_attribute(CLAIMS)).unwrap_or_default();
    ids.split_whitespace().map(AnnotationId::new).collect()
}
