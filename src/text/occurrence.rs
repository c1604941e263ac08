//! Where else the same words stand: for tagging them all at once, and for searching.
//!
//! Reads the text once, whatever its length and however often the words stand in it.

use super::grapheme::is_grapheme_boundary;
use super::{CharOffset, Span, Text, lower_case, word_at};

/// What counts as the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Not in the middle of a word. The `’s` of a possessive is no part of the word.
    pub whole_words: bool,
    pub same_case: bool,
}

impl Default for Match {
    fn default() -> Match {
        Match { whole_words: true, same_case: true }
    }
}

/// Every stretch of the text that reads `words`, in order; none shares a character with another.
///
/// - `Trump` in `[Trump] and Trumpism, [Trump]’s`.
///
/// None splits what a reader takes for one character. Words of white space alone stand nowhere.
#[must_use]
pub fn occurrences(text: &Text, words: &str, how: Match) -> Vec<Span> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    if how.same_case {
        return found(text, text.as_str(), words, how.whole_words);
    }
    found(text, &lower_case(text.as_str()), &lower_case(words), how.whole_words)
}

/// Looks for words in `chars`, which has as many code points as the text, each in its place.
fn found(text: &Text, chars: &str, words: &str, whole_words: bool) -> Vec<Span> {
    let len = count(words);
    let first = words.chars().next().map_or(1, char::len_utf8);
    let mut spans = Vec::new();
    let mut rest = chars;
    let mut at = CharOffset::ZERO;
    while let Some(byte) = rest.find(words) {
        let start = at.plus(count(rest.get(..byte).unwrap_or_default()));
        let fits = Span::new(start, start.plus(len)).ok().filter(|span| {
            let ends = [span.start(), span.end()];
            ends.into_iter().all(|end| is_grapheme_boundary(text, end))
                && (!whole_words || is_whole(text, *span))
        });
        // What does not fit may overlap with what does.
        let (bytes, chars) = if fits.is_some() { (words.len(), len) } else { (first, 1) };
        spans.extend(fits);
        at = start.plus(chars);
        rest = rest.get(byte + bytes..).unwrap_or_default();
    }
    spans
}

/// Whether a span neither starts nor ends within a word.
fn is_whole(text: &Text, span: Span) -> bool {
    let (start, end) = (span.start(), span.end());
    !is_in_word(text, start) && (!is_in_word(text, end) || is_before_possessive(text, end))
}

fn is_in_word(text: &Text, at: CharOffset) -> bool {
    let beside = text.between(at.minus(1), at.plus(1)).as_bytes();
    // Most places are told without looking for words: between a letter and a space, or another.
    if let [before, after] = beside {
        if before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric() {
            return true;
        }
        let is_gap = |byte: &u8| matches!(byte, b' ' | b'\n');
        if is_gap(before) && after.is_ascii_alphanumeric()
            || is_gap(after) && before.is_ascii_alphanumeric()
        {
            return false;
        }
    }
    word_at(text, at).is_some_and(|word| word.start() < at && at < word.end())
}

/// Whether only `’s` or `'s` is left of the word at `at`.
fn is_before_possessive(text: &Text, at: CharOffset) -> bool {
    let end = at.plus(2);
    matches!(text.between(at, end), "’s" | "'s" | "’S" | "'S") && !is_in_word(text, end)
}

fn count(chars: &str) -> u32 {
    u32::try_from(chars.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::marked::{parse, show};
    use super::super::sample;
    use super::*;

    const ANY_CASE: Match = Match { whole_words: true, same_case: false };
    const PARTS: Match = Match { whole_words: false, same_case: true };
    const ALL: Match = Match { whole_words: false, same_case: false };

    #[track_caller]
    fn check(words: &str, how: Match, row: &str) {
        let marked = parse(row).unwrap();
        let text = Text::new(marked.text.as_str());
        let spans = occurrences(&text, words, how);
        assert_eq!(show(&marked.text, &spans), show(&marked.text, &marked.spans), "{words}");
    }

    #[test]
    fn the_same_words_are_found_wherever_they_stand() {
        for (words, how, row) in [
            ("a", Match::default(), ""),
            ("", PARTS, "abc"),
            (" \n", PARTS, "a \n b"),
            ("Trump", Match::default(), "«Trump» and Trumpism, «Trump»’s, «Trump»'s and «Trump»"),
            ("Trump", Match::default(), "trump Trumps Trump’sx «Trump»-Kim «Trump». («Trump»)"),
            ("Trump", ANY_CASE, "«trump» «TRUMP»'S trumps «Trump»"),
            ("Trump", PARTS, "a«Trump»ism «Trump»s trump"),
            ("RUM", ALL, "T«rum»p «rum»"),
            ("Donald Trump", Match::default(), "«Donald Trump», Donald\nTrump, McDonald Trump"),
            ("U.S.", Match::default(), "the «U.S.» and «U.S.», not U.S.A. or U.S"),
            ("100", Match::default(), "«100» 1,100 100.5 «100»% «100»."),
            ("aa", PARTS, "«aa»«aa»a «aa»"),
            ("aa", Match::default(), "aaaa «aa»"),
            ("a b a", Match::default(), "«a b a» b a c a b ax «a b a»"),
            ("aXa", PARTS, "a«aXa»Xa"),
            ("e", PARTS, "e\u{301} «e» e\u{301}"),
            ("é", ALL, "«É» «é» e"),
            ("👩", PARTS, "👩‍👩‍👧 «👩» 👩🏽"),
            ("🤝 Hanoi", Match::default(), "🤝 «🤝 Hanoi» 🤝 Hanois «🤝 Hanoi»’s"),
            ("Straße", ANY_CASE, "«STRAßE» Straßen «straße»"),
            ("שלום", Match::default(), "«שלום» שלומי «שלום»."),
            ("東京", PARTS, "«東京»都"),
            ("—", Match::default(), "a«—»b «—»"),
            ("\r\n", PARTS, "a\r\nb"),
            ("a", Match::default(), "«a»\r\n«a»"),
        ] {
            check(words, how, row);
        }
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn found_is_what_reads_the_same((text, span) in sample::text_and_span()) {
            let words = text.slice(span);
            for how in [Match::default(), ANY_CASE, PARTS, ALL] {
                let spans = occurrences(&text, words, how);
                prop_assert!(spans.is_sorted_by(|one, next| one.end() <= next.start()));
                for found in &spans {
                    let same = if how.same_case {
                        text.slice(*found) == words
                    } else {
                        lower_case(text.slice(*found)) == lower_case(words)
                    };
                    prop_assert!(same);
                    prop_assert!(is_grapheme_boundary(&text, found.start()));
                    prop_assert!(is_grapheme_boundary(&text, found.end()));
                }
            }
            // What was asked with stands there itself, or something that overlaps with it.
            let is_cut = [span.start(), span.end()].iter().any(|at| !is_grapheme_boundary(&text, *at));
            if !words.trim().is_empty() && !is_cut {
                prop_assert!(occurrences(&text, words, PARTS).iter().any(|it| it.overlaps(span)));
            }
        }

        #[test]
        fn the_short_way_to_tell_a_word_is_the_long_one((text, at) in sample::text_and_offset()) {
            let long = word_at(&text, at).is_some_and(|word| word.start() < at && at < word.end());
            prop_assert_eq!(is_in_word(&text, at), long);
        }
    }
}
