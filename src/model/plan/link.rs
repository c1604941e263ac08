//! Links between annotations or entities.

use std::rc::Rc;

use super::check::check_id;
use super::non_empty;
use super::tag::annotator;
use crate::model::{
    Annotation, AnnotationId, AnnotatorId, Edit, EntityId, Label, LabelKey, LabelKind, Link,
    LinkCommand, Project, Refusal, Relation, RelationField, RelationId, Unknown,
};

pub(super) fn plan_link(project: &Project, command: &LinkCommand) -> Result<Vec<Edit>, Refusal> {
    match command {
        LinkCommand::Add(link) => plan_new(project, link),
        LinkCommand::Remove(id) => Ok(vec![Edit::RemoveRelation(find(project, id)?.id.clone())]),
        LinkCommand::Set { id, field } => plan_set(project, id, field),
        LinkCommand::Turn(id) => plan_turn(project, id),
    }
}

/// Whether a label of links allows these two ends.
#[must_use]
pub fn allows(project: &Project, label: &Label, from: &Rc<str>, to: &Rc<str>) -> bool {
    from != to && fits(project, &label.from, from) && fits(project, &label.to, to)
}

fn plan_new(project: &Project, link: &Link) -> Result<Vec<Edit>, Refusal> {
    check_id(project, &link.id.0)?;
    let relation = Relation {
        id: link.id.clone(),
        label: link.label.clone(),
        from: link.from.clone(),
        to: link.to.clone(),
        note: None,
        by: link.by.clone(),
        unknown: Unknown::default(),
    };
    check(project, &relation)?;
    let newcomer = link.by.iter().filter(|by| project.annotator(by).is_none());
    let mut edits: Vec<Edit> = newcomer.map(|by| Edit::SetAnnotator(annotator(by))).collect();
    edits.push(Edit::CreateRelation(Rc::new(relation)));
    Ok(edits)
}

fn plan_set(
    project: &Project,
    id: &RelationId,
    field: &RelationField,
) -> Result<Vec<Edit>, Refusal> {
    let relation = find(project, id)?;
    let field = match field {
        RelationField::Note(note) => RelationField::Note(non_empty(note.clone())),
        field => field.clone(),
    };
    let (next, back) = relation.with(field.clone());
    if back == field {
        return Err(Refusal::NoChange);
    }
    if !matches!(field, RelationField::Note(_)) {
        check(project, &next)?;
    }
    Ok(vec![Edit::SetRelation(id.clone(), field)])
}

fn plan_turn(project: &Project, id: &RelationId) -> Result<Vec<Edit>, Refusal> {
    let relation = find(project, id)?;
    // Both ways mean the same.
    if project.labels.find(&relation.label).is_some_and(|it| it.symmetric) {
        return Err(Refusal::NoChange);
    }
    let (from, to) = (relation.to.clone(), relation.from.clone());
    check(project, &Relation { from: from.clone(), to: to.clone(), ..(**relation).clone() })?;
    let fields = [RelationField::From(from), RelationField::To(to)];
    Ok(fields.map(|field| Edit::SetRelation(id.clone(), field)).into())
}

/// What ended at entities that go ends at another; what would then link it to itself, or say the
/// same twice, goes.
pub(super) fn follow_links(project: &Project, gone: &[EntityId], to: &EntityId) -> Vec<Edit> {
    let end =
        |id: &Rc<str>| if gone.iter().any(|it| it.0 == *id) { to.0.clone() } else { id.clone() };
    let mut edits = Vec::new();
    let mut kept: Vec<Relation> = Vec::new();
    let mut seen: Vec<RelationId> = Vec::new();
    for relation in gone.iter().flat_map(|id| project.links_of(&id.0)) {
        if seen.contains(&relation.id) {
            continue;
        }
        seen.push(relation.id.clone());
        let mut next = (**relation).clone();
        (next.from, next.to) = (end(&relation.from), end(&relation.to));
        let is_twin =
            |other: &Relation| other.id != next.id && says_the_same(project, other, &next);
        let is_said =
            kept.iter().any(is_twin) || project.links_of(&next.from).iter().any(|it| is_twin(it));
        if next.from == next.to || is_said {
            edits.push(Edit::RemoveRelation(next.id));
            continue;
        }
        let fields = [
            (next.from != relation.from).then(|| RelationField::From(next.from.clone())),
            (next.to != relation.to).then(|| RelationField::To(next.to.clone())),
        ];
        let fields = fields.into_iter().flatten();
        edits.extend(fields.map(|field| Edit::SetRelation(next.id.clone(), field)));
        kept.push(next);
    }
    edits
}

/// Refuses a link that the label set does not know, that leads nowhere, or that is there already.
fn check(project: &Project, relation: &Relation) -> Result<(), Refusal> {
    let key = &relation.label;
    let label = project.labels.find(key).filter(|label| !label.retired);
    let label = label.ok_or_else(|| Refusal::UnknownLabel(key.clone()))?;
    if label.kind != LabelKind::Relation {
        return Err(Refusal::NoLabelOfLinks(key.clone()));
    }
    for end in [&relation.from, &relation.to] {
        if !project.has_end(end) {
            return Err(Refusal::NoEnd(end.clone()));
        }
    }
    if relation.from == relation.to {
        return Err(Refusal::LinkToItself);
    }
    if !allows(project, label, &relation.from, &relation.to) {
        return Err(Refusal::LinkNotAllowed(key.clone()));
    }
    let there = project.links_of(&relation.from);
    let twin = there.iter().find(|it| it.id != relation.id && says_the_same(project, it, relation));
    match twin {
        Some(twin) => Err(Refusal::Linked(twin.id.clone())),
        None => Ok(()),
    }
}

/// Whether one person said the same with both, where the label means both ways the same.
fn says_the_same(project: &Project, one: &Relation, other: &Relation) -> bool {
    let by = |it: &Relation| -> Option<AnnotatorId> { it.by.clone() };
    let symmetric = project.labels.find(&one.label).is_some_and(|it| it.symmetric);
    let is_so = one.from == other.from && one.to == other.to;
    let is_turned = symmetric && one.from == other.to && one.to == other.from;
    one.label == other.label && (is_so || is_turned) && by(one) == by(other)
}

/// Whether a link may end there; without a list it may anywhere. A label stands for those below it.
fn fits(project: &Project, allowed: &[LabelKey], end: &Rc<str>) -> bool {
    if allowed.is_empty() {
        return true;
    }
    let annotation = project.annotation(&AnnotationId(end.clone()));
    let entity = || project.entity(&EntityId(end.clone())).map(|it| &it.label);
    let Some(mut key) = annotation.and_then(|it| it.label()).or_else(entity) else {
        // A claim in a file may have no label; it is a claim all the same.
        let is_claims =
            |key| project.labels.find(key).is_some_and(|it| it.kind == LabelKind::Claim);
        return annotation.is_some_and(|it| Annotation::is_claim(it))
            && allowed.iter().any(is_claims);
    };
    // As many steps up as there are labels are enough, should a set go round in a circle.
    for _ in 0..=project.labels.labels.len() {
        if allowed.contains(key) {
            return true;
        }
        match project.labels.find(key).and_then(|it| it.parent.as_ref()) {
            Some(parent) => key = parent,
            None => return false,
        }
    }
    false
}

fn find<'a>(project: &'a Project, id: &RelationId) -> Result<&'a Rc<Relation>, Refusal> {
    project.relation(id).ok_or_else(|| Refusal::NoLink(id.clone()))
}
