//! Capitalized names and dates.

use super::lists::{COMMON, LINKS, MONTHS, ROLES, SHADES, holds};
use super::words::Word;
use crate::model::{BlockKind, Map};
use crate::text::{CharOffset, Span};

/// Of words that are seldom names.
const ENDINGS: &[&str] = &["ing", "ly", "ment", "ments", "ness", "tion", "tions"];

/// What the whole article says about its words, in small letters.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Stand with a capital where none is needed.
    names: Map<String, ()>,
    /// Stand with a small letter somewhere.
    small: Map<String, ()>,
}

impl Known {
    /// Takes in the words of a block. Titles may be all in capitals and prove nothing.
    pub fn learn(&mut self, words: &[Word<'_>], kind: BlockKind) {
        let is_title = is_title(words, kind);
        for word in words {
            let map = match (word.is_capital(), word.opens || is_title) {
                (true, false) => &mut self.names,
                (false, _) if !word.is_number() => &mut self.small,
                _ => continue,
            };
            if !map.contains_key(&word.small) {
                map.insert(word.small.clone(), ());
            }
        }
    }

    fn is_name(&self, word: &Word<'_>) -> bool {
        self.names.contains_key(&word.small)
    }

    /// Whether a word with a capital at the start of a sentence is most likely none.
    fn is_common(&self, word: &Word<'_>) -> bool {
        holds(COMMON, &word.small)
            || !self.is_name(word)
                && (self.small.contains_key(&word.small)
                    || ENDINGS.iter().any(|ending| word.small.ends_with(ending)))
    }
}

/// A title of which most words have capitals.
fn is_title(words: &[Word<'_>], kind: BlockKind) -> bool {
    let is_heading = matches!(kind, BlockKind::Title | BlockKind::Subtitle | BlockKind::Heading);
    let long = words.iter().filter(|word| 3 < word.chars.len() && !word.is_number());
    let (capital, all) =
        long.fold((0, 0), |(capital, all), it| (capital + usize::from(it.is_capital()), all + 1));
    is_heading && 3 < all && all * 3 < capital * 4
}

/// The names of a block, in order.
pub(super) fn names(words: &[Word<'_>], kind: BlockKind, known: &Known) -> Vec<Span> {
    let in_title = is_title(words, kind);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((span, after)) = date(words, at) {
            found.extend(span);
            at = after;
        } else if word.is_capital() && (!in_title || known.is_name(word)) {
            let after =
                end_of_run(words, at, |it| it.is_capital() && (!in_title || known.is_name(it)));
            parts(words.get(at..after).unwrap_or_default(), known, &mut found);
            at = after;
        } else {
            at += 1;
        }
    }
    found
}

/// `April 25`, `June 12, 2018`, `25 April 2018`; a month alone is a name like others.
fn date(words: &[Word<'_>], at: usize) -> Option<(Option<Span>, usize)> {
    let is_month =
        |at: usize| words.get(at).is_some_and(|it| it.is_capital() && holds(MONTHS, &it.small));
    let follows = |at: usize| words.get(at).is_some_and(|it| it.is_number() && is_close(it.gap));
    let month = if is_month(at) {
        at
    } else if is_month(at + 1)
        && words.get(at).is_some_and(|it| it.is_number() && it.chars.len() <= 4)
        && words.get(at + 1).is_some_and(Word::follows)
    {
        at + 1
    } else {
        return None;
    };
    let mut last = month;
    while last < month + 2 && follows(last + 1) {
        last += 1;
    }
    if last == at {
        return None;
    }
    let span = Span::new(words.get(at)?.start, words.get(last)?.end).ok();
    Some((span, last + 1))
}

/// A number that belongs to the month before it: `May 4`, `May 4, 2018`, `Sept. 4`.
fn is_close(gap: &str) -> bool {
    matches!(gap, " " | ", " | ". " | "\u{a0}")
}

/// Where the run of words with capitals that begins at `at` ends.
fn end_of_run(words: &[Word<'_>], at: usize, is_part: impl Fn(&Word<'_>) -> bool) -> usize {
    let mut after = at + 1;
    loop {
        let Some(last) = after.checked_sub(1).and_then(|last| words.get(last)) else {
            return after;
        };
        if last.is_possessive {
            return after;
        }
        let is_next = |at: usize| {
            words.get(at).is_some_and(|it| {
                is_part(it) && goes_on(last, it) && !it.opens && date(words, at).is_none()
            })
        };
        let link =
            |at: usize| words.get(at).is_some_and(|it| it.follows() && holds(LINKS, it.chars));
        let joins =
            |at: usize| words.get(at).is_some_and(|it| is_part(it) && it.follows() && !it.opens);
        if is_next(after) {
            after += 1;
        } else if link(after) && joins(after + 1) {
            after += 2;
        } else if link(after) && link(after + 1) && joins(after + 2) {
            after += 3;
        } else {
            return after;
        }
    }
}

/// Whether a word belongs to the one before it: only a space, or an abbreviation's stop, or `&`
/// stands between them.
fn goes_on(last: &Word<'_>, next: &Word<'_>) -> bool {
    let is_short = last.chars.chars().count() <= 4;
    next.follows() && !next.gap.contains('\n') && next.gap.chars().count() < 3
        || next.gap == ". " && is_short
        || next.gap == " & "
}

/// The names in a run: what somebody is parts them, and what begins a sentence is left out.
fn parts(run: &[Word<'_>], known: &Known, found: &mut Vec<Span>) {
    let run = match run.split_first() {
        Some((first, rest)) if first.opens && known.is_common(first) => rest,
        _ => run,
    };
    let is_role = |place: usize| {
        let at = |place: usize| run.get(place).map_or("", |word| &word.small);
        holds(ROLES, at(place)) || holds(SHADES, at(place)) && holds(ROLES, at(place + 1))
    };
    if (0..run.len()).all(is_role) {
        found.extend(span(run));
        return;
    }
    let mut part_start = 0;
    for place in 0..run.len() {
        if is_role(place) {
            found.extend(name(run.get(part_start..place).unwrap_or_default()));
            part_start = place + 1;
        }
    }
    found.extend(name(run.get(part_start..).unwrap_or_default()));
}

/// The span of a name, without `of` and the like at its ends.
fn name(part: &[Word<'_>]) -> Option<Span> {
    let first = part.iter().position(Word::is_capital)?;
    let last = part.iter().rposition(Word::is_capital)?;
    let part = part.get(first..=last)?;
    // One capital letter is an item of a list, or "I".
    let is_letter = matches!(part, [one] if one.chars.chars().count() == 1);
    if is_letter { None } else { span(part) }
}

fn span(part: &[Word<'_>]) -> Option<Span> {
    let start: CharOffset = part.first()?.start;
    Span::new(start, part.last()?.end).ok()
}
