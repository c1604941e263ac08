//! Sentences (UAX #29), not broken at the full stops of abbreviations.
//!
//! # Limitations
//! After `U.S.` or `Inc.` only a word such as `The` begins a sentence: whether `the U.S. Congress`
//! goes on cannot be known without understanding it. English only; elsewhere every full stop
//! before a capital letter ends a sentence. In a line of many thousand characters a sentence ends
//! some 2,000 characters away at the latest.

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviation::{self, Abbreviation};
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

/// The sentence that holds the character at `at`, without the white space around it.
///
/// The white space after a sentence belongs to it. Neither a line end nor the edges of `within`,
/// the block in question, are crossed; if only white space is there, the answer is `within`.
#[must_use]
pub fn sentence_at(text: &Text, at: CharOffset, within: Span) -> Span {
    let at = at.max(within.start()).min(within.end());
    let window = Window::around(text, at).within(within);
    let at = window.byte(at);
    let (mut start, mut end) = (0, 0);
    for (byte, piece) in window.chars().split_sentence_bound_indices() {
        let before = window.chars().get(start..byte).unwrap_or_default();
        let goes_on = goes_on(before, window.chars().get(byte..).unwrap_or_default());
        if !goes_on && at < byte {
            break;
        }
        if !goes_on {
            start = byte;
        }
        end = byte + piece.len();
    }
    let sentence = window.chars().get(start..end).unwrap_or_default();
    let start = end - sentence.trim_start().len();
    window.span(start, start + sentence.trim().len()).unwrap_or(within)
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

fn is_paragraph_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
