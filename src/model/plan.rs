//! From what a person asks for to the edits that do it: one command, one step of undo.
//!
//! What a user may not do is refused here and nowhere else; edits themselves are total.
//! Claims that change only because something they pointed at goes keep their `modified`.

mod all;
mod change;
mod check;
mod claim;
mod decide;
mod entity;
mod labels;
#[cfg(test)]
mod labels_tests;
mod link;
mod parts;
mod tag;
#[cfg(test)]
mod tests;

use std::rc::Rc;

pub use self::link::allows;
use super::{
    AnnotationField, AnnotationId, Annotator, AnnotatorId, ClaimField, Command, Detail, Edit,
    EntityId, Map, Project, Refusal, Status, Transaction,
};

/// The step that does what `command` asks for, at the time `now`.
///
/// # Errors
/// [`Refusal`] if it cannot be done, or if nothing would change.
pub fn plan(project: &Project, command: &Command, now: &Rc<str>) -> Result<Transaction, Refusal> {
    let edits = match command {
        Command::Tag(tag) => tag::plan_tag(project, tag, now),
        Command::TagAll(tags) => all::plan_tag_all(project, tags, now),
        Command::RelabelAll { ids, label } => all::plan_relabel_all(project, ids, label, now),
        Command::Merge { keep, gone } => parts::plan_merge(project, keep, gone, now),
        Command::Split(split) => parts::plan_split(project, split, now),
        Command::Remove(ids) => plan_removal(project, ids),
        Command::Relabel { id, label, entity } => {
            change::plan_relabel(project, id, label, entity, now)
        }
        Command::SetSpans { id, spans } => change::plan_spans(project, id, spans, now),
        Command::SetClaimant { id, claimant } => {
            claim::plan_claim(project, id, ClaimField::Claimant(claimant.clone()), now)
        }
        Command::SetQuoteMode { id, quote } => {
            claim::plan_claim(project, id, ClaimField::Quote(*quote), now)
        }
        Command::SetClaim { id, field } => claim::plan_claim(project, id, field.clone(), now),
        Command::TagSpeaker { claim, tag } => claim::plan_speaker(project, claim, tag, now),
        Command::SetNote { id, note } => {
            change::plan_field(project, id, AnnotationField::Note(non_empty(note.clone())), now)
        }
        Command::SetUnsure { id, unsure } => {
            change::plan_field(project, id, AnnotationField::Unsure(*unsure), now)
        }
        Command::Entity(command) => entity::plan_entity(project, command, now),
        Command::Link(command) => link::plan_link(project, command),
        Command::Describe(detail) => plan_detail(project, detail),
        Command::NameAnnotator { id, name } => plan_annotator(project, id, name),
        Command::SetStatus { id, status } => plan_status(project, id, *status),
        Command::Decide { each, is_not, by } => {
            decide::plan_decision(project, each, *is_not, by.as_ref())
        }
        Command::Undecide { spans, is_not, by } => {
            decide::plan_undecision(project, spans, *is_not, by.as_ref())
        }
        Command::RemoveArticle => plan_removed(project, true),
        Command::RestoreArticle => plan_removed(project, false),
        Command::SetLabels(change) => labels::plan_labels(project, change, now),
        Command::TagWithNew { label, tag } => labels::plan_tag_with_new(project, label, tag, now),
        Command::SetAttribute { id, key, value } => {
            labels::plan_attribute(project, id, key, value.as_ref(), now)
        }
    }?;
    Ok(Transaction::from(edits))
}

fn plan_removal(project: &Project, ids: &[AnnotationId]) -> Result<Vec<Edit>, Refusal> {
    let Some(first) = ids.first() else { return Err(Refusal::NoChange) };
    let here = ids.iter().filter(|id| project.annotation(id).is_some());
    let going: Map<&AnnotationId, ()> = here.map(|id| (id, ())).collect();
    if going.is_empty() {
        return Err(Refusal::NoAnnotation(first.clone()));
    }
    let named = going.keys().filter_map(|id| project.annotation(id)?.entity());
    let named: Map<&EntityId, ()> = named.map(|entity| (entity, ())).collect();
    let goes_too = |entity: &&&EntityId| {
        project.mentions_of(entity).iter().all(|mention| going.contains_key(&&mention.id))
    };
    let entities = named.keys().filter(goes_too).copied().cloned().map(Edit::RemoveEntity);
    Ok(going.keys().copied().cloned().map(Edit::RemoveAnnotation).chain(entities).collect())
}

fn plan_detail(project: &Project, detail: &Detail) -> Result<Vec<Edit>, Refusal> {
    let detail = detail.clone().map(non_empty);
    let (_, back) = project.article.details.with(detail.clone());
    if back == detail {
        return Err(Refusal::NoChange);
    }
    Ok(vec![Edit::SetDetail(detail)])
}

fn plan_annotator(
    project: &Project,
    id: &AnnotatorId,
    name: &Option<Rc<str>>,
) -> Result<Vec<Edit>, Refusal> {
    let old = project.annotator(id).cloned().unwrap_or_else(|| tag::annotator(id));
    let name = non_empty(name.clone());
    if old.name == name {
        return Err(Refusal::NoChange);
    }
    Ok(vec![Edit::SetAnnotator(Annotator { name, ..old })])
}

fn plan_status(
    project: &Project,
    id: &AnnotatorId,
    status: Option<Status>,
) -> Result<Vec<Edit>, Refusal> {
    let old = project.annotator(id).cloned().unwrap_or_else(|| tag::annotator(id));
    if old.status == status {
        return Err(Refusal::NoChange);
    }
    Ok(vec![Edit::SetAnnotator(Annotator { status, ..old })])
}

fn plan_removed(project: &Project, removed: bool) -> Result<Vec<Edit>, Refusal> {
    if project.removed == removed {
        return Err(Refusal::NoChange);
    }
    Ok(vec![Edit::SetRemoved(removed)])
}

fn non_empty(text: Option<Rc<str>>) -> Option<Rc<str>> {
    text.filter(|text| !text.trim().is_empty())
}
