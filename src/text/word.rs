//! Words (UAX #29): where the caret goes by word, and where a selection snaps to.
//!
//! `Russia’s`, `can't`, `1,000.5` and `U.S` are one word each, `Jong-un` is two. The full stop
//! that closes `U.S.` is part of it, for nobody means `U.S`. A word never splits a grapheme.
//!
//! # Limitations
//! Chinese, Japanese and Thai have no spaces, and no dictionary is kept: a word is one character
//! there. What is longer than 200 characters is data, not a word: nothing snaps to it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::grapheme::snap_to_graphemes;
use super::window::{REACH_FOR_WORD, Window};
use super::{CharOffset, Span, Text, abbreviation};

/// Half of what a [`Window`] reads on each side, so that a word is either read in full or too
/// long, wherever in it one asks.
const LONGEST_WORD: u32 = REACH_FOR_WORD / 2;

/// The end of the word that `at` stands in or before.
///
/// Stops at the end of a line if nothing but punctuation is left of it, and at the end of the
/// text.
#[must_use]
pub fn next_word(text: &Text, at: CharOffset) -> CharOffset {
    let from = text.end().min(at).plus(len_of_space_after(text, at));
    let window = Window::near(text, from);
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
    let window = Window::near(text, from);
    let from = window.byte(from);
    let start = words(&window).map(|word| word.start).take_while(|start| *start < from).last();
    start.map_or(window.start(), |start| window.offset(start))
}

/// The word that holds the character at `at`, or else the word that ends there.
#[must_use]
pub fn word_at(text: &Text, at: CharOffset) -> Option<Span> {
    let window = Window::near(text, at);
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::super::grapheme::is_grapheme_boundary;
    use super::super::{check, sample};
    use super::*;

    #[test]
    fn the_caret_goes_forward_by_ends_of_words() {
        for row in [
            "|",
            "|Kim| Jong|-un|",
            "|Russia’s| steps|, he| said|.|",
            "| \n|",
            "|one|.|\n\n two|",
            "|the| U.S.| and| 1,000.5|",
            "|(a|)|\n—|\nb|",
            "|👨‍👩‍👧‍👦 e\u{301}t|\r\nx|",
            "|שלום| ירושלים|",
        ] {
            check::steps(next_word, row);
        }
        check::steps(next_word, "Sin|gapore|!|");
    }

    #[test]
    fn the_caret_goes_back_by_starts_of_words() {
        for row in [
            "|",
            "|Kim |Jong-|un|",
            "|Russia’s |steps, |he |said.|",
            "| \n|",
            "|one.\n\n |two|",
            "|the |U.S. |and |1,000.5|",
            "|\"|a\"\n|— \n|b|",
            "|👨‍👩‍👧‍👦 |e\u{301}t\r\n|x|",
            "|שלום |ירושלים|",
        ] {
            check::steps_back(previous_word, row);
        }
        check::steps_back(previous_word, "|Sing|apore");
    }

    #[test]
    fn a_word_is_found_in_it_and_at_its_end() {
        for row in [
            "|",
            " | ",
            "«|Kim» Jong-un",
            "«K|im» Jong-un",
            "«Kim|» Jong-un",
            "Kim «Jong|»-un",
            "Kim Jong-«|un»",
            "said, |“no",
            "«Russia|’s» steps",
            "«can|'t»",
            "the «U|.S.» now",
            "the «U.S|.» now",
            "the «U.S.|» now",
            "a «Ph.D.|»",
            "«example.or|g».",
            "«1,0|00.5»%",
            "«e|\u{301}t»",
            "👨‍👩‍👧‍👦|",
            "a\r|\nb",
            "«של|ום» x",
            "東«京|»",
        ] {
            check::at(word_at, row);
        }
    }

    #[test]
    fn spans_grow_to_words() {
        for row in [
            "«[Kim]» Jong-un",
            "«K[i]m» Jong-un",
            "«K[im »]Jong-un",
            "Donald «Tr[ump and Pu]tin» met",
            "Kim[« Jong»]-un",
            "Kim «Jo[ng-u]n»",
            "[«, »]",
            "the «[U.S].» now",
            "a «👨‍[👩]‍👧‍👦» b",
            "«[e]\u{301}t»",
            "one«[\r]\n»two",
            "«ש[לו]ם» x",
        ] {
            check::span(|text, span| Some(snap_to_words(text, span)), row);
        }
    }

    #[test]
    fn data_is_no_word() {
        let text = Text::new(format!("a {} b", "0f".repeat(3_000)));
        assert_eq!(word_at(&text, CharOffset(3_000)), None);
        assert_eq!(word_at(&text, CharOffset(3)), None);
        let span = Span::new(CharOffset(2_000), CharOffset(4_000)).unwrap();
        assert_eq!(snap_to_words(&text, span), span);
        assert!(check::walk(next_word, &text, CharOffset::ZERO).len() < 30);
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn stepping_gets_to_the_end((text, at) in sample::text_and_offset()) {
            let there = check::walk(next_word, &text, at);
            prop_assert_eq!(there.last(), Some(&text.end()));
            prop_assert!(there.is_sorted());
            let back = check::walk(previous_word, &text, at);
            prop_assert_eq!(back.last(), Some(&CharOffset::ZERO));
            prop_assert!(back.is_sorted_by(|one, next| one > next));
        }

        #[test]
        fn snapped_spans_cover_and_stay((text, span) in sample::text_and_span()) {
            let snapped = snap_to_words(&text, span);
            prop_assert!(snapped.covers(span));
            prop_assert_eq!(snap_to_words(&text, snapped), snapped);
            for end in [snapped.start(), snapped.end()] {
                prop_assert!(is_grapheme_boundary(&text, end));
                let word = word_at(&text, end);
                prop_assert!(word.is_none_or(|word| end == word.start() || end == word.end()));
            }
        }

        #[test]
        fn long_lines_have_the_words_of_the_whole(text in sample::long_line(), at in any::<Index>()) {
            let at = sample::offset(&text, at);
            let whole = Window::whole(&text);
            let words = words(&whole).filter_map(|word| whole.span(word.start, word.end));
            let words = words.collect::<Vec<_>>();
            let touched = words.iter().copied().rfind(|word| word.touches(at));
            let touched = touched.filter(|word| word.len() <= LONGEST_WORD);
            prop_assert_eq!(word_at(&text, at), touched);
            let is_near = |there: &CharOffset| there.distance(at) < LONGEST_WORD;
            let next = words.iter().map(|word| word.end()).find(|end| at < *end);
            // U+0600 and a space are one grapheme, so that a word may end in white space; the
            // caret skips that.
            let is_seen = |next: &CharOffset| !text.between(at, *next).trim().is_empty();
            if let Some(next) = next.filter(is_near).filter(is_seen) {
                prop_assert_eq!(next_word(&text, at), next);
            }
            let previous = words.iter().map(|word| word.start()).rfind(|start| *start < at);
            if let Some(previous) = previous.filter(is_near) {
                prop_assert_eq!(previous_word(&text, at), previous);
            }
        }
    }
}
