//! The label set changes, and with it what was tagged; attributes of one annotation.

use std::rc::Rc;

use super::change::{plan_field, set};
use super::check::find;
use super::plan_removal;
use super::tag::{new_claim, new_entity, new_mention, plan_tag};
use crate::model::attributes::{value_text, with_member};
use crate::model::{
    Annotation, AnnotationField, AnnotationId, Body, ClaimField, Edit, Entity, EntityField,
    EntityId, Fate, Label, LabelChange, LabelKey, LabelKind, LabelSet, Map, Project, Refusal,
    Relation, RelationField, Tag, Transaction, check_labels,
};

pub(super) fn plan_labels(
    project: &Project,
    change: &LabelChange,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    if let Some(fault) = check_labels(&change.set).into_iter().next() {
        return Err(Refusal::Labels(fault));
    }
    let set = with_kept(project, change);
    let mut going = Going::new(project, &set, change)?;
    if set == *project.labels && going.fates.is_empty() {
        return Err(Refusal::NoChange);
    }
    let mut edits = Vec::new();
    if set != *project.labels {
        edits.push(Edit::SetLabels(Rc::new(set.clone())));
    }
    for relation in project.relations() {
        going.relation(relation, &mut edits);
    }
    for annotation in project.annotations() {
        going.annotation(annotation, now, &mut edits);
    }
    for entity in project.entities() {
        going.entity(entity, &mut edits);
    }
    edits.extend(plan_removal(project, &going.deleted).unwrap_or_default());
    edits.extend(going.left_alone().into_iter().map(Edit::RemoveEntity));
    Ok(edits)
}

/// The new set, with the labels that stay for the sake of what has them.
fn with_kept(project: &Project, change: &LabelChange) -> LabelSet {
    let mut set = (*change.set).clone();
    for label in &project.labels.labels {
        let is_kept =
            change.gone.iter().any(|(key, fate)| *key == label.key && *fate == Fate::Keep);
        if is_kept && set.find(&label.key).is_none() && is_in_use(project, label) {
            set.labels.push(Label { retired: true, parent: None, ..label.clone() });
        }
    }
    set
}

/// What was tagged with labels that go.
struct Going<'a> {
    project: &'a Project,
    fates: Map<&'a LabelKey, Becomes>,
    fresh: &'a EntityId,
    n_fresh: usize,
    deleted: Vec<AnnotationId>,
    /// Mentions that become claims.
    unnamed: Map<AnnotationId, ()>,
}

/// A fate, once it was seen that it fits.
#[derive(Clone)]
enum Becomes {
    Label(LabelKey, LabelKind),
    Deleted,
}

impl<'a> Going<'a> {
    fn new(
        project: &'a Project,
        set: &LabelSet,
        change: &'a LabelChange,
    ) -> Result<Going<'a>, Refusal> {
        let mut fates = Map::new();
        for old in &project.labels.labels {
            let is_there = set.find(&old.key).is_some_and(|new| new.kind == old.kind);
            if is_there || !is_in_use(project, old) {
                continue;
            }
            let fate = change.gone.iter().find(|(key, _)| *key == old.key).map(|(_, fate)| fate);
            let becomes = match fate {
                None => return Err(Refusal::NoFate(old.key.clone())),
                // It is in the new set as another kind, so that it cannot be kept beside that.
                Some(Fate::Keep) => return Err(Refusal::NoFate(old.key.clone())),
                Some(Fate::Delete) => Becomes::Deleted,
                Some(Fate::Becomes(key)) => {
                    Becomes::Label(key.clone(), check_heir(set, key, old.kind)?)
                }
            };
            fates.insert(&old.key, becomes);
        }
        let fresh = &change.entity;
        let (deleted, unnamed) = (Vec::new(), Map::new());
        Ok(Going { project, fates, fresh, n_fresh: 0, deleted, unnamed })
    }

    fn relation(&self, relation: &Relation, edits: &mut Vec<Edit>) {
        let Some(fate) = self.fates.get(&&relation.label) else { return };
        let id = relation.id.clone();
        edits.push(match fate {
            Becomes::Label(key, _) => Edit::SetRelation(id, RelationField::Label(key.clone())),
            Becomes::Deleted => Edit::RemoveRelation(id),
        });
    }

    fn annotation(&mut self, annotation: &Annotation, now: &Rc<str>, edits: &mut Vec<Edit>) {
        let fate = annotation.label().and_then(|key| self.fates.get(&key)).cloned();
        let field = match (fate, &annotation.body) {
            (None, _) => return,
            (Some(Becomes::Deleted), _) => return self.deleted.push(annotation.id.clone()),
            (Some(Becomes::Label(key, LabelKind::Claim)), Body::Claim(_)) => {
                AnnotationField::Claim(ClaimField::Label(Some(key)))
            }
            (Some(Becomes::Label(key, LabelKind::Claim)), Body::Mention(_)) => {
                self.unnamed.insert(annotation.id.clone(), ());
                AnnotationField::Body(new_claim(self.project, &key, &annotation.selector.spans))
            }
            (Some(Becomes::Label(key, _)), Body::Mention(_)) => AnnotationField::Label(key),
            (Some(Becomes::Label(key, _)), Body::Claim(_)) => {
                let fresh = self.fresh();
                let by = annotation.by.clone();
                edits.push(new_entity(self.project, &fresh, &key, &annotation.selector, by));
                AnnotationField::Body(new_mention(&fresh, &key))
            }
        };
        if !matches!(&field, AnnotationField::Label(key) if annotation.label() == Some(key)) {
            edits.extend(set(&annotation.id, [field], now));
        }
    }

    /// An entity gets the label that those with its label get. If they go or become claims, it is
    /// what the first mention says that it keeps.
    fn entity(&self, entity: &Entity, edits: &mut Vec<Edit>) {
        let label = match self.fates.get(&&entity.label) {
            None => return,
            Some(Becomes::Label(key, LabelKind::Entity)) => Some(key.clone()),
            Some(_) => {
                let mentions = self.project.mentions_of(&entity.id);
                mentions.into_iter().find_map(|mention| self.next_label(mention))
            }
        };
        if let Some(label) = label.filter(|label| *label != entity.label) {
            edits.push(Edit::SetEntity(entity.id.clone(), EntityField::Label(label)));
        }
    }

    /// The label of a mention after the change, if it is one then.
    fn next_label(&self, mention: &Annotation) -> Option<LabelKey> {
        match self.fates.get(&mention.label()?) {
            None => mention.label().cloned(),
            Some(Becomes::Label(key, LabelKind::Entity)) => Some(key.clone()),
            Some(_) => None,
        }
    }

    fn fresh(&mut self) -> EntityId {
        self.n_fresh += 1;
        match self.n_fresh {
            1 => self.fresh.clone(),
            n => EntityId([self.fresh.as_str(), "-", &n.to_string()].concat().into()),
        }
    }

    /// Entities whose mentions all became claims, or partly were deleted.
    fn left_alone(&self) -> Vec<EntityId> {
        let unnamed = self.unnamed.keys().filter_map(|id| self.project.annotation(id)?.entity());
        let entities: Map<&EntityId, ()> = unnamed.map(|entity| (entity, ())).collect();
        let deleted: Map<&AnnotationId, ()> = self.deleted.iter().map(|id| (id, ())).collect();
        let goes = |mention: &Rc<Annotation>| {
            self.unnamed.contains_key(&mention.id) || deleted.contains_key(&&mention.id)
        };
        let is_left = |entity: &&&EntityId| self.project.mentions_of(entity).into_iter().all(goes);
        entities.keys().filter(is_left).map(|entity| (*entity).clone()).collect()
    }
}

/// The kind of the label that takes another's place.
fn check_heir(set: &LabelSet, key: &LabelKey, kind: LabelKind) -> Result<LabelKind, Refusal> {
    let heir = set.find(key).filter(|label| !label.retired);
    let heir = heir.ok_or_else(|| Refusal::UnknownLabel(key.clone()))?;
    match (kind == LabelKind::Relation, heir.kind == LabelKind::Relation) {
        (true, false) => Err(Refusal::NoLabelOfLinks(key.clone())),
        (false, true) => Err(Refusal::LabelOfLinks(key.clone())),
        _ => Ok(heir.kind),
    }
}

fn is_in_use(project: &Project, label: &Label) -> bool {
    match label.kind {
        LabelKind::Relation => project.relations().any(|it| it.label == label.key),
        _ => {
            project.annotations().any(|it| it.label() == Some(&label.key))
                || project.entities().any(|it| it.label == label.key)
        }
    }
}

pub(super) fn plan_tag_with_new(
    project: &Project,
    label: &Rc<Label>,
    tag: &Tag,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let mut set = (*project.labels).clone();
    set.labels.push((**label).clone());
    if let Some(fault) = check_labels(&set).into_iter().find(|fault| fault.label == label.key) {
        return Err(Refusal::Labels(fault));
    }
    let labels = Edit::SetLabels(Rc::new(set));
    let (with_label, _) = Transaction::from(vec![labels.clone()]).apply(project);
    let tagged = plan_tag(&with_label, tag, now)?;
    Ok([labels].into_iter().chain(tagged).collect())
}

pub(super) fn plan_attribute(
    project: &Project,
    id: &AnnotationId,
    key: &LabelKey,
    value: Option<&Rc<str>>,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let annotation = find(project, id)?;
    let text = match value.map(|value| value.trim()).filter(|value| !value.is_empty()) {
        None => None,
        Some(value) => {
            let label = project.labels.label_of(annotation.label());
            let attribute = label.and_then(|label| label.attribute(key));
            let attribute = attribute.ok_or_else(|| Refusal::NoAttribute(key.clone()))?;
            if !attribute.can_be(value) {
                let (attribute, value) = (key.clone(), value.into());
                return Err(Refusal::NotAValue { attribute, value });
            }
            Some(value_text(attribute, value))
        }
    };
    let before = annotation.attributes.as_ref();
    if before.and_then(|before| before.member(&key.0)) == text.as_deref() {
        return Err(Refusal::NoChange);
    }
    let attributes = with_member(before, &key.0, text.as_deref());
    plan_field(project, id, AnnotationField::Attributes(attributes), now)
}
