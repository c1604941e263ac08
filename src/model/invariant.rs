//! What holds of every project, whatever edits made it.

use std::fmt;
use std::rc::Rc;

use super::{
    Annotation, AnnotationId, AnnotatorId, Claim, EntityId, Map, Project, RelationId, Who,
};

/// A law that a project breaks, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A block by its number: empty, out of the text, out of order, or parted from the one before
    /// by more or less than line ends.
    Block(usize),
    /// One id names two things, or a thing is kept under another id than its own.
    Id(Rc<str>),
    TwoAnnotators(AnnotatorId),
    /// A mention's entity is not there.
    Entity(AnnotationId, EntityId),
    /// A claim's speaker, or something it is about, is not there.
    Named(AnnotationId, EntityId),
    /// The mention that shows who speaks does not name the speaker.
    Speaker(AnnotationId, AnnotationId),
    /// A claim is reported in what is no claim.
    Reported(AnnotationId, AnnotationId),
    /// A claim is, by way of others, reported in itself.
    Cycle(AnnotationId),
    /// An end of a relation is not there.
    End(RelationId, Rc<str>),
    /// Words are not where an annotation says, and it does not say that they are lost.
    Place(AnnotationId),
    /// A decision by its number: there twice, or out of order.
    Decision(usize),
    /// The indices are not those of the annotations.
    Index,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Broken::Block(n) => write!(f, "block {n} is out of place"),
            Broken::Id(id) => write!(f, "id {id} is not one thing's own"),
            Broken::TwoAnnotators(id) => write!(f, "annotator {id} is there twice"),
            Broken::Entity(id, entity) => {
                write!(f, "mention {id} names {entity}, which is not there")
            }
            Broken::Named(id, entity) => write!(f, "claim {id} names {entity}, which is not there"),
            Broken::Speaker(id, mention) => {
                write!(f, "claim {id} has its speaker from {mention}, which names another")
            }
            Broken::Reported(id, other) => write!(f, "claim {id} is reported in {other}, no claim"),
            Broken::Cycle(id) => write!(f, "claim {id} is reported in itself"),
            Broken::End(id, end) => write!(f, "relation {id} ends at {end}, which is not there"),
            Broken::Place(id) => write!(f, "annotation {id} is not where it says"),
            Broken::Decision(n) => write!(f, "decision {n} is there twice or out of order"),
            Broken::Index => write!(f, "the indices do not agree with the annotations"),
        }
    }
}

/// The laws that a project breaks; none, if it was made by edits.
///
/// Not among them: that an entity has a mention. It is so after every planned command, but two
/// tabs may remove its last two mentions at a time, each thinking that another is left.
#[must_use]
pub fn invariants(project: &Project) -> Vec<Broken> {
    let mut broken = Vec::new();
    check_blocks(project, &mut broken);
    check_ids(project, &mut broken);
    for annotation in project.annotations() {
        check_annotation(project, annotation, &mut broken);
    }
    for relation in project.relations() {
        let ends = [&relation.from, &relation.to].into_iter();
        let lost = ends.filter(|end| !project.has_end(end));
        broken.extend(lost.map(|end| Broken::End(relation.id.clone(), end.clone())));
    }
    broken.extend(project.decision_out_of_order().map(Broken::Decision));
    if !project.is_index_true() {
        broken.push(Broken::Index);
    }
    broken
}

fn check_blocks(project: &Project, broken: &mut Vec<Broken>) {
    let text = &project.article.text;
    let mut previous = None;
    for (n, block) in project.article.blocks.iter().enumerate() {
        let is_parted = previous.is_none_or(|end| {
            let gap = text.between(end, block.span.start());
            end < block.span.start() && gap.chars().all(|c| c == '\n')
        });
        if !is_parted || !text.holds(block.span) {
            broken.push(Broken::Block(n));
        }
        previous = Some(block.span.end());
    }
}

fn check_ids(project: &Project, broken: &mut Vec<Broken>) {
    let annotations = project.annotations.iter().map(|(id, it)| (&id.0, &it.id.0));
    let entities = project.entities.iter().map(|(id, it)| (&id.0, &it.id.0));
    let relations = project.relations.iter().map(|(id, it)| (&id.0, &it.id.0));
    let mut seen = Map::new();
    for (key, id) in annotations.chain(entities).chain(relations) {
        if seen.insert(id, ()).is_some() || key != id {
            broken.push(Broken::Id(id.clone()));
        }
    }
    let mut seen = Map::new();
    let twice = project.annotators.iter().filter(|it| seen.insert(&it.id, ()).is_some());
    broken.extend(twice.map(|it| Broken::TwoAnnotators(it.id.clone())));
}

fn check_annotation(project: &Project, annotation: &Annotation, broken: &mut Vec<Broken>) {
    let id = &annotation.id;
    if let Some(entity) = annotation.entity().filter(|it| project.entity(it).is_none()) {
        broken.push(Broken::Entity(id.clone(), entity.clone()));
    }
    if !project.is_placed(annotation) {
        broken.push(Broken::Place(id.clone()));
    }
    let Some(claim) = annotation.claim() else { return };
    check_claim(project, id, claim, broken);
    if project.would_cycle(annotation) {
        broken.push(Broken::Cycle(id.clone()));
    }
}

fn check_claim(project: &Project, id: &AnnotationId, claim: &Claim, broken: &mut Vec<Broken>) {
    let named = claim.about.iter().chain(claim.speaker());
    let lost = named.filter(|entity| project.entity(entity).is_none());
    broken.extend(lost.map(|entity| Broken::Named(id.clone(), entity.clone())));
    if let Some(Who::Entity { entity, mention: Some(mention) }) =
        claim.claimant.as_ref().map(|it| &it.who)
        && project.annotation(mention).and_then(|it| it.entity()) != Some(entity)
    {
        broken.push(Broken::Speaker(id.clone(), mention.clone()));
    }
    if let Some(reporting) = &claim.reported_in
        && !project.annotation(reporting).is_some_and(|it| it.is_claim())
    {
        broken.push(Broken::Reported(id.clone(), reporting.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, tag, take_all};
    use crate::model::{
        Anchor, AnnotationField, Article, Block, BlockKind, Body, Claim, ClaimField, Claimant,
        Decision, Entity, IsNot, LabelKey, Relation, Selector, Unknown, decisions_in_order,
    };
    use crate::text::{CharOffset, Span};

    /// A person `a0` of entity `e0`, an organization `a1` of `e1`, and the claims `a2` and `a3`.
    fn whole() -> Project {
        let (project, spans) = marked("«Kim» [Org]\n⟦all⟧ ⟨well⟩");
        let labels = ["PERSON", "ORG", "CLAIM", "CLAIM"];
        let tags = labels.iter().zip(spans).enumerate();
        let tags: Vec<_> = tags.map(|(n, (label, span))| tag(n, label, span)).collect();
        take_all(&project, &tags)
    }

    /// Puts an annotation in with a field changed, as a careless reader of files might.
    #[track_caller]
    fn check(id: &str, field: AnnotationField, expected: &[Broken]) {
        let mut project = whole();
        let annotation = project.annotation(&a(id)).unwrap();
        let (annotation, _) = annotation.with(field).unwrap();
        project.insert_annotation(Rc::new(annotation));
        assert_eq!(invariants(&project), expected);
    }

    fn a(id: &str) -> AnnotationId {
        AnnotationId::new(id)
    }

    fn said_by(entity: &str, mention: Option<&str>) -> AnnotationField {
        let who = Who::Entity { entity: EntityId::new(entity), mention: mention.map(a) };
        AnnotationField::Claim(ClaimField::Claimant(Some(Claimant::from(who))))
    }

    fn span(start: u32, end: u32) -> Span {
        Span::new(CharOffset(start), CharOffset(end)).unwrap()
    }

    #[test]
    fn references_that_lead_nowhere_are_found() {
        let gone = EntityId::new("gone");
        check("a0", AnnotationField::Note(None), &[]);
        check("a0", AnnotationField::Entity(None), &[]);
        let entity = AnnotationField::Entity(Some(gone.clone()));
        check("a0", entity, &[Broken::Entity(a("a0"), gone.clone())]);
        check("a2", said_by("e0", None), &[]);
        check("a2", said_by("e0", Some("a0")), &[]);
        check("a2", said_by("e0", Some("a1")), &[Broken::Speaker(a("a2"), a("a1"))]);
        check("a2", said_by("gone", None), &[Broken::Named(a("a2"), gone.clone())]);
        let about = ClaimField::About(Rc::new([EntityId::new("e1"), gone.clone()]));
        check("a2", AnnotationField::Claim(about), &[Broken::Named(a("a2"), gone)]);
    }

    #[test]
    fn a_claim_is_reported_in_a_claim_but_not_in_itself() {
        let reported_in = |id| AnnotationField::Claim(ClaimField::ReportedIn(Some(a(id))));
        check("a2", reported_in("a3"), &[]);
        check("a2", reported_in("a0"), &[Broken::Reported(a("a2"), a("a0"))]);
        check("a2", reported_in("gone"), &[Broken::Reported(a("a2"), a("gone"))]);
        check("a2", reported_in("a2"), &[Broken::Cycle(a("a2"))]);
        let mut project = whole();
        for (id, other) in [("a2", "a3"), ("a3", "a2")] {
            let claim = Claim { reported_in: Some(a(other)), ..Claim::default() };
            let body = Body::Claim(Box::new(claim));
            let annotation = (**project.annotation(&a(id)).unwrap()).clone();
            project.insert_annotation(Rc::new(Annotation { body, ..annotation }));
        }
        assert_eq!(invariants(&project), [Broken::Cycle(a("a2")), Broken::Cycle(a("a3"))]);
    }

    #[test]
    fn an_annotation_out_of_the_text_must_say_that_it_is_lost() {
        let mut project = whole();
        let far = (**project.annotation(&a("a0")).unwrap()).clone();
        let far = Annotation { selector: Selector::from(span(90, 99)), ..far };
        let lost = Annotation { anchor: Anchor::Orphaned, ..far.clone() };
        project.insert_annotation(Rc::new(lost));
        assert_eq!(invariants(&project), []);
        project.insert_annotation(Rc::new(far));
        assert_eq!(invariants(&project), [Broken::Place(a("a0"))]);
    }

    #[test]
    fn decisions_are_in_order_and_there_once() {
        let decision = |start, end| Decision {
            selector: Selector::from(span(start, end)),
            is_not: IsNot::Entity,
            by: None,
            unknown: Unknown::default(),
        };
        let mut project = whole();
        project.decisions =
            decisions_in_order(vec![decision(2, 3), decision(0, 1), decision(0, 1)]);
        assert_eq!((project.decisions.len(), invariants(&project)), (2, vec![]));
        let twice = [decision(0, 1), decision(0, 1)].map(Rc::new);
        project.decisions = Rc::new(twice);
        assert_eq!(invariants(&project), [Broken::Decision(1)]);
    }

    #[test]
    fn ids_and_ends_are_found() {
        let mut project = whole();
        let entity = (**project.entity(&EntityId::new("e0")).unwrap()).clone();
        project.insert_entity(Rc::new(Entity { id: EntityId::new("a0"), ..entity }));
        let relation = Relation {
            id: RelationId::new("r"),
            label: LabelKey::new("supports"),
            from: "a0".into(),
            to: "gone".into(),
            note: None,
            by: None,
            unknown: Unknown::default(),
        };
        project.insert_relation(Rc::new(relation));
        let ana = project.annotators[0].clone();
        project.annotators = Rc::new([ana.clone(), ana.clone()]);
        let end = Broken::End(RelationId::new("r"), "gone".into());
        let expected = [Broken::Id("a0".into()), Broken::TwoAnnotators(ana.id), end];
        assert_eq!(invariants(&project), expected);
    }

    #[test]
    fn blocks_are_parted_by_line_ends_alone() {
        let check = |blocks: &[(u32, u32)], expected: &[Broken]| {
            let (mut project, _) = marked("ab cd\n\nef");
            let block = |(start, end): &(u32, u32)| Block {
                kind: BlockKind::Paragraph,
                level: None,
                span: span(*start, *end),
                unknown: Unknown::default(),
            };
            let article = Article {
                blocks: blocks.iter().map(block).collect(),
                ..(*project.article).clone()
            };
            project.article = Rc::new(article);
            assert_eq!(invariants(&project), expected, "{blocks:?}");
        };
        check(&[], &[]);
        check(&[(0, 5), (7, 9)], &[]);
        check(&[(0, 2), (7, 9)], &[Broken::Block(1)]);
        check(&[(0, 2), (3, 5), (7, 9)], &[Broken::Block(1)]);
        check(&[(0, 2), (2, 5), (7, 9)], &[Broken::Block(1)]);
        check(&[(7, 9), (0, 5)], &[Broken::Block(1)]);
        check(&[(0, 5), (7, 10)], &[Broken::Block(1)]);
    }
}
