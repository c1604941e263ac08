//! What holds of every project, whatever edits made it.

use std::collections::BTreeSet;
use std::fmt;
use std::rc::Rc;

use super::{Annotation, AnnotationId, AnnotatorId, Claim, EntityId, Project, RelationId, Who};

/// A law that a project breaks, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A block by its number: empty, out of the text, out of order, or parted from the one before
    /// by more or less than line ends.
    Block(usize),
    /// One id names two things, or a thing is kept under another id than its own.
    Id(Rc<str>),
    TwoAnnotators(AnnotatorId),
    /// A mention's entity is not there.
    Entity(AnnotationId, EntityId),
    /// A claim's speaker, or something it is about, is not there.
    Named(AnnotationId, EntityId),
    /// The mention that shows who speaks does not name the speaker.
    Speaker(AnnotationId, AnnotationId),
    /// A claim is reported in what is no claim.
    Reported(AnnotationId, AnnotationId),
    /// A claim is, by way of others, reported in itself.
    Cycle(AnnotationId),
    /// An end of a relation is not there.
    End(RelationId, Rc<str>),
    /// Words are not where an annotation says, and it does not say that they are lost.
    Place(AnnotationId),
    /// The indices are not those of the annotations.
    Index,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Broken::Block(n) => write!(f, "block {n} is out of place"),
            Broken::Id(id) => write!(f, "id {id} is not one thing's own"),
            Broken::TwoAnnotators(id) => write!(f, "annotator {id} is there twice"),
            Broken::Entity(id, entity) => {
                write!(f, "mention {id} names {entity}, which is not there")
            }
            Broken::Named(id, entity) => write!(f, "claim {id} names {entity}, which is not there"),
            Broken::Speaker(id, mention) => {
                write!(f, "claim {id} has its speaker from {mention}, which names another")
            }
            Broken::Reported(id, other) => write!(f, "claim {id} is reported in {other}, no claim"),
            Broken::Cycle(id) => write!(f, "claim {id} is reported in itself"),
            Broken::End(id, end) => write!(f, "relation {id} ends at {end}, which is not there"),
            Broken::Place(id) => write!(f, "annotation {id} is not where it says"),
            Broken::Index => write!(f, "the indices do not agree with the annotations"),
        }
    }
}

/// The laws that a project breaks; none, if it was made by edits.
///
/// Not among them: that an entity has a mention. It is so after every planned command, but two
/// tabs may remove its last two mentions at a time, each thinking that another is left.
#[must_use]
pub fn invariants(project: &Project) -> Vec<Broken> {
    let mut broken = Vec::new();
    check_blocks(project, &mut broken);
    check_ids(project, &mut broken);
    for annotation in project.annotations() {
        check_annotation(project, annotation, &mut broken);
    }
    for relation in project.relations() {
        let ends = [&relation.from, &relation.to].into_iter();
        let lost = ends.filter(|end| !project.has_end(end));
        broken.extend(lost.map(|end| Broken::End(relation.id.clone(), end.clone())));
    }
    if !project.is_index_true() {
        broken.push(Broken::Index);
    }
    broken
}

fn check_blocks(project: &Project, broken: &mut Vec<Broken>) {
    let text = &project.article.text;
    let mut previous = None;
    for (n, block) in project.article.blocks.iter().enumerate() {
        let is_parted = previous.is_none_or(|end| {
            let gap = text.between(end, block.span.start());
            end < block.span.start() && gap.chars().all(|c| c == '\n')
        });
        if !is_parted || !text.holds(block.span) {
            broken.push(Broken::Block(n));
        }
        previous = Some(block.span.end());
    }
}

fn check_ids(project: &Project, broken: &mut Vec<Broken>) {
    let annotations = project.annotations.iter().map(|(id, it)| (&id.0, &it.id.0));
    let entities = project.entities.iter().map(|(id, it)| (&id.0, &it.id.0));
    let relations = project.relations.iter().map(|(id, it)| (&id.0, &it.id.0));
    let mut seen = BTreeSet::new();
    for (key, id) in annotations.chain(entities).chain(relations) {
        if !seen.insert(id) || key != id {
            broken.push(Broken::Id(id.clone()));
        }
    }
    let mut seen = BTreeSet::new();
    let twice = project.annotators.iter().filter(|it| !seen.insert(&it.id));
    broken.extend(twice.map(|it| Broken::TwoAnnotators(it.id.clone())));
}

fn check_annotation(project: &Project, annotation: &Annotation, broken: &mut Vec<Broken>) {
    let id = &annotation.id;
    if let Some(entity) = annotation.entity().filter(|it| project.entity(it).is_none()) {
        broken.push(Broken::Entity(id.clone(), entity.clone()));
    }
    if !project.is_placed(annotation) {
        broken.push(Broken::Place(id.clone()));
    }
    let Some(claim) = annotation.claim() else { return };
    check_claim(project, id, claim, broken);
    if project.would_cycle(annotation) {
        broken.push(Broken::Cycle(id.clone()));
    }
}

fn check_claim(project: &Project, id: &AnnotationId, claim: &Claim, broken: &mut Vec<Broken>) {
    let named = claim.about.iter().chain(claim.speaker());
    let lost = named.filter(|entity| project.entity(entity).is_none());
    broken.extend(lost.map(|entity| Broken::Named(id.clone(), entity.clone())));
    if let Some(Who::Entity { entity, mention: Some(mention) }) =
        claim.claimant.as_ref().map(|it| &it.who)
        && project.annotation(mention).and_then(|it| it.entity()) != Some(entity)
    {
        broken.push(Broken::Speaker(id.clone(), mention.clone()));
    }
    if let Some(reporting) = &claim.reported_in
        && !project.annotation(reporting).is_some_and(|it| it.is_claim())
    {
        broken.push(Broken::Reported(id.clone(), reporting.clone()));
    }
}
