//! What one annotation covers: one span, or several where a quote is broken by "he said".

use std::fmt;

use super::{CharOffset, Span};

/// A list of spans.
///
/// Invariant: at least one, sorted by start, disjoint (they may touch).
///
/// - [(0, 5), (14, 19)]: `["Yes] — he said — [no way]"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spans(Vec<Span>);

/// Why a list of spans is none: it is empty, or two of its spans share a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSpans {
    Empty,
    Overlap(Span, Span),
}

impl fmt::Display for NoSpans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoSpans::Empty => write!(f, "no span"),
            NoSpans::Overlap(one, other) => write!(f, "spans {one} and {other} overlap"),
        }
    }
}

impl std::error::Error for NoSpans {}

impl Spans {
    /// The list of `spans`, sorted.
    ///
    /// # Errors
    /// [`NoSpans`] if the list is empty or two spans overlap.
    pub fn new(mut spans: Vec<Span>) -> Result<Spans, NoSpans> {
        spans.sort_unstable();
        if spans.is_empty() {
            return Err(NoSpans::Empty);
        }
        let overlap =
            spans.iter().zip(spans.iter().skip(1)).find(|(one, next)| one.overlaps(**next));
        match overlap {
            Some((one, next)) => Err(NoSpans::Overlap(*one, *next)),
            None => Ok(Spans(spans)),
        }
    }

    /// The spans in the order of the text.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Span> + DoubleEndedIterator + '_ {
        self.0.iter().copied()
    }

    #[must_use]
    pub fn as_slice(&self) -> &[Span] {
        &self.0
    }

    /// Where the first span starts.
    #[must_use]
    pub fn start(&self) -> CharOffset {
        self.0.first().map_or(CharOffset::ZERO, |span| span.start())
    }

    /// Where the last span ends.
    #[must_use]
    pub fn end(&self) -> CharOffset {
        self.0.last().map_or(CharOffset::ZERO, |span| span.end())
    }

    /// Code points covered, gaps left out.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.iter().map(Span::len).sum()
    }

    /// Always false; there is at least one span.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        false
    }

    /// Whether more than one span is needed.
    #[must_use]
    pub fn is_discontinuous(&self) -> bool {
        self.0.len() > 1
    }

    /// Whether the character at `at` is covered.
    #[must_use]
    pub fn contains(&self, at: CharOffset) -> bool {
        self.iter().any(|span| span.contains(at))
    }

    /// Whether a caret at `at` stands in or on the edge of a span.
    #[must_use]
    pub fn touches(&self, at: CharOffset) -> bool {
        self.iter().any(|span| span.touches(at))
    }

    /// Whether a character of `span` is covered.
    #[must_use]
    pub fn overlaps(&self, span: Span) -> bool {
        self.iter().any(|mine| mine.overlaps(span))
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Spans {
        Spans(vec![span])
    }
}
