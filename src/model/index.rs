//! Which annotations lie on which block, and which mentions name which entity.

use std::cmp::Reverse;
use std::ops::Range;
use std::rc::Rc;

use rpds::{RedBlackTreeMap, RedBlackTreeSet};

use super::{Annotation, AnnotationId, Article, EntityId};
use crate::text::CharOffset;

/// Derived from the annotations and kept in step with them; never stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    /// Blocks without annotations have no entry; spans past the text lie on no block.
    by_block: RedBlackTreeMap<usize, Rc<OnBlock>>,
    by_entity: RedBlackTreeSet<(EntityId, AnnotationId)>,
}

/// The annotations on one block.
///
/// Shared until one of them changes: the same pointer means the same annotations, which is how a
/// view finds what it need not draw again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnBlock(RedBlackTreeMap<Placed, Rc<Annotation>>);

impl OnBlock {
    /// Each once, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Annotation>> + '_ {
        self.0.values()
    }
}

/// The order in which annotations are listed: by first start, longest first, then by id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Placed {
    start: CharOffset,
    back_end: Reverse<CharOffset>,
    pub(super) id: AnnotationId,
}

impl Placed {
    pub(super) fn of(annotation: &Annotation) -> Placed {
        let spans = &annotation.selector.spans;
        Placed { start: spans.start(), back_end: Reverse(spans.end()), id: annotation.id.clone() }
    }
}

impl Index {
    pub(super) fn insert(&mut self, article: &Article, annotation: &Rc<Annotation>) {
        let placed = Placed::of(annotation);
        for block in blocks_of(article, annotation) {
            if let Some(on_block) = self.by_block.get_mut(&block) {
                Rc::make_mut(on_block).0.insert_mut(placed.clone(), annotation.clone());
            } else {
                let only = RedBlackTreeMap::default().insert(placed.clone(), annotation.clone());
                self.by_block.insert_mut(block, Rc::new(OnBlock(only)));
            }
        }
        if let Some(entity) = annotation.entity() {
            self.by_entity.insert_mut((entity.clone(), annotation.id.clone()));
        }
    }

    pub(super) fn remove(&mut self, article: &Article, annotation: &Annotation) {
        let placed = Placed::of(annotation);
        for block in blocks_of(article, annotation) {
            let Some(on_block) = self.by_block.get_mut(&block) else { continue };
            Rc::make_mut(on_block).0.remove_mut(&placed);
            if on_block.0.is_empty() {
                self.by_block.remove_mut(&block);
            }
        }
        if let Some(entity) = annotation.entity() {
            self.by_entity.remove_mut(&(entity.clone(), annotation.id.clone()));
        }
    }

    pub(super) fn on_blocks(
        &self,
        blocks: Range<usize>,
    ) -> impl Iterator<Item = (usize, &Rc<OnBlock>)> + '_ {
        // A range that ends before it starts would panic.
        let blocks = blocks.start..blocks.end.max(blocks.start);
        self.by_block.range(blocks).map(|(block, on_block)| (*block, on_block))
    }

    pub(super) fn mentions_of(
        &self,
        entity: &EntityId,
    ) -> impl Iterator<Item = &AnnotationId> + '_ {
        let from = (entity.clone(), AnnotationId::new(""));
        let entity = entity.clone();
        self.by_entity.range(from..).take_while(move |(of, _)| *of == entity).map(|(_, id)| id)
    }
}

/// The blocks that an annotation has a character on, each once, in order.
fn blocks_of(article: &Article, annotation: &Annotation) -> impl Iterator<Item = usize> {
    let mut next = 0;
    annotation.selector.spans.iter().flat_map(|span| article.blocks_of(span)).filter(move |block| {
        let is_new = next <= *block;
        next = next.max(block.saturating_add(1));
        is_new
    })
}
