//! Quotations, sentences with numbers, and who speaks without a name.

use super::lists::{BETWEEN, COMMON, DETERMINERS, DOUBTFUL, PRONOUNS, STOPS, holds};
use super::words::Word;
use crate::model::reporting::is_verb;
use crate::text::{Span, Text, quotations, sentences_within, trim};

/// How many words describe somebody at most.
const LONGEST: usize = 5;

/// Quotations of more than one word that lie in no other.
pub(super) fn quoted(text: &Text, block: Span) -> Vec<Span> {
    let mut outer: Vec<Span> = Vec::new();
    for quotation in quotations(text, block) {
        if outer.last().is_none_or(|last| last.end() <= quotation.start())
            && text.slice(quotation).split_whitespace().nth(1).is_some()
        {
            outer.push(quotation);
        }
    }
    outer
}

/// Sentences with a number that no quotation stands in.
pub(super) fn counted(text: &Text, block: Span, quoted: &[Span]) -> Vec<Span> {
    let mut sentences = sentences_within(text, block);
    sentences.retain(|sentence| {
        let after = quoted.partition_point(|it| it.end() <= sentence.start());
        let is_free = quoted.get(after).is_none_or(|it| !it.overlaps(*sentence));
        let words = text.slice(*sentence);
        is_free && is_said(words) && has_number(words)
    });
    // As a tag of it would be: without its full stop.
    sentences.into_iter().filter_map(|it| trim(text, it)).collect()
}

/// Something is said, not only named as in `LONDON, May 4`: a word begins with a small letter.
fn is_said(words: &str) -> bool {
    words.split_whitespace().any(|word| word.starts_with(char::is_lowercase))
}

fn has_number(words: &str) -> bool {
    words.contains(|it: char| it.is_ascii_digit())
        || words.split(|it: char| !it.is_alphabetic()).any(|word| {
            matches!(
                word,
                "percent"
                    | "million"
                    | "billion"
                    | "trillion"
                    | "thousands"
                    | "hundreds"
                    | "dozens"
            )
        })
}

/// Who speaks in a block and is called by no name: `he said`, `said the officials`, `according to
/// a spokesman`.
pub(super) fn speakers(words: &[Word<'_>]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let according = word.small == "to"
            && place
                .checked_sub(1)
                .and_then(|it| words.get(it))
                .is_some_and(|it| it.small == "according");
        let says = !word.is_capital()
            && !word.small.ends_with("ing")
            && !holds(DOUBTFUL, &word.small)
            && is_verb(&word.small);
        let speaker = if according {
            after(words, place + 1)
        } else if says {
            before(words, place).or_else(|| {
                // `”, said the officials`: nobody stands before.
                let begins = !word.follows() || word.opens;
                after(words, place + 1).filter(|_| begins)
            })
        } else {
            None
        };
        if let Some(speaker) =
            speaker.filter(|it| found.last().is_none_or(|last| last.end() <= it.start()))
        {
            found.push(speaker);
        }
    }
    found
}

/// The description that ends right before the verb at `verb`.
fn before(words: &[Word<'_>], verb: usize) -> Option<Span> {
    let mut follows = words.get(verb)?.follows();
    let mut last = verb.checked_sub(1)?;
    while follows
        && words.get(last).is_some_and(|it| holds(BETWEEN, &it.small) || it.small.ends_with("ly"))
    {
        follows = words.get(last)?.follows();
        last = last.checked_sub(1)?;
    }
    let head = words.get(last).filter(|_| follows)?;
    if holds(PRONOUNS, &head.small) {
        return Span::new(head.start, head.end).ok();
    }
    let opens = head.opens && holds(COMMON, &head.small);
    if head.is_capital() && !opens || !is_noun(head) {
        return None;
    }
    let mut first = last;
    while words.get(first)?.follows() && last - first < LONGEST {
        let Some(word) = first.checked_sub(1).and_then(|it| words.get(it)) else { break };
        if holds(DETERMINERS, &word.small) || holds(STOPS, &word.small) || word.is_number() {
            break;
        }
        first -= 1;
        if word.opens {
            break;
        }
    }
    let is_plural = head.small.ends_with('s') || head.small == "people" || head.small == "police";
    let determined = first.checked_sub(1).and_then(|it| words.get(it));
    let determined =
        words.get(first)?.follows() && determined.is_some_and(|it| holds(DETERMINERS, &it.small));
    let begins = words.get(first)?.opens;
    let is_somebody =
        determined || is_plural && (begins || last == first) || words.get(first)?.is_capital();
    Span::new(words.get(first)?.start, head.end).ok().filter(|_| is_somebody)
}

/// The description that begins at `at`: a pronoun, or words in small letters behind a determiner,
/// or one word for many.
fn after(words: &[Word<'_>], at: usize) -> Option<Span> {
    let first = words.get(at).filter(|it| it.follows())?;
    if holds(PRONOUNS, &first.small) {
        return Span::new(first.start, first.end).ok();
    }
    let determined = holds(DETERMINERS, &first.small);
    let start = if determined { at + 1 } else { at };
    let head = words.get(start).filter(|it| it.follows() && is_noun(it))?;
    if head.is_capital() || !determined && !head.small.ends_with('s') {
        return None;
    }
    let more = words.get(start + 1..).unwrap_or_default().iter().take(LONGEST);
    let goes_on = |it: &&Word<'_>| {
        determined && it.follows() && (it.is_capital() || is_noun(it)) && !is_verb(&it.small)
    };
    let more = more.take_while(goes_on);
    Span::new(head.start, more.last().unwrap_or(head).end).ok()
}

fn is_noun(word: &Word<'_>) -> bool {
    let is_other = holds(STOPS, &word.small) || holds(DETERMINERS, &word.small);
    !is_other && !word.is_number() && 2 < word.chars.len()
}
