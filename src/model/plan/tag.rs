//! Words become a mention or a claim.

use std::rc::Rc;

use super::check::{check_id, check_label, check_new, check_spans};
use crate::model::attributes::defaults;
use crate::model::{
    Anchor, Annotation, Annotator, AnnotatorId, Body, Claim, Edit, Entity, EntityId, LabelKey,
    LabelKind, Mention, Project, Refusal, Selector, Tag, Unknown, preset_quote_mode,
};
use crate::text::Spans;

pub(super) fn plan_tag(project: &Project, tag: &Tag, now: &Rc<str>) -> Result<Vec<Edit>, Refusal> {
    plan_tag_as(project, tag, None, now)
}

/// The same; a mention names a thing that is there, if one is given.
pub(super) fn plan_tag_as(
    project: &Project,
    tag: &Tag,
    known: Option<&EntityId>,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let label = check_label(project, &tag.label)?;
    check_spans(&project.article.text, &tag.spans)?;
    check_id(project, &tag.id.0)?;
    let selector = Selector::from(tag.spans.clone());
    let mut edits = Vec::new();
    if let Some(by) = &tag.by
        && project.annotator(by).is_none()
    {
        edits.push(Edit::SetAnnotator(annotator(by)));
    }
    let body = if label.kind == LabelKind::Claim {
        new_claim(project, &tag.label, &tag.spans)
    } else if let Some(known) = known {
        new_mention(known, &tag.label)
    } else {
        check_id(project, &tag.entity.0)?;
        if tag.entity.0 == tag.id.0 {
            return Err(Refusal::IdInUse(tag.entity.0.clone()));
        }
        edits.push(new_entity(project, &tag.entity, &tag.label, &selector, tag.by.clone()));
        new_mention(&tag.entity, &tag.label)
    };
    let annotation = Annotation {
        id: tag.id.clone(),
        body,
        selector,
        anchor: Anchor::Anchored,
        unsure: false,
        note: None,
        attributes: defaults(label),
        by: tag.by.clone(),
        origin: tag.origin,
        created: Some(now.clone()),
        modified: None,
        unknown: Unknown::default(),
    };
    check_new(project, &annotation)?;
    edits.push(Edit::CreateAnnotation(Rc::new(annotation)));
    Ok(edits)
}

pub(super) fn new_claim(project: &Project, label: &LabelKey, spans: &Spans) -> Body {
    let quote = preset_quote_mode(&project.article, spans);
    Body::Claim(Box::new(Claim {
        label: Some(label.clone()),
        quote: Some(quote),
        ..Claim::default()
    }))
}

pub(super) fn new_mention(entity: &EntityId, label: &LabelKey) -> Body {
    Body::Mention(Mention { entity: Some(entity.clone()), label: label.clone(), level: None })
}

pub(super) fn new_entity(
    project: &Project,
    id: &EntityId,
    label: &LabelKey,
    selector: &Selector,
    by: Option<AnnotatorId>,
) -> Edit {
    Edit::CreateEntity(Rc::new(Entity {
        id: id.clone(),
        label: label.clone(),
        name: Some(selector.words(&project.article.text).into()),
        aliases: Rc::default(),
        wikidata: None,
        note: None,
        by,
        unknown: Unknown::default(),
    }))
}

pub(super) fn annotator(id: &AnnotatorId) -> Annotator {
    Annotator { id: id.clone(), name: None, status: None, unknown: Unknown::default() }
}
