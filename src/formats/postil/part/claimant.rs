//! Who says a claim.

use std::rc::Rc;

use super::Part;
use crate::formats::json::{Json, Writer};
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::refusal::{Fault, Wrong};
use crate::formats::word::{Word, words};
use crate::model::{AnnotationId, Claimant, EntityId, Who};
use crate::text::Text;

/// [`Who`] without what the entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ClaimantKind {
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

impl Part for Claimant {
    fn read(json: Json<'_>, text: &Text) -> Result<Claimant, Fault> {
        let mut members = Members::of(json)?;
        let kind = members.word("kind")?;
        Ok(Claimant {
            who: who(kind, members.maybe_id("entity")?, members.maybe_id("mention")?)?,
            text: members.text("text")?,
            words: members.maybe_part("spans", text)?,
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, text: &Text) {
        let (entity, mention) = match &self.who {
            Who::Entity { entity, mention } => (Some(entity), mention.as_ref()),
            Who::Article | Who::Named | Who::Unnamed | Who::Unknown => (None, None),
        };
        let mut fields = Fields::open(json);
        fields.string("kind", ClaimantKind::from(&self.who).word());
        fields.maybe("entity", entity.map(EntityId::as_str));
        fields.maybe("mention", mention.map(AnnotationId::as_str));
        fields.text("text", &self.text);
        fields.maybe_part("spans", self.words.as_ref(), text);
        fields.close(&self.unknown);
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
            let (entity, mention) = (EntityId(entity), mention.map(AnnotationId));
            return Ok(Who::Entity { entity, mention });
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
