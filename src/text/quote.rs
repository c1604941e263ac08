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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::marked::parse;
    use super::super::{CharOffset, sample};
    use super::*;

    #[track_caller]
    fn check(row: &str, exact: &str, prefix: &str, suffix: &str) {
        let marked = parse(row).unwrap();
        let (text, span) = (Text::new(marked.text), marked.spans[0]);
        let quote = Quote::of(&text, span);
        let wanted = Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() };
        assert_eq!(quote, wanted, "{row}");
        assert!(quote.agrees(&text, span), "{row}");
    }

    #[test]
    fn a_quote_has_what_stands_around_it() {
        check("«a»", "a", "", "");
        check("«Hanoi» on", "Hanoi", "", " on");
        check("in «Hanoi»", "Hanoi", "in ", "");
        check(
            "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 «x» 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1",
            "x",
            "2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 ",
            " 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2",
        );
        check("👨‍👩‍👧‍👦 «e\u{301}» שלום", "e\u{301}", "👨‍👩‍👧‍👦 ", " שלום");
        check("a\r\n«b\r\nc»\n", "b\r\nc", "a\r\n", "\n");
    }

    #[test]
    fn a_quote_agrees_only_with_its_own_words() {
        let text = Text::new("Kim and Kim");
        let span = |start, end| Span::new(CharOffset(start), CharOffset(end)).unwrap();
        let quote = Quote::of(&text, span(0, 3));
        assert!(quote.agrees(&text, span(8, 11)), "the context may differ");
        for elsewhere in [span(0, 2), span(0, 4), span(1, 4), span(8, 12), span(20, 23)] {
            assert!(!quote.agrees(&text, elsewhere), "{elsewhere}");
        }
        let past = span(8, 12);
        assert!(!Quote::of(&text, past).agrees(&text, past), "it does not lie in the text");
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn a_quote_is_cut_from_the_text((text, span) in sample::text_and_span()) {
            let quote = Quote::of(&text, span);
            let whole = format!("{}{}{}", quote.prefix, quote.exact, quote.suffix);
            prop_assert!(text.as_str().contains(&whole));
            prop_assert!(quote.agrees(&text, span));
            let n_prefix = u32::try_from(quote.prefix.chars().count()).unwrap();
            prop_assert_eq!(n_prefix, CONTEXT.min(span.start().0));
        }
    }
}
