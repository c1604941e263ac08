//! Random edits that no plan makes: what comes in from other tabs, other programs, damaged logs.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::Index;

use super::random::{annotator, pick};
use crate::model::{
    Anchor, Annotation, AnnotationField, AnnotationId, Annotator, Body, Claim, ClaimField,
    Claimant, Decision, Detail, Edit, Entity, EntityField, EntityId, IsNot, LabelKey, Mention,
    Project, Relation, RelationField, RelationId, Selector, Status, Unknown, Who, news,
};
use crate::text::{CharOffset, Span};

/// One edit, as numbers that name something only once a project is there.
#[derive(Clone, Debug)]
pub(crate) struct Wild([Index; 6]);

pub(crate) fn wilds() -> impl Strategy<Value = Vec<Wild>> {
    proptest::collection::vec(any::<[Index; 6]>().prop_map(Wild), 1..24)
}

impl Wild {
    /// The edit; step `n` may bring the ids `w<n>`, `v<n>`, `r<n>`.
    pub(crate) fn of(&self, project: &Project, n: usize) -> Edit {
        let [kind, one, other, third, ..] = self.0;
        let annotation = || self.annotation(project, one);
        match kind.index(28) {
            0 => Edit::CreateEntity(Rc::new(entity(EntityId::new(format!("v{n}"))))),
            1 => Edit::SetEntity(self.entity(project, one), EntityField::Note(Some("n".into()))),
            2 => Edit::SetEntity(
                self.entity(project, one),
                EntityField::Aliases(Rc::new(["a".into()])),
            ),
            3 => Edit::RemoveEntity(self.entity(project, one)),
            4 | 5 => Edit::CreateRelation(Rc::new(self.relation(project, n))),
            6 => {
                let relations: Vec<_> = project.relations().map(|it| it.id.clone()).collect();
                Edit::RemoveRelation(pick(&relations, one).unwrap_or(RelationId::new("r0")))
            }
            21 | 22 => {
                let relations: Vec<_> = project.relations().map(|it| it.id.clone()).collect();
                let id = pick(&relations, one).unwrap_or(RelationId::new("r0"));
                let end = self.relation(project, n).to;
                let label = RelationField::Label(LabelKey::new("repeats"));
                let note = RelationField::Note(Some("n".into()));
                let fields =
                    [RelationField::From(end.clone()), RelationField::To(end), label, note];
                Edit::SetRelation(id, pick(&fields, other).unwrap_or(RelationField::Note(None)))
            }
            7 => Edit::SetDetail(Detail::Lang(pick(&[None, Some("en".into())], one).flatten())),
            8 => {
                let mut labels = news();
                labels.labels.truncate(one.index(13));
                Edit::SetLabels(Rc::new(labels))
            }
            9 => {
                let status = pick(&[None, Some(Status::Done)], one).flatten();
                let id = annotator(other);
                Edit::SetAnnotator(Annotator {
                    id,
                    name: None,
                    status,
                    unknown: Unknown::default(),
                })
            }
            10 => Edit::RemoveAnnotator(annotator(one)),
            11 => Edit::SetRemoved(one.index(2) == 0),
            12 => Edit::RemoveAnnotation(annotation()),
            13 => {
                let id = AnnotationId::new(format!("w{n}"));
                let used = third.index(8) == 0;
                let id = if used { annotation() } else { id };
                Edit::CreateAnnotation(Rc::new(Annotation {
                    id,
                    body: self.body(project),
                    selector: self.selector(project),
                    anchor: anchor(third),
                    unsure: false,
                    note: None,
                    attributes: None,
                    by: Some(annotator(third)),
                    origin: None,
                    created: None,
                    modified: None,
                    unknown: Unknown::default(),
                }))
            }
            23 | 24 => Edit::Decide(Rc::new(self.decision(project))),
            25 => Edit::Undecide(self.decided(project, one)),
            _ => Edit::SetAnnotation(annotation(), self.field(project)),
        }
    }

    fn decision(&self, project: &Project) -> Decision {
        let [.., other, third] = self.0;
        let is_not = *other.get(&[IsNot::Entity, IsNot::Claim]);
        let by = Some(annotator(third)).filter(|_| 0 < other.index(5));
        let unknown = Unknown::default();
        Decision { selector: self.selector(project), is_not, by, unknown }
    }

    /// Mostly one that is there.
    fn decided(&self, project: &Project, index: Index) -> Rc<Decision> {
        pick(&project.decisions, index).unwrap_or_else(|| Rc::new(self.decision(project)))
    }

    fn field(&self, project: &Project) -> AnnotationField {
        let [.., other, third, kind] = self.0;
        match kind.index(9) {
            0 => AnnotationField::Body(self.body(project)),
            1 => AnnotationField::Selector(self.selector(project)),
            2 => AnnotationField::Anchor(anchor(third)),
            3 => AnnotationField::Entity(
                Some(self.entity(project, third)).filter(|_| 0 < other.index(5)),
            ),
            4 => AnnotationField::Claim(ClaimField::ReportedIn(
                Some(self.annotation(project, third)).filter(|_| 0 < other.index(9)),
            )),
            5 => AnnotationField::Claim(ClaimField::Claimant(self.claimant(project))),
            6 => AnnotationField::Claim(ClaimField::About(Rc::new([
                self.entity(project, other),
                self.entity(project, third),
            ]))),
            7 => AnnotationField::Claim(ClaimField::Cue(Some(self.selector(project)))),
            _ => AnnotationField::Label(LabelKey::new("none")),
        }
    }

    fn body(&self, project: &Project) -> Body {
        let [_, one, other, third, ..] = self.0;
        if one.index(2) == 0 {
            let entity = Some(self.entity(project, other)).filter(|_| 0 < third.index(5));
            Body::Mention(Mention { entity, label: LabelKey::new("MISC"), level: None })
        } else {
            Body::Claim(Box::new(Claim {
                claimant: self.claimant(project),
                reported_in: Some(self.annotation(project, third)),
                about: Rc::new([self.entity(project, third)]),
                ..Claim::default()
            }))
        }
    }

    fn claimant(&self, project: &Project) -> Option<Claimant> {
        let [.., one, other, third] = self.0;
        let entity = self.entity(project, one);
        let of_it = project.mentions_of(&entity).first().map(|it| it.id.clone());
        let mention = match other.index(3) {
            0 => None,
            1 => of_it,
            _ => Some(self.annotation(project, other)),
        };
        Some(Claimant::from(Who::Entity { entity, mention })).filter(|_| 0 < third.index(5))
    }

    fn selector(&self, project: &Project) -> Selector {
        let past = project.article.text.end().0 as usize + 2;
        let [.., one, other] = self.0;
        let ends = [one, other].map(|it| CharOffset(u32::try_from(it.index(past)).unwrap()));
        let first = Span::new(CharOffset(0), CharOffset(1)).unwrap();
        Selector::from(Span::between(ends[0], ends[1]).unwrap_or(first))
    }

    fn relation(&self, project: &Project, n: usize) -> Relation {
        let [_, one, other, third, ..] = self.0;
        let end = |index: Index| match third.index(2) {
            0 => self.annotation(project, index).0,
            _ => self.entity(project, index).0,
        };
        Relation {
            id: RelationId::new(format!("r{n}")),
            label: LabelKey::new("supports"),
            from: end(one),
            to: end(other),
            note: None,
            by: None,
            unknown: Unknown::default(),
        }
    }

    /// Mostly one that is there.
    fn annotation(&self, project: &Project, index: Index) -> AnnotationId {
        let mut ids: Vec<_> = project.annotations().map(|it| it.id.clone()).collect();
        ids.push(AnnotationId::new("gone"));
        pick(&ids, index).unwrap()
    }

    /// Mostly one that is there.
    fn entity(&self, project: &Project, index: Index) -> EntityId {
        let mut ids: Vec<_> = project.entities().map(|it| it.id.clone()).collect();
        ids.push(EntityId::new("gone"));
        pick(&ids, index).unwrap()
    }
}

fn anchor(index: Index) -> Anchor {
    *index.get(&[Anchor::Anchored, Anchor::Proposed, Anchor::Orphaned])
}

fn entity(id: EntityId) -> Entity {
    Entity {
        id,
        label: LabelKey::new("ORG"),
        name: Some("Name".into()),
        aliases: Rc::default(),
        wikidata: None,
        note: None,
        by: None,
        unknown: Unknown::default(),
    }
}
