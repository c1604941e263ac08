//! What a command may name, and which words may be tagged.

use std::rc::Rc;

use crate::model::{
    Anchor, Annotation, AnnotationId, Claimant, Label, LabelKey, LabelKind, Project, Refusal, Who,
};
use crate::text::{Spans, Text, is_grapheme_boundary};

/// Refuses spans that no person can have meant.
///
/// Only line ends lie between blocks, so a span with more than white space in it lies on a block.
pub(super) fn check_spans(text: &Text, spans: &Spans) -> Result<(), Refusal> {
    for span in spans.iter() {
        if !text.holds(span) {
            return Err(Refusal::OutOfText(span));
        }
        if text.slice(span).chars().all(char::is_whitespace) {
            return Err(Refusal::Blank(span));
        }
        let splits = |at: &_| !is_grapheme_boundary(text, *at);
        if let Some(at) = [span.start(), span.end()].into_iter().find(splits) {
            return Err(Refusal::SplitsCharacter(at));
        }
    }
    Ok(())
}

/// Refuses an annotation that says of the same words what another says already.
pub(super) fn check_new(project: &Project, annotation: &Annotation) -> Result<(), Refusal> {
    let spans = &annotation.selector.spans;
    let says_the_same = |other: &&Rc<Annotation>| {
        other.id != annotation.id
            && other.anchor != Anchor::Orphaned
            && other.selector.spans == *spans
            && other.label() == annotation.label()
            && other.by == annotation.by
    };
    let first = spans.iter().take(1);
    match first.flat_map(|first| project.annotations_on(first)).find(says_the_same) {
        Some(other) => Err(Refusal::Duplicate(other.id.clone())),
        None => Ok(()),
    }
}

pub(super) fn find<'a>(
    project: &'a Project,
    id: &AnnotationId,
) -> Result<&'a Rc<Annotation>, Refusal> {
    project.annotation(id).ok_or_else(|| Refusal::NoAnnotation(id.clone()))
}

pub(super) fn check_label<'a>(project: &'a Project, key: &LabelKey) -> Result<&'a Label, Refusal> {
    let label = project.labels.find(key).filter(|label| !label.retired);
    let label = label.ok_or_else(|| Refusal::UnknownLabel(key.clone()))?;
    match label.kind {
        LabelKind::Entity | LabelKind::Claim => Ok(label),
        LabelKind::Relation => Err(Refusal::LabelOfLinks(key.clone())),
    }
}

pub(super) fn check_id(project: &Project, id: &Rc<str>) -> Result<(), Refusal> {
    if project.has_id(id) { Err(Refusal::IdInUse(id.clone())) } else { Ok(()) }
}

pub(super) fn check_claimant(
    project: &Project,
    claimant: Option<&Claimant>,
) -> Result<(), Refusal> {
    let Some(claimant) = claimant else { return Ok(()) };
    if let Some(words) = &claimant.words {
        check_spans(&project.article.text, &words.spans)?;
    }
    let Who::Entity { entity, mention } = &claimant.who else { return Ok(()) };
    if project.entity(entity).is_none() {
        return Err(Refusal::NoEntity(entity.clone()));
    }
    let Some(mention) = mention else { return Ok(()) };
    if find(project, mention)?.entity() == Some(entity) {
        Ok(())
    } else {
        Err(Refusal::NamesAnother { mention: mention.clone(), entity: entity.clone() })
    }
}
