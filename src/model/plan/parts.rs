//! Several annotations become one, one becomes two.

use std::rc::Rc;

use super::change::{plan_spans, set};
use super::check::{check_id, check_new, check_spans, find};
use super::plan_removal;
use super::tag::new_entity;
use crate::model::{
    Anchor, Annotation, AnnotationField, AnnotationId, Body, Claim, ClaimField, Claimant, Edit,
    EntityId, Mention, Project, Refusal, Relation, Selector, Split, Unknown, Who,
    preset_quote_mode,
};
use crate::text::{Span, Spans, Text, sort_by};

/// Makes one annotation of several.
///
/// What only the others say goes over to it. Claims and links that pointed at one of them, or at
/// an entity that goes with them, point at what is kept.
pub(super) fn plan_merge(
    project: &Project,
    keep: &AnnotationId,
    gone: &[AnnotationId],
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let kept = find(project, keep)?;
    let mut others: Vec<&Rc<Annotation>> = Vec::new();
    for id in gone.iter().filter(|id| *id != keep) {
        let other = find(project, id)?;
        if other.is_claim() != kept.is_claim() {
            return Err(Refusal::OtherKind(id.clone()));
        }
        others.push(other);
    }
    let ids: Vec<AnnotationId> = others.iter().map(|other| other.id.clone()).collect();
    let removal = plan_removal(project, &ids)?;
    let mut edits = followers(project, kept, &removal);
    edits.extend(removal);
    let mut after = project.clone();
    edits.iter().for_each(|edit| after.apply(edit, &mut Vec::new()));
    let mut is_filled = false;
    for other in &others {
        for field in missing(&after, find(&after, keep)?, other) {
            let edit = Edit::SetAnnotation(keep.clone(), field);
            after.apply(&edit, &mut Vec::new());
            edits.push(edit);
            is_filled = true;
        }
    }
    let moved = match united(&project.article.text, kept, &others) {
        Some(spans) => plan_spans(&after, keep, &spans, now),
        None => Err(Refusal::NoChange),
    };
    edits.extend(match moved {
        Err(Refusal::NoChange) if is_filled => set(keep, [], now),
        Err(Refusal::NoChange) => Vec::new(),
        moved => moved?,
    });
    Ok(edits)
}

/// Gives some words of an annotation to a new one that says the same.
pub(super) fn plan_split(
    project: &Project,
    split: &Split,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let annotation = find(project, &split.id)?;
    check_spans(&project.article.text, &split.taken)?;
    check_id(project, &split.fresh.0)?;
    let mut edits = plan_spans(project, &split.id, &split.kept, now)?;
    let selector = Selector::from(split.taken.clone());
    let body = match &annotation.body {
        Body::Mention(mention) => {
            check_id(project, &split.entity.0)?;
            if split.entity.0 == split.fresh.0 {
                return Err(Refusal::IdInUse(split.entity.0.clone()));
            }
            let (label, by) = (&mention.label, annotation.by.clone());
            edits.push(new_entity(project, &split.entity, label, &selector, by));
            let entity = Some(split.entity.clone());
            Body::Mention(Mention { entity, label: label.clone(), level: None })
        }
        Body::Claim(claim) => {
            let mut claim = claim.clone();
            let preset = |spans| Some(preset_quote_mode(&project.article, spans));
            if claim.quote == preset(&annotation.selector.spans) {
                claim.quote = preset(&split.taken);
            }
            // One sentence for the whole cannot be one for both.
            claim.normalized = None;
            Body::Claim(claim)
        }
    };
    let taken = Annotation {
        id: split.fresh.clone(),
        body,
        selector,
        anchor: Anchor::Anchored,
        created: Some(now.clone()),
        modified: None,
        unknown: Unknown::default(),
        ..(**annotation).clone()
    };
    let mut after = project.clone();
    edits.iter().for_each(|edit| after.apply(edit, &mut Vec::new()));
    check_new(&after, &taken)?;
    edits.push(Edit::CreateAnnotation(Rc::new(taken)));
    Ok(edits)
}

/// The words of all that have their place; `None` if none has. What overlaps, or has only spaces
/// between, becomes one part.
fn united(text: &Text, kept: &Annotation, others: &[&Rc<Annotation>]) -> Option<Spans> {
    let placed = others.iter().map(|it| &***it).chain([kept]);
    let placed = placed.filter(|it| it.anchor != Anchor::Orphaned);
    let mut all: Vec<Span> = placed.flat_map(|it| it.selector.spans.as_slice()).copied().collect();
    sort_by(&mut all, Ord::cmp);
    let mut parts: Vec<Span> = Vec::new();
    for span in all {
        let joins = |last: &&mut Span| {
            let gap = text.between(last.end(), span.start());
            gap.chars().all(|character| character == ' ')
        };
        match parts.last_mut().filter(joins) {
            Some(last) => *last = last.hull(span),
            None => parts.push(span),
        }
    }
    Spans::new(parts).ok()
}

/// What goes in a merge, and what takes its place.
struct Heir<'a> {
    kept: &'a Annotation,
    annotations: Vec<&'a AnnotationId>,
    entities: Vec<&'a EntityId>,
}

/// Edits that turn what points at something that goes to what stays.
fn followers(project: &Project, kept: &Annotation, removal: &[Edit]) -> Vec<Edit> {
    let mut heir = Heir { kept, annotations: Vec::new(), entities: Vec::new() };
    for edit in removal {
        match edit {
            Edit::RemoveAnnotation(id) => heir.annotations.push(id),
            Edit::RemoveEntity(id) => heir.entities.push(id),
            _ => {}
        }
    }
    let targets = heir.annotations.iter().map(|id| &id.0);
    let targets = targets.chain(heir.entities.iter().map(|id| &id.0));
    let mut claims: Vec<_> = targets.flat_map(|id| project.claims_pointing_at(id)).collect();
    sort_by(&mut claims, |one, other| one.id.cmp(&other.id));
    claims.dedup_by(|one, other| one.id == other.id);
    let mut edits = Vec::new();
    for claim in claims.iter().filter(|claim| !heir.annotations.contains(&&claim.id)) {
        let fields = claim.claim().map(|it| heir.followed(&claim.id, it)).unwrap_or_default();
        let set = |field| Edit::SetAnnotation(claim.id.clone(), AnnotationField::Claim(field));
        edits.extend(fields.into_iter().map(set));
    }
    edits.extend(heir.relinked(project));
    edits
}

impl Heir<'_> {
    /// The end of a relation, or what takes its place.
    fn end(&self, end: &Rc<str>) -> Rc<str> {
        let entity = self.kept.entity().filter(|_| self.entities.iter().any(|it| it.0 == *end));
        match entity {
            Some(entity) => entity.0.clone(),
            None if self.annotations.iter().any(|it| it.0 == *end) => self.kept.id.0.clone(),
            None => end.clone(),
        }
    }

    /// The fields of a claim that point at what goes, pointing at what stays.
    fn followed(&self, id: &AnnotationId, claim: &Claim) -> Vec<ClaimField> {
        let mut fields = Vec::new();
        let goes = |it: &AnnotationId| self.annotations.contains(&it);
        if claim.reported_in.as_ref().is_some_and(goes) {
            let heir = Some(self.kept.id.clone()).filter(|heir| heir != id);
            fields.push(ClaimField::ReportedIn(heir));
        }
        let Some(own) = self.kept.entity() else { return fields };
        let heir_of = |entity: &EntityId| {
            if self.entities.contains(&entity) { own.clone() } else { entity.clone() }
        };
        if let Some(claimant) = &claim.claimant
            && let Who::Entity { entity, mention } = &claimant.who
        {
            let entity = heir_of(entity);
            let mention = match mention {
                Some(mention) if goes(mention) && entity == *own => Some(self.kept.id.clone()),
                mention => mention.clone(),
            };
            let who = Who::Entity { entity, mention };
            if who != claimant.who {
                fields.push(ClaimField::Claimant(Some(Claimant { who, ..claimant.clone() })));
            }
        }
        if claim.about.iter().any(|it| self.entities.contains(&it)) {
            let mut about: Vec<EntityId> = Vec::new();
            for entity in claim.about.iter().map(heir_of) {
                if !about.contains(&entity) {
                    about.push(entity);
                }
            }
            fields.push(ClaimField::About(about.into()));
        }
        fields
    }

    /// Links that end at what goes, made anew; one that is there already, or that would lead from
    /// a thing to itself, only goes.
    fn relinked(&self, project: &Project) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut made: Vec<Rc<Relation>> = project.relations().cloned().collect();
        for relation in project.relations() {
            let (from, to) = (self.end(&relation.from), self.end(&relation.to));
            if from == relation.from && to == relation.to {
                continue;
            }
            edits.push(Edit::RemoveRelation(relation.id.clone()));
            let is_there =
                |it: &Rc<Relation>| it.label == relation.label && it.from == from && it.to == to;
            if from != to && !made.iter().any(is_there) {
                let next = Rc::new(Relation { from, to, ..(**relation).clone() });
                made.push(next.clone());
                edits.push(Edit::CreateRelation(next));
            }
        }
        edits
    }
}

/// What another annotation says and this one does not.
fn missing(project: &Project, kept: &Annotation, other: &Annotation) -> Vec<AnnotationField> {
    let mut fields = Vec::new();
    if kept.note.is_none() && other.note.is_some() {
        fields.push(AnnotationField::Note(other.note.clone()));
    }
    if kept.attributes.is_none() && other.attributes.is_some() {
        fields.push(AnnotationField::Attributes(other.attributes.clone()));
    }
    match (&kept.body, &other.body) {
        (Body::Mention(kept), Body::Mention(other)) => {
            if kept.level.is_none() && other.level.is_some() {
                fields.push(AnnotationField::Level(other.level));
            }
            if kept.entity.is_none()
                && let Some(entity) =
                    other.entity.as_ref().filter(|it| project.entity(it).is_some())
            {
                fields.push(AnnotationField::Entity(Some(entity.clone())));
            }
        }
        (Body::Claim(claim), Body::Claim(other)) => {
            let there = |it: &&AnnotationId| **it != kept.id && project.annotation(it).is_some();
            let reported_in = other.reported_in.as_ref().filter(there).cloned();
            let fields_of_claim =
                missing_of_claim(claim, &Claim { reported_in, ..(**other).clone() });
            fields.extend(fields_of_claim.into_iter().map(AnnotationField::Claim));
        }
        _ => {}
    }
    fields
}

fn missing_of_claim(kept: &Claim, other: &Claim) -> Vec<ClaimField> {
    let mut fields = Vec::new();
    macro_rules! fill {
        ($($variant:ident $name:ident),+ $(,)?) => {
            $(if kept.$name.is_none() && other.$name.is_some() {
                fields.push(ClaimField::$variant(other.$name.clone()));
            })+
        };
    }
    fill!(
        Label label,
        Claimant claimant,
        Quote quote,
        Kind kind,
        Checkworthy checkworthy,
        Certainty certainty,
        Polarity polarity,
        Cue cue,
        ReportedIn reported_in,
        Normalized normalized,
        Topic topic,
        Time time,
        Verdict verdict,
    );
    if kept.about.is_empty() && !other.about.is_empty() {
        fields.push(ClaimField::About(other.about.clone()));
    }
    if kept.evidence.is_empty() && !other.evidence.is_empty() {
        fields.push(ClaimField::Evidence(other.evidence.clone()));
    }
    fields
}
