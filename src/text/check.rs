//! The checkers of this room: one line of marked text is one test.
//!
//! In a row `[]` is what goes in, `«»` what comes out, `|` where one asks. A row without `«»` says
//! that there is no answer.

use super::marked::{self, Marked, parse};
use super::{CharOffset, Span, Text};

/// A function from a span to a span: `in [ «Hanoi», ]on`.
#[track_caller]
pub(crate) fn span(function: fn(&Text, Span) -> Option<Span>, row: &str) {
    let (text, asked) = read(&without(row, ['«', '»']));
    let [span] = asked.spans[..] else { panic!("one span goes in: {row}") };
    same(&text, function(&text, span).as_slice(), row);
}

/// A function from an offset to a span: `«Han|oi» on`.
#[track_caller]
pub(crate) fn at(function: impl Fn(&Text, CharOffset) -> Option<Span>, row: &str) {
    let (text, asked) = read(row);
    let [at] = asked.carets[..] else { panic!("one caret: {row}") };
    same(&text, function(&text, at).as_slice(), row);
}

/// A function from an offset and a span around it to a span: `[One. «Tw|o.»] Three.` Without
/// `[]`, the whole text is meant.
#[track_caller]
pub(crate) fn at_within(function: fn(&Text, CharOffset, Span) -> Span, row: &str) {
    let (text, asked) = read(&without(row, ['«', '»']));
    let within = asked.spans.first().copied().or(text.whole()).unwrap();
    at(|text, at| Some(function(text, at, within)), &without(row, ['[', ']']));
}

/// A function from a span to spans: `«"Yes"» [and «"no"»]`. Without `[]`, the whole text is meant.
#[track_caller]
pub(crate) fn many(function: fn(&Text, Span) -> Vec<Span>, row: &str) {
    let (text, asked) = read(&without(row, ['«', '»']));
    let within = asked.spans.first().copied().or(text.whole());
    same(&text, &within.map_or(Vec::new(), |within| function(&text, within)), row);
}

/// A step forward, taken until it leads nowhere: `|One|, two|`.
#[track_caller]
pub(crate) fn steps(step: fn(&Text, CharOffset) -> CharOffset, row: &str) {
    let (text, wanted) = read(row);
    assert_eq!(walk(step, &text, wanted.carets[0]), wanted.carets, "{row}");
}

/// A step backward, taken until it leads nowhere: `|One, |two|`.
#[track_caller]
pub(crate) fn steps_back(step: fn(&Text, CharOffset) -> CharOffset, row: &str) {
    let (text, mut wanted) = read(row);
    wanted.carets.reverse();
    assert_eq!(walk(step, &text, wanted.carets[0]), wanted.carets, "{row}");
}

/// All places that a step leads to from `start`, until it leads nowhere.
pub(crate) fn walk(
    step: fn(&Text, CharOffset) -> CharOffset,
    text: &Text,
    start: CharOffset,
) -> Vec<CharOffset> {
    let next = |at: &CharOffset| Some(step(text, *at)).filter(|next| next != at);
    std::iter::successors(Some(start), next).take(100_000).collect()
}

fn read(row: &str) -> (Text, Marked) {
    let marked = parse(row).unwrap();
    (Text::new(marked.text.as_str()), marked)
}

/// Whether the `«»` of a row stand where `actual` says.
#[track_caller]
fn same(text: &Text, actual: &[Span], row: &str) {
    let (_, wanted) = read(&without(row, ['[', ']']));
    let show = |spans| marked::show(text.as_str(), spans);
    assert_eq!(show(actual), show(&wanted.spans), "{row}");
}

/// A row without one kind of its brackets.
fn without(row: &str, brackets: [char; 2]) -> String {
    let mut is_escaped = false;
    let stays = |character: &char| {
        let stays = is_escaped || !brackets.contains(character);
        is_escaped = *character == '\\' && !is_escaped;
        stays
    };
    row.chars().filter(stays).collect()
}
