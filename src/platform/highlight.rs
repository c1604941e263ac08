//! Paint over the text that touches no element, by the CSS Custom Highlight API.
//!
//! It never carries meaning alone: a browser without it (Firefox before 140) shows none of it.
//! The ranges are static and go stale when the text under them is rendered anew, so whoever
//! renders paints again.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{StaticRange, StaticRangeInit};

use super::article::Shown;
use crate::text::{Span, Text};

#[wasm_bindgen]
extern "C" {
    /// <https://drafts.csswg.org/css-highlight-api-1/#highlight>. The generated bindings need an
    /// unstable flag and change their names.
    type Highlight;

    #[wasm_bindgen(constructor, catch, variadic)]
    fn new(ranges: &Array) -> Result<Highlight, JsValue>;

    /// `CSS.highlights`.
    type Highlights;

    #[wasm_bindgen(method, catch)]
    fn set(this: &Highlights, name: &str, highlight: &Highlight) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = delete)]
    fn remove(this: &Highlights, name: &str) -> Result<bool, JsValue>;
}

/// What is painted; each is one `::highlight()` rule in the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// The program's own selection.
    Selection,
    /// The character at the caret.
    Caret,
    /// What a drag or an open dialog would tag.
    Preview,
    /// Hits of a search.
    Found,
    /// The hit that one has come to.
    FoundHere,
    /// Words that will be tagged if the person says so.
    Review,
    /// What a link would go to.
    Target,
    /// The reporting words of the claim that is selected.
    Cue,
    /// What names the same as the tag that is hovered or selected.
    Same,
}

impl Paint {
    fn name(self) -> &'static str {
        match self {
            Paint::Selection => "selection",
            Paint::Caret => "caret",
            Paint::Preview => "preview",
            Paint::Found => "found",
            Paint::FoundHere => "found-here",
            Paint::Review => "review",
            Paint::Target => "target",
            Paint::Cue => "cue",
            Paint::Same => "same",
        }
    }
}

/// Whether this browser can paint.
#[must_use]
pub fn is_supported() -> bool {
    registry().is_some()
}

/// Paints these spans and no others.
pub fn paint(paint: Paint, text: &Text, spans: &[Span]) {
    let Some(registry) = registry() else { return };
    let ranges = Array::new();
    if let Some(shown) = Shown::of(text) {
        for range in spans.iter().filter_map(|span| fixed(&shown, *span)) {
            ranges.push(&range);
        }
    }
    if let Ok(highlight) = Highlight::new(&ranges) {
        // A registry that refuses paints nothing, as an old browser does.
        let _ = registry.set(paint.name(), &highlight);
    }
}

pub fn erase(paint: Paint) {
    if let Some(registry) = registry() {
        let _ = registry.remove(paint.name());
    }
}

/// Ranges that live would tax every change of the text they stand in.
fn fixed(shown: &Shown, span: Span) -> Option<StaticRange> {
    let range = shown.range(span)?;
    let start = range.start_container().ok()?;
    let end = range.end_container().ok()?;
    let init =
        StaticRangeInit::new(&end, range.end_offset().ok()?, &start, range.start_offset().ok()?);
    StaticRange::new(&init).ok()
}

fn registry() -> Option<Highlights> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}
