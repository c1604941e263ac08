//! Where text is on the screen, and what text is at a place on it.
//!
//! # Limitations
//! In a browser that gives an empty range no rectangle, the caret in right-to-left text stands at
//! the wrong side of its character.

use js_sys::Number;
use wasm_bindgen::prelude::*;
use web_sys::{CaretPosition, DomRect, Range};

use super::article::{Point, Shown, Side};
use crate::text::{CharOffset, Span, Text, next_grapheme, previous_grapheme};

/// How far from a glyph a click may be, in pixels, and still mean it.
const NEAR: f64 = 6.0;

#[wasm_bindgen]
extern "C" {
    /// `document`, for the two ways to ask what text is at a place: Chromium before 128 and
    /// Safari before 26.2 lack the first, Firefox the second.
    type Pointed;

    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    fn caret_position(this: &Pointed, x: f64, y: f64) -> Result<Option<CaretPosition>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn caret_range(this: &Pointed, x: f64, y: f64) -> Result<Option<Range>, JsValue>;
}

/// A rectangle in the viewport, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// A length for a style. The browser writes the number: the code that does is not small.
pub(super) fn pixels(length: f64) -> String {
    let digits = Number::from(length).to_string_with_radix(10).map(String::from);
    digits.unwrap_or_default() + "px"
}

impl Rect {
    #[must_use]
    pub fn right(self) -> f64 {
        self.left + self.width
    }

    #[must_use]
    pub fn bottom(self) -> f64 {
        self.top + self.height
    }

    fn of(rect: &DomRect) -> Rect {
        Rect { left: rect.x(), top: rect.y(), width: rect.width(), height: rect.height() }
    }

    /// Whether the two stand in one line, whatever the size of their letters.
    pub(super) fn shares_line(self, other: Rect) -> bool {
        let middle = other.top + other.height / 2.0;
        self.top <= middle && middle <= self.bottom()
    }

    /// Half its height above and below still count, since lines stand apart.
    fn is_near(self, x: f64, y: f64) -> bool {
        let slack = self.height / 2.0;
        self.left - NEAR <= x
            && x <= self.right() + NEAR
            && self.top - slack <= y
            && y <= self.bottom() + slack
    }
}

/// The first and the last rectangle of a stretch of text; the same if it stands in one line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    pub first: Rect,
    pub last: Rect,
}

/// Where a span begins and ends on the screen.
#[must_use]
pub fn rect_of(text: &Text, span: Span) -> Option<Ends> {
    ends(&Shown::of(text)?, span)
}

/// The same for many spans.
#[must_use]
pub fn ends_of(text: &Text, spans: &[Span]) -> Vec<Option<Ends>> {
    let shown = Shown::of(text);
    spans.iter().map(|span| ends(shown.as_ref()?, *span)).collect()
}

fn ends(shown: &Shown, span: Span) -> Option<Ends> {
    let rects = rects(&shown.range(span)?);
    // A range that begins at the end of a run has an empty rectangle there.
    let mut visible = rects.iter().copied().filter(|rect| 0.0 < rect.width);
    let first = visible.next().or_else(|| rects.first().copied())?;
    Some(Ends { first, last: visible.next_back().unwrap_or(first) })
}

/// The offset nearest to a place in the viewport, `None` if no glyph of the article is near.
#[must_use]
pub fn offset_at_point(text: &Text, x: f64, y: f64) -> Option<CharOffset> {
    let shown = Shown::of(text)?;
    let at = nearest(&shown, x, y)?;
    let around = Span::between(previous_grapheme(text, at), next_grapheme(text, at))?;
    rects(&shown.range(around)?).iter().any(|rect| rect.is_near(x, y)).then_some(at)
}

/// The offset nearest to a place in the viewport, if the article is there at all.
pub(super) fn nearest(shown: &Shown, x: f64, y: f64) -> Option<CharOffset> {
    let document: Pointed = web_sys::window()?.document()?.unchecked_into();
    let point = match document.caret_position(x, y) {
        Ok(position) => {
            position.and_then(|it| Some(Point { node: it.offset_node()?, offset: it.offset() }))?
        }
        Err(_) => {
            let range = document.caret_range(x, y).ok()??;
            Point { node: range.start_container().ok()?, offset: range.start_offset().ok()? }
        }
    };
    if shown.holds(&point.node) { Some(shown.place(&point)?.here) } else { None }
}

/// The place of a caret; it has no width.
pub(super) fn caret_rect(shown: &Shown, at: CharOffset) -> Option<Rect> {
    let point = shown.point(at, Side::After)?;
    let range = Range::new().ok()?;
    range.set_start(&point.node, point.offset).ok()?;
    range.collapse_with_to_start(true);
    // At a soft line end there are two: the end of one line and the start of the next.
    if let Some(rect) = rects(&range).last() {
        return Some(Rect { width: 0.0, ..*rect });
    }
    let beside = |span: Option<Span>| Some(rects(&shown.range(span?)?));
    let after = beside(Span::between(at, at.plus(1))).and_then(|it| it.first().copied());
    let before = beside(Span::between(at.minus(1), at)).and_then(|it| it.last().copied());
    match (after, before) {
        (Some(rect), _) => Some(Rect { width: 0.0, ..rect }),
        (None, Some(rect)) => Some(Rect { left: rect.right(), width: 0.0, ..rect }),
        (None, None) => None,
    }
}

fn rects(range: &Range) -> Vec<Rect> {
    let Some(list) = range.get_client_rects() else { return Vec::new() };
    (0..list.length()).filter_map(|idx| list.item(idx)).map(|rect| Rect::of(&rect)).collect()
}
