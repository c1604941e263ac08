//! Spans with their words.

use std::rc::Rc;

use super::Part;
use crate::formats::json::{Json, Writer};
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::postil::value::read_list;
use crate::formats::refusal::{Fault, Wrong};
use crate::model::{Kept, Selector, Unknown};
use crate::text::{CharOffset, Quote, Span, Text};

/// A stretch of the text as it was read, in code points, with the words that should stand there.
pub(super) struct Stretch {
    start: u32,
    end: u32,
    pub exact: Option<Rc<str>>,
    prefix: Option<Rc<str>>,
    suffix: Option<Rc<str>>,
    unknown: Unknown,
}

/// The spans of one selector.
///
/// A span whose words are not in the text at its place keeps them, and is written with them
/// again. A span without words is believed, if the text is long enough.
impl Part for Selector {
    fn read(json: Json<'_>, text: &Text) -> Result<Selector, Fault> {
        selector(Stretch::read_all(json)?, text)
    }

    fn write(&self, json: &mut Writer, text: &Text) {
        json.open('[');
        for (span, kept) in self.parts() {
            json.item();
            write_span(span, kept, json, text);
        }
        json.close(']');
    }
}

pub(super) fn selector(stretches: Vec<Stretch>, text: &Text) -> Result<Selector, Fault> {
    let mut parts = Vec::with_capacity(stretches.len());
    for (i, mut stretch) in stretches.into_iter().enumerate() {
        let unknown = std::mem::take(&mut stretch.unknown);
        let (span, quote) = stretch.into_span(text).map_err(|fault| fault.within_item("", i))?;
        parts.push((span, Kept { quote, unknown }));
    }
    if parts.is_empty() {
        return Err(Fault::at("", Wrong::NoSpans));
    }
    Selector::with_kept(parts).map_err(|_| Fault::at("", Wrong::SpansOverlap))
}

impl Stretch {
    pub fn read_all(json: Json<'_>) -> Result<Vec<Stretch>, Fault> {
        read_list(json, Stretch::read)
    }

    fn read(json: Json<'_>) -> Result<Stretch, Fault> {
        let mut members = Members::of(json)?;
        Ok(Stretch {
            start: members.required("start")?,
            end: members.required("end")?,
            exact: members.text("exact")?,
            prefix: members.text("prefix")?,
            suffix: members.text("suffix")?,
            unknown: members.rest(),
        })
    }

    /// The span, with its words if the text has others there.
    fn into_span(self, text: &Text) -> Result<(Span, Option<Quote>), Fault> {
        let Stretch { start, end, exact, prefix, suffix, .. } = self;
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

fn write_span(span: Span, kept: Option<&Kept>, json: &mut Writer, text: &Text) {
    let quote = kept.and_then(|kept| kept.quote.clone());
    let quote = quote.unwrap_or_else(|| Quote::of(text, span));
    let mut fields = Fields::open(json);
    fields.number("start", span.start().0);
    fields.number("end", span.end().0);
    fields.text("exact", &Some(quote.exact));
    fields.text("prefix", &Some(quote.prefix));
    fields.text("suffix", &Some(quote.suffix));
    fields.close(kept.map_or(&Unknown::default(), |kept| &kept.unknown));
}
