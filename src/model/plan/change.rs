//! An annotation gets other boundaries, another label, another value of a field.

use std::rc::Rc;

use super::check::{check_id, check_label, check_new, check_spans, find};
use super::tag::{new_claim, new_entity, new_mention};
use crate::model::{
    Anchor, Annotation, AnnotationField, AnnotationId, Body, ClaimField, Edit, Entity, EntityField,
    EntityId, LabelKey, LabelKind, Project, Refusal, Selector, preset_quote_mode,
};
use crate::text::Spans;

pub(super) fn plan_relabel(
    project: &Project,
    id: &AnnotationId,
    key: &LabelKey,
    fresh: &EntityId,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let annotation = find(project, id)?;
    let label = check_label(project, key)?;
    let mut edits = Vec::new();
    let mut entity_edit = None;
    let field = match (&annotation.body, label.kind) {
        (Body::Mention(mention), LabelKind::Entity) => {
            if let Some(entity) = only_mention_of(project, annotation)
                && entity.label == mention.label
            {
                let field = EntityField::Label(key.clone());
                entity_edit = Some(Edit::SetEntity(entity.id.clone(), field));
            }
            AnnotationField::Label(key.clone())
        }
        (Body::Claim(_), LabelKind::Claim) => {
            AnnotationField::Claim(ClaimField::Label(Some(key.clone())))
        }
        (Body::Mention(_), _) => {
            entity_edit = only_mention_of(project, annotation)
                .map(|entity| Edit::RemoveEntity(entity.id.clone()));
            AnnotationField::Body(new_claim(project, key, &annotation.selector.spans))
        }
        (Body::Claim(_), _) => {
            check_id(project, &fresh.0)?;
            let by = annotation.by.clone();
            edits.push(new_entity(project, fresh, key, &annotation.selector, by));
            AnnotationField::Body(new_mention(fresh, key))
        }
    };
    let next = changed(annotation, &field)?;
    check_new(project, &next)?;
    edits.extend(set(id, [field], now));
    edits.extend(entity_edit);
    Ok(edits)
}

pub(super) fn plan_spans(
    project: &Project,
    id: &AnnotationId,
    spans: &Spans,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let annotation = find(project, id)?;
    let text = &project.article.text;
    check_spans(text, spans)?;
    let was_anchored =
        annotation.anchor == Anchor::Anchored && annotation.selector.is_anchored(text);
    if was_anchored && annotation.selector.spans == *spans {
        return Err(Refusal::NoChange);
    }
    let selector = Selector::from(spans.clone());
    check_new(project, &Annotation { selector: selector.clone(), ..(**annotation).clone() })?;
    let mut fields = vec![AnnotationField::Selector(selector.clone())];
    if annotation.anchor != Anchor::Anchored {
        fields.push(AnnotationField::Anchor(Anchor::Anchored));
    }
    if was_anchored && let Some(Some(quote)) = annotation.claim().map(|claim| claim.quote) {
        let preset = |spans| preset_quote_mode(&project.article, spans);
        let next = preset(spans);
        if quote == preset(&annotation.selector.spans) && quote != next {
            fields.push(AnnotationField::Claim(ClaimField::Quote(Some(next))));
        }
    }
    let mut edits = set(id, fields, now);
    if let Some(entity) = only_mention_of(project, annotation)
        && entity.name.as_deref() == Some(annotation.selector.words(text).as_str())
    {
        let name = EntityField::Name(Some(selector.words(text).into()));
        edits.push(Edit::SetEntity(entity.id.clone(), name));
    }
    Ok(edits)
}

pub(super) fn plan_field(
    project: &Project,
    id: &AnnotationId,
    field: AnnotationField,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    changed(find(project, id)?, &field)?;
    Ok(set(id, [field], now))
}

/// The annotation with a field changed; refuses a field of claims on a mention.
pub(super) fn changed(
    annotation: &Annotation,
    field: &AnnotationField,
) -> Result<Annotation, Refusal> {
    let (next, back) =
        annotation.with(field.clone()).ok_or_else(|| Refusal::NotAClaim(annotation.id.clone()))?;
    if back == *field { Err(Refusal::NoChange) } else { Ok(next) }
}

/// The entity that this annotation alone names.
fn only_mention_of<'a>(project: &'a Project, annotation: &Annotation) -> Option<&'a Rc<Entity>> {
    let entity = project.entity(annotation.entity()?)?;
    (project.mentions_of(&entity.id).len() == 1).then_some(entity)
}

/// Edits that set these fields, and when that was.
pub(super) fn set(
    id: &AnnotationId,
    fields: impl IntoIterator<Item = AnnotationField>,
    now: &Rc<str>,
) -> Vec<Edit> {
    let modified = AnnotationField::Modified(Some(now.clone()));
    fields.into_iter().chain([modified]).map(|it| Edit::SetAnnotation(id.clone(), it)).collect()
}
