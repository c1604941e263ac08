//! Which annotations lie on which block, which mentions name which entity, which claims point at
//! what.

use std::cmp::Reverse;
use std::ops::Range;
use std::rc::Rc;

use rpds::{RedBlackTreeMap, RedBlackTreeSet};

use super::{Annotation, AnnotationId, Article, EntityId, Who};
use crate::text::CharOffset;

/// Derived from the annotations and kept in step with them; never stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    /// Blocks without annotations have no entry; spans past the text lie on no block.
    by_block: RedBlackTreeMap<usize, Rc<OnBlock>>,
    by_entity: RedBlackTreeSet<(EntityId, AnnotationId)>,
    /// Claims by the ids of the annotations and entities that they name.
    by_target: RedBlackTreeSet<(Rc<str>, AnnotationId)>,
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
        for target in targets(annotation) {
            self.by_target.insert_mut((target.clone(), annotation.id.clone()));
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
        for target in targets(annotation) {
            self.by_target.remove_mut(&(target.clone(), annotation.id.clone()));
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

    pub(super) fn mentions_of<'a>(
        &'a self,
        entity: &'a EntityId,
    ) -> impl Iterator<Item = &'a AnnotationId> {
        let from = (entity.clone(), AnnotationId::new(""));
        self.by_entity.range(from..).take_while(move |(of, _)| of == entity).map(|(_, id)| id)
    }

    pub(super) fn pointing_at<'a>(
        &'a self,
        target: &'a Rc<str>,
    ) -> impl Iterator<Item = &'a AnnotationId> {
        let from = (target.clone(), AnnotationId::new(""));
        self.by_target.range(from..).take_while(move |(at, _)| at == target).map(|(_, id)| id)
    }
}

/// The annotations and entities that a claim names.
fn targets(annotation: &Annotation) -> impl Iterator<Item = &Rc<str>> {
    annotation.claim().into_iter().flat_map(|claim| {
        let (speaker, mention) = match claim.claimant.as_ref().map(|it| &it.who) {
            Some(Who::Entity { entity, mention }) => (Some(&entity.0), mention.as_ref()),
            _ => (None, None),
        };
        let annotations = claim.reported_in.iter().chain(mention).map(|id| &id.0);
        annotations.chain(speaker).chain(claim.about.iter().map(|id| &id.0))
    })
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
