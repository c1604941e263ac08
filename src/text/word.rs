//! Words (UAX #29): where the caret goes by word, and where a selection snaps to.
//!
//! `Russia’s`, `can't`, `1,000.5` and `U.S` are one word each, `Jong-un` is two. The full stop
//! that closes `U.S.` is part of it, for nobody means `U.S`. A word never splits a grapheme.
//!
//! # Limitations
//! Chinese, Japanese and Thai have no spaces, and no dictionary is kept: a word is one character
//! there. What is longer than 1,000 characters is data, not a word: nothing snaps to it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::grapheme::snap_to_graphemes;
use super::window::Window;
use super::{CharOffset, Span, Text, abbreviation};

/// Half of what a [`Window`] reads on each side, so that a word is either read in full or too
/// long, wherever in it one asks.
const LONGEST_WORD: u32 = 1_000;

/// The end of the word that `at` stands in or before.
///
/// Stops at the end of a line if nothing but punctuation is left of it, and at the end of the
/// text.
#[must_use]
pub fn next_word(text: &Text, at: CharOffset) -> CharOffset {
    let from = text.end().min(at).plus(len_of_space_after(text, at));
    let window = Window::around(text, from);
    let from = window.byte(from);
    let end = words(&window).map(|word| word.end).find(|end| from < *end);
    end.map_or(window.end(), |end| window.offset(end))
}

/// The start of the word that `at` stands in or after.
///
/// Stops at the start of a line if nothing but punctuation comes before, and at the start of the
/// text.
#[must_use]
pub fn previous_word(text: &Text, at: CharOffset) -> CharOffset {
    let from = text.end().min(at).minus(len_of_space_before(text, at));
    let window = Window::around(text, from);
    let from = window.byte(from);
    let start = words(&window).map(|word| word.start).take_while(|start| *start < from).last();
    start.map_or(window.start(), |start| window.offset(start))
}

/// The word that holds the character at `at`, or else the word that ends there.
#[must_use]
pub fn word_at(text: &Text, at: CharOffset) -> Option<Span> {
    let window = Window::around(text, at);
    let at = window.byte(at);
    let mut found = None;
    for word in words(&window).take_while(|word| word.start <= at) {
        if at <= word.end {
            found = Some(word);
        }
    }
    let found = found?;
    window.span(found.start, found.end).filter(|word| word.len() <= LONGEST_WORD)
}

/// The smallest span that covers `span` and splits no word and no grapheme.
#[must_use]
pub fn snap_to_words(text: &Text, span: Span) -> Span {
    let span = snap_to_graphemes(text, span);
    let split_at = |at| word_at(text, at).filter(|word| word.start() < at && at < word.end());
    let start = split_at(span.start()).map_or(span.start(), Span::start);
    let end = split_at(span.end()).map_or(span.end(), Span::end);
    Span::new(start, end).unwrap_or(span)
}

/// The words of a window in order, as bytes of it.
fn words(window: &Window<'_>) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    window.chars().split_word_bound_indices().filter_map(move |(byte, piece)| {
        let end = byte + piece.len();
        if !window.is_grapheme_boundary(end) {
            return None;
        }
        let word = window.chars().get(start..end).unwrap_or_default();
        let rest = window.chars().get(end..).unwrap_or_default();
        let word_start = std::mem::replace(&mut start, end);
        if !word.chars().any(char::is_alphanumeric) {
            return None;
        }
        let takes_stop = rest.starts_with('.')
            && abbreviation::is_initials(word)
            && window.is_grapheme_boundary(end + 1);
        Some(word_start..end + usize::from(takes_stop))
    })
}

/// White space and line ends right after `at`, in code points, as far as a window reaches.
fn len_of_space_after(text: &Text, at: CharOffset) -> u32 {
    let after = text.between(at, at.plus(LONGEST_WORD));
    count(after.chars().take_while(|character| character.is_whitespace()))
}

/// White space and line ends right before `at`, in code points, as far as a window reaches.
fn len_of_space_before(text: &Text, at: CharOffset) -> u32 {
    let at = at.min(text.end());
    let before = text.between(at.minus(LONGEST_WORD), at);
    count(before.chars().rev().take_while(|character| character.is_whitespace()))
}

fn count(characters: impl Iterator<Item = char>) -> u32 {
    u32::try_from(characters.count()).unwrap_or(u32::MAX)
}
