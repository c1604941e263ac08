//! The smallest changes there are, and how each is applied and taken back.

use std::rc::Rc;

use super::{
    Annotation, AnnotationField, AnnotationId, Annotator, AnnotatorId, Article, Body, Claim,
    ClaimField, Claimant, Detail, Entity, EntityField, EntityId, LabelSet, Project, Relation,
    RelationId, Who,
};

/// One change of a project.
///
/// Applying is total: an edit that does not fit the present state (its object is gone, its entity
/// was deleted in another tab) does what is possible and no more, so that any subset of a log is a
/// valid log. What the user may do is decided before, when a command is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    CreateAnnotation(Rc<Annotation>),
    SetAnnotation(AnnotationId, AnnotationField),
    RemoveAnnotation(AnnotationId),
    CreateEntity(Rc<Entity>),
    SetEntity(EntityId, EntityField),
    RemoveEntity(EntityId),
    CreateRelation(Rc<Relation>),
    RemoveRelation(RelationId),
    SetDetail(Detail),
    SetLabels(Rc<LabelSet>),
    /// Adds an annotator or takes the place of the one with the same id.
    SetAnnotator(Annotator),
    RemoveAnnotator(AnnotatorId),
    /// Takes the article out of the library or puts it back.
    SetRemoved(bool),
}

impl Project {
    /// Applies one edit; what takes it back is put in front of `undo`, so that the whole list,
    /// applied in order, takes back all that was applied before.
    pub fn apply(&mut self, edit: &Edit, undo: &mut Vec<Edit>) {
        // Collected in the order of application and reversed at the end by the caller.
        match edit {
            Edit::CreateAnnotation(annotation) => self.create_annotation(annotation, undo),
            Edit::SetAnnotation(id, field) => self.set_annotation(id, field, undo),
            Edit::RemoveAnnotation(id) => self.remove_annotation(id, undo),
            Edit::CreateEntity(entity) => {
                if !self.has_id(&entity.id.0) {
                    self.insert_entity(entity.clone());
                    undo.push(Edit::RemoveEntity(entity.id.clone()));
                }
            }
            Edit::SetEntity(id, field) => {
                if let Some(entity) = self.entities.get(id) {
                    let (next, back) = entity.with(field.clone());
                    self.insert_entity(Rc::new(next));
                    undo.push(Edit::SetEntity(id.clone(), back));
                }
            }
            Edit::RemoveEntity(id) => self.remove_entity(id, undo),
            Edit::CreateRelation(relation) => {
                let ends = self.has_end(&relation.from) && self.has_end(&relation.to);
                if ends && !self.has_id(&relation.id.0) {
                    self.insert_relation(relation.clone());
                    undo.push(Edit::RemoveRelation(relation.id.clone()));
                }
            }
            Edit::RemoveRelation(id) => {
                if let Some(relation) = self.relations.get(id).cloned() {
                    self.relations.remove_mut(id);
                    undo.push(Edit::CreateRelation(relation));
                }
            }
            Edit::SetDetail(detail) => {
                let (details, back) = self.article.details.with(detail.clone());
                self.article = Rc::new(Article { details, ..(*self.article).clone() });
                undo.push(Edit::SetDetail(back));
            }
            Edit::SetLabels(labels) => {
                let old = std::mem::replace(&mut self.labels, labels.clone());
                undo.push(Edit::SetLabels(old));
            }
            Edit::SetAnnotator(annotator) => self.set_annotator(annotator, undo),
            Edit::RemoveAnnotator(id) => {
                if let Some(old) = self.annotator(id).cloned() {
                    self.annotators =
                        self.annotators.iter().filter(|a| a.id != *id).cloned().collect();
                    undo.push(Edit::SetAnnotator(old));
                }
            }
            Edit::SetRemoved(removed) => {
                undo.push(Edit::SetRemoved(self.removed));
                self.removed = *removed;
            }
        }
    }

    fn create_annotation(&mut self, annotation: &Rc<Annotation>, undo: &mut Vec<Edit>) {
        if self.has_id(&annotation.id.0) {
            return;
        }
        self.insert_annotation(self.without_danglers(annotation));
        undo.push(Edit::RemoveAnnotation(annotation.id.clone()));
    }

    fn set_annotation(&mut self, id: &AnnotationId, field: &AnnotationField, undo: &mut Vec<Edit>) {
        let Some(old) = self.annotations.get(id) else { return };
        let Some((next, back)) = old.with(field.clone()) else { return };
        let next = self.without_danglers(&Rc::new(next));
        if self.would_cycle(id, &next) {
            return;
        }
        self.insert_annotation(next);
        undo.push(Edit::SetAnnotation(id.clone(), back));
    }

    /// Removes an annotation with the relations that end there; claims that pointed at it keep
    /// what they knew otherwise.
    fn remove_annotation(&mut self, id: &AnnotationId, undo: &mut Vec<Edit>) {
        if !self.annotations.contains_key(id) {
            return;
        }
        self.remove_relations_of(&id.0, undo);
        let pointing: Vec<_> =
            self.annotations.values().filter_map(|other| without_annotation(other, id)).collect();
        for (other, fields) in pointing {
            for field in fields {
                self.set_annotation(&other, &AnnotationField::Claim(field), undo);
            }
        }
        if let Some(old) = self.take_annotation(id) {
            undo.push(Edit::CreateAnnotation(old));
        }
    }

    /// Removes an entity that has no mention left; a claim that named it keeps the words.
    fn remove_entity(&mut self, id: &EntityId, undo: &mut Vec<Edit>) {
        let Some(entity) = self.entities.get(id).cloned() else { return };
        if !self.mentions_of(id).is_empty() {
            return;
        }
        self.remove_relations_of(&id.0, undo);
        let speaking: Vec<_> =
            self.annotations.values().filter_map(|other| without_entity(other, &entity)).collect();
        for (other, fields) in speaking {
            for field in fields {
                self.set_annotation(&other, &AnnotationField::Claim(field), undo);
            }
        }
        self.entities.remove_mut(id);
        undo.push(Edit::CreateEntity(entity));
    }

    fn remove_relations_of(&mut self, end: &Rc<str>, undo: &mut Vec<Edit>) {
        let ending: Vec<_> = self
            .relations
            .values()
            .filter(|relation| relation.from == *end || relation.to == *end)
            .cloned()
            .collect();
        for relation in ending {
            self.relations.remove_mut(&relation.id);
            undo.push(Edit::CreateRelation(relation));
        }
    }

    fn set_annotator(&mut self, annotator: &Annotator, undo: &mut Vec<Edit>) {
        let mut annotators = self.annotators.to_vec();
        match annotators.iter_mut().find(|other| other.id == annotator.id) {
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

    /// The annotation without references to what is not there.
    fn without_danglers(&self, annotation: &Rc<Annotation>) -> Rc<Annotation> {
        let known = |id: &EntityId| self.entities.contains_key(id);
        match &annotation.body {
            Body::Mention(mention) => match &mention.entity {
                Some(entity) if !known(entity) => {
                    let field = AnnotationField::Entity(None);
                    annotation.with(field).map_or_else(|| annotation.clone(), |(a, _)| Rc::new(a))
                }
                _ => annotation.clone(),
            },
            Body::Claim(claim) => {
                let mut mended = (**claim).clone();
                mended.about = claim.about.iter().filter(|id| known(id)).cloned().collect();
                mended.reported_in =
                    claim.reported_in.clone().filter(|id| self.annotations.contains_key(id));
                if let Some(Claimant { who: Who::Entity { entity, mention }, .. }) = &claim.claimant
                {
                    let mention = mention.clone().filter(|id| self.annotations.contains_key(id));
                    let who = if known(entity) {
                        Who::Entity { entity: entity.clone(), mention }
                    } else {
                        Who::Named
                    };
                    if let Some(claimant) = mended.claimant.as_mut() {
                        claimant.who = who;
                    }
                }
                if mended == **claim {
                    annotation.clone()
                } else {
                    let body = Body::Claim(Box::new(mended));
                    Rc::new(Annotation { body, ..(**annotation).clone() })
                }
            }
        }
    }

    /// Whether a claim would, by way of others, be passed on by itself.
    fn would_cycle(&self, id: &AnnotationId, next: &Annotation) -> bool {
        let mut above = next.claim().and_then(|claim| claim.reported_in.clone());
        // As many steps as there are annotations are enough to meet any claim once.
        for _ in 0..=self.annotations.size() {
            match above {
                None => return false,
                Some(reporting) if reporting == *id => return true,
                Some(reporting) => {
                    let claim = self.annotations.get(&reporting).and_then(|a| a.claim());
                    above = claim.and_then(|claim| claim.reported_in.clone());
                }
            }
        }
        true
    }
}

/// The fields that free a claim of an annotation that goes.
fn without_annotation(
    other: &Annotation,
    gone: &AnnotationId,
) -> Option<(AnnotationId, Vec<ClaimField>)> {
    let claim: &Claim = other.claim()?;
    let mut fields = Vec::new();
    if claim.reported_in.as_ref() == Some(gone) {
        fields.push(ClaimField::ReportedIn(None));
    }
    if let Some(claimant) = &claim.claimant
        && let Who::Entity { entity, mention: Some(mention) } = &claimant.who
        && mention == gone
    {
        let who = Who::Entity { entity: entity.clone(), mention: None };
        fields.push(ClaimField::Claimant(Some(Claimant { who, ..claimant.clone() })));
    }
    if fields.is_empty() { None } else { Some((other.id.clone(), fields)) }
}

/// The fields that free a claim of an entity that goes: the speaker becomes the words it had.
fn without_entity(other: &Annotation, gone: &Entity) -> Option<(AnnotationId, Vec<ClaimField>)> {
    let claim: &Claim = other.claim()?;
    let mut fields = Vec::new();
    if claim.speaker() == Some(&gone.id)
        && let Some(claimant) = &claim.claimant
    {
        let text = claimant.text.clone().or_else(|| gone.name.clone());
        fields.push(ClaimField::Claimant(Some(Claimant {
            who: Who::Named,
            text,
            ..claimant.clone()
        })));
    }
    if claim.about.contains(&gone.id) {
        let about = claim.about.iter().filter(|id| **id != gone.id).cloned().collect();
        fields.push(ClaimField::About(about));
    }
    if fields.is_empty() { None } else { Some((other.id.clone(), fields)) }
}
