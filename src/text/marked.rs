//! Texts with spans written into them, for tests: `check("they «went [well» today]")`.
//!
//! Six pairs of brackets mark spans: `«»`, `[]`, `⟦⟧`, `⟨⟩`, `⟪⟫`, `⦃⦄`. Spans of different
//! brackets may cross. `|` marks a caret. A backslash before any of these, or before a backslash,
//! makes it part of the text.

use std::fmt;

use super::{CharOffset, Span};

const BRACKETS: [(char, char); 6] =
    [('«', '»'), ('[', ']'), ('⟦', '⟧'), ('⟨', '⟩'), ('⟪', '⟫'), ('⦃', '⦄')];
const CARET: char = '|';
const ESCAPE: char = '\\';

/// A text and what was marked in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    pub text: String,
    /// In the order of their opening brackets.
    pub spans: Vec<Span>,
    pub carets: Vec<CharOffset>,
}

/// Why a marked text cannot be read. Positions are those in the text without its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkError {
    /// A bracket is never closed.
    Unclosed(char),
    /// A bracket closes what no bracket opened.
    Unopened { bracket: char, at: CharOffset },
    /// A span has no characters.
    Empty { at: CharOffset },
}

impl fmt::Display for MarkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MarkError::Unclosed(bracket) => write!(f, "'{bracket}' is never closed"),
            MarkError::Unopened { bracket, at } => {
                write!(f, "nothing opened for '{bracket}' at {at}")
            }
            MarkError::Empty { at } => write!(f, "the span at {at} is empty"),
        }
    }
}

impl std::error::Error for MarkError {}

/// The text, spans and carets of a marked text.
///
/// ```
/// let marked = postil::text::marked::parse("North «Korea|»").unwrap();
/// assert_eq!(marked.text, "North Korea");
/// assert_eq!(marked.spans[0].to_string(), "6..11");
/// assert_eq!(marked.carets[0].0, 11);
/// ```
///
/// # Errors
/// [`MarkError`] if brackets do not match or a span is empty.
pub fn parse(marked: &str) -> Result<Marked, MarkError> {
    let mut text = String::new();
    let mut carets = Vec::new();
    // One entry a bracket: which, where it opened, and its span once it is closed.
    let mut found: Vec<(char, CharOffset, Option<Span>)> = Vec::new();
    let mut at = CharOffset::ZERO;
    let mut characters = marked.chars();
    while let Some(character) = characters.next() {
        if let Some((_, close)) = BRACKETS.iter().find(|(open, _)| *open == character) {
            found.push((*close, at, None));
        } else if BRACKETS.iter().any(|(_, close)| *close == character) {
            let opened = found.iter_mut().rfind(|it| it.0 == character && it.2.is_none());
            let Some((_, start, span)) = opened else {
                return Err(MarkError::Unopened { bracket: character, at });
            };
            *span = Some(Span::new(*start, at).map_err(|_| MarkError::Empty { at })?);
        } else if character == CARET {
            carets.push(at);
        } else {
            let is_escape = character == ESCAPE;
            text.extend(if is_escape { characters.next() } else { Some(character) });
            at = at.plus(1);
        }
    }
    let mut spans = Vec::new();
    for (close, _, span) in found {
        spans.push(span.ok_or_else(|| MarkError::Unclosed(opening_of(close)))?);
    }
    Ok(Marked { text, spans, carets })
}

/// The text with its spans marked, the inverse of [`parse`]; the order of `spans` does not count.
///
/// Each span takes the first brackets that are not open where it starts.
///
/// # Limitations
/// With more than six spans open at one place, brackets are used twice, and spans that cross
/// cannot be told apart.
#[must_use]
pub fn show(text: &str, spans: &[Span]) -> String {
    let mut spans = spans.to_vec();
    spans.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
    let mut coming = spans.into_iter().peekable();
    let mut open: Vec<(char, CharOffset)> = Vec::new();
    let mut marked = String::new();
    let mut at = CharOffset::ZERO;
    for character in text.chars().map(Some).chain([None]) {
        // The bracket opened last is closed first.
        while let Some(last) = open.iter().rposition(|(_, end)| *end <= at) {
            marked.push(open.remove(last).0);
        }
        while let Some(span) = coming.next_if(|span| span.start() <= at) {
            let is_free = |close: char| open.iter().all(|(taken, _)| *taken != close);
            let free = BRACKETS.iter().find(|(_, close)| is_free(*close));
            let (opening, close) = free.copied().unwrap_or(('⦃', '⦄'));
            marked.push(opening);
            open.push((close, span.end()));
        }
        let Some(character) = character else { break };
        if is_mark(character) {
            marked.push(ESCAPE);
        }
        marked.push(character);
        at = at.plus(1);
    }
    marked.extend(open.into_iter().rev().map(|(close, _)| close));
    marked
}

fn is_mark(character: char) -> bool {
    character == CARET
        || character == ESCAPE
        || BRACKETS.iter().any(|(open, close)| character == *open || character == *close)
}

fn opening_of(close: char) -> char {
    BRACKETS.iter().find(|it| it.1 == close).map_or(close, |it| it.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Text, sample};
    use super::*;

    /// What is read comes out again, and is what `wanted` says.
    #[track_caller]
    fn check(marked: &str, text: &str, wanted: &[(u32, u32)]) {
        let parsed = parse(marked).unwrap();
        assert_eq!(parsed.text, text, "{marked}");
        let ends = parsed.spans.iter().map(|span| (span.start().0, span.end().0));
        assert_eq!(ends.collect::<Vec<_>>(), wanted, "{marked}");
        assert_eq!(show(text, &parsed.spans), marked);
    }

    #[test]
    fn marked_text_reads_and_shows() {
        for (marked, text, spans) in [
            ("", "", &[][..]),
            ("abc", "abc", &[]),
            ("«a»bc", "abc", &[(0, 1)]),
            ("ab«c»", "abc", &[(2, 3)]),
            ("«a»«b»«c»", "abc", &[(0, 1), (1, 2), (2, 3)]),
            ("«a[b]c»", "abc", &[(0, 3), (1, 2)]),
            ("«a[b»c]", "abc", &[(0, 2), (1, 3)]),
            ("«[abc]»", "abc", &[(0, 3), (0, 3)]),
            ("«[⟦⟨⟪⦃a⦄⟫⟩⟧]»", "a", &[(0, 1); 6]),
            ("«👨‍👩‍👧‍👦»«e\u{301}»", "👨‍👩‍👧‍👦e\u{301}", &[(0, 7), (7, 9)]),
            ("a«\r\n»b", "a\r\nb", &[(1, 3)]),
            ("«של»ום", "שלום", &[(0, 2)]),
            ("\\««a\\|»\\\\", "«a|\\", &[(1, 3)]),
        ] {
            check(marked, text, spans);
        }
    }

    #[test]
    fn carets_stand_between_characters() {
        let marked = parse("|a«b|»🤝|").unwrap();
        assert_eq!(marked.text, "ab🤝");
        assert_eq!(marked.carets, [0, 2, 3].map(CharOffset));
    }

    #[test]
    fn brackets_must_match() {
        for (marked, wanted) in [
            ("a«b", "'«' is never closed"),
            ("a»b", "nothing opened for '»' at 1"),
            ("[a»", "nothing opened for '»' at 1"),
            ("a«»b", "the span at 1 is empty"),
        ] {
            assert_eq!(parse(marked).unwrap_err().to_string(), wanted, "{marked}");
        }
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn what_is_shown_reads_the_same(
            (text, one) in sample::text_and_span(),
            others in proptest::collection::vec((0..40_u32, 1..20_u32), 0..5),
        ) {
            let other = |(start, len)| Span::new(CharOffset(start), CharOffset(start + len)).ok();
            let others = others.into_iter().filter_map(other).filter(|it| text.holds(*it));
            let mut spans = others.chain([one]).collect::<Vec<_>>();
            let parsed = parse(&show(text.as_str(), &spans)).unwrap();
            prop_assert_eq!(Text::new(parsed.text), text);
            spans.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
            prop_assert_eq!(parsed.spans, spans);
        }
    }
}
