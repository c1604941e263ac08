//! Where a sentence may end (UAX #29).
//!
//! What is a letter, a capital or a digit says the standard library: the tables that are made for
//! sentences would be a tenth of the program. The tests compare this with them.
//!
//! # Limitations
//! The marks that end a sentence are those of scripts that newspapers are written in.

use std::ops::Range;

use super::pair;

/// End a sentence, whatever follows but a mark that goes on.
const STOPS: &str = "!?։؝؞؟۔܀܁܂।॥၊။።፧፨᙮។៕᠃᠉‼‽⁇⁈⁉⸮⸼。︒︕︖﹖﹗！？｡";

/// End a sentence unless what stands around them says otherwise.
const FULL_STOPS: &str = ".․﹒．";

/// After these the sentence goes on.
const COMMAS: &str = ",-:;;՝،؍߸᠂᠈–—、︐︑︓︔︱︲﹐﹑﹔﹕﹘﹣，－：；､";

/// The pieces of `chars` that its sentences are, with the white space after each, as bytes.
pub(super) fn sentences(chars: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = chars.get(start..).filter(|rest| !rest.is_empty())?;
        let piece = start..start + first_sentence(rest);
        start = piece.end;
        Some(piece)
    })
}

pub(super) fn is_paragraph_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// How many bytes the first sentence has.
fn first_sentence(chars: &str) -> usize {
    let mut rest = chars;
    while let Some((before, mark, after)) = at_mark(rest) {
        if is_paragraph_end(mark) {
            let is_cr_lf = mark == '\r' && after.starts_with('\n');
            return chars.len() - after.len() + usize::from(is_cr_lf);
        }
        let after = after.trim_start_matches(is_attached);
        let closed = after.trim_start_matches(|it| pair::is_mark(it) || is_attached(it));
        let next = closed.trim_start_matches(|it| is_space(it) || is_attached(it));
        if !(goes_on(next) || FULL_STOPS.contains(mark) && is_inside(before, after, next)) {
            let ended = next.strip_prefix("\r\n");
            let ended = ended.or_else(|| next.strip_prefix(is_paragraph_end)).unwrap_or(next);
            return chars.len() - ended.len();
        }
        rest = next;
    }
    chars.len()
}

/// The first mark or line end at which a sentence may end, with what stands before and after.
fn at_mark(chars: &str) -> Option<(&str, char, &str)> {
    let (before, found) = chars.split_at(chars.find(|it| is_stop(it) || is_paragraph_end(it))?);
    let mut found = found.chars();
    Some((before, found.next()?, found.as_str()))
}

fn goes_on(next: &str) -> bool {
    next.starts_with(|it| is_stop(it) || COMMAS.contains(it))
}

/// Whether a full stop stands within a sentence: `1.5`, `U.S`, `etc. and so on`.
fn is_inside(before: &str, after: &str, next: &str) -> bool {
    let is_cased = |it: char| it.is_lowercase() || it.is_uppercase();
    let before = before.trim_end_matches(is_attached);
    let first = next.chars().find(|it| it.is_alphabetic() || is_stop(*it) || is_paragraph_end(*it));
    after.starts_with(char::is_numeric)
        || before.ends_with(is_cased) && after.starts_with(char::is_uppercase)
        || first.is_some_and(char::is_lowercase)
}

fn is_stop(character: char) -> bool {
    if character.is_ascii() {
        return matches!(character, '.' | '!' | '?');
    }
    STOPS.contains(character) || FULL_STOPS.contains(character)
}

fn is_space(character: char) -> bool {
    character.is_whitespace() && !is_paragraph_end(character)
}

/// Whether a character is part of the one before: an accent, a joiner, a variant.
fn is_attached(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200c}'..='\u{200f}' | '\u{2060}' | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::super::sample;
    use super::*;

    #[track_caller]
    fn check(chars: &str) {
        let pieces: Vec<_> = sentences(chars).filter_map(|piece| chars.get(piece)).collect();
        let expected: Vec<_> = chars.split_sentence_bounds().collect();
        assert_eq!(pieces, expected, "{chars}");
    }

    #[test]
    fn sentences_end_where_the_tables_say() {
        check(include_str!("../../tests/fixtures/article.txt"));
        for stop in STOPS.chars().chain(FULL_STOPS.chars()) {
            check(&format!("Aa{stop} Bb{stop} cc{stop}) Dd{stop}1 E{stop}F"));
        }
        for comma in COMMAS.chars() {
            check(&format!("Aa. {comma} Bb!{comma} Cc."));
        }
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn any_text_is_parted_as_the_tables_say(
            chars in "([.!? ]{1,3}|[a-zA-Z]{1,3}|[äÉßж你好שלا1-9,;:()\\[\\]\"'“”‘’«»…–—。！？\u{301}🤝👍🏽\n\r\u{a0}-]{1,2}){0,20}",
        ) {
            check(&chars);
        }
    }
}
