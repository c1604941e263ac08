//! Moving the caret by lines, which only the browser knows.
//!
//! The browser moves its own selection and is asked where it came to; then its selection is put
//! back.

use web_sys::Selection;

use super::article::{Point, Shown, Side};
use super::geometry::{Rect, caret_rect, nearest};
use super::selection::{native, set};
use crate::text::{CharOffset, Text, previous_grapheme};

/// A movement whose distance depends on how the text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineMove {
    Up,
    Down,
    LineStart,
    LineEnd,
    PageUp,
    PageDown,
}

/// Where a movement ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    pub to: CharOffset,
    /// The column to aim at if the next movement goes up or down, too: a short line between two
    /// long ones does not draw the caret to the left. Any other movement forgets it.
    pub column: Option<Column>,
}

/// A distance from the left edge of the viewport, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column(f64);

/// Moves from an offset; stays where it is if the article is not shown.
#[must_use]
pub fn line_move(text: &Text, from: CharOffset, how: LineMove, column: Option<Column>) -> Moved {
    let stay = Moved { to: from, column };
    let Some(native) = native() else { return stay };
    let Some(shown) = Shown::of(text) else { return stay };
    let Some(origin) = caret_rect(&shown, from) else { return stay };
    let before = (ends(&native), shown.point(from, Side::After));
    let (kept, Some(start)) = before else { return stay };
    set(&native, &start, &start);
    let to = moved(&native, &shown, how, origin).unwrap_or(from);
    match kept {
        Some((anchor, focus)) => set(&native, &anchor, &focus),
        None => super::selection::clear(),
    }
    match how {
        LineMove::LineStart => Moved { to, column: None },
        LineMove::LineEnd => Moved { to: kept_in_line(text, &shown, to, origin), column: None },
        LineMove::Up | LineMove::Down | LineMove::PageUp | LineMove::PageDown => {
            let column = column.unwrap_or(Column(origin.left));
            Moved { to: in_column(&shown, from, to, column), column: Some(column) }
        }
    }
}

fn moved(native: &Selection, shown: &Shown, how: LineMove, origin: Rect) -> Option<CharOffset> {
    let (direction, unit, times) = match how {
        LineMove::Up => ("backward", "line", 1),
        LineMove::Down => ("forward", "line", 1),
        LineMove::LineStart => ("backward", "lineboundary", 1),
        LineMove::LineEnd => ("forward", "lineboundary", 1),
        LineMove::PageUp => ("backward", "line", lines_of_page(origin)),
        LineMove::PageDown => ("forward", "line", lines_of_page(origin)),
    };
    let mut to = None;
    for _ in 0..times {
        native.modify("move", direction, unit).ok()?;
        let focus = Point { node: native.focus_node()?, offset: native.focus_offset() };
        // Above the first line and below the last the browser goes on to the rest of the page.
        if !shown.holds(&focus.node) {
            break;
        }
        to = Some(shown.place(&focus)?.here);
    }
    to
}

/// Lines that fit the window, less a few so that the eye finds its place again.
fn lines_of_page(caret: Rect) -> u32 {
    let height = web_sys::window().and_then(|it| it.inner_height().ok()?.as_f64()).unwrap_or(0.0);
    // Lines are set about half as high again as a caret.
    let lines = height / (caret.height.max(1.0) * 1.5) - 3.0;
    lines.clamp(1.0, 100.0) as u32
}

/// The offset that stands under the column in the line the caret has come to.
fn in_column(shown: &Shown, from: CharOffset, to: CharOffset, column: Column) -> CharOffset {
    if to == from {
        return to;
    }
    let Some(landed) = caret_rect(shown, to) else { return to };
    let middle = landed.top + landed.height / 2.0;
    // Outside the viewport nothing can be asked: the browser's own choice stands.
    let aimed = nearest(shown, column.0, middle);
    let same_line =
        |at: &CharOffset| caret_rect(shown, *at).is_some_and(|it| it.shares_line(landed));
    aimed.filter(same_line).unwrap_or(to)
}

/// At a soft line end one offset is the end of one line and the start of the next, where the
/// caret is drawn. So the end of a line is then the place before its last character.
fn kept_in_line(text: &Text, shown: &Shown, to: CharOffset, origin: Rect) -> CharOffset {
    match caret_rect(shown, to) {
        Some(rect) if !rect.shares_line(origin) => previous_grapheme(text, to),
        _ => to,
    }
}

fn ends(native: &Selection) -> Option<(Point, Point)> {
    let anchor = Point { node: native.anchor_node()?, offset: native.anchor_offset() };
    let focus = Point { node: native.focus_node()?, offset: native.focus_offset() };
    Some((anchor, focus))
}
