//! What a reader takes for one character (UAX #29): a caret stands only between two of them.
//!
//! A flag, a family, a letter with its accents, a line end of two characters: none is ever split.
//!
//! # Limitations
//! A row of flags is read from its beginning, since only counting tells which two make a flag.

use unicode_segmentation::GraphemeCursor;

use super::{ByteOffset, CharOffset, Span, Text};

/// Whether a caret may stand at `at`; never past the end of the text.
#[must_use]
pub fn is_grapheme_boundary(text: &Text, at: CharOffset) -> bool {
    text.to_byte(at).is_ok_and(|at| is_boundary(text, at))
}

/// The first boundary after `at`, or the end of the text.
#[must_use]
pub fn next_grapheme(text: &Text, at: CharOffset) -> CharOffset {
    let next =
        cursor(text, at).and_then(|mut cursor| cursor.next_boundary(text.as_str(), 0).ok()?);
    next.and_then(|byte| text.from_byte(ByteOffset(byte)).ok()).unwrap_or(text.end())
}

/// The last boundary before `at`, or the start of the text.
#[must_use]
pub fn previous_grapheme(text: &Text, at: CharOffset) -> CharOffset {
    let at = at.min(text.end());
    let previous =
        cursor(text, at).and_then(|mut cursor| cursor.prev_boundary(text.as_str(), 0).ok()?);
    previous.and_then(|byte| text.from_byte(ByteOffset(byte)).ok()).unwrap_or(CharOffset::ZERO)
}

/// The smallest span that covers `span` and splits no grapheme.
///
/// What lies past the end of the text is left out; a span wholly past it stays as it is.
#[must_use]
pub fn snap_to_graphemes(text: &Text, span: Span) -> Span {
    if text.end() <= span.start() {
        return span;
    }
    let start = floor(text, span.start());
    let end = ceil(text, span.end().min(text.end()));
    Span::new(start, end).unwrap_or(span)
}

/// The last boundary not after `at`.
pub(super) fn floor(text: &Text, at: CharOffset) -> CharOffset {
    if is_grapheme_boundary(text, at) { at } else { previous_grapheme(text, at) }
}

/// The first boundary not before `at`.
pub(super) fn ceil(text: &Text, at: CharOffset) -> CharOffset {
    if is_grapheme_boundary(text, at) { at } else { next_grapheme(text, at) }
}

/// As [`is_grapheme_boundary`], of the start of a character.
pub(super) fn is_boundary(text: &Text, at: ByteOffset) -> bool {
    let chars = text.as_str();
    let neighbors = chars.as_bytes().get(at.0.saturating_sub(1)..=at.0);
    if let Some([0..=0x7f, b' '..=b'~']) = neighbors {
        // Nearly always so, and much faster than to look it up.
        return true;
    }
    GraphemeCursor::new(at.0, chars.len(), true).is_boundary(chars, 0).unwrap_or(true)
}

fn cursor(text: &Text, at: CharOffset) -> Option<GraphemeCursor> {
    let byte = text.to_byte(at).ok()?;
    Some(GraphemeCursor::new(byte.0, text.as_str().len(), true))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::super::{check, sample};
    use super::*;

    #[test]
    fn the_vectors_are_divided_where_they_say() {
        for vector in sample::vectors() {
            let text = Text::new(vector.text.as_str());
            let offsets = (0..=text.end().0).map(CharOffset);
            let wanted = &vector.boundaries[2];
            let boundaries = offsets.filter(|at| is_grapheme_boundary(&text, *at));
            let boundaries = boundaries.map(|at| at.0.into()).collect::<Vec<u64>>();
            assert_eq!(&boundaries, wanted, "{}", vector.name);
            let steps = check::walk(next_grapheme, &text, CharOffset::ZERO);
            assert_eq!(steps.len(), wanted.len(), "{}", vector.name);
        }
    }

    #[test]
    fn a_caret_steps_over_graphemes() {
        for row in [
            "|",
            "|a|b|",
            "|a|👨‍👩‍👧‍👦|b|",
            "|🇫🇷|🇩🇪|🇫|",
            "|e\u{301}|x|",
            "|a|\r\n|b|",
            "|ש\u{5c1}\u{5b8}|ל|",
        ] {
            check::steps(next_grapheme, row);
            check::steps_back(previous_grapheme, row);
        }
        check::steps(next_grapheme, "🇫|🇷|🇩🇪|");
        check::steps_back(previous_grapheme, "|🇫🇷|🇩|🇪");
    }

    #[test]
    fn spans_grow_to_graphemes() {
        for row in [
            "[«a»]b",
            "a[«b»]",
            "a«👨‍[👩]‍👧‍👦»b",
            "a«👨‍[👩‍👧‍👦b»]c",
            "«[e]\u{301}»x",
            "«e[\u{301}]»x",
            "a«\r[\n]»b",
            "«🇫[🇷🇩]🇪»x",
            "«ש\u{5c1}[\u{5b8}]»ל",
        ] {
            check::span(|text, span| Some(snap_to_graphemes(text, span)), row);
        }
    }

    #[test]
    fn past_the_end_there_is_nothing() {
        let text = Text::new("ab");
        let far = CharOffset(9);
        assert!(!is_grapheme_boundary(&text, far));
        assert_eq!(next_grapheme(&text, far), text.end());
        assert_eq!(previous_grapheme(&text, far), CharOffset(1));
        let span = |start, end| Span::new(CharOffset(start), CharOffset(end)).unwrap();
        assert_eq!(snap_to_graphemes(&text, span(1, 9)), span(1, 2));
        assert_eq!(snap_to_graphemes(&text, span(5, 9)), span(5, 9));
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn boundaries_are_those_of_the_whole_text((text, at) in sample::text_and_offset()) {
            let chars = text.as_str();
            let starts = chars.grapheme_indices(true).map(|(byte, _)| byte).chain([chars.len()]);
            let starts = starts.map(|byte| text.from_byte(ByteOffset(byte)).unwrap());
            let starts = starts.collect::<Vec<_>>();
            prop_assert_eq!(is_grapheme_boundary(&text, at), starts.contains(&at));
            let next = starts.iter().copied().find(|start| at < *start);
            prop_assert_eq!(next_grapheme(&text, at), next.unwrap_or(text.end()));
            let previous = starts.iter().copied().rfind(|start| *start < at);
            prop_assert_eq!(previous_grapheme(&text, at), previous.unwrap_or_default());
        }

        #[test]
        fn snapped_spans_cover_and_stay((text, span) in sample::text_and_span()) {
            let snapped = snap_to_graphemes(&text, span);
            prop_assert!(snapped.covers(span));
            prop_assert!(is_grapheme_boundary(&text, snapped.start()));
            prop_assert!(is_grapheme_boundary(&text, snapped.end()));
            prop_assert_eq!(snap_to_graphemes(&text, snapped), snapped);
            let skipped = (snapped.start().0 + 1..=span.start().0)
                .chain(span.end().0..snapped.end().0)
                .filter(|at| is_grapheme_boundary(&text, CharOffset(*at)));
            prop_assert_eq!(skipped.count(), 0, "no smaller span would do");
        }
    }
}
