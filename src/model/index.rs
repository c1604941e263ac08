//! Which annotations lie on which strip of the text, which mentions name which entity, which claims point at
//! what.

use std::cmp::{Ordering, Reverse};
use std::ops::RangeInclusive;
use std::rc::Rc;

use super::alike::keys_of;
use super::{
    Annotation, AnnotationId, Article, Entity, EntityId, LabelKey, Map, Relation, RelationId, Who,
};
use crate::text::{CharOffset, Span};

/// Code points in a strip. With as many strips as blocks, a paragraph of a million characters would
/// be gone through in full for each edit in it.
const STRIP: u32 = 1_024;

/// Derived from the annotations and kept in step with them; never stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    /// Strips without annotations have no entry; what lies past the text is on no strip.
    by_strip: Map<u32, Rc<Strip>>,
    by_entity: Map<(EntityId, AnnotationId), ()>,
    /// Claims by the ids of the annotations and entities that they name.
    by_target: Map<(Rc<str>, AnnotationId), ()>,
    /// How many annotations each label has; one that none has, has no entry.
    counts: Map<LabelKey, usize>,
    /// Links by the ids of both their ends.
    by_end: Map<(Rc<str>, RelationId), ()>,
    /// Entities by words of their names.
    by_name: Map<(Rc<str>, EntityId), ()>,
}

/// The annotations on one of the strips of equal length that the text is divided into.
///
/// Shared until one of them changes: the same pointer means the same annotations, which is how a
/// view finds what it need not draw again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip(Map<Placed, Rc<Annotation>>);

impl Strip {
    /// Each once, in the order of the text.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Placed, &Rc<Annotation>)> + '_ {
        self.0.iter()
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

    /// Before all that start at `at` or behind it.
    pub(super) fn at(at: CharOffset) -> Placed {
        Placed { start: at, back_end: Reverse(CharOffset(u32::MAX)), id: AnnotationId::new("") }
    }

    /// The order of two annotations.
    pub(super) fn order(one: &Annotation, other: &Annotation) -> Ordering {
        let spans = |it: &Annotation| (it.selector.spans.start(), Reverse(it.selector.spans.end()));
        spans(one).cmp(&spans(other)).then_with(|| one.id.cmp(&other.id))
    }
}

impl Index {
    pub(super) fn insert(&mut self, article: &Article, annotation: &Rc<Annotation>) {
        let placed = Placed::of(annotation);
        for number in strips_of(article, annotation) {
            self.by_strip.update(number, |strip| {
                Rc::make_mut(strip).0.insert(placed.clone(), annotation.clone());
            });
        }
        if let Some(entity) = annotation.entity() {
            self.by_entity.insert((entity.clone(), annotation.id.clone()), ());
        }
        for target in targets(annotation) {
            self.by_target.insert((target.clone(), annotation.id.clone()), ());
        }
        if let Some(label) = annotation.label() {
            self.counts.update(label.clone(), |count| *count += 1);
        }
    }

    pub(super) fn remove(&mut self, article: &Article, annotation: &Annotation) {
        let placed = Placed::of(annotation);
        for number in strips_of(article, annotation) {
            let Some(strip) = self.by_strip.get_mut(&number) else { continue };
            Rc::make_mut(strip).0.remove(&placed);
            if strip.0.is_empty() {
                self.by_strip.remove(&number);
            }
        }
        if let Some(entity) = annotation.entity() {
            self.by_entity.remove(&(entity.clone(), annotation.id.clone()));
        }
        for target in targets(annotation) {
            self.by_target.remove(&(target.clone(), annotation.id.clone()));
        }
        if let Some(label) = annotation.label() {
            let left = self.count_of(label).saturating_sub(1);
            if left == 0 {
                self.counts.remove(label);
            } else {
                self.counts.insert(label.clone(), left);
            }
        }
    }

    pub(super) fn count_of(&self, label: &LabelKey) -> usize {
        self.counts.get(label).copied().unwrap_or_default()
    }

    pub(super) fn insert_entity(&mut self, entity: &Entity) {
        for key in keys_of(entity) {
            self.by_name.insert((key, entity.id.clone()), ());
        }
    }

    pub(super) fn remove_entity(&mut self, entity: &Entity) {
        for key in keys_of(entity) {
            self.by_name.remove(&(key, entity.id.clone()));
        }
    }

    pub(super) fn insert_relation(&mut self, relation: &Relation) {
        for end in [&relation.from, &relation.to] {
            self.by_end.insert((end.clone(), relation.id.clone()), ());
        }
    }

    pub(super) fn remove_relation(&mut self, relation: &Relation) {
        for end in [&relation.from, &relation.to] {
            self.by_end.remove(&(end.clone(), relation.id.clone()));
        }
    }

    pub(super) fn strips(&self, span: Span) -> impl Iterator<Item = (u32, &Rc<Strip>)> + '_ {
        let numbers = numbers(span);
        let from = self.by_strip.from(numbers.start());
        from.map(|(number, strip)| (*number, strip)).take_while(move |(it, _)| numbers.contains(it))
    }

    pub(super) fn mentions_of<'a>(
        &'a self,
        entity: &'a EntityId,
    ) -> impl Iterator<Item = &'a AnnotationId> {
        let from = (entity.clone(), AnnotationId::new(""));
        let from = self.by_entity.from(&from).map(|(pair, ())| pair);
        from.take_while(move |(of, _)| of == entity).map(|(_, id)| id)
    }

    pub(super) fn pointing_at<'a>(
        &'a self,
        target: &'a Rc<str>,
    ) -> impl Iterator<Item = &'a AnnotationId> {
        under(&self.by_target, target, AnnotationId::new(""))
    }

    pub(super) fn links_of<'a>(&'a self, end: &'a Rc<str>) -> impl Iterator<Item = &'a RelationId> {
        under(&self.by_end, end, RelationId::new(""))
    }

    pub(super) fn named<'a>(&'a self, key: &'a Rc<str>) -> impl Iterator<Item = &'a EntityId> {
        under(&self.by_name, key, EntityId::new(""))
    }
}

fn under<'a, Id: Ord + 'a>(
    map: &'a Map<(Rc<str>, Id), ()>,
    key: &'a Rc<str>,
    lowest: Id,
) -> impl Iterator<Item = &'a Id> {
    let from = map.from(&(key.clone(), lowest)).map(|(pair, ())| pair);
    from.take_while(move |(at, _)| at == key).map(|(_, id)| id)
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

/// The strips that an annotation has a character on, each once, in order.
fn strips_of(article: &Article, annotation: &Annotation) -> impl Iterator<Item = u32> {
    let whole = article.text.whole();
    let spans = annotation.selector.spans.iter();
    let mut next = 0;
    spans.filter_map(move |span| span.intersection(whole?)).flat_map(numbers).filter(move |strip| {
        let is_new = next <= *strip;
        next = next.max(strip.saturating_add(1));
        is_new
    })
}

/// The numbers of the strips that a span has a character on.
fn numbers(span: Span) -> RangeInclusive<u32> {
    span.start().0 / STRIP..=span.end().minus(1).0 / STRIP
}
