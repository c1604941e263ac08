//! From what a person asks for to the edits that do it: one command, one step of undo.
//!
//! What a user may not do is refused here and nowhere else; edits themselves are total.
//! Claims that change only because something they pointed at goes keep their `modified`.

mod change;
mod check;
mod tag;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::{
    AnnotationField, AnnotationId, Annotator, AnnotatorId, ClaimField, Command, Detail, Edit,
    EntityField, EntityId, Map, Project, Refusal, Transaction,
};

/// The step that does what `command` asks for, at the time `now`.
///
/// # Errors
/// [`Refusal`] if it cannot be done, or if nothing would change.
pub fn plan(project: &Project, command: &Command, now: &Rc<str>) -> Result<Transaction, Refusal> {
    let edits = match command {
        Command::Tag(tag) => tag::plan_tag(project, tag, now),
        Command::Remove(ids) => plan_removal(project, ids),
        Command::Relabel { id, label, entity } => {
            change::plan_relabel(project, id, label, entity, now)
        }
        Command::SetSpans { id, spans } => change::plan_spans(project, id, spans, now),
        Command::SetClaimant { id, claimant } => {
            check::check_claimant(project, claimant.as_ref())?;
            let field = ClaimField::Claimant(claimant.clone());
            change::plan_field(project, id, AnnotationField::Claim(field), now)
        }
        Command::SetQuoteMode { id, quote } => {
            let field = ClaimField::Quote(*quote);
            change::plan_field(project, id, AnnotationField::Claim(field), now)
        }
        Command::SetNote { id, note } => {
            change::plan_field(project, id, AnnotationField::Note(non_empty(note.clone())), now)
        }
        Command::SetUnsure { id, unsure } => {
            change::plan_field(project, id, AnnotationField::Unsure(*unsure), now)
        }
        Command::RenameEntity { id, name } => plan_rename(project, id, name),
        Command::Describe(detail) => plan_detail(project, detail),
        Command::NameAnnotator { id, name } => plan_annotator(project, id, name),
        Command::RemoveArticle => plan_removed(project, true),
        Command::RestoreArticle => plan_removed(project, false),
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

fn plan_rename(
    project: &Project,
    id: &EntityId,
    name: &Option<Rc<str>>,
) -> Result<Vec<Edit>, Refusal> {
    let entity = project.entity(id).ok_or_else(|| Refusal::NoEntity(id.clone()))?;
    let name = non_empty(name.clone());
    if entity.name == name {
        return Err(Refusal::NoChange);
    }
    Ok(vec![Edit::SetEntity(id.clone(), EntityField::Name(name))])
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

fn plan_removed(project: &Project, removed: bool) -> Result<Vec<Edit>, Refusal> {
    if project.removed == removed {
        return Err(Refusal::NoChange);
    }
    Ok(vec![Edit::SetRemoved(removed)])
}

fn non_empty(text: Option<Rc<str>>) -> Option<Rc<str>> {
    text.filter(|text| !text.trim().is_empty())
}
