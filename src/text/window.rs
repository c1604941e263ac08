//! The piece of a text that has to be read to find a word, a sentence or a quotation mark.
//!
//! It is the line around an offset. A line may be a whole book, so it is cut where it is longer
//! than [`REACH`] on either side: work done at every move of the pointer must not grow with the
//! text.

use super::{ByteOffset, CharOffset, Span, Text, grapheme};

/// How many characters are read on each side of an offset.
const REACH: u32 = 2_000;

/// The same, where only a word is looked for.
pub(super) const REACH_FOR_WORD: u32 = 400;

/// The line around an offset, or as much of it as is read.
pub(super) struct Window<'text> {
    text: &'text Text,
    chars: &'text str,
    /// Where in the text `chars` begins.
    base: usize,
}

/// The line that `at` stands in or on the edge of, without its LF; `None` if the line is empty.
///
/// A line is given in full however long it is.
#[must_use]
pub fn line_at(text: &Text, at: CharOffset) -> Option<Span> {
    let chars = text.as_str();
    let at = text.to_byte(at.min(text.end())).ok()?.0;
    let start = chars.get(..at)?.rfind('\n').map_or(0, |byte| byte + 1);
    let end = chars.get(at..)?.find('\n').map_or(chars.len(), |byte| at + byte);
    Span::new(text.from_byte(ByteOffset(start)).ok()?, text.from_byte(ByteOffset(end)).ok()?).ok()
}

impl<'text> Window<'text> {
    /// The line around `at`, cut if it is long: at white space in the outer half of what is read,
    /// or else where no grapheme is split.
    pub fn around(text: &'text Text, at: CharOffset) -> Window<'text> {
        Window::reaching(text, at, REACH)
    }

    /// The same, but only so much of the line as finding a word takes.
    pub fn near(text: &'text Text, at: CharOffset) -> Window<'text> {
        Window::reaching(text, at, REACH_FOR_WORD)
    }

    fn reaching(text: &'text Text, at: CharOffset, reach: u32) -> Window<'text> {
        let at = at.min(text.end());
        let middle = text.to_byte(at).unwrap_or_default().0;
        let start = start_before(text, at, reach);
        let end = end_after(text, at, reach);
        let base = start.unwrap_or(middle);
        let chars = text.as_str().get(base..end.unwrap_or(middle)).unwrap_or_default();
        Window { text, chars, base }
    }

    /// The whole text, however long.
    #[cfg(test)]
    pub fn whole(text: &'text Text) -> Window<'text> {
        Window { text, chars: text.as_str(), base: 0 }
    }

    /// The part of the window that lies in `span` as well.
    pub fn within(self, span: Span) -> Window<'text> {
        let start = self.byte(span.start());
        let end = self.byte(span.end());
        let chars = self.chars.get(start..end).unwrap_or_default();
        Window { chars, base: self.base + start, ..self }
    }

    pub fn chars(&self) -> &'text str {
        self.chars
    }

    /// Where the window begins in the text.
    pub fn start(&self) -> CharOffset {
        self.offset(0)
    }

    /// Where the window ends in the text.
    pub fn end(&self) -> CharOffset {
        self.offset(self.chars.len())
    }

    /// The byte of the window that stands at `at`; its edge if `at` lies outside.
    pub fn byte(&self, at: CharOffset) -> usize {
        let byte = self.text.to_byte(at.min(self.text.end())).unwrap_or_default().0;
        byte.saturating_sub(self.base).min(self.chars.len())
    }

    /// Where a byte of the window stands in the text.
    pub fn offset(&self, byte: usize) -> CharOffset {
        self.text.from_byte(ByteOffset(self.base + byte)).unwrap_or(self.text.end())
    }

    /// The bytes from `start` to `end` of the window as a span of the text.
    pub fn span(&self, start: usize, end: usize) -> Option<Span> {
        Span::new(self.offset(start), self.offset(end)).ok()
    }

    pub fn is_grapheme_boundary(&self, byte: usize) -> bool {
        grapheme::is_boundary(self.text, ByteOffset(self.base + byte))
    }
}

/// The byte of the text at which the window around `at` begins.
fn start_before(text: &Text, at: CharOffset, reach: u32) -> Option<usize> {
    let from = at.minus(reach);
    let before = text.between(from, at);
    let base = text.to_byte(from).ok()?.0;
    if let Some(line_end) = before.rfind('\n') {
        return Some(base + line_end + 1);
    }
    if from == CharOffset::ZERO {
        return Some(base);
    }
    let outer = text.between(from, at.minus(reach / 2));
    let mut after_space = false;
    let cut = outer.char_indices().find(|(byte, character)| {
        let starts = after_space && !character.is_whitespace();
        after_space = character.is_whitespace();
        starts && grapheme::is_boundary(text, ByteOffset(base + byte))
    });
    match cut {
        Some((byte, _)) => Some(base + byte),
        None => Some(text.to_byte(grapheme::ceil(text, from).min(at)).ok()?.0),
    }
}

/// The byte of the text at which the window around `at` ends.
fn end_after(text: &Text, at: CharOffset, reach: u32) -> Option<usize> {
    let to = at.plus(reach).min(text.end());
    let after = text.between(at, to);
    let base = text.to_byte(at).ok()?.0;
    if let Some(line_end) = after.find('\n') {
        return Some(base + line_end);
    }
    if to == text.end() {
        return Some(base + after.len());
    }
    let inner_end = at.plus(reach / 2);
    let outer = text.between(inner_end, to);
    let base = text.to_byte(inner_end).ok()?.0;
    let mut before_space = false;
    let cut = outer.char_indices().rev().find(|(byte, character)| {
        let end = byte + character.len_utf8();
        let ends = before_space && !character.is_whitespace();
        before_space = character.is_whitespace();
        ends && grapheme::is_boundary(text, ByteOffset(base + end))
    });
    match cut {
        Some((byte, character)) => Some(base + byte + character.len_utf8()),
        None => Some(text.to_byte(grapheme::floor(text, to).max(at)).ok()?.0),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::super::{check, sample};
    use super::*;

    #[test]
    fn a_line_lies_between_line_ends() {
        for row in [
            "|",
            "«|a»",
            "«a|»",
            "«a|»\nb",
            "a\n«|b»\nc",
            "a\n|\nb",
            "a\n|",
            "«👨‍👩‍|👧‍👦 e\u{301}»\nx",
            "«a|b\r»\nc",
            "a\n«של|ום»",
        ] {
            check::at(line_at, row);
        }
        let text = Text::new("a\nbc");
        assert_eq!(line_at(&text, CharOffset(99)), line_at(&text, text.end()));
    }

    #[track_caller]
    fn check_window(text: &str, at: u32, wanted: (u32, u32)) {
        let text = Text::new(text);
        let window = Window::around(&text, CharOffset(at));
        assert_eq!((window.start().0, window.end().0), wanted);
    }

    #[test]
    fn long_lines_are_cut_at_white_space_or_between_graphemes() {
        let words = "é1234 789 ".repeat(1_000);
        check_window(&words, 0, (0, 1_999));
        check_window(&words, 5_005, (3_006, 6_999));
        check_window(&words, 10_000, (8_000 + 6, 10_000));
        check_window(&format!("{words}\n{words}"), 10_000, (8_006, 10_000));
        check_window(&format!("{words}\n{words}"), 10_001, (10_001, 12_000));
        let solid = "x".repeat(10_000);
        check_window(&solid, 5_000, (3_000, 7_000));
        check_window(&format!("{solid} b {solid}"), 10_002, (8_002, 12_002));
        check_window(&format!("{solid} b {solid}"), 9_999, (7_999, 11_999));
        let accents = "xe\u{301}".repeat(4_000);
        check_window(&accents, 6_001, (4_002, 8_001));
        let short = "é1234 789 ".repeat(100);
        check_window(&short, 500, (0, 1_000));
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn a_window_is_a_piece_around_its_offset(text in sample::long_line(), at in any::<Index>()) {
            let at = sample::offset(&text, at);
            let window = Window::around(&text, at);
            prop_assert!(window.start() <= at && at <= window.end());
            prop_assert!(window.start().distance(window.end()) <= 2 * REACH);
            prop_assert_eq!(text.between(window.start(), window.end()), window.chars());
            prop_assert_eq!(window.offset(window.byte(at)), at);
            prop_assert!(window.is_grapheme_boundary(0) || window.start() == at);
            let last = window.chars().len();
            prop_assert!(window.is_grapheme_boundary(last) || window.end() == at);
        }

        #[test]
        fn a_short_line_is_read_in_full((text, at) in sample::text_and_offset()) {
            let window = Window::around(&text, at);
            prop_assert_eq!(window.span(0, window.chars().len()), line_at(&text, at));
        }
    }
}
