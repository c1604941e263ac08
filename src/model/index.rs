//! Which annotations lie on which block, and which mentions name which entity.

use rpds::RedBlackTreeSet;

use super::{Annotation, AnnotationId, Article, EntityId};
use crate::text::{CharOffset, Span};

/// Derived from the annotations and kept in step with them; never stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    /// One entry for every span and every block it touches; spans past the text under no block.
    by_block: RedBlackTreeSet<(usize, Placed)>,
    by_entity: RedBlackTreeSet<(EntityId, AnnotationId)>,
}

/// The order in which annotations are listed: by first start, longest first, then by id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Placed {
    start: CharOffset,
    back_end: std::cmp::Reverse<CharOffset>,
    pub(super) id: AnnotationId,
}

impl Placed {
    pub(super) fn of(annotation: &Annotation) -> Placed {
        let spans = &annotation.selector.spans;
        Placed {
            start: spans.start(),
            back_end: std::cmp::Reverse(spans.end()),
            id: annotation.id.clone(),
        }
    }

    fn on(span: Span, id: &AnnotationId) -> Placed {
        Placed { start: span.start(), back_end: std::cmp::Reverse(span.end()), id: id.clone() }
    }
}

impl Index {
    pub(super) fn insert(&mut self, article: &Article, annotation: &Annotation) {
        for (block, placed) in places(article, annotation) {
            self.by_block.insert_mut((block, placed));
        }
        if let Some(entity) = annotation.entity() {
            self.by_entity.insert_mut((entity.clone(), annotation.id.clone()));
        }
    }

    pub(super) fn remove(&mut self, article: &Article, annotation: &Annotation) {
        for place in places(article, annotation) {
            self.by_block.remove_mut(&place);
        }
        if let Some(entity) = annotation.entity() {
            self.by_entity.remove_mut(&(entity.clone(), annotation.id.clone()));
        }
    }

    /// The annotations with a span on a block; an annotation with two spans there comes twice.
    pub(super) fn on_block(&self, block: usize) -> impl Iterator<Item = &AnnotationId> + '_ {
        let first = Placed {
            start: CharOffset::ZERO,
            back_end: std::cmp::Reverse(CharOffset(u32::MAX)),
            id: AnnotationId::new(""),
        };
        let from = (block, first.clone());
        let to = (block.saturating_add(1), first);
        self.by_block.range(from..to).map(|(_, placed)| &placed.id)
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

fn places<'a>(
    article: &'a Article,
    annotation: &'a Annotation,
) -> impl Iterator<Item = (usize, Placed)> + 'a {
    annotation.selector.spans.iter().flat_map(move |span| {
        article.blocks_of(span).map(move |block| (block, Placed::on(span, &annotation.id)))
    })
}
