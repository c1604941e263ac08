//! Blocks: title, caption, paragraphs and the like.

use super::Unknown;
use crate::text::{CharOffset, Span, Text};

/// A part of the article that stands by itself on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    /// 1 to 6, for headings and nested lists.
    pub level: Option<u8>,
    pub span: Span,
    pub unknown: Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    Title,
    Subtitle,
    Byline,
    Heading,
    Paragraph,
    Quote,
    ListItem,
    Caption,
    Preformatted,
}

/// A line longer than this (code points) is a paragraph, whatever it ends with.
const SHORT: u32 = 80;

/// The blocks of a plain text: the first line is the title, a later short line without end
/// punctuation a caption, or a byline if it begins with "By"; when in doubt a paragraph.
///
/// Where the text has empty lines, these part the paragraphs, which may then hold line ends (a
/// text wrapped at 70 characters); otherwise each line is one. A line of blanks only is a block
/// too, since nothing but line ends may lie between blocks.
#[must_use]
pub fn blocks_of_plain_text(text: &Text) -> Vec<Block> {
    let lines = lines(text);
    let spaced = lines
        .windows(2)
        .any(|pair| matches!(pair, [one, next] if 1 < one.end().distance(next.start())));
    let mut blocks: Vec<Block> = Vec::new();
    let mut head_group = true;
    for line in lines {
        let touches = blocks.last().is_some_and(|last| last.span.end().distance(line.start()) == 1);
        if !touches && !blocks.is_empty() {
            head_group = false;
        }
        match blocks.last_mut() {
            Some(last) if spaced && touches && !head_group => {
                last.span = last.span.hull(line);
                last.kind = BlockKind::Paragraph;
            }
            _ => {
                let kind = if blocks.is_empty() {
                    BlockKind::Title
                } else {
                    kind_of(text.slice(line), line.len())
                };
                blocks.push(Block { kind, level: None, span: line, unknown: Unknown::default() });
            }
        }
    }
    blocks
}

fn kind_of(line: &str, len: u32) -> BlockKind {
    let line = line.trim();
    let ends = |c: char| ".!?:;,…\"”»'’)".contains(c);
    if line.is_empty() || SHORT < len || line.ends_with(ends) {
        BlockKind::Paragraph
    } else if line.starts_with("By ") {
        BlockKind::Byline
    } else {
        BlockKind::Caption
    }
}

/// The lines that are not empty, without their line ends.
fn lines(text: &Text) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = CharOffset::ZERO;
    for line in text.as_str().split('\n') {
        let end = start.plus(u32::try_from(line.chars().count()).unwrap_or(u32::MAX));
        lines.extend(Span::new(start, end).ok());
        start = end.plus(1);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(BlockKind, &str)]) {
        let text = Text::new(text);
        let blocks = blocks_of_plain_text(&text);
        let found: Vec<_> = blocks.iter().map(|b| (b.kind, text.slice(b.span))).collect();
        assert_eq!(found, expected);
        let gaps =
            blocks.windows(2).map(|two| text.between(two[0].span.end(), two[1].span.start()));
        assert!(gaps.into_iter().all(|gap| !gap.is_empty() && gap.chars().all(|c| c == '\n')));
    }

    #[test]
    fn plain_text_is_cut_into_blocks() {
        use BlockKind::*;
        check("", &[]);
        check("\n\n", &[]);
        check("Only a title", &[(Title, "Only a title")]);
        check(
            "T\n\nA name\n\nA sentence.",
            &[(Title, "T"), (Caption, "A name"), (Paragraph, "A sentence.")],
        );
        check(
            "T\nBy Ana Ruiz\n\nText.",
            &[(Title, "T"), (Byline, "By Ana Ruiz"), (Paragraph, "Text.")],
        );
        check("T\nOne.\nTwo.", &[(Title, "T"), (Paragraph, "One."), (Paragraph, "Two.")]);
        check(
            "T\n\nwrapped\nlines\n\nmore.",
            &[(Title, "T"), (Paragraph, "wrapped\nlines"), (Paragraph, "more.")],
        );
        check("T\n \nText.", &[(Title, "T"), (Paragraph, " "), (Paragraph, "Text.")]);
        check("🤝 T\n\nעברית.\n", &[(Title, "🤝 T"), (Paragraph, "עברית.")]);
    }
}
