//! The words of a span and what stands around them: how a span is known again.

use std::rc::Rc;

use super::{Span, Text};

/// Code points of context on each side of a quote.
pub const CONTEXT: u32 = 32;

/// What a span says, with up to [`CONTEXT`] code points before and after it.
///
/// A position is believed only if its quote agrees with the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    pub exact: Rc<str>,
    pub prefix: Rc<str>,
    pub suffix: Rc<str>,
}

impl Quote {
    /// The quote of `span`; what lies past the end of the text is left out.
    #[must_use]
    pub fn of(text: &Text, span: Span) -> Quote {
        Quote {
            exact: text.slice(span).into(),
            prefix: text.between(span.start().minus(CONTEXT), span.start()).into(),
            suffix: text.between(span.end(), span.end().plus(CONTEXT)).into(),
        }
    }

    /// Whether `span` lies in the text and says exactly this. The context may differ: it is for
    /// finding the words again, not for doubting them.
    #[must_use]
    pub fn agrees(&self, text: &Text, span: Span) -> bool {
        text.holds(span) && text.slice(span) == &*self.exact
    }
}
