//! A raw selection made into what the user meant.

use super::grapheme::{next_grapheme, previous_grapheme, snap_to_graphemes};
use super::pair::{self, Pair};
use super::window::Window;
use super::word::snap_to_words;
use super::{CharOffset, Span, Text, abbreviation};

/// How far back the word before a full stop is looked for.
const LOOK_BACK: u32 = 20;

/// A selection as it is taken up: whole graphemes, whole words, trimmed; `None` if nothing is
/// left.
#[must_use]
pub fn tidy(text: &Text, span: Span) -> Option<Span> {
    trim(text, snap_to_words(text, clip(text, span)?))
}

/// A selection made character by character: whole graphemes, otherwise as it is; `None` if there
/// is only white space.
#[must_use]
pub fn tidy_exact(text: &Text, span: Span) -> Option<Span> {
    let span = snap_to_graphemes(text, clip(text, span)?);
    let is_blank = text.slice(span).chars().all(is_space);
    (!is_blank).then_some(span)
}

/// The span without the white space, commas, full stops, colons and semicolons at its ends;
/// `None` if nothing is left.
///
/// A full stop stays that belongs to an abbreviation. A quotation mark or bracket goes only if
/// its partner is not in the span.
///
/// - `[, they "went well". ]` becomes `, [they "went well"]. `
/// - `went [well" in the U.S. ]` becomes `went [well" in the U.S.] `
#[must_use]
pub fn trim(text: &Text, span: Span) -> Option<Span> {
    let mut span = clip(text, span)?;
    loop {
        let before = span;
        while let Some(start) = start_without_first(text, span) {
            span = Span::new(start, span.end()).ok()?;
        }
        while let Some(end) = end_without_last(text, span) {
            span = Span::new(span.start(), end).ok()?;
        }
        if span == before {
            return Some(span);
        }
    }
}

/// The part of the span that lies in the text.
fn clip(text: &Text, span: Span) -> Option<Span> {
    span.intersection(text.whole()?)
}

/// Where the span starts once its first grapheme is gone; `None` if that stays.
fn start_without_first(text: &Text, span: Span) -> Option<CharOffset> {
    let next = next_grapheme(text, span.start()).min(span.end());
    let first = only_char(text.between(span.start(), next))?;
    let goes = match first {
        _ if is_space(first) || is_pause(first) => true,
        _ if is_stop(first) => !begins_number_or_name(text, span.start()),
        _ if pair::is_mark(first) => !mark_stays(text, span, span.start(), first),
        _ => false,
    };
    goes.then_some(next)
}

/// Where the span ends once its last grapheme is gone; `None` if that stays.
fn end_without_last(text: &Text, span: Span) -> Option<CharOffset> {
    let previous = previous_grapheme(text, span.end()).max(span.start());
    let last = only_char(text.between(previous, span.end()))?;
    let goes = match last {
        _ if is_space(last) || is_pause(last) => true,
        _ if is_stop(last) => {
            abbreviation::before_stop(text.between(previous.minus(LOOK_BACK), previous)).is_none()
        }
        _ if pair::is_mark(last) => !mark_stays(text, span, previous, last),
        _ => false,
    };
    goes.then_some(previous)
}

/// The character of a grapheme that has one only, or whose first is a line end.
fn only_char(grapheme: &str) -> Option<char> {
    let mut chars = grapheme.chars();
    let first = chars.next()?;
    (chars.next().is_none() || grapheme == "\r\n").then_some(first)
}

/// Whether the full stop at `at` begins a word: `.5 percent`, `.NET`.
fn begins_number_or_name(text: &Text, at: CharOffset) -> bool {
    let before = text.between(at.minus(1), at).chars().next();
    let after = text.between(at.plus(1), at.plus(2)).chars().next();
    before.is_none_or(|it| !is_stop(it) && !it.is_alphanumeric())
        && after.is_some_and(char::is_alphanumeric)
}

/// Whether the mark at `at`, an end of the span, has its partner in the span.
///
/// A quotation of several paragraphs has its partner in another line: then the marks at the two
/// ends of the span are partners. An apostrophe without a partner is part of a word.
fn mark_stays(text: &Text, span: Span, at: CharOffset, mark: char) -> bool {
    if let Some((open, close)) = partners(text, at) {
        return span.contains(open) && span.contains(close);
    }
    if pair::is_apostrophe(mark) {
        return true;
    }
    let last = span.end().minus(1);
    let other = if at == last { span.start() } else { last };
    let ends = text.between(span.start(), span.start().plus(1)).chars().next();
    let ends = ends.zip(text.between(last, span.end()).chars().next());
    at != other
        && ends.is_some_and(|(first, last)| pair::belong_together(first, last))
        && partners(text, other).is_none()
}

/// The pair that the mark at `at` is half of, as far as its line shows.
fn partners(text: &Text, at: CharOffset) -> Option<(CharOffset, CharOffset)> {
    let window = Window::around(text, at);
    let start = window.start();
    let place = |pair: Pair| (start.plus(pair.open), start.plus(pair.close));
    let pairs = pair::pairs(None, window.chars(), None);
    pairs.into_iter().map(place).find(|(open, close)| at == *open || at == *close)
}

/// White space, and what is as invisible: zero width space, zero width no-break space.
fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}')
}

fn is_pause(character: char) -> bool {
    matches!(character, ',' | ':' | ';' | '،' | '؛' | '、' | '，' | '：' | '；')
}

fn is_stop(character: char) -> bool {
    matches!(character, '.' | '。' | '．')
}
