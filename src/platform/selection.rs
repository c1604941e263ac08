//! The browser's own selection, which is input only: the program keeps its own.

use web_sys::{Node, Selection};

use super::article::{Point, Shown, Side};
use crate::text::{CharOffset, Text};

/// What the person has selected, before it is snapped or trimmed. Backward if `focus < anchor`,
/// empty if they are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawSelection {
    /// Where the selection began.
    pub anchor: CharOffset,
    /// Where it is now.
    pub focus: CharOffset,
}

/// The selection as far as it lies in the article, `None` if it does not touch it.
#[must_use]
pub fn selected(text: &Text) -> Option<RawSelection> {
    let native = native()?;
    let anchor = Point { node: native.anchor_node()?, offset: native.anchor_offset() };
    let focus = Point { node: native.focus_node()?, offset: native.focus_offset() };
    let shown = Shown::of(text)?;
    let touches = shown.holds(&anchor.node)
        || shown.holds(&focus.node)
        || native.get_range_at(0).is_ok_and(|range| shown.meets(&range));
    if !touches {
        return None;
    }
    let anchor = shown.place(&anchor)?;
    let focus = shown.place(&focus)?;
    Some(if native.is_collapsed() {
        RawSelection { anchor: anchor.here, focus: anchor.here }
    } else if anchor.here <= focus.here {
        RawSelection { anchor: anchor.here, focus: focus.end.max(anchor.here) }
    } else {
        RawSelection { anchor: anchor.end.max(focus.here), focus: focus.here }
    })
}

/// Whether the browser has more than a caret.
#[must_use]
pub fn is_range() -> bool {
    native().is_some_and(|native| !native.is_collapsed())
}

/// Makes the browser select from `anchor` to `focus`, backward if `focus` comes first.
pub fn show(text: &Text, anchor: CharOffset, focus: CharOffset) {
    let shown = Shown::of(text);
    let end = |own: CharOffset, other: CharOffset| {
        let side = if other < own { Side::Before } else { Side::After };
        shown.as_ref()?.point(own, side)
    };
    let ends = (end(anchor, focus), end(focus, anchor));
    if let (Some(native), (Some(anchor), Some(focus))) = (native(), ends) {
        set(&native, &anchor, &focus);
    }
}

/// Selects nothing.
pub fn clear() {
    if let Some(native) = native() {
        // Fails in no browser; the signature is the generator's caution.
        let _ = native.remove_all_ranges();
    }
}

/// The node and UTF-16 offset of a caret at `at`.
#[must_use]
pub fn dom_point(text: &Text, at: CharOffset) -> Option<(Node, u32)> {
    Shown::of(text)?.point(at, Side::After).map(|point| (point.node, point.offset))
}

pub(super) fn native() -> Option<Selection> {
    web_sys::window()?.get_selection().ok()?
}

pub(super) fn set(native: &Selection, anchor: &Point, focus: &Point) {
    // It throws only for a node that has left the document meanwhile.
    let _ = native.set_base_and_extent(&anchor.node, anchor.offset, &focus.node, focus.offset);
}
