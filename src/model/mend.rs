//! References that lead nowhere, and how an annotation does without them.

use super::{
    Anchor, Annotation, AnnotationId, Body, Claim, ClaimField, Claimant, Entity, EntityId, Project,
    Who,
};

impl Project {
    /// The annotation without references to what is not there, or is not what it should be.
    ///
    /// A mention loses its entity, a claim the claim it is reported in; a speaker becomes somebody
    /// who is named but not tagged.
    pub(super) fn mended(&self, mut annotation: Annotation) -> Annotation {
        match &mut annotation.body {
            Body::Mention(mention) => {
                mention.entity.take_if(|entity| self.entity(entity).is_none());
            }
            Body::Claim(claim) => {
                if claim.about.iter().any(|entity| self.entity(entity).is_none()) {
                    let known = claim.about.iter().filter(|entity| self.entity(entity).is_some());
                    claim.about = known.cloned().collect();
                }
                claim.reported_in.take_if(|reporting| !self.is_claim(reporting));
                if let Some(Claimant { who, .. }) = &mut claim.claimant
                    && let Who::Entity { entity, mention } = who
                {
                    let id = &annotation.id;
                    mention.take_if(|mention| mention == id || !self.names(mention, entity));
                    if self.entity(entity).is_none() {
                        *who = Who::Named;
                    }
                }
            }
        }
        annotation
    }

    /// Whether the annotation's words stand where it says, unless it says that they are lost.
    pub(super) fn is_placed(&self, annotation: &Annotation) -> bool {
        let text = &self.article.text;
        match annotation.anchor {
            Anchor::Anchored => annotation.selector.is_anchored(text),
            Anchor::Proposed => annotation.selector.spans.iter().all(|span| text.holds(span)),
            Anchor::Orphaned => true,
        }
    }

    /// Whether a claim would, by way of others, be passed on by itself.
    pub(super) fn would_cycle(&self, claim: &Annotation) -> bool {
        let reported_in = |it: &Annotation| it.claim().and_then(|it| it.reported_in.clone());
        let mut above = reported_in(claim);
        // As many steps as there are annotations are enough to meet any claim once.
        for _ in 0..=self.n_annotations() {
            match above {
                None => return false,
                Some(reporting) if reporting == claim.id => return true,
                Some(reporting) => {
                    above = self.annotation(&reporting).and_then(|it| reported_in(it));
                }
            }
        }
        true
    }

    fn is_claim(&self, id: &AnnotationId) -> bool {
        self.annotation(id).is_some_and(|annotation| annotation.is_claim())
    }

    fn names(&self, mention: &AnnotationId, entity: &EntityId) -> bool {
        self.annotation(mention).is_some_and(|it| it.entity() == Some(entity))
    }
}

/// The fields that free a claim of an annotation which is, from now on, only what `left` says.
pub(super) fn freed_of_annotation(
    claim: &Claim,
    id: &AnnotationId,
    left: Option<&Annotation>,
) -> Vec<ClaimField> {
    let mut fields = Vec::new();
    let is_claim = left.is_some_and(Annotation::is_claim);
    if claim.reported_in.as_ref() == Some(id) && !is_claim {
        fields.push(ClaimField::ReportedIn(None));
    }
    if let Some(claimant) = &claim.claimant
        && let Who::Entity { entity, mention: Some(mention) } = &claimant.who
        && mention == id
        && left.and_then(Annotation::entity) != Some(entity)
    {
        let who = Who::Entity { entity: entity.clone(), mention: None };
        fields.push(ClaimField::Claimant(Some(Claimant { who, ..claimant.clone() })));
    }
    fields
}

/// The fields that free a claim of an entity that goes: the speaker becomes the words it had.
pub(super) fn freed_of_entity(claim: &Claim, gone: &Entity) -> Vec<ClaimField> {
    let mut fields = Vec::new();
    if claim.speaker() == Some(&gone.id)
        && let Some(claimant) = &claim.claimant
    {
        let text = claimant.text.clone().or_else(|| gone.name.clone());
        let named = Claimant { who: Who::Named, text, ..claimant.clone() };
        fields.push(ClaimField::Claimant(Some(named)));
    }
    if claim.about.contains(&gone.id) {
        let about = claim.about.iter().filter(|id| **id != gone.id).cloned().collect();
        fields.push(ClaimField::About(about));
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, outline, tag, take};
    use crate::model::{AnnotationField, Edit, Transaction, invariants};

    #[test]
    fn a_mention_that_becomes_a_claim_does_not_show_its_own_speaker() {
        let (project, spans) = marked("«Kim»");
        let project = take(&project, &tag(0, "PERSON", spans[0])).unwrap();
        let id = AnnotationId::new("a0");
        let who = Who::Entity { entity: EntityId::new("e0"), mention: Some(id.clone()) };
        let claim = Claim { claimant: Some(Claimant::from(who)), ..Claim::default() };
        let field = AnnotationField::Body(Body::Claim(Box::new(claim)));
        let (after, inverse) =
            Transaction::from(vec![Edit::SetAnnotation(id, field)]).apply(&project);
        assert_eq!(outline(&after), "a0 - «Kim» by e0\n");
        assert_eq!(invariants(&after), []);
        assert_eq!(Transaction::from(inverse).apply(&after).0, project);
    }
}
