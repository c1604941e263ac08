//! The smallest changes there are, and how each is applied and taken back.

use std::rc::Rc;

use super::mend::{freed_of_annotation, freed_of_entity};
use super::{
    Anchor, Annotation, AnnotationField, AnnotationId, Annotator, AnnotatorId, Article, Claim,
    ClaimField, Decision, Detail, Entity, EntityField, EntityId, LabelSet, Project, Relation,
    RelationField, RelationId,
};

/// One change of a project.
///
/// Applying is total: an edit that does not fit the present state (its object is gone, its entity
/// was deleted in another tab) does what is possible and no more, so that any subset of a log is a
/// valid log. What the user may do is decided before, when a command is planned.
///
/// # Limitations
/// An annotator who comes back after others came stands behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    CreateAnnotation(Rc<Annotation>),
    SetAnnotation(AnnotationId, AnnotationField),
    RemoveAnnotation(AnnotationId),
    CreateEntity(Rc<Entity>),
    SetEntity(EntityId, EntityField),
    /// Of an entity without mentions; another stays.
    RemoveEntity(EntityId),
    CreateRelation(Rc<Relation>),
    SetRelation(RelationId, RelationField),
    RemoveRelation(RelationId),
    SetDetail(Detail),
    SetLabels(Rc<LabelSet>),
    /// Adds an annotator or takes the place of the one with the same id.
    SetAnnotator(Annotator),
    /// What the annotator made stays theirs: files, too, may name annotators that they do not list.
    RemoveAnnotator(AnnotatorId),
    Decide(Rc<Decision>),
    /// Takes back the decision of the same person on the same words.
    Undecide(Rc<Decision>),
    /// Takes the article out of the library or puts it back.
    SetRemoved(bool),
}

impl Project {
    /// Applies one edit and appends to `undo` what takes it back, nothing if nothing changed.
    ///
    /// What was appended last is to be applied first: the list takes back all that was applied
    /// once it is reversed, as [`super::Transaction::apply`] does.
    pub fn apply(&mut self, edit: &Edit, undo: &mut Vec<Edit>) {
        match edit {
            Edit::CreateAnnotation(annotation) => self.create_annotation(annotation, undo),
            Edit::SetAnnotation(id, field) => self.set_annotation(id, field, undo),
            Edit::RemoveAnnotation(id) => self.remove_annotation(id, undo),
            Edit::CreateEntity(entity) => self.create_entity(entity, undo),
            Edit::SetEntity(id, field) => self.set_entity(id, field, undo),
            Edit::RemoveEntity(id) => self.remove_entity(id, undo),
            Edit::CreateRelation(relation) => self.create_relation(relation, undo),
            Edit::SetRelation(id, field) => self.set_relation(id, field, undo),
            Edit::RemoveRelation(id) => self.remove_relation(id, undo),
            Edit::SetDetail(detail) => self.set_detail(detail, undo),
            Edit::SetLabels(labels) => {
                if self.labels != *labels {
                    let old = std::mem::replace(&mut self.labels, labels.clone());
                    undo.push(Edit::SetLabels(old));
                }
            }
            Edit::SetAnnotator(annotator) => self.set_annotator(annotator, undo),
            Edit::RemoveAnnotator(id) => self.remove_annotator(id, undo),
            Edit::Decide(decision) => self.decide(decision, undo),
            Edit::Undecide(decision) => self.undecide(decision, undo),
            Edit::SetRemoved(removed) => {
                if self.removed != *removed {
                    undo.push(Edit::SetRemoved(self.removed));
                    self.removed = *removed;
                }
            }
        }
    }

    fn create_annotation(&mut self, annotation: &Rc<Annotation>, undo: &mut Vec<Edit>) {
        if self.has_id(&annotation.id.0) {
            return;
        }
        let mut mended = self.mended((**annotation).clone());
        if !self.is_placed(&mended) {
            mended.anchor = Anchor::Orphaned;
        }
        // Shared with the log unless it had to be mended.
        let annotation = if mended == **annotation { annotation.clone() } else { Rc::new(mended) };
        undo.push(Edit::RemoveAnnotation(annotation.id.clone()));
        self.insert_annotation(annotation);
    }

    fn set_annotation(&mut self, id: &AnnotationId, field: &AnnotationField, undo: &mut Vec<Edit>) {
        let Some(old) = self.annotations.get(id).cloned() else { return };
        let Some((next, back)) = old.with(field.clone()) else { return };
        let next = self.mended(next);
        if next == *old || self.would_cycle(&next) || !self.is_placed(&next) {
            return;
        }
        if old.is_claim() != next.is_claim() || old.entity() != next.entity() {
            self.free_claims(&id.0, |claim| freed_of_annotation(claim, id, Some(&next)), undo);
        }
        self.insert_annotation(Rc::new(next));
        undo.push(Edit::SetAnnotation(id.clone(), back));
    }

    /// Removes an annotation with the relations that end there; claims that pointed at it keep
    /// what they knew otherwise.
    fn remove_annotation(&mut self, id: &AnnotationId, undo: &mut Vec<Edit>) {
        if !self.annotations.contains_key(id) {
            return;
        }
        self.remove_relations_of(&id.0, undo);
        self.free_claims(&id.0, |claim| freed_of_annotation(claim, id, None), undo);
        if let Some(old) = self.take_annotation(id) {
            undo.push(Edit::CreateAnnotation(old));
        }
    }

    fn create_entity(&mut self, entity: &Rc<Entity>, undo: &mut Vec<Edit>) {
        if !self.has_id(&entity.id.0) {
            self.insert_entity(entity.clone());
            undo.push(Edit::RemoveEntity(entity.id.clone()));
        }
    }

    fn set_entity(&mut self, id: &EntityId, field: &EntityField, undo: &mut Vec<Edit>) {
        let Some(entity) = self.entities.get(id) else { return };
        let (next, back) = entity.with(field.clone());
        if back != *field {
            self.insert_entity(Rc::new(next));
            undo.push(Edit::SetEntity(id.clone(), back));
        }
    }

    /// Removes an entity that has no mention left; a claim that named it keeps the words.
    fn remove_entity(&mut self, id: &EntityId, undo: &mut Vec<Edit>) {
        let Some(entity) = self.entities.get(id).cloned() else { return };
        if !self.mentions_of(id).is_empty() {
            return;
        }
        self.remove_relations_of(&id.0, undo);
        self.free_claims(&id.0, |claim| freed_of_entity(claim, &entity), undo);
        self.take_entity(id);
        undo.push(Edit::CreateEntity(entity));
    }

    /// Changes the claims that point at something so that they no longer do.
    fn free_claims(
        &mut self,
        target: &Rc<str>,
        freed: impl Fn(&Claim) -> Vec<ClaimField>,
        undo: &mut Vec<Edit>,
    ) {
        for claim in self.claims_pointing_at(target) {
            for field in claim.claim().map(&freed).unwrap_or_default() {
                self.set_annotation(&claim.id, &AnnotationField::Claim(field), undo);
            }
        }
    }

    fn create_relation(&mut self, relation: &Rc<Relation>, undo: &mut Vec<Edit>) {
        let has_ends = self.has_end(&relation.from) && self.has_end(&relation.to);
        if has_ends && !self.has_id(&relation.id.0) {
            self.insert_relation(relation.clone());
            undo.push(Edit::RemoveRelation(relation.id.clone()));
        }
    }

    fn set_relation(&mut self, id: &RelationId, field: &RelationField, undo: &mut Vec<Edit>) {
        let Some(relation) = self.relations.get(id) else { return };
        let (next, back) = relation.with(field.clone());
        if back != *field && self.has_end(&next.from) && self.has_end(&next.to) {
            self.insert_relation(Rc::new(next));
            undo.push(Edit::SetRelation(id.clone(), back));
        }
    }

    fn remove_relation(&mut self, id: &RelationId, undo: &mut Vec<Edit>) {
        if let Some(relation) = self.take_relation(id) {
            undo.push(Edit::CreateRelation(relation));
        }
    }

    fn remove_relations_of(&mut self, end: &Rc<str>, undo: &mut Vec<Edit>) {
        let ending: Vec<_> = self.links_of(end).into_iter().map(|it| it.id.clone()).collect();
        for id in ending {
            self.remove_relation(&id, undo);
        }
    }

    fn set_detail(&mut self, detail: &Detail, undo: &mut Vec<Edit>) {
        let (details, back) = self.article.details.with(detail.clone());
        if back != *detail {
            self.article = Rc::new(Article { details, ..(*self.article).clone() });
            undo.push(Edit::SetDetail(back));
        }
    }

    fn set_annotator(&mut self, annotator: &Annotator, undo: &mut Vec<Edit>) {
        let mut annotators = self.annotators.to_vec();
        match annotators.iter_mut().find(|other| other.id == annotator.id) {
            Some(place) if place == annotator => return,
            Some(place) => {
                undo.push(Edit::SetAnnotator(std::mem::replace(place, annotator.clone())));
            }
            None => {
                annotators.push(annotator.clone());
                undo.push(Edit::RemoveAnnotator(annotator.id.clone()));
            }
        }
        self.annotators = annotators.into();
    }

    fn remove_annotator(&mut self, id: &AnnotatorId, undo: &mut Vec<Edit>) {
        let Some(old) = self.annotator(id).cloned() else { return };
        self.annotators = self.annotators.iter().filter(|it| it.id != *id).cloned().collect();
        undo.push(Edit::SetAnnotator(old));
    }
}
