//! Sections: what is drawn, and drawn again, as one.

use std::rc::Rc;

use super::lanes::Carried;
use super::layout::Part;
use super::run::{Run, is_drawn, runs};
use crate::model::{BlockKind, Project};
use crate::text::Span;

/// Some blocks that follow each other, about as much as a few screens show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Where it starts. Stays the same for an article, and no two sections share it.
    pub key: u32,
    pub blocks: Vec<Rc<RenderedBlock>>,
    /// Its length in code points, for an estimate of its height.
    pub chars: u32,
}

/// A block as it is shown; a very long one is shown as several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedBlock {
    /// Where it starts. Stays the same for an article, and no two blocks share it.
    pub key: u32,
    /// Its number in the article.
    pub index: usize,
    pub kind: BlockKind,
    pub level: Option<u8>,
    pub span: Span,
    /// Whether it is the rest of a block of which a part came before.
    pub continues: bool,
    /// Whether it goes on in the next one.
    pub goes_on: bool,
    /// Together its whole text, in order.
    pub runs: Vec<Run>,
}

impl RenderedBlock {
    /// The block with what is drawn on it.
    pub(super) fn new(part: &Part, project: &Project, carried: &mut Carried) -> RenderedBlock {
        let mut drawn = project.annotations_on(part.span);
        drawn.retain(|annotation| is_drawn(annotation));
        let with_lanes = carried.assign(part, drawn);
        RenderedBlock {
            runs: runs(part, &with_lanes, &project.labels),
            ..RenderedBlock::bare(part)
        }
    }

    /// The block without what is drawn on it.
    pub(super) fn bare(part: &Part) -> RenderedBlock {
        RenderedBlock {
            key: part.span.start().0,
            index: part.block,
            kind: part.kind,
            level: part.level,
            span: part.span,
            continues: part.continues,
            goes_on: part.goes_on,
            runs: vec![Run { span: part.span, marks: Vec::new() }],
        }
    }
}

impl Section {
    /// The stretch of text that it shows.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        Some(self.blocks.first()?.span.hull(self.blocks.last()?.span))
    }

    pub(super) fn bare(parts: &[Part]) -> Section {
        Section::new(parts.iter().map(|part| Rc::new(RenderedBlock::bare(part))).collect())
    }

    pub(super) fn new(blocks: Vec<Rc<RenderedBlock>>) -> Section {
        Section {
            key: blocks.first().map_or(0, |block| block.key),
            chars: blocks.iter().map(|block| block.span.len()).sum(),
            blocks,
        }
    }
}
