//! A raw selection made into what the user meant.

use super::grapheme::{next_grapheme, previous_grapheme, snap_to_graphemes};
use super::pair::{self, Partners};
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
    let mut partners = Partners::new(text);
    while let Some((start, end)) = without_one(text, span, &mut partners) {
        span = Span::new(start, end).ok()?;
    }
    Some(span)
}

/// The part of the span that lies in the text.
fn clip(text: &Text, span: Span) -> Option<Span> {
    span.intersection(text.whole()?)
}

/// The ends of the span once its first or last grapheme is gone; `None` if both stay.
///
/// Marks come last: only at the very ends can it be told whether two of them are partners.
fn without_one(
    text: &Text,
    span: Span,
    partners: &mut Partners<'_>,
) -> Option<(CharOffset, CharOffset)> {
    let (start, end) = (span.start(), span.end());
    let next = next_grapheme(text, start).min(end);
    let previous = previous_grapheme(text, end).max(start);
    let first = only_char(text.between(start, next));
    let last = only_char(text.between(previous, end));
    let is_outer = |it: char| is_space(it) || is_pause(it);
    if first.is_some_and(|it| is_outer(it) || is_stop(it) && !begins_word(text, start)) {
        return Some((next, end));
    }
    if last.is_some_and(|it| is_outer(it) || is_stop(it) && !ends_abbreviation(text, previous)) {
        return Some((start, previous));
    }
    let mut goes = |it: Option<char>, at| {
        it.is_some_and(pair::is_mark) && !mark_stays(text, span, at, partners)
    };
    if goes(first, start) {
        return Some((next, end));
    }
    goes(last, previous).then_some((start, previous))
}

/// The character of a grapheme that has one only, or whose first is a line end.
fn only_char(grapheme: &str) -> Option<char> {
    let mut chars = grapheme.chars();
    let first = chars.next()?;
    (chars.next().is_none() || grapheme == "\r\n").then_some(first)
}

/// Whether the full stop at `at` belongs to an abbreviation: `U.S.`, `Inc.`
fn ends_abbreviation(text: &Text, at: CharOffset) -> bool {
    abbreviation::before_stop(text.between(at.minus(LOOK_BACK), at)).is_some()
}

/// Whether the full stop at `at` begins a word: `.5 percent`, `.NET`.
fn begins_word(text: &Text, at: CharOffset) -> bool {
    let before = text.between(at.minus(1), at).chars().next();
    let after = text.between(at.plus(1), at.plus(2)).chars().next();
    before.is_none_or(|it| !is_stop(it) && !it.is_alphanumeric())
        && after.is_some_and(char::is_alphanumeric)
}

/// Whether the mark at `at`, an end of the span, has its partner in the span.
///
/// A quotation of several paragraphs has its partner in another line: then the marks at the two
/// ends of the span are partners. An apostrophe without a partner is part of a word.
fn mark_stays(text: &Text, span: Span, at: CharOffset, partners: &mut Partners<'_>) -> bool {
    if let Some((open, close)) = partners.of(at) {
        return span.contains(open) && span.contains(close);
    }
    let char_at = |at: CharOffset| text.between(at, at.plus(1)).chars().next();
    if char_at(at).is_some_and(pair::is_apostrophe) {
        return true;
    }
    let (first, last) = (span.start(), span.end().minus(1));
    let other = if at == last { first } else { last };
    let ends = char_at(first).zip(char_at(last));
    first < last
        && ends.is_some_and(|(open, close)| pair::belong_together(open, close))
        && partners.of(other).is_none()
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::super::grapheme::is_grapheme_boundary;
    use super::super::{check, sample};
    use super::*;

    #[test]
    fn outer_punctuation_is_trimmed() {
        for row in [
            "[«Hanoi»] on",
            "in[ «Hanoi», ]on",
            "in [«Hanoi».]",
            "[: «Hanoi»; ]",
            "[«Why?»]",
            "[, :;.\n ]",
            "[.]",
            "[«April 25, 2018», ]in",
            "[...«and so»...]",
            "[«.5 percent».]",
            "[«👨‍👩‍👧‍👦», ]x",
            "[ «e\u{301}» ]x",
            "[« \u{301}»]x",
            "[\r\n«a\r\nb»\r\n]",
            "[\u{a0}«a»\u{3000}\u{200b}\u{feff}]",
            "[ «שלום»، ]x",
            "[「«東京»。]",
        ] {
            check::span(trim, row);
        }
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        for row in [
            "the [«U.S.», ]now",
            "[«Acme Inc.»] said",
            "[«Martin Luther King Jr.»]",
            "[«at 5 p.m.»]",
            "[«Mr.»] Kim",
            "[«Ph.D.» ]",
            "[«example.org».]",
            "[«he sat».]",
            "[«Malcolm X».]",
            "[«in 1,000.5».]",
        ] {
            check::span(trim, row);
        }
    }

    #[test]
    fn marks_go_without_their_partner() {
        for row in [
            r#"[«they "went well"»], he said"#,
            r#"["«they "went well"»,] he said"#,
            r#""They [«stepped up»,"] he said"#,
            r#"["«They stepped» ]up," he said"#,
            r#"[«"Yes," he said, "no"».]"#,
            r#""Yes,[" «he said», "]no.""#,
            r#""[«Yes," he said, "no»]""#,
            r#"[«"no"»] and no"#,
            "the [«(former)»] head",
            "the ([«former»)] head",
            "[«UN (United Nations)».]",
            "[(«a»] b)",
            "[“«He said ‘no’»] twice”",
            "[«‘no’»] twice",
            "[«\"שלום\"»,] x",
            "[\"«👨‍👩‍👧‍👦»] x\"",
        ] {
            check::span(trim, row);
        }
    }

    #[test]
    fn apostrophes_stay() {
        for row in
            ["[«the workers’»] plan", "[«workers'»] plan", "the [«'90s»] were", "[«’n’»] roll"]
        {
            check::span(trim, row);
        }
    }

    #[test]
    fn a_quotation_of_several_paragraphs_keeps_its_marks() {
        for row in [
            "[«“One.\n\nTwo.”»] he said",
            "[«\"One.\nTwo.\"»] he said",
            "[ «“One.\n\nTwo.”», ]he said",
            "[“«One.\n\nTwo».] Three.”",
            "“One.\n\n[«Two».”] he said",
        ] {
            check::span(trim, row);
        }
    }

    #[test]
    fn a_raw_selection_becomes_words() {
        for row in [
            "Donald «Tr[ump», ]Putin",
            "«Don[ald Tr]ump» met",
            "[«Donald Trump, a]nd» he",
            "the[ «U.S].» now",
            "[ ]",
            "[, ]and",
            "[«Russia’s» ]steps",
            "Kim[ «Jong»]-un",
            "«👨‍[👩‍👧‍👦»,] x",
            "«e[\u{301}t»\r\n]",
            "«ש[לו]ם» x",
        ] {
            check::span(tidy, row);
        }
    }

    #[test]
    fn an_exact_selection_stays_but_for_graphemes() {
        for row in [
            "D[«onald, »]Trump",
            "[ \t\n\u{200b}]",
            "[« ,»]",
            "a«👨‍[👩‍]👧‍👦»b",
            "«e[\u{301}]»x",
            "a[\r]\nb",
            "של[«ו»]ם",
        ] {
            check::span(tidy_exact, row);
        }
    }

    #[test]
    fn past_the_end_there_is_nothing() {
        let text = Text::new("Kim");
        let span = |start, end| Span::new(CharOffset(start), CharOffset(end)).unwrap();
        for function in [trim, tidy, tidy_exact] {
            assert_eq!(function(&text, span(0, 9)), text.whole());
            assert_eq!(function(&text, span(3, 9)), None);
            assert_eq!(function(&Text::new(""), span(0, 1)), None);
        }
    }

    #[test]
    fn partners_are_looked_for_in_the_line_of_a_mark() {
        check::span(trim, &format!("[«UN (US)»,]\n{}", "long line ".repeat(300)));
        check::span(trim, &format!("{}\n[«UN (US)»,]", "long line ".repeat(300)));
    }

    #[test]
    fn a_row_of_marks_does_not_slow_the_trimming() {
        let row = Text::new(format!("{}a", ")".repeat(50_000)));
        assert_eq!(trim(&row, row.whole().unwrap()).map(Span::len), Some(1));
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn trimmed_spans_are_smaller_and_stay((text, span) in sample::text_and_span()) {
            if let Some(trimmed) = trim(&text, span) {
                prop_assert!(span.covers(trimmed));
                prop_assert_eq!(trim(&text, trimmed), Some(trimmed));
                let chars = text.slice(trimmed);
                prop_assert!(!chars.trim().is_empty());
                let last = previous_grapheme(&text, trimmed.end());
                prop_assert!(![",", ";", ":"].contains(&text.between(last, trimmed.end())));
            }
        }

        #[test]
        fn tidy_spans_stay_and_split_no_grapheme((text, span) in sample::text_and_span()) {
            for function in [tidy, tidy_exact] {
                if let Some(tidied) = function(&text, span) {
                    prop_assert_eq!(function(&text, tidied), Some(tidied));
                    prop_assert!(is_grapheme_boundary(&text, tidied.start()));
                    prop_assert!(is_grapheme_boundary(&text, tidied.end()));
                }
            }
        }

        #[test]
        fn long_lines_are_trimmed_too(text in sample::long_line(), ends in any::<(Index, Index)>()) {
            let (one, other) = (sample::offset(&text, ends.0), sample::offset(&text, ends.1));
            if let Some(tidied) = Span::between(one, other).and_then(|span| tidy(&text, span)) {
                prop_assert_eq!(tidy(&text, tidied), Some(tidied));
            }
        }
    }
}
