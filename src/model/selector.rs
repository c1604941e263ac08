//! What an annotation is attached to: spans, and their quotes where they disagree with the text.

use std::rc::Rc;

use super::Unknown;
use crate::text::{Quote, Span, Spans, Text, sort_by};

/// Spans of the article, with what a file said about each of them beyond its position.
///
/// A quote that agrees with the text is not kept: it can be cut from the article at any time, and
/// a hundred thousand annotations would hold the article several times over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    pub spans: Spans,
    /// Invariant: one entry a span, or none at all where there is nothing to keep.
    kept: Option<Rc<[Kept]>>,
}

/// What is kept of one span beside its position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The words the span was made on, if the text does not have them there.
    pub quote: Option<Quote>,
    pub unknown: Unknown,
}

impl Selector {
    /// Spans read from a file or frame, each with what is to be kept of it; sorts them together.
    ///
    /// # Errors
    /// As [`Spans::new`].
    pub fn with_kept(mut parts: Vec<(Span, Kept)>) -> Result<Selector, crate::text::NoSpans> {
        sort_by(&mut parts, |(one, _), (other, _)| one.cmp(other));
        let spans = Spans::new(parts.iter().map(|(span, _)| *span).collect())?;
        let plain = parts.iter().all(|(_, kept)| *kept == Kept::default());
        let kept =
            if plain { None } else { Some(parts.into_iter().map(|(_, kept)| kept).collect()) };
        Ok(Selector { spans, kept })
    }

    /// The spans with what is kept of each.
    pub fn parts(&self) -> impl Iterator<Item = (Span, Option<&Kept>)> + '_ {
        let kept = self.kept.as_deref();
        self.spans
            .iter()
            .enumerate()
            .map(move |(i, span)| (span, kept.and_then(|kept| kept.get(i))))
    }

    /// Whether every span stands where its words are.
    #[must_use]
    pub fn is_anchored(&self, text: &Text) -> bool {
        self.parts()
            .all(|(span, kept)| text.holds(span) && kept.is_none_or(|kept| kept.quote.is_none()))
    }

    /// The words of all spans, joined by one space, from the quotes where the text disagrees.
    #[must_use]
    pub fn words(&self, text: &Text) -> String {
        let mut words = String::new();
        for (i, (span, kept)) in self.parts().enumerate() {
            if 0 < i {
                words.push(' ');
            }
            match kept.and_then(|kept| kept.quote.as_ref()) {
                Some(quote) => words.push_str(&quote.exact),
                None => words.push_str(text.slice(span)),
            }
        }
        words
    }
}

impl From<Spans> for Selector {
    fn from(spans: Spans) -> Selector {
        Selector { spans, kept: None }
    }
}

impl From<Span> for Selector {
    fn from(span: Span) -> Selector {
        Selector::from(Spans::from(span))
    }
}
