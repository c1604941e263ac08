//! A project: one article with everything that was said about it.

use std::rc::Rc;

use super::index::{Index, Placed, Strip};
use super::{
    Annotation, AnnotationId, Annotator, AnnotatorId, Article, ArticleId, Collection, Decision,
    Entity, EntityId, Generator, LabelKey, LabelSet, Map, Relation, RelationId, Unknown,
};
use crate::text::{CharOffset, Span, sort_by};

/// One article with its labels, annotators and annotations; what one file holds.
///
/// Cheap to clone: all parts are shared. Invariants: those that [`super::invariants`] checks. Every
/// edit keeps them; who puts things in otherwise (a reader of files) has to see to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// The version that its file names.
    pub version: Rc<str>,
    pub generator: Option<Rc<Generator>>,
    pub created: Option<Rc<str>>,
    pub modified: Option<Rc<str>>,
    pub article: Rc<Article>,
    pub collection: Option<Rc<Collection>>,
    pub annotators: Rc<[Annotator]>,
    pub labels: Rc<LabelSet>,
    /// Invariant: in order, each once; see [`super::decisions_in_order`].
    pub decisions: Rc<[Rc<Decision>]>,
    pub unknown: Unknown,
    /// Whether it was taken out of the library; its file never says.
    pub removed: bool,
    pub(super) annotations: Map<AnnotationId, Rc<Annotation>>,
    pub(super) entities: Map<EntityId, Rc<Entity>>,
    pub(super) relations: Map<RelationId, Rc<Relation>>,
    /// The same annotations in the order of the text.
    order: Map<Placed, Rc<Annotation>>,
    index: Index,
}

/// The version of files written by this program.
pub const FILE_VERSION: &str = "1.0.0";

impl Project {
    /// An article that nobody has annotated yet.
    #[must_use]
    pub fn new(article: Rc<Article>, labels: Rc<LabelSet>) -> Project {
        Project {
            version: FILE_VERSION.into(),
            generator: None,
            created: None,
            modified: None,
            article,
            collection: None,
            annotators: Rc::default(),
            labels,
            decisions: Rc::default(),
            unknown: Unknown::default(),
            removed: false,
            annotations: Map::new(),
            entities: Map::new(),
            relations: Map::new(),
            order: Map::new(),
            index: Index::default(),
        }
    }

    #[must_use]
    pub fn id(&self) -> &ArticleId {
        &self.article.id
    }

    #[must_use]
    pub fn annotation(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.annotations.get(id)
    }

    #[must_use]
    pub fn entity(&self, id: &EntityId) -> Option<&Rc<Entity>> {
        self.entities.get(id)
    }

    #[must_use]
    pub fn relation(&self, id: &RelationId) -> Option<&Rc<Relation>> {
        self.relations.get(id)
    }

    #[must_use]
    pub fn annotator(&self, id: &AnnotatorId) -> Option<&Annotator> {
        self.annotators.iter().find(|annotator| annotator.id == *id)
    }

    /// All annotations in the order of the text: by first start, longest first, then by id.
    pub fn annotations(&self) -> impl Iterator<Item = &Rc<Annotation>> + '_ {
        self.order.values()
    }

    #[must_use]
    pub fn n_annotations(&self) -> usize {
        self.annotations.len()
    }

    /// All annotations in the order of the text but for the first `places`, which are not walked.
    pub fn annotations_from(&self, places: usize) -> impl Iterator<Item = &Rc<Annotation>> + '_ {
        self.order.from_place(places).map(|(_, annotation)| annotation)
    }

    /// How many annotations come before this one.
    #[must_use]
    pub fn place_of(&self, id: &AnnotationId) -> Option<usize> {
        let annotation = self.annotations.get(id)?;
        Some(self.order.rank(&Placed::of(annotation)))
    }

    /// How many annotations start before a character.
    #[must_use]
    pub fn place_at(&self, at: CharOffset) -> usize {
        self.order.rank(&Placed::at(at))
    }

    /// How many annotations have a label.
    #[must_use]
    pub fn count_of(&self, label: &LabelKey) -> usize {
        self.index.count_of(label)
    }

    /// All entities, in the order of their ids.
    pub fn entities(&self) -> impl Iterator<Item = &Rc<Entity>> + '_ {
        self.entities.values()
    }

    /// All relations, in the order of their ids.
    pub fn relations(&self) -> impl Iterator<Item = &Rc<Relation>> + '_ {
        self.relations.values()
    }

    /// The mentions that name an entity, in the order of the text.
    #[must_use]
    pub fn mentions_of(&self, entity: &EntityId) -> Vec<&Rc<Annotation>> {
        let mut mentions: Vec<_> =
            self.index.mentions_of(entity).filter_map(|id| self.annotations.get(id)).collect();
        sort_by(&mut mentions, |one, other| Placed::order(one, other));
        mentions
    }

    /// The annotations that share a character with a span, each once, in the order of the text.
    #[must_use]
    pub fn annotations_on(&self, span: Span) -> Vec<&Rc<Annotation>> {
        let mut found: Vec<_> = self.strips(span).flat_map(|(_, strip)| strip.iter()).collect();
        found.retain(|(_, annotation)| annotation.selector.spans.overlaps(span));
        sort_by(&mut found, |(one, _), (other, _)| one.cmp(other));
        found.dedup_by_key(|(placed, _)| *placed);
        found.into_iter().map(|(_, annotation)| annotation).collect()
    }

    /// The strips of the text that a span lies on and what is on them; strips without annotations
    /// are left out.
    pub fn strips(&self, span: Span) -> impl Iterator<Item = (u32, &Rc<Strip>)> + '_ {
        self.index.strips(span)
    }

    /// The claims that name an annotation or an entity, in the order of their ids.
    #[must_use]
    pub fn claims_pointing_at(&self, target: &Rc<str>) -> Vec<Rc<Annotation>> {
        let ids = self.index.pointing_at(target);
        ids.filter_map(|id| self.annotations.get(id)).cloned().collect()
    }

    /// How many mentions name an entity.
    #[must_use]
    pub fn n_mentions_of(&self, entity: &EntityId) -> usize {
        self.index.mentions_of(entity).count()
    }

    /// Some annotations in the order of the text.
    pub(super) fn annotations_in<'a>(
        &self,
        annotations: impl Iterator<Item = &'a Rc<Annotation>>,
    ) -> Vec<&'a Rc<Annotation>> {
        let mut sorted: Vec<_> = annotations.collect();
        sort_by(&mut sorted, |one, other| Placed::order(one, other));
        sorted
    }

    /// The links that end at an annotation or an entity, in the order of their ids.
    #[must_use]
    pub fn links_of(&self, end: &Rc<str>) -> Vec<&Rc<Relation>> {
        self.index.links_of(end).filter_map(|id| self.relations.get(id)).collect()
    }

    /// The entities that are found by a word of their name, in the order of their ids.
    pub(super) fn entities_named<'a>(
        &'a self,
        key: &'a Rc<str>,
    ) -> impl Iterator<Item = &'a Rc<Entity>> {
        self.index.named(key).filter_map(|id| self.entities.get(id))
    }

    /// Whether an id names an annotation or an entity, so that a relation may end there.
    #[must_use]
    pub fn has_end(&self, id: &Rc<str>) -> bool {
        self.annotations.contains_key(&AnnotationId(id.clone()))
            || self.entities.contains_key(&EntityId(id.clone()))
    }

    /// Whether an id is in use for anything.
    #[must_use]
    pub fn has_id(&self, id: &Rc<str>) -> bool {
        self.has_end(id) || self.relations.contains_key(&RelationId(id.clone()))
    }

    /// Puts an annotation in, or in the place of the one with its id.
    pub fn insert_annotation(&mut self, annotation: Rc<Annotation>) -> Option<Rc<Annotation>> {
        let old = self.take_annotation(&annotation.id);
        self.order.insert(Placed::of(&annotation), annotation.clone());
        self.index.insert(&self.article, &annotation);
        self.annotations.insert(annotation.id.clone(), annotation);
        old
    }

    pub(super) fn take_annotation(&mut self, id: &AnnotationId) -> Option<Rc<Annotation>> {
        let old = self.annotations.get(id).cloned()?;
        self.annotations.remove(id);
        self.order.remove(&Placed::of(&old));
        self.index.remove(&self.article, &old);
        Some(old)
    }

    /// Puts an entity in, or in the place of the one with its id.
    pub fn insert_entity(&mut self, entity: Rc<Entity>) {
        self.take_entity(&entity.id);
        self.index.insert_entity(&entity);
        self.entities.insert(entity.id.clone(), entity);
    }

    pub(super) fn take_entity(&mut self, id: &EntityId) -> Option<Rc<Entity>> {
        let old = self.entities.remove(id)?;
        self.index.remove_entity(&old);
        Some(old)
    }

    /// Puts a relation in, or in the place of the one with its id.
    pub fn insert_relation(&mut self, relation: Rc<Relation>) {
        self.take_relation(&relation.id);
        self.index.insert_relation(&relation);
        self.relations.insert(relation.id.clone(), relation);
    }

    pub(super) fn take_relation(&mut self, id: &RelationId) -> Option<Rc<Relation>> {
        let old = self.relations.remove(id)?;
        self.index.remove_relation(&old);
        Some(old)
    }

    /// Whether the indices are those of the annotations, had they been put in one by one.
    pub(super) fn is_index_true(&self) -> bool {
        let mut index = Index::default();
        let mut order: Map<Placed, Rc<Annotation>> = Map::new();
        for annotation in self.annotations.values() {
            index.insert(&self.article, annotation);
            order.insert(Placed::of(annotation), annotation.clone());
        }
        self.entities.values().for_each(|entity| index.insert_entity(entity));
        self.relations.values().for_each(|relation| index.insert_relation(relation));
        self.index == index && self.order == order
    }
}
