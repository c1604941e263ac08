//! The piece of a text that has to be read to find a word, a sentence or a quotation mark.
//!
//! It is the line around an offset. A line may be a whole book, so it is cut where it is longer
//! than [`REACH`] on either side: work done at every move of the pointer must not grow with the
//! text.

use super::{ByteOffset, CharOffset, Span, Text, grapheme};

/// How many characters are read on each side of an offset.
const REACH: u32 = 2_000;

/// The line around an offset, or as much of it as is read.
pub(super) struct Window<'text> {
    text: &'text Text,
    chars: &'text str,
    /// Where in the text `chars` begins.
    base: usize,
}

/// The line that `at` stands in or on the edge of, without its LF; `None` if the line is empty.
///
/// A line is given in full however long it is.
#[must_use]
pub fn line_at(text: &Text, at: CharOffset) -> Option<Span> {
    let chars = text.as_str();
    let at = text.to_byte(at.min(text.end())).ok()?.0;
    let start = chars.get(..at)?.rfind('\n').map_or(0, |byte| byte + 1);
    let end = chars.get(at..)?.find('\n').map_or(chars.len(), |byte| at + byte);
    Span::new(text.from_byte(ByteOffset(start)).ok()?, text.from_byte(ByteOffset(end)).ok()?).ok()
}

impl<'text> Window<'text> {
    /// The line around `at`, cut at white space if it is long, or where no grapheme is split.
    pub fn around(text: &'text Text, at: CharOffset) -> Window<'text> {
        let at = at.min(text.end());
        let middle = text.to_byte(at).unwrap_or_default().0;
        let start = start_before(text, at);
        let end = end_after(text, at);
        let base = start.unwrap_or(middle);
        let chars = text.as_str().get(base..end.unwrap_or(middle)).unwrap_or_default();
        Window { text, chars, base }
    }

    /// The part of the window that lies in `span` as well.
    pub fn within(self, span: Span) -> Window<'text> {
        let start = self.byte(span.start());
        let end = self.byte(span.end());
        let chars = self.chars.get(start..end).unwrap_or_default();
        Window { chars, base: self.base + start, ..self }
    }

    pub fn chars(&self) -> &'text str {
        self.chars
    }

    /// Where the window begins in the text.
    pub fn start(&self) -> CharOffset {
        self.offset(0)
    }

    /// Where the window ends in the text.
    pub fn end(&self) -> CharOffset {
        self.offset(self.chars.len())
    }

    /// The byte of the window that stands at `at`; its edge if `at` lies outside.
    pub fn byte(&self, at: CharOffset) -> usize {
        let byte = self.text.to_byte(at.min(self.text.end())).unwrap_or_default().0;
        byte.saturating_sub(self.base).min(self.chars.len())
    }

    /// Where a byte of the window stands in the text.
    pub fn offset(&self, byte: usize) -> CharOffset {
        self.text.from_byte(ByteOffset(self.base + byte)).unwrap_or(self.text.end())
    }

    /// The bytes from `start` to `end` of the window as a span of the text.
    pub fn span(&self, start: usize, end: usize) -> Option<Span> {
        Span::new(self.offset(start), self.offset(end)).ok()
    }

    pub fn is_grapheme_boundary(&self, byte: usize) -> bool {
        grapheme::is_boundary(self.text, ByteOffset(self.base + byte))
    }
}

/// The byte of the text at which the window around `at` begins.
fn start_before(text: &Text, at: CharOffset) -> Option<usize> {
    let from = at.minus(REACH);
    let before = text.between(from, at);
    let base = text.to_byte(from).ok()?.0;
    if let Some(line_end) = before.rfind('\n') {
        return Some(base + line_end + 1);
    }
    if from == CharOffset::ZERO {
        return Some(base);
    }
    let mut after_space = false;
    let cut = before.char_indices().find(|(byte, character)| {
        let starts = after_space && !character.is_whitespace();
        after_space = character.is_whitespace();
        starts && grapheme::is_boundary(text, ByteOffset(base + byte))
    });
    match cut {
        Some((byte, _)) => Some(base + byte),
        None => Some(text.to_byte(grapheme::ceil(text, from).min(at)).ok()?.0),
    }
}

/// The byte of the text at which the window around `at` ends.
fn end_after(text: &Text, at: CharOffset) -> Option<usize> {
    let to = at.plus(REACH).min(text.end());
    let after = text.between(at, to);
    let base = text.to_byte(at).ok()?.0;
    if let Some(line_end) = after.find('\n') {
        return Some(base + line_end);
    }
    if to == text.end() {
        return Some(base + after.len());
    }
    let mut before_space = false;
    let cut = after.char_indices().rev().find(|(byte, character)| {
        let end = byte + character.len_utf8();
        let ends = before_space && !character.is_whitespace();
        before_space = character.is_whitespace();
        ends && grapheme::is_boundary(text, ByteOffset(base + end))
    });
    match cut {
        Some((byte, character)) => Some(base + byte + character.len_utf8()),
        None => Some(text.to_byte(grapheme::floor(text, to).max(at)).ok()?.0),
    }
}
