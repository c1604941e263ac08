//! A selection that grows by meaning: word, name, quotation, sentence, paragraph, all.

use super::sentence::is_opening;
use super::{
    CharOffset, Span, Text, next_word, previous_word, quotations, sentence_at, snap_to_words, trim,
    word_at,
};

/// Small words within names: `Bank of England`, `Ursula von der Leyen`.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el",
    "ibn", "la", "le", "of", "ten", "the", "van", "von", "zu", "zum", "zur",
];

/// Names of more words are none.
const LONGEST_NAME: usize = 20;

/// The next larger stretch that means something; `None` if the whole text is selected.
///
/// `paragraph` is the block, or the blocks, that the span lies in. Punctuation at the ends is left
/// out, as from every selection, except for the marks of a quotation.
///
/// - `[Kim]`, `[Kim Jong-un]`, `"[Kim Jong-un left]"`, `["Kim Jong-un left"]`, and so on.
#[must_use]
pub fn grow(text: &Text, paragraph: Span, span: Span) -> Option<Span> {
    let first = sentence_at(text, span.start(), paragraph);
    let last = sentence_at(text, span.end().minus(1), paragraph);
    let mut sentence = first.hull(last);
    let mut steps = vec![snap_to_words(text, span), paragraph];
    steps.extend(name_around(text, paragraph, span));
    for quotation in quotations(text, paragraph) {
        let (start, end) = (quotation.start().plus(1), quotation.end().minus(1));
        let inside = Span::new(start, end).ok();
        // Of a sentence that goes on outside of the quotation, only what is inside is meant.
        if let Some(inside) = inside.filter(|it| it.covers(span) && it.crosses(sentence)) {
            sentence = sentence.intersection(inside).unwrap_or(sentence);
        }
        let inside = inside.and_then(|inside| trim(text, inside));
        steps.extend(inside.into_iter().chain([quotation]));
    }
    steps.extend(trim(text, sentence));
    steps.extend(text.whole());
    steps.retain(|step| step.covers(span) && *step != span);
    steps.into_iter().min_by_key(|step| step.len())
}

/// The run of words with capital letters that a span lies in, small words between them included.
fn name_around(text: &Text, within: Span, span: Span) -> Option<Span> {
    let first = word_at(text, span.start())?;
    if !is_capital(text, first) {
        return None;
    }
    let mut name = first.hull(span).intersection(within)?;
    let mut pending = 0;
    let mut last = name;
    for _ in 0..LONGEST_NAME {
        let Some(word) = word_after(text, last.end()).filter(|it| within.covers(*it)) else {
            break;
        };
        if !is_joint(text, last.end(), word.start()) {
            break;
        }
        last = word;
        pending = if is_capital(text, word) { 0 } else { pending + 1 };
        if pending == 0 {
            name = name.hull(word);
        } else if 2 < pending || !is_particle(text, word) {
            break;
        }
    }
    Some(with_words_before(text, within, name))
}

fn with_words_before(text: &Text, within: Span, mut name: Span) -> Span {
    let mut pending = 0;
    let mut first = name;
    for _ in 0..LONGEST_NAME {
        let word = word_before(text, first.start()).filter(|it| within.covers(*it));
        let Some(word) = word else { break };
        if !is_joint(text, word.end(), first.start()) {
            break;
        }
        first = word;
        pending = if is_capital(text, word) { 0 } else { pending + 1 };
        if pending == 0 {
            let begins = sentence_at(text, word.start(), within).start() == word.start();
            if begins && is_opening(text.slice(word)) {
                break;
            }
            name = name.hull(word);
        } else if 2 < pending || !is_particle(text, word) {
            break;
        }
    }
    name
}

fn word_after(text: &Text, at: CharOffset) -> Option<Span> {
    let end = next_word(text, at);
    word_at(text, end.minus(1)).filter(|word| at <= word.start())
}

fn word_before(text: &Text, at: CharOffset) -> Option<Span> {
    word_at(text, previous_word(text, at)).filter(|word| word.end() <= at)
}

/// Whether two words of one name may stand so.
fn is_joint(text: &Text, end: CharOffset, start: CharOffset) -> bool {
    matches!(text.between(end, start), " " | "\u{a0}" | "-" | "\u{2011}" | "")
}

fn is_capital(text: &Text, word: Span) -> bool {
    text.slice(word).chars().next().is_some_and(char::is_uppercase)
}

/// A small word, or the second half of a name such as `Jong-un`.
fn is_particle(text: &Text, word: Span) -> bool {
    PARTICLES.contains(&text.slice(word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::marked::{parse, show};
    use super::super::{line_at, sample};
    use super::*;

    fn paragraph(text: &Text, span: Span) -> Span {
        let lines = line_at(text, span.start()).into_iter().chain(line_at(text, span.end()));
        lines.fold(span, Span::hull)
    }

    /// The first row is what is selected, each that follows is what it grows to.
    #[track_caller]
    fn check(rows: &[&str]) {
        for pair in rows.windows(2) {
            let before = parse(pair[0]).unwrap();
            let text = Text::new(before.text.as_str());
            let span = before.spans[0];
            let grown = grow(&text, paragraph(&text, span), span);
            assert_eq!(show(&before.text, grown.as_slice()), pair[1], "{}", pair[0]);
        }
    }

    #[test]
    fn a_selection_grows_by_what_words_mean() {
        check(&[
            "One.\nThen Kim J«o»ng-un said “I left, and”. Two.",
            "One.\nThen Kim «Jong»-un said “I left, and”. Two.",
            "One.\nThen «Kim Jong»-un said “I left, and”. Two.",
            "One.\n«Then Kim Jong-un said “I left, and”». Two.",
            "One.\n«Then Kim Jong-un said “I left, and”. Two.»",
            "«One.\nThen Kim Jong-un said “I left, and”. Two.»",
            "One.\nThen Kim Jong-un said “I left, and”. Two.",
        ]);
        check(&[
            "He: “I «left», and ‘so’. Soon”, he",
            "He: “«I left, and ‘so’». Soon”, he",
            "He: “«I left, and ‘so’. Soon»”, he",
            "He: «“I left, and ‘so’. Soon”», he",
            "«He: “I left, and ‘so’. Soon”, he»",
            "He: “I left, and ‘so’. Soon”, he",
        ]);
    }

    #[test]
    fn a_name_is_a_run_of_capitals_with_small_words_between() {
        for (from, to) in [
            ("the Bank of «England» fell", "the «Bank of England» fell"),
            ("the «Bank» of England fell", "the «Bank of England» fell"),
            ("with «Ursula» von der Leyen today", "with «Ursula von der Leyen» today"),
            ("The «Lake» Institute won", "The «Lake Institute» won"),
            ("in «U.S.» President Trump", "in «U.S. President Trump»"),
            ("for «Kim», Ann went", "«for Kim, Ann went»"),
            ("the «Trump»-Kim summit", "the «Trump-Kim» summit"),
            ("saw «👨‍👩‍👧» Ann", "«saw 👨‍👩‍👧 Ann»"),
        ] {
            check(&[from, to]);
        }
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn every_step_is_larger_until_all_is_selected((text, span) in sample::text_and_span()) {
            let mut span = span;
            for _ in 0..2_000 {
                let Some(next) = grow(&text, paragraph(&text, span), span) else { break };
                prop_assert!(next.covers(span) && next != span);
                span = next;
            }
            prop_assert_eq!(Some(span), text.whole());
        }
    }
}
