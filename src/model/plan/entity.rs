//! Which mentions name one thing, and what is known of it.

use std::rc::Rc;

use super::change::{plan_field, set};
use super::check::{check_id, check_new, find};
use super::link::follow_links;
use super::non_empty;
use super::tag::new_entity;
use crate::model::{
    Annotation, AnnotationField, AnnotationId, Claim, ClaimField, Claimant, Edit, Entity,
    EntityCommand, EntityField, EntityId, LabelKey, LabelKind, Map, Project, Refusal, Who,
    wikidata_id,
};

pub(super) fn plan_entity(
    project: &Project,
    command: &EntityCommand,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    match command {
        EntityCommand::Join { into, from } => plan_join(project, into, from, now),
        EntityCommand::Split { mentions, entity } => plan_split(project, mentions, entity, now),
        EntityCommand::Move { mention, to } => plan_move(project, mention, to, now),
        EntityCommand::Set { id, field } => plan_set(project, id, field, now),
        EntityCommand::SetLevel { mention, level } => {
            find_mention(project, mention)?;
            plan_field(project, mention, AnnotationField::Level(*level), now)
        }
    }
}

fn plan_join(
    project: &Project,
    into: &EntityId,
    from: &[EntityId],
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let target = find_entity(project, into)?;
    let mut others: Vec<&Rc<Entity>> = Vec::new();
    for id in from {
        let other = find_entity(project, id)?;
        if id != into && !others.iter().any(|known| known.id == *id) {
            others.push(other);
        }
    }
    if others.is_empty() {
        return Err(Refusal::NoChange);
    }
    let mut edits = merged_fields(target, &others);
    for other in &others {
        for mention in project.mentions_of(&other.id) {
            edits.extend(set(&mention.id, [AnnotationField::Entity(Some(into.clone()))], now));
        }
    }
    let gone: Vec<EntityId> = others.iter().map(|it| it.id.clone()).collect();
    edits.extend(follow(project, &gone, into));
    edits.extend(gone.into_iter().map(Edit::RemoveEntity));
    Ok(edits)
}

/// What an entity learns from others that turn out to be the same.
fn merged_fields(target: &Entity, others: &[&Rc<Entity>]) -> Vec<Edit> {
    let mut next = target.clone();
    let mut aliases = target.aliases.to_vec();
    for other in others {
        next.name = next.name.or_else(|| other.name.clone());
        next.wikidata = next.wikidata.or_else(|| other.wikidata.clone());
        next.note = match (next.note, &other.note) {
            (Some(note), Some(more)) if note != *more => Some([&*note, &**more].join("\n").into()),
            (note, more) => note.or_else(|| more.clone()),
        };
        for name in other.name.iter().chain(other.aliases.iter()) {
            if next.name.as_ref() != Some(name) && !aliases.contains(name) {
                aliases.push(name.clone());
            }
        }
    }
    let mut fields = Vec::new();
    if next.name != target.name {
        fields.push(EntityField::Name(next.name));
    }
    if aliases.len() != target.aliases.len() {
        fields.push(EntityField::Aliases(aliases.into()));
    }
    if next.wikidata != target.wikidata {
        fields.push(EntityField::Wikidata(next.wikidata));
    }
    if next.note != target.note {
        fields.push(EntityField::Note(next.note));
    }
    fields.into_iter().map(|field| Edit::SetEntity(target.id.clone(), field)).collect()
}

fn plan_split(
    project: &Project,
    mentions: &[AnnotationId],
    fresh: &EntityId,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    check_id(project, &fresh.0)?;
    let mut split: Map<&AnnotationId, &Rc<Annotation>> = Map::new();
    for id in mentions {
        split.insert(id, find_mention(project, id)?);
    }
    let goes = |id: &AnnotationId| split.contains_key(&id);
    let first = project.annotations_in(split.values().copied()).into_iter().next();
    let Some(first) = first else { return Err(Refusal::NoChange) };
    let emptied = emptied(project, split.values().copied(), goes);
    let whole = first.entity().filter(|id| emptied.contains(id));
    if whole.is_some() && split.values().all(|it| it.entity() == whole) {
        return Err(Refusal::NoChange);
    }
    let label = first.label().cloned().unwrap_or(LabelKey::new(""));
    let mut edits = vec![new_entity(project, fresh, &label, &first.selector, first.by.clone())];
    for mention in split.values() {
        edits.extend(moved(project, mention, fresh, now));
    }
    edits.extend(follow(project, &emptied, fresh));
    edits.extend(emptied.into_iter().map(Edit::RemoveEntity));
    Ok(edits)
}

/// The entities that lose all their mentions.
fn emptied<'a>(
    project: &Project,
    mentions: impl Iterator<Item = &'a Rc<Annotation>>,
    goes: impl Fn(&AnnotationId) -> bool,
) -> Vec<EntityId> {
    let named: Map<&EntityId, ()> = mentions.filter_map(|it| Some((it.entity()?, ()))).collect();
    let is_left = |id: &&EntityId| project.mentions_of(id).iter().all(|it| goes(&it.id));
    named.keys().copied().filter(is_left).cloned().collect()
}

fn plan_move(
    project: &Project,
    mention: &AnnotationId,
    to: &EntityId,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let annotation = find_mention(project, mention)?;
    find_entity(project, to)?;
    match annotation.entity() {
        Some(from) if from == to => Err(Refusal::NoChange),
        Some(from) if project.n_mentions_of(from) == 1 => {
            plan_join(project, to, std::slice::from_ref(from), now)
        }
        _ => Ok(moved(project, annotation, to, now)),
    }
}

/// A mention names another entity, and claims whose speaker it shows follow it.
fn moved(project: &Project, mention: &Annotation, to: &EntityId, now: &Rc<str>) -> Vec<Edit> {
    let mut edits = set(&mention.id, [AnnotationField::Entity(Some(to.clone()))], now);
    for claim in project.claims_pointing_at(&mention.id.0) {
        let claimant = claim.claim().and_then(|it| it.claimant.as_ref());
        if let Some(Claimant { who: Who::Entity { mention: Some(shown), .. }, .. }) = claimant
            && *shown == mention.id
            && let Some(next) = claimant.map(|it| spoken(it, to))
        {
            edits.push(Edit::SetAnnotation(claim.id.clone(), AnnotationField::Claim(next)));
        }
    }
    edits
}

/// Whatever named one of some entities names another from now on.
fn follow(project: &Project, gone: &[EntityId], to: &EntityId) -> Vec<Edit> {
    let mut claims: Map<AnnotationId, Rc<Annotation>> = Map::new();
    for claim in gone.iter().flat_map(|id| project.claims_pointing_at(&id.0)) {
        claims.insert(claim.id.clone(), claim);
    }
    let mut edits = Vec::new();
    for (id, annotation) in &claims {
        let Some(claim) = annotation.claim() else { continue };
        let fields = followed(claim, gone, to).into_iter();
        edits.extend(fields.map(|it| Edit::SetAnnotation(id.clone(), AnnotationField::Claim(it))));
    }
    edits.extend(follow_links(project, gone, to));
    edits
}

fn followed(claim: &Claim, gone: &[EntityId], to: &EntityId) -> Vec<ClaimField> {
    let mut fields = Vec::new();
    if claim.speaker().is_some_and(|it| gone.contains(it)) {
        fields.extend(claim.claimant.as_ref().map(|it| spoken(it, to)));
    }
    if claim.about.iter().any(|it| gone.contains(it)) {
        let mut about: Vec<EntityId> = Vec::new();
        for id in claim.about.iter() {
            let id = if gone.contains(id) { to } else { id };
            if !about.contains(id) {
                about.push(id.clone());
            }
        }
        fields.push(ClaimField::About(about.into()));
    }
    fields
}

/// The same claimant, another entity.
fn spoken(claimant: &Claimant, entity: &EntityId) -> ClaimField {
    let mention = match &claimant.who {
        Who::Entity { mention, .. } => mention.clone(),
        _ => None,
    };
    let who = Who::Entity { entity: entity.clone(), mention };
    ClaimField::Claimant(Some(Claimant { who, ..claimant.clone() }))
}

fn plan_set(
    project: &Project,
    id: &EntityId,
    field: &EntityField,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let entity = find_entity(project, id)?;
    let field = match field {
        EntityField::Label(key) => return plan_label(project, entity, key, now),
        EntityField::Name(name) => EntityField::Name(non_empty(name.clone())),
        EntityField::Note(note) => EntityField::Note(non_empty(note.clone())),
        EntityField::Aliases(aliases) => EntityField::Aliases(tidied(aliases)),
        EntityField::Wikidata(typed) => EntityField::Wikidata(match non_empty(typed.clone()) {
            Some(typed) => Some(wikidata_id(&typed).ok_or(Refusal::NotWikidata(typed))?),
            None => None,
        }),
    };
    let (_, back) = entity.with(field.clone());
    if back == field {
        return Err(Refusal::NoChange);
    }
    Ok(vec![Edit::SetEntity(id.clone(), field)])
}

/// Each name once, without white space around it.
fn tidied(aliases: &[Rc<str>]) -> Rc<[Rc<str>]> {
    let mut names: Vec<Rc<str>> = Vec::new();
    for alias in aliases.iter().map(|it| it.trim()).filter(|it| !it.is_empty()) {
        if !names.iter().any(|known| **known == *alias) {
            names.push(alias.into());
        }
    }
    names.into()
}

/// An entity and its mentions get one label. Words that have it already, as another tag, keep two.
fn plan_label(
    project: &Project,
    entity: &Entity,
    key: &LabelKey,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let label = project.labels.find(key).ok_or_else(|| Refusal::UnknownLabel(key.clone()))?;
    if label.kind != LabelKind::Entity {
        return Err(Refusal::NoLabelOfNames(key.clone()));
    }
    let mut edits = Vec::new();
    if entity.label != *key {
        edits.push(Edit::SetEntity(entity.id.clone(), EntityField::Label(key.clone())));
    }
    let field = AnnotationField::Label(key.clone());
    let mut refusal = Refusal::NoChange;
    for mention in project.mentions_of(&entity.id) {
        let Some((next, _)) = mention.with(field.clone()).filter(|(it, _)| *it != **mention) else {
            continue;
        };
        match check_new(project, &next) {
            Ok(()) => edits.extend(set(&mention.id, [field.clone()], now)),
            Err(why) => refusal = why,
        }
    }
    if edits.is_empty() { Err(refusal) } else { Ok(edits) }
}

fn find_entity<'a>(project: &'a Project, id: &EntityId) -> Result<&'a Rc<Entity>, Refusal> {
    project.entity(id).ok_or_else(|| Refusal::NoEntity(id.clone()))
}

fn find_mention<'a>(
    project: &'a Project,
    id: &AnnotationId,
) -> Result<&'a Rc<Annotation>, Refusal> {
    let annotation = find(project, id)?;
    match annotation.mention() {
        Some(_) => Ok(annotation),
        None => Err(Refusal::NotAMention(id.clone())),
    }
}
