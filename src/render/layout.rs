//! Which blocks stand in which section; depends on the article alone.

use std::rc::Rc;

use super::section::Section;
use crate::model::{Article, Block, BlockKind};
use crate::text::{CharOffset, Span, Text, previous_word, sentence_at, snap_to_graphemes};

/// A section is full with this many characters or blocks: measured, a longer one is laid out too
/// slowly when it comes into view, and shorter ones cost more for each frame.
const SECTION_CHARS: u32 = 8_000;
const SECTION_BLOCKS: usize = 12;

/// A longer block is shown as several. An edit in a paragraph of 10,000 characters took 9 ms to
/// lay out, in one of 1,000,000 600 ms.
const LONGEST: u32 = 4_000;

/// The parts of the article that are shown as one block each, in sections.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) text: Text,
    pub(super) blocks: Rc<[Block]>,
    pub(super) sections: Vec<Vec<Part>>,
    /// The same without what is drawn on them.
    pub(super) bare: Vec<Rc<Section>>,
}

/// A block of the article, or a part of one that is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) block: usize,
    pub(super) kind: BlockKind,
    pub(super) level: Option<u8>,
    pub(super) span: Span,
    /// Its span with the gaps around it, from the end of the part before to the start of the next:
    /// what starts in the gap before shows its start here.
    pub(super) reach: Span,
    /// Whether it is the rest of a block of which a part came before.
    pub(super) continues: bool,
    /// Whether a part of its block comes behind.
    pub(super) goes_on: bool,
}

impl Layout {
    pub(super) fn of(article: &Article) -> Layout {
        let mut sections: Vec<Vec<Part>> = Vec::new();
        let mut chars = 0;
        for part in parts(article) {
            chars += part.span.len();
            match sections.last_mut() {
                Some(section) if chars <= SECTION_CHARS && section.len() < SECTION_BLOCKS => {
                    section.push(part);
                }
                _ => {
                    chars = part.span.len();
                    sections.push(vec![part]);
                }
            }
        }
        let bare = sections.iter().map(|parts| Rc::new(Section::bare(parts))).collect();
        Layout { text: article.text.clone(), blocks: article.blocks.clone(), sections, bare }
    }

    pub(super) fn is_of(&self, article: &Article) -> bool {
        self.text == article.text
            && (Rc::ptr_eq(&self.blocks, &article.blocks) || self.blocks == article.blocks)
    }
}

/// The stretch of text that a section shows.
pub(super) fn span_of(section: &[Part]) -> Option<Span> {
    Some(section.first()?.span.hull(section.last()?.span))
}

fn parts(article: &Article) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let spans = cut(&article.text, block.span);
        let n_spans = spans.len();
        for (n, span) in spans.into_iter().enumerate() {
            let gap = match parts.last_mut() {
                Some(before) => {
                    let end = before.span.end();
                    before.reach = Span::new(before.reach.start(), span.start()).unwrap_or(span);
                    end
                }
                None => CharOffset::ZERO,
            };
            let reach = Span::new(gap, article.text.end()).unwrap_or(span);
            let (kind, level) = (block.kind, block.level);
            let (continues, goes_on) = (0 < n, n + 1 < n_spans);
            parts.push(Part { block: index, kind, level, span, reach, continues, goes_on });
        }
    }
    parts
}

/// A block cut at the ends of sentences, else of words, else of graphemes.
fn cut(text: &Text, block: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut rest = block;
    while LONGEST < rest.len() {
        let at = cut_in(text, block, rest.start());
        let (Ok(part), Ok(after)) = (Span::new(rest.start(), at), Span::new(at, rest.end())) else {
            break;
        };
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

/// Where to end the part of a block that begins at `start`.
fn cut_in(text: &Text, block: Span, start: CharOffset) -> CharOffset {
    let longest = start.plus(LONGEST);
    let sentence = sentence_at(text, longest, block).start();
    let word = previous_word(text, longest);
    // What does not begin after white space was only too long to be read whole.
    let before = |at: &CharOffset| text.between(start, *at);
    let sentence =
        Some(sentence).filter(|at| !before(at).trim_end().ends_with(char::is_alphanumeric));
    let word = Some(word).filter(|at| before(at).ends_with(char::is_whitespace));
    let grapheme =
        Span::new(longest, longest.plus(1)).map(|next| snap_to_graphemes(text, next).start()).ok();
    [sentence, word, grapheme]
        .into_iter()
        .flatten()
        .find(|at| start < *at && *at <= longest)
        .unwrap_or(longest)
}
