//! A block as words, read once.

use crate::text::{CharOffset, Span, Text, lower_case, sentences_within};

/// A word, with what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Word<'text> {
    /// Without `’s`.
    pub chars: &'text str,
    pub small: String,
    pub start: CharOffset,
    pub end: CharOffset,
    /// From the word before, or from the start of the block.
    pub gap: &'text str,
    pub is_possessive: bool,
    /// Where a capital means nothing: at the start of a sentence, of a quotation, behind a colon.
    pub opens: bool,
}

impl Word<'_> {
    pub fn is_capital(&self) -> bool {
        self.chars.chars().next().is_some_and(char::is_uppercase)
    }

    pub fn is_number(&self) -> bool {
        self.chars.chars().next().is_some_and(|it| it.is_ascii_digit())
    }

    /// Only white space stands before it.
    pub fn follows(&self) -> bool {
        !self.gap.is_empty() && self.gap.chars().all(char::is_whitespace)
    }
}

pub(super) fn words_of(text: &Text, block: Span) -> Vec<Word<'_>> {
    let chars = text.slice(block);
    let starts: Vec<CharOffset> =
        sentences_within(text, block).into_iter().map(Span::start).collect();
    let mut starts = starts.into_iter().peekable();
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut gap_from = 0;
    let mut at = block.start();
    let mut rest = chars.char_indices().peekable();
    while let Some((byte, character)) = rest.next() {
        let start = at;
        at = at.plus(1);
        if !character.is_alphanumeric() {
            continue;
        }
        let mut end = byte + character.len_utf8();
        while let Some((byte, next)) = rest.peek().copied() {
            let inner = next.is_alphanumeric() || is_combining(next) || {
                let after = chars.get(byte + next.len_utf8()..).and_then(|it| it.chars().next());
                is_joint(next) && after.is_some_and(char::is_alphanumeric)
            };
            if !inner {
                break;
            }
            end = byte + next.len_utf8();
            at = at.plus(1);
            rest.next();
        }
        let is_initials = chars.get(byte..end).is_some_and(is_initials);
        if is_initials && chars.get(end..).is_some_and(|it| it.starts_with('.')) {
            end += 1;
            at = at.plus(1);
            rest.next();
        }
        let gap = chars.get(gap_from..byte).unwrap_or_default();
        let whole = chars.get(byte..end).unwrap_or_default();
        let stem = ["’s", "'s", "’S", "'S"].iter().find_map(|it| whole.strip_suffix(it));
        let own = stem.unwrap_or(whole);
        let taken = if stem.is_some() { 2 } else { 0 };
        let begins_sentence = starts.next_if(|it| *it <= start).is_some();
        while starts.next_if(|it| *it <= start).is_some() {}
        let opens = begins_sentence || words.is_empty() || opens_anew(gap);
        gap_from = end;
        words.push(Word {
            chars: own,
            small: lower_case(own),
            start,
            end: at.minus(taken),
            gap,
            is_possessive: stem.is_some(),
            opens,
        });
    }
    words
}

fn is_joint(mark: char) -> bool {
    matches!(mark, '-' | '\'' | '’' | '.' | '\u{2011}' | '@')
}

/// `U.S`, whose last stop belongs to it.
fn is_initials(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|letter| letter.chars().count() == 1)
}

fn is_combining(mark: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&mark)
}

/// What stands between this word and the one before begins something.
fn opens_anew(gap: &str) -> bool {
    let mark = gap.trim_end().chars().next_back();
    mark.is_some_and(|it| matches!(it, ':' | '"' | '“' | '„' | '«' | '‘' | '•' | '—' | '*'))
}
