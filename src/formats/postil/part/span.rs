//! Spans with their words.

use std::rc::Rc;

use super::Part;
use crate::formats::json::{Json, Writer};
use crate::formats::postil::shape::{Object, Value, shape};
use crate::formats::refusal::{Fault, Wrong};
use crate::model::{Kept, Selector};
use crate::text::{CharOffset, Quote, Span, Text};

shape! {
    /// A stretch of the text, in code points, with the words that stand there.
    SpanFields {
        must start: u32,
        must end: u32,
        text exact,
        text prefix,
        text suffix,
    }
}

pub type SpanShape = Object<SpanFields>;

/// The spans of one selector.
///
/// A span whose words are not in the text at its place keeps them, and is written with them
/// again. A span without words is believed, if the text is long enough.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectorShape(pub Vec<SpanShape>);

impl Value for SelectorShape {
    fn read(json: Json<'_>) -> Result<SelectorShape, Fault> {
        Vec::read(json).map(SelectorShape)
    }

    fn write(&self, json: &mut Writer) {
        self.0.write(json);
    }
}

impl Part for SelectorShape {
    type Model = Selector;

    fn from_model(selector: &Selector, text: &Text) -> SelectorShape {
        let shapes = selector.parts().map(|(span, kept)| {
            let quote = kept.and_then(|kept| kept.quote.clone());
            let quote = quote.unwrap_or_else(|| Quote::of(text, span));
            let known = SpanFields {
                start: span.start().0,
                end: span.end().0,
                exact: Some(quote.exact),
                prefix: Some(quote.prefix),
                suffix: Some(quote.suffix),
            };
            let unknown = kept.map(|kept| kept.unknown.clone()).unwrap_or_default();
            Object { known, unknown }
        });
        SelectorShape(shapes.collect())
    }

    fn into_model(self, text: &Text) -> Result<Selector, Fault> {
        let mut parts = Vec::with_capacity(self.0.len());
        for (i, Object { known, unknown }) in self.0.into_iter().enumerate() {
            let (span, quote) = known.into_span(text).map_err(|fault| fault.within_item("", i))?;
            parts.push((span, Kept { quote, unknown }));
        }
        if parts.is_empty() {
            return Err(Fault::at("", Wrong::NoSpans));
        }
        Selector::with_kept(parts).map_err(|_| Fault::at("", Wrong::SpansOverlap))
    }
}

impl SpanFields {
    /// The span, with its words if the text has others there.
    fn into_span(self, text: &Text) -> Result<(Span, Option<Quote>), Fault> {
        let SpanFields { start, end, exact, prefix, suffix } = self;
        let span = Span::new(CharOffset(start), CharOffset(end))
            .map_err(|_| Fault::at("end", Wrong::EmptySpan { start, end }))?;
        let Some(exact) = exact else {
            let is_held = text.holds(span);
            return if is_held {
                Ok((span, None))
            } else {
                Err(Fault::at("end", Wrong::OutOfText { end }))
            };
        };
        let context = |side: Option<Rc<str>>| side.unwrap_or_default();
        let quote = Quote { exact, prefix: context(prefix), suffix: context(suffix) };
        let agrees = quote.agrees(text, span);
        Ok((span, if agrees { None } else { Some(quote) }))
    }
}
