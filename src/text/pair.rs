//! Quotation marks and brackets and which of them belong together.
//!
//! Marks that have two meanings are told apart by what stands next to them: `’` within or after a
//! word is an apostrophe unless a `‘` waits for it; a straight mark opens before a word and closes
//! after one.
//!
//! # Limitations
//! In `‘the workers’ union’` the apostrophe closes the quotation: only a reader knows better.

use super::window::Window;
use super::{CharOffset, Span, Text, sort_by};

/// Two marks that belong together, each as the number of its character in what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    pub open: u32,
    pub close: u32,
    pub is_quotation: bool,
}

/// Opening mark, closing mark.
const QUOTATIONS: &[(char, char)] = &[
    ('"', '"'),
    ('\'', '\''),
    ('“', '”'),
    ('‘', '’'),
    ('«', '»'),
    ('„', '“'),
    ('„', '”'),
    ('‚', '‘'),
    ('‚', '’'),
    ('‹', '›'),
    ('「', '」'),
    ('『', '』'),
];

const BRACKETS: &[(char, char)] =
    &[('(', ')'), ('[', ']'), ('{', '}'), ('（', '）'), ('【', '】'), ('《', '》'), ('〈', '〉')];

/// Opening marks that may wait for their partners at a time; texts with more are broken anyway,
/// and reading them must not take forever.
const DEEPEST: usize = 32;

/// The complete quotations within a span, their marks included, in the order of their starts.
///
/// - `[he said ["yes"], then [“no [‘and never’]”]]`.
///
/// A mark without a partner within the span is passed over. Reads the span once, in full.
#[must_use]
pub fn quotations(text: &Text, within: Span) -> Vec<Span> {
    let start = within.start();
    let before = text.between(start.minus(1), start).chars().next();
    let after = text.between(within.end(), within.end().plus(1)).chars().next();
    let quoted = pairs(before, text.slice(within), after).into_iter().filter(|it| it.is_quotation);
    quoted.filter_map(|it| Span::new(start.plus(it.open), start.plus(it.close + 1)).ok()).collect()
}

/// All pairs in `chars`, which stand between `before` and `after`, in the order of their starts.
pub(super) fn pairs(before: Option<char>, chars: &str, after: Option<char>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut waiting: Vec<(char, u32)> = Vec::new();
    let mut before = before;
    let mut rest = chars.chars().chain(after).peekable();
    for (n, mark) in (0..).zip(chars.chars()) {
        rest.next();
        let role = if is_mark(mark) { role(before, mark, rest.peek().copied()) } else { None };
        before = Some(mark);
        let Some(role) = role else { continue };
        let is_partner = |it: &(char, u32)| role != Role::Opens && belong_together(it.0, mark);
        match waiting.iter().rposition(is_partner) {
            Some(partner) => {
                let open = waiting.drain(partner..).next();
                pairs.extend(open.map(|(open, at)| Pair {
                    open: at,
                    close: n,
                    is_quotation: QUOTATIONS.contains(&(open, mark)),
                }));
            }
            None if role != Role::Closes => {
                if waiting.len() == DEEPEST {
                    waiting.remove(0);
                }
                waiting.push((mark, n));
            }
            None => {}
        }
    }
    sort_by(&mut pairs, Ord::cmp);
    pairs
}

/// The partners of marks, as far as their lines show.
///
/// Remembers the marks of the piece it read last, so that a row of a million brackets is not read
/// anew for each. The pieces lie on a grid: which is read depends on the place of the mark alone.
pub(super) struct Partners<'text> {
    text: &'text Text,
    center: Option<CharOffset>,
    pairs: Vec<(CharOffset, CharOffset)>,
}

/// The width of the grid, well below what a [`Window`] reads on each side.
const GRID: u32 = 1_000;

impl<'text> Partners<'text> {
    pub fn new(text: &'text Text) -> Partners<'text> {
        Partners { text, center: None, pairs: Vec::new() }
    }

    /// The pair, opening mark first, that the mark at `at` is half of.
    pub fn of(&mut self, at: CharOffset) -> Option<(CharOffset, CharOffset)> {
        let line = Window::around(self.text, at);
        let center = CharOffset(at.0 / GRID * GRID + GRID / 2);
        let center = center.max(line.start()).min(line.end());
        if self.center != Some(center) {
            self.center = Some(center);
            self.read(&Window::around(self.text, center));
        }
        self.pairs.iter().find(|(open, close)| at == *open || at == *close).copied()
    }

    fn read(&mut self, window: &Window<'_>) {
        let start = window.start();
        let pairs = pairs(None, window.chars(), None).into_iter();
        self.pairs = pairs.map(|it| (start.plus(it.open), start.plus(it.close))).collect();
    }
}

/// Whether a character is a quotation mark or bracket, or looks like one.
pub(super) fn is_mark(character: char) -> bool {
    all().any(|(open, close)| character == open || character == close)
}

/// Whether a character may as well be an apostrophe.
pub(super) fn is_apostrophe(character: char) -> bool {
    character == '\'' || character == '’'
}

pub(super) fn belong_together(open: char, close: char) -> bool {
    all().any(|pair| pair == (open, close))
}

fn all() -> impl Iterator<Item = (char, char)> {
    QUOTATIONS.iter().chain(BRACKETS).copied()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Closes if its partner waits, else opens.
    Either,
}

/// What a mark does between its neighbors, `None` if it is no mark at all there.
fn role(before: Option<char>, mark: char, after: Option<char>) -> Option<Role> {
    let is_letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let is_space = |character: Option<char>| character.is_none_or(char::is_whitespace);
    let may_be_letter = matches!(mark, '"' | '\'' | '’' | '‘');
    if may_be_letter && is_letter(before) && is_letter(after) {
        return None;
    }
    let opens = before.is_none_or(opens_after) && !is_space(after);
    let closes = !is_space(before) && !is_letter(after);
    match mark {
        '\'' if opens && !closes => Some(Role::Opens),
        '\'' if closes => Some(Role::Closes),
        '\'' => None,
        '"' if opens && !closes => Some(Role::Opens),
        '"' if closes && !opens => Some(Role::Closes),
        '"' | '“' | '‘' => Some(Role::Either),
        _ if all().any(|(open, _)| open == mark) => Some(Role::Opens),
        _ => Some(Role::Closes),
    }
}

/// Whether a straight mark right after this character may open.
fn opens_after(before: char) -> bool {
    before.is_whitespace() || "([{<-–—/=¿¡|…\"'“‘„‚«‹".contains(before)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{check, sample};
    use super::*;

    #[test]
    fn quotations_are_complete_pairs() {
        for row in [
            "",
            "no marks",
            r#"«"a"»"#,
            r#"«"Yes,"» he said, «"no."»"#,
            r#"he [«"went well"»] home"#,
            r#"he "[went well]" home"#,
            r#""Yes," [he said, «"no."»]"#,
            r#"[«"Yes,"» he said, "n]o.""#,
            r#"«"touching"»«"pairs"»"#,
            r#"(«"in brackets"») and—«"dashes"»—too"#,
            "«“curly”» and «‘single’» and «“one «‘in’» two”»",
            r"«\«guillemets\»» and «„deutsch“» and «„polski”» and «‚halb‘»",
            "„Er sagte «‚ja‘»",
            "«“👨‍👩‍👧‍👦”» «“e\u{301}”»\r\n«“a\r\nb”»",
            "«\"שלום\"» אמר צה\"ל, «\"טוב\"»",
        ] {
            check::many(quotations, row);
        }
    }

    #[test]
    fn apostrophes_and_lone_marks_are_no_quotations() {
        for row in [
            "Russia’s and can't and workers’ and rock ’n’ roll",
            "It's Kim's, isn't it?",
            "he said «'no'», it's 'over",
            "«‘it’s Kim’s’» plan",
            "“never closed and ‘neither",
            "never opened” and neither’",
            r#"6'2" tall, «"yes"» he said"#,
            "Hawai‘i is an island’s name",
            r"a ) b } c (smile \]",
            "«“a (b”» c)",
            r#""They went «"on"»"#,
        ] {
            check::many(quotations, row);
        }
    }

    #[test]
    fn a_heap_of_open_marks_does_not_slow_the_reading() {
        let heap = Text::new(format!("{}\"a\"", "(“".repeat(20_000)));
        assert_eq!(quotations(&heap, heap.whole().unwrap()).len(), 1);
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn quotations_nest_and_lie_within((text, span) in sample::text_and_span()) {
            let quotations = quotations(&text, span);
            prop_assert!(quotations.is_sorted());
            for (n, one) in quotations.iter().enumerate() {
                prop_assert!(span.covers(*one));
                prop_assert!(!quotations[..n].iter().any(|other| other.crosses(*one)));
                let chars = text.slice(*one).chars().collect::<Vec<_>>();
                prop_assert!(belong_together(chars[0], chars[chars.len() - 1]));
            }
        }
    }
}
