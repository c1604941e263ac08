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

#[cfg(test)]
mod tests {
    use super::super::marked::{parse, show};
    use super::*;

    /// Two spans, `«»` first, and how they stand to each other.
    #[track_caller]
    fn check(row: &str, wanted: &str) {
        let marked = parse(&row.replace('[', "⟦").replace(']', "⟧")).unwrap();
        let [mut one, mut other] = marked.spans[..] else { panic!("two spans: {row}") };
        if row.find('[') < row.find('«') {
            std::mem::swap(&mut one, &mut other);
        }
        let relations = [
            (one.covers(other), "covers"),
            (other.covers(one), "is covered"),
            (one.overlaps(other), "overlaps"),
            (one.crosses(other), "crosses"),
        ];
        let named = relations.iter().filter(|(holds, _)| *holds).map(|(_, name)| *name);
        assert_eq!(named.collect::<Vec<_>>().join(", "), wanted, "{row}");
        assert_eq!(one.overlaps(other), other.overlaps(one), "{row}");
        assert_eq!(one.crosses(other), other.crosses(one), "{row}");
        let both = one.intersection(other);
        assert_eq!(both.is_some(), one.overlaps(other), "{row}");
        assert!(both.is_none_or(|both| one.covers(both) && other.covers(both)), "{row}");
        let hull = one.hull(other);
        assert!(hull.covers(one) && hull.covers(other), "{row}");
        assert_eq!(hull.start(), one.start().min(other.start()), "{row}");
        assert_eq!(hull.end(), one.end().max(other.end()), "{row}");
    }

    #[test]
    fn two_spans_stand_in_one_of_these_ways() {
        for (row, wanted) in [
            ("«[a]»", "covers, is covered, overlaps"),
            ("«a[b]c»", "covers, overlaps"),
            ("«[a]b»", "covers, overlaps"),
            ("«a[b]»", "covers, overlaps"),
            ("[a«b»c]", "is covered, overlaps"),
            ("«a[b»c]", "overlaps, crosses"),
            ("[a«b]c»", "overlaps, crosses"),
            ("«a»[b]", ""),
            ("[a]«b»", ""),
            ("«a»b[c]", ""),
            ("«👨‍👩»[‍👧‍👦]", ""),
            ("«ש[ל»ום]", "overlaps, crosses"),
        ] {
            check(row, wanted);
        }
    }

    #[test]
    fn a_span_contains_its_characters_and_touches_its_ends() {
        let marked = parse("|a«|b|c|»d|").unwrap();
        let span = marked.spans[0];
        let at = |test: fn(Span, CharOffset) -> bool| {
            marked.carets.iter().map(|at| test(span, *at)).collect::<Vec<_>>()
        };
        assert_eq!(at(Span::contains), [false, true, true, false, false]);
        assert_eq!(at(Span::touches), [false, true, true, true, false]);
        assert_eq!(span.len(), 2);
    }

    #[test]
    fn no_span_is_empty() {
        let (one, two) = (CharOffset(1), CharOffset(2));
        assert_eq!(Span::new(two, two).unwrap_err(), EmptySpan { start: two, end: two });
        let backward = Span::new(two, one).unwrap_err();
        assert_eq!(backward.to_string(), "end 1 does not come after start 2");
        assert_eq!(Span::between(one, one), None);
        assert_eq!(Span::between(two, one), Span::new(one, two).ok());
        assert_eq!(show("abc", &[Span::between(two, one).unwrap()]), "a«b»c");
        assert_eq!(Span::between(two, one).unwrap().to_string(), "1..2");
    }
}
