//! A non-empty stretch of text.

use std::fmt;

use super::CharOffset;

/// A half-open, non-empty stretch of a text, in code points.
///
/// Invariant: `start < end`.
///
/// - (0, 3): `[Som]e text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: CharOffset,
    end: CharOffset,
}

/// Why there is no span: its end does not come after its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmptySpan {
    pub start: CharOffset,
    pub end: CharOffset,
}

impl fmt::Display for EmptySpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "end {} does not come after start {}", self.end, self.start)
    }
}

impl std::error::Error for EmptySpan {}

impl Span {
    /// The span from `start` to `end`.
    ///
    /// # Errors
    /// [`EmptySpan`] if `end` does not come after `start`.
    pub fn new(start: CharOffset, end: CharOffset) -> Result<Span, EmptySpan> {
        if start < end { Ok(Span { start, end }) } else { Err(EmptySpan { start, end }) }
    }

    /// The span between two offsets in any order, `None` if they are equal.
    #[must_use]
    pub fn between(one: CharOffset, other: CharOffset) -> Option<Span> {
        Span::new(one.min(other), one.max(other)).ok()
    }

    #[must_use]
    pub fn start(self) -> CharOffset {
        self.start
    }

    #[must_use]
    pub fn end(self) -> CharOffset {
        self.end
    }

    /// The length in code points, at least 1.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end.0.saturating_sub(self.start.0)
    }

    /// Always false; spans are non-empty.
    #[must_use]
    pub fn is_empty(self) -> bool {
        false
    }

    /// Whether the character that begins at `at` lies in the span.
    #[must_use]
    pub fn contains(self, at: CharOffset) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether `at` lies in the span or on one of its ends, as a caret does.
    #[must_use]
    pub fn touches(self, at: CharOffset) -> bool {
        self.start <= at && at <= self.end
    }

    /// Whether every character of `other` lies in this span; a span covers itself.
    #[must_use]
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a character.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the two overlap and neither covers the other: `[a (b] c)`.
    #[must_use]
    pub fn crosses(self, other: Span) -> bool {
        self.overlaps(other) && !self.covers(other) && !other.covers(self)
    }

    /// What both share, `None` if they share nothing.
    #[must_use]
    pub fn intersection(self, other: Span) -> Option<Span> {
        Span::new(self.start.max(other.start), self.end.min(other.end)).ok()
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn hull(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
