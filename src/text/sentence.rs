//! Sentences (UAX #29), not broken at the full stops of abbreviations.
//!
//! # Limitations
//! After `U.S.` or `Inc.` only a word such as `The` begins a sentence: whether `the U.S. Congress`
//! goes on cannot be known without understanding it. English only; elsewhere every full stop
//! before a capital letter ends a sentence. In a line of many thousand characters a sentence ends
//! some 2,000 characters away at the latest.

use std::ops::Range;

use super::abbreviation::{self, Abbreviation};
use super::find::{bytes_of_span, span_of_bytes};
use super::stop::{is_paragraph_end, sentences};
use super::window::Window;
use super::{CharOffset, Span, Text};

/// Words that begin a sentence when they come with a capital letter after an abbreviation.
const OPENINGS: &[&str] = &[
    "A",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Before",
    "But",
    "By",
    "Earlier",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Later",
    "Many",
    "Meanwhile",
    "Most",
    "My",
    "No",
    "Not",
    "On",
    "One",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "Who",
    "Why",
    "With",
    "Yet",
    "You",
];

/// Whether a word mostly has its capital letter from the start of a sentence.
pub(super) fn is_opening(word: &str) -> bool {
    OPENINGS.contains(&word)
}

/// The sentence that holds the character at `at`, without the white space around it.
///
/// The white space after a sentence belongs to it. Neither a line end nor the edges of `within`,
/// the block in question, are crossed; if only white space is there, the answer is `within`.
#[must_use]
pub fn sentence_at(text: &Text, at: CharOffset, within: Span) -> Span {
    let at = at.max(within.start()).min(within.end().minus(1));
    sentence_in(Window::around(text, at).within(within), at).unwrap_or(within)
}

/// All sentences within a span, in order, without the white space around them. Reads it once, in
/// full.
#[must_use]
pub fn sentences_within(text: &Text, within: Span) -> Vec<Span> {
    let chars = text.slice(within);
    let mut found: Vec<Range<usize>> = Vec::new();
    for piece in sentences(chars) {
        let last = found.last().map_or(0, |last| last.start);
        let before = chars.get(last..piece.start).unwrap_or_default();
        let after = chars.get(piece.start..).unwrap_or_default();
        match found.last_mut() {
            Some(last) if goes_on(before, after) => last.end = piece.end,
            _ => found.push(piece),
        }
    }
    let base = bytes_of_span(text, within).start;
    let trimmed = found.into_iter().filter_map(|range| {
        let sentence = chars.get(range.clone())?;
        let start = base + range.end - sentence.trim_start().len();
        span_of_bytes(text, start, start + sentence.trim().len())
    });
    trimmed.collect()
}

/// The sentence of a window that holds the character at `at`.
fn sentence_in(window: Window<'_>, at: CharOffset) -> Option<Span> {
    let at = window.byte(at);
    let (mut start, mut end) = (0, 0);
    for piece in sentences(window.chars()) {
        let before = window.chars().get(start..piece.start).unwrap_or_default();
        let goes_on = goes_on(before, window.chars().get(piece.start..).unwrap_or_default());
        if !goes_on && at < piece.start {
            break;
        }
        if !goes_on {
            start = piece.start;
        }
        end = piece.end;
    }
    let sentence = window.chars().get(start..end).unwrap_or_default();
    let start = end - sentence.trim_start().len();
    window.span(start, start + sentence.trim().len())
}

/// Whether the sentence of `before` goes on in `after` though the rules see its end there.
fn goes_on(before: &str, after: &str) -> bool {
    let ended = before.trim_end_matches(|it: char| it.is_whitespace() && !is_paragraph_end(it));
    let Some(word) = ended.strip_suffix('.') else { return false };
    match abbreviation::before_stop(word) {
        Some(Abbreviation::Leading) => true,
        Some(Abbreviation::Trailing) => !opens_sentence(after),
        None => abbreviation::is_initial(word) && !opens_sentence(after),
    }
}

fn opens_sentence(after: &str) -> bool {
    let word = after.split(char::is_whitespace).next().unwrap_or_default();
    let opens_with_mark = !word.starts_with(char::is_alphanumeric);
    opens_with_mark || OPENINGS.contains(&word.trim_end_matches([',', ':', '’']))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::super::{check, line_at, sample};
    use super::*;

    #[test]
    fn all_sentences_of_a_span_are_those_at_its_characters() {
        for row in [
            "«One.» «Two!» «Three»",
            " «Mr. Kim left.»  «He said “No.”»\n«So.» ",
            "«The U.S. Congress met.» «In it.»",
            "[ ]",
            "x [«Two.» «Thr»]ee",
            "«🤝 e\u{301}.» «של.»",
        ] {
            check::many(sentences_within, row);
        }
    }

    #[test]
    fn a_sentence_is_found_anywhere_in_it() {
        for row in [
            "«|One.»",
            "«|One.» Two.",
            "«One|.» Two.",
            "«One.|» Two.",
            "One. «|Two.»",
            "One. «Two.|»",
            "One.  «T|wo!» Three?",
            "One! Two. «Th|ree»",
            "One. [«Tw|o.» Three.] Four.",
            "One. Two [«thr|ee.»  ]",
            "«[ | ]»",
            "[One. «Two.»\n|]Three.",
            "Title\n«O|ne.» Two.",
            "«Ti|tle»\nOne.",
            "«👨‍👩‍👧‍👦 |cried.» E\u{301}t",
            "👨‍👩‍👧‍👦 cried. «E\u{301}|t»",
            "«On|e.»\r\nTwo.",
            "שלום. «מה |שלומך?» טוב.",
            "东京。«你|好。»",
        ] {
            check::at_within(sentence_at, row);
        }
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        for row in [
            "«|Mr. Kim met Gen. Lee.» Both left.",
            "«The U.S. Congr|ess met.» It left.",
            "He left the U.S. «Th|e Congress met.»",
            "«It was p|.m. Tuesday in Washington, D.C. Nobody came.»",
            "Acme Inc. Corp. «A |sale.»",
            "«Acme Inc. s|old.»",
            "«John F. Kenn|edy won.» He left.",
            "Plan B. «Th|e end.»",
            "So did I. «Nobod|y came.»",
            "«On Jan. 5, 2018 The Hill |said.» No.",
            "«Kim, e.g. i|n Hanoi.» No.",
            "«She said: \"I left the U.S.|\"» He stayed.",
            "He left the U.S. «\"W|e stay.\"»",
            "«It cost 1.5 million.|» Too much.",
            "See example.org. «Th|en go.»",
            "«See U.S. A|. Smith.»",
        ] {
            check::at_within(sentence_at, row);
        }
    }

    #[test]
    fn the_sample_article_is_read_as_people_read_it() {
        let text = Text::new(include_str!("../../tests/fixtures/article.txt"));
        let sentence_of = |words: &str| {
            let byte = text.as_str().find(words).unwrap();
            let at = text.from_byte(super::super::ByteOffset(byte)).unwrap();
            text.slice(sentence_at(&text, at, line_at(&text, at).unwrap()))
        };
        assert_eq!(sentence_of("After the summit"), sentence_of("interlocutor"));
        assert!(sentence_of("interlocutor").ends_with("\"very substantive.\""));
        assert!(sentence_of("June 12").starts_with("The first Trump-Kim summit"));
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn sentences_lie_within_and_stay((text, span) in sample::text_and_span(), at in any::<Index>()) {
            let at = sample::offset(&text, at);
            let sentence = sentence_at(&text, at, span);
            prop_assert!(span.covers(sentence));
            if sentence != span {
                prop_assert_eq!(sentence_at(&text, sentence.start(), span), sentence);
                prop_assert_eq!(sentence_at(&text, sentence.end().minus(1), span), sentence);
            }
        }

        #[test]
        fn long_lines_have_the_sentences_of_the_whole(text in sample::long_line(), at in any::<Index>()) {
            let whole = text.whole().unwrap();
            let at = sample::offset(&text, at);
            let sentence = sentence_at(&text, at, whole);
            let wanted = sentence_in(Window::whole(&text), at).unwrap_or(whole);
            if wanted.len() < 1_000 && wanted.touches(at) {
                prop_assert_eq!(sentence, wanted);
            }
        }
    }
}
