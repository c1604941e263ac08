//! What must hold of a whole file: its constants, its ids, and what refers to them.
//!
//! Ids of entities, mentions, claims, relations and annotators share one space; those of the
//! document and the collection stand apart, since they name what other files have, too. What a
//! reference names must be in the file, with two exceptions:
//! - labels: annotations may use one that the file does not describe;
//! - `by`: an annotator who was never asked for a name, or was taken off the list, stays the one
//!   who made it.
//!
//! A reference may name a mention where a claim is meant: a claim can be turned into a mention
//! while others point at it.

use std::rc::Rc;

use super::part::{Lists, OFFSET_UNIT};
use crate::formats::refusal::{Fault, Wrong};
use crate::model::{Annotation, AnnotationId, Claim, Map, Who};

/// The version and the offset unit.
///
/// # Errors
/// The first [`Fault`].
pub(super) fn constants(version: &Rc<str>, offset_unit: &Rc<str>) -> Result<(), Fault> {
    let mut numbers = version.split('.');
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let is_version = numbers.next() == Some("1")
        && numbers.by_ref().take(2).filter(|part| is_number(part)).count() == 2
        && numbers.next().is_none();
    if !is_version {
        return Err(Fault::at("version", Wrong::Version(version.clone())));
    }
    if &**offset_unit != OFFSET_UNIT {
        return Err(Fault::at("offset_unit", Wrong::OffsetUnit(offset_unit.clone())));
    }
    Ok(())
}

/// Ids and keys are given once, and references name something.
///
/// # Errors
/// The first [`Fault`].
pub(super) fn names(file: &Lists) -> Result<(), Fault> {
    let mut keys = Map::new();
    for (i, label) in file.labels.iter().enumerate() {
        if keys.insert(&label.key, ()).is_some() {
            let wrong = Wrong::Duplicate(label.key.0.clone());
            return Err(Fault::at("key", wrong).within_item("labels", i));
        }
    }
    let names = Names::of(file)?;
    names.check_mentions(file)?;
    names.check_claims(file)?;
    names.check_relations(file)?;
    check_cycles(&file.claims)
}

/// What each id in the file names.
struct Names<'f>(Map<&'f Rc<str>, Kind>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Annotator,
    Entity,
    Annotation,
    Relation,
}

impl<'f> Names<'f> {
    fn of(file: &'f Lists) -> Result<Names<'f>, Fault> {
        let mut names = Names(Map::new());
        let ids = file.annotators.iter().map(|it| &it.id.0);
        names.add("annotators", Kind::Annotator, ids)?;
        let ids = file.entities.iter().map(|it| &it.id.0);
        names.add("entities", Kind::Entity, ids)?;
        let ids = file.mentions.iter().map(|it| &it.id.0);
        names.add("mentions", Kind::Annotation, ids)?;
        let ids = file.claims.iter().map(|it| &it.id.0);
        names.add("claims", Kind::Annotation, ids)?;
        let ids = file.relations.iter().map(|it| &it.id.0);
        names.add("relations", Kind::Relation, ids)?;
        Ok(names)
    }

    fn add(
        &mut self,
        list: &str,
        kind: Kind,
        ids: impl Iterator<Item = &'f Rc<str>>,
    ) -> Result<(), Fault> {
        for (i, id) in ids.enumerate() {
            if self.0.insert(id, kind).is_some() {
                return Err(Fault::at("id", Wrong::Duplicate(id.clone())).within_item(list, i));
            }
        }
        Ok(())
    }

    /// Whether `id` names one of the `kinds`; nothing may be referred to that is not there.
    fn check(&self, id: &Rc<str>, field: &str, kinds: &[Kind]) -> Result<(), Fault> {
        match self.0.get(&id) {
            Some(kind) if kinds.contains(kind) => Ok(()),
            _ => Err(Fault::at(field, Wrong::Dangling(id.clone()))),
        }
    }

    fn check_mentions(&self, file: &Lists) -> Result<(), Fault> {
        for (i, mention) in file.mentions.iter().enumerate() {
            if let Some(entity) = mention.entity() {
                self.check(&entity.0, "entity", &[Kind::Entity])
                    .map_err(|fault| fault.within_item("mentions", i))?;
            }
        }
        Ok(())
    }

    fn check_claims(&self, file: &Lists) -> Result<(), Fault> {
        for (i, annotation) in file.claims.iter().enumerate() {
            let Some(claim) = annotation.claim() else { continue };
            self.check_claim(claim).map_err(|fault| fault.within_item("claims", i))?;
        }
        Ok(())
    }

    fn check_claim(&self, claim: &Claim) -> Result<(), Fault> {
        if let Some(Who::Entity { entity, mention }) = claim.claimant.as_ref().map(|it| &it.who) {
            self.check(&entity.0, "claimant.entity", &[Kind::Entity])?;
            if let Some(mention) = mention {
                self.check(&mention.0, "claimant.mention", &[Kind::Annotation])?;
            }
        }
        if let Some(reporting) = &claim.reported_in {
            self.check(&reporting.0, "reported_in", &[Kind::Annotation])?;
        }
        for (i, entity) in claim.about.iter().enumerate() {
            self.check(&entity.0, "", &[Kind::Entity])
                .map_err(|fault| fault.within_item("about", i))?;
        }
        Ok(())
    }

    fn check_relations(&self, file: &Lists) -> Result<(), Fault> {
        const ENDS: &[Kind] = &[Kind::Annotation, Kind::Entity];
        for (i, relation) in file.relations.iter().enumerate() {
            let ends = self
                .check(&relation.from, "from", ENDS)
                .and_then(|()| self.check(&relation.to, "to", ENDS));
            ends.map_err(|fault| fault.within_item("relations", i))?;
        }
        Ok(())
    }
}

/// Follows `reported_in` up from every claim; each claim is passed once in all.
fn check_cycles(claims: &[Annotation]) -> Result<(), Fault> {
    let above: Map<&AnnotationId, &AnnotationId> =
        claims.iter().filter_map(|it| Some((&it.id, it.claim()?.reported_in.as_ref()?))).collect();
    // The walk on which a claim was met first.
    let mut met: Map<&AnnotationId, usize> = Map::new();
    for (walk, claim) in claims.iter().enumerate() {
        let mut id = &claim.id;
        while !met.contains_key(&id) {
            met.insert(id, walk);
            match above.get(&id) {
                Some(reporting) => id = reporting,
                None => break,
            }
        }
        if above.contains_key(&id) && met.get(&id) == Some(&walk) {
            let cycle = Fault::at("reported_in", Wrong::Cycle(id.0.clone()));
            return Err(cycle.within_item("claims", walk));
        }
    }
    Ok(())
}
