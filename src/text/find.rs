//! Words looked for in a text.
//!
//! Text and words are folded before they are compared: quotation marks are plain, blanks are
//! spaces, and unless case counts, letters are small. Folding changes characters one for one, so
//! that offsets stay those of the text.

use super::Span;
use super::lower::lower;
use super::{ByteOffset, CharOffset, Text};

/// The characters as they are compared.
#[must_use]
pub fn folded(chars: &str, same_case: bool) -> String {
    chars.chars().map(|it| fold(it, same_case)).collect()
}

fn fold(character: char, same_case: bool) -> char {
    match character {
        '’' | '‘' | '‚' | '‛' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '″' => '"',
        '\n' | '\t' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        other if same_case => other,
        other => lower(other),
    }
}

/// Words to look for, folded already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    pub words: Box<str>,
    /// Not within a longer word.
    pub whole: bool,
}

impl Needle {
    /// Where it stands in a folded text, in bytes, from `from` on.
    #[must_use]
    pub fn first(&self, folded: &str, from: usize) -> Option<std::ops::Range<usize>> {
        if self.words.is_empty() {
            return None;
        }
        let mut from = from;
        loop {
            let start = from + folded.get(from..)?.find(&*self.words)?;
            let end = start + self.words.len();
            if !self.whole || self.is_whole(folded, start, end) {
                return Some(start..end);
            }
            from = start + folded.get(start..)?.chars().next()?.len_utf8();
        }
    }

    fn is_whole(&self, folded: &str, start: usize, end: usize) -> bool {
        let is_letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        let before = folded.get(..start).and_then(|it| it.chars().next_back());
        let after = folded.get(end..).and_then(|it| it.chars().next());
        let starts_inside = is_letter(before) && is_letter(self.words.chars().next());
        let ends_inside = is_letter(after) && is_letter(self.words.chars().next_back());
        !starts_inside && !ends_inside
    }
}

/// The span of some bytes of a text.
#[must_use]
pub fn span_of_bytes(text: &Text, start: usize, end: usize) -> Option<Span> {
    let at = |byte| text.from_byte(ByteOffset(byte)).ok();
    Span::new(at(start)?, at(end)?).ok()
}

/// The bytes of a span of a text.
#[must_use]
pub fn bytes_of_span(text: &Text, span: Span) -> std::ops::Range<usize> {
    let byte = |at: CharOffset| text.to_byte(at.min(text.end())).unwrap_or_default().0;
    byte(span.start())..byte(span.end())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample;
    use super::*;

    /// What is found is marked.
    #[track_caller]
    fn check(words: &str, whole: bool, same_case: bool, marked: &str) {
        let text = marked.replace(['[', ']'], "");
        let there = folded(&text, same_case);
        let needle = Needle { words: folded(words, same_case).into(), whole };
        let (text, there) = (Text::new(text), Text::new(there));
        let mut spans = Vec::new();
        let mut from = 0;
        while let Some(range) = needle.first(there.as_str(), from) {
            from = range.end;
            spans.extend(span_of_bytes(&there, range.start, range.end));
        }
        let shown = super::super::marked::show(text.as_str(), &spans);
        assert_eq!(shown.replace('«', "[").replace('»', "]"), marked, "{words}");
    }

    #[test]
    fn words_are_found() {
        for (words, marked) in [
            ("", "abc"),
            ("kim", "[Kim] Jong-un, [KIM]chi"),
            ("it's", "[It’s] [it's]"),
            ("\"no\"", "he said [“no”]"),
            ("the end", "[The\nend] of [the\u{a0}end]"),
            ("é", "[É][é]e"),
            ("ẞ", "a[ß]b[ẞ]c"),
            ("aa", "[aa]a"),
            ("🤝", "x[🤝]y"),
        ] {
            check(words, false, false, marked);
        }
        check("kim", true, false, "[Kim] Jong-un, Kimchi, “[KIM]”, akim");
        check("Kim", false, true, "[Kim] kim");
        check("...", true, false, "and[...]so");
        check("aa", true, false, "aaa [aa]");
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn folding_changes_characters_one_for_one(text in sample::nasty(), same_case in any::<bool>()) {
            let folded = folded(&text, same_case);
            prop_assert_eq!(folded.chars().count(), text.chars().count());
        }
    }
}
