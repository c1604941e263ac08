//! What a reader takes for one character (UAX #29): a caret stands only between two of them.
//!
//! A flag, a family, a letter with its accents, a line end of two characters: none is ever split.
//!
//! # Limitations
//! A row of flags is read from its beginning, since only counting tells which two make a flag.

use unicode_segmentation::GraphemeCursor;

use super::{ByteOffset, CharOffset, Span, Text};

/// Whether a caret may stand at `at`; never past the end of the text.
#[must_use]
pub fn is_grapheme_boundary(text: &Text, at: CharOffset) -> bool {
    text.to_byte(at).is_ok_and(|at| is_boundary(text, at))
}

/// The first boundary after `at`, or the end of the text.
#[must_use]
pub fn next_grapheme(text: &Text, at: CharOffset) -> CharOffset {
    let next =
        cursor(text, at).and_then(|mut cursor| cursor.next_boundary(text.as_str(), 0).ok()?);
    next.and_then(|byte| text.from_byte(ByteOffset(byte)).ok()).unwrap_or(text.end())
}

/// The last boundary before `at`, or the start of the text.
#[must_use]
pub fn previous_grapheme(text: &Text, at: CharOffset) -> CharOffset {
    let at = at.min(text.end());
    let previous =
        cursor(text, at).and_then(|mut cursor| cursor.prev_boundary(text.as_str(), 0).ok()?);
    previous.and_then(|byte| text.from_byte(ByteOffset(byte)).ok()).unwrap_or(CharOffset::ZERO)
}

/// The smallest span that covers `span` and splits no grapheme.
///
/// What lies past the end of the text is left out; a span wholly past it stays as it is.
#[must_use]
pub fn snap_to_graphemes(text: &Text, span: Span) -> Span {
    let start = floor(text, span.start());
    let end = ceil(text, span.end().min(text.end()));
    Span::new(start, end).unwrap_or(span)
}

/// The last boundary not after `at`.
pub(super) fn floor(text: &Text, at: CharOffset) -> CharOffset {
    if is_grapheme_boundary(text, at) { at } else { previous_grapheme(text, at) }
}

/// The first boundary not before `at`.
pub(super) fn ceil(text: &Text, at: CharOffset) -> CharOffset {
    if is_grapheme_boundary(text, at) { at } else { next_grapheme(text, at) }
}

/// As [`is_grapheme_boundary`], of the start of a character.
pub(super) fn is_boundary(text: &Text, at: ByteOffset) -> bool {
    let chars = text.as_str();
    GraphemeCursor::new(at.0, chars.len(), true).is_boundary(chars, 0).unwrap_or(true)
}

fn cursor(text: &Text, at: CharOffset) -> Option<GraphemeCursor> {
    let byte = text.to_byte(at).ok()?;
    Some(GraphemeCursor::new(byte.0, text.as_str().len(), true))
}
