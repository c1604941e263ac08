//! The selection: what the person has marked in the article, as offsets.
//!
//! The browser's own selection is input only. It is turned into two offsets at the border, and
//! everything from there on, snapping and trimming included, happens here.

use crate::text::{
    CharOffset, Span, Text, next_grapheme, next_word, previous_grapheme, previous_word, tidy,
    tidy_exact,
};

/// Two offsets: where the selection began, and where it ends, which is where the caret stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub anchor: CharOffset,
    pub focus: CharOffset,
    /// Characters instead of whole words.
    pub exact: bool,
    /// Made by tapping words, so that another tap extends it.
    pub by_tap: bool,
}

/// How the caret moves within the text; lines need the layout and are resolved before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    CharacterBack,
    CharacterOn,
    WordBack,
    WordOn,
    TextStart,
    TextEnd,
    LineUp,
    LineDown,
    LineStart,
    LineEnd,
    PageUp,
    PageDown,
}

impl Selection {
    /// A caret without a selection.
    #[must_use]
    pub fn caret(at: CharOffset) -> Selection {
        Selection { anchor: at, focus: at, ..Selection::default() }
    }

    /// What is selected: whole words without outer punctuation, or exact characters.
    #[must_use]
    pub fn span(&self, text: &Text) -> Option<Span> {
        let raw = Span::between(self.anchor, self.focus)?;
        if self.exact { tidy_exact(text, raw) } else { tidy(text, raw) }
    }
}

/// Where the caret comes to stand; `None` for motions that only the layout can answer.
#[must_use]
pub fn moved(text: &Text, from: CharOffset, motion: Motion) -> Option<CharOffset> {
    match motion {
        Motion::CharacterBack => Some(previous_grapheme(text, from)),
        Motion::CharacterOn => Some(next_grapheme(text, from)),
        Motion::WordBack => Some(previous_word(text, from)),
        Motion::WordOn => Some(next_word(text, from)),
        Motion::TextStart => Some(CharOffset::ZERO),
        Motion::TextEnd => Some(text.end()),
        Motion::LineUp
        | Motion::LineDown
        | Motion::LineStart
        | Motion::LineEnd
        | Motion::PageUp
        | Motion::PageDown => None,
    }
}

/// A span with one of its ends moved; `None` if nothing would be left of it.
#[must_use]
pub fn with_end_moved(text: &Text, span: Span, end: SpanEnd, motion: Motion) -> Option<Span> {
    let (start, last) = (span.start(), span.end());
    match end {
        SpanEnd::Start => Span::new(moved(text, start, motion)?, last).ok(),
        SpanEnd::End => Span::new(start, moved(text, last, motion)?).ok(),
    }
}

/// Which end of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanEnd {
    Start,
    End,
}
