//! Who says a claim.

use std::rc::Rc;

use super::name::{id, maybe_id};
use super::{Part, SelectorShape, maybe_into_model};
use crate::formats::postil::shape::{Object, shape};
use crate::formats::refusal::{Fault, Wrong};
use crate::formats::word::{Word, Worded, words};
use crate::model::{AnnotationId, Claimant, EntityId, Who};
use crate::text::Text;

shape! {
    ClaimantFields {
        must kind: Worded<ClaimantKind>,
        may entity: Rc<str>,
        may mention: Rc<str>,
        text text,
        may spans: SelectorShape,
    }
}

pub type ClaimantShape = Object<ClaimantFields>;

/// [`Who`] without what the entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimantKind {
    Entity,
    Article,
    Named,
    Unnamed,
    Unknown,
}

words! {
    ClaimantKind {
        Entity "entity", Article "article", Named "named", Unnamed "unnamed", Unknown "unknown",
    }
}

impl From<&Who> for ClaimantKind {
    fn from(who: &Who) -> ClaimantKind {
        match who {
            Who::Entity { .. } => ClaimantKind::Entity,
            Who::Article => ClaimantKind::Article,
            Who::Named => ClaimantKind::Named,
            Who::Unnamed => ClaimantKind::Unnamed,
            Who::Unknown => ClaimantKind::Unknown,
        }
    }
}

impl Part for ClaimantShape {
    type Model = Claimant;

    fn from_model(claimant: &Claimant, text: &Text) -> ClaimantShape {
        let (entity, mention) = match &claimant.who {
            Who::Entity { entity, mention } => {
                (Some(entity.0.clone()), mention.as_ref().map(|mention| mention.0.clone()))
            }
            Who::Article | Who::Named | Who::Unnamed | Who::Unknown => (None, None),
        };
        let known = ClaimantFields {
            kind: Worded((&claimant.who).into()),
            entity,
            mention,
            text: claimant.text.clone(),
            spans: claimant.words.as_ref().map(|words| SelectorShape::from_model(words, text)),
        };
        Object { known, unknown: claimant.unknown.clone() }
    }

    fn into_model(self, text: &Text) -> Result<Claimant, Fault> {
        let ClaimantFields { kind, entity, mention, text: words, spans } = self.known;
        Ok(Claimant {
            who: who(kind.0, entity, mention)?,
            text: words,
            words: maybe_into_model(spans, "spans", text)?,
            unknown: self.unknown,
        })
    }
}

fn who(
    kind: ClaimantKind,
    entity: Option<Rc<str>>,
    mention: Option<Rc<str>>,
) -> Result<Who, Fault> {
    let who = match kind {
        ClaimantKind::Entity => {
            let Some(entity) = entity else { return Err(Fault::at("entity", Wrong::NoEntity)) };
            return Ok(Who::Entity {
                entity: id(entity, "entity", EntityId)?,
                mention: maybe_id(mention, "mention", AnnotationId)?,
            });
        }
        ClaimantKind::Article => Who::Article,
        ClaimantKind::Named => Who::Named,
        ClaimantKind::Unnamed => Who::Unnamed,
        ClaimantKind::Unknown => Who::Unknown,
    };
    match (entity, mention) {
        (None, None) => Ok(who),
        (Some(_), _) => Err(Fault::at("entity", Wrong::StrayEntity)),
        (None, Some(_)) => Err(Fault::at("mention", Wrong::StrayEntity)),
    }
}
