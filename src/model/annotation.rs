//! Annotations: what is attached to the article's words.

use std::rc::Rc;

use super::{
    AnnotationId, AnnotatorId, Claim, ClaimField, EntityId, LabelKey, RawJson, Selector, Unknown,
};

/// A mention or a claim, attached to one or more spans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    pub id: AnnotationId,
    pub body: Body,
    pub selector: Selector,
    pub anchor: Anchor,
    pub unsure: bool,
    pub note: Option<Rc<str>>,
    /// The values of the label's attributes, a JSON object.
    pub attributes: Option<RawJson>,
    /// Who made it.
    pub by: Option<AnnotatorId>,
    pub origin: Option<Origin>,
    /// RFC 3339; for people, never for order.
    pub created: Option<Rc<str>>,
    pub modified: Option<Rc<str>>,
    pub unknown: Unknown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    Mention(Mention),
    Claim(Box<Claim>),
}

/// What is particular to an annotation that names something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub entity: Option<EntityId>,
    pub label: LabelKey,
    pub level: Option<Level>,
}

/// How the thing is named: "Angela Merkel", "the chancellor", "she".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Name,
    Nominal,
    Pronoun,
}

/// Whether the annotation's words stand where it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    #[default]
    Anchored,
    /// A new place was found by similarity and waits for a person's word.
    Proposed,
    /// The words were not found. Kept and listed, never dropped.
    Orphaned,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Person,
    Imported,
    Suggested,
}

/// One field of an annotation with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnotationField {
    /// Turns a mention into a claim or back.
    Body(Body),
    Selector(Selector),
    Anchor(Anchor),
    Unsure(bool),
    Note(Option<Rc<str>>),
    Attributes(Option<RawJson>),
    Modified(Option<Rc<str>>),
    /// Of a mention.
    Label(LabelKey),
    /// Of a mention.
    Entity(Option<EntityId>),
    /// Of a mention.
    Level(Option<Level>),
    /// Of a claim.
    Claim(ClaimField),
}

impl Annotation {
    #[must_use]
    pub fn is_claim(&self) -> bool {
        matches!(self.body, Body::Claim(_))
    }

    #[must_use]
    pub fn claim(&self) -> Option<&Claim> {
        match &self.body {
            Body::Claim(claim) => Some(claim),
            Body::Mention(_) => None,
        }
    }

    #[must_use]
    pub fn mention(&self) -> Option<&Mention> {
        match &self.body {
            Body::Mention(mention) => Some(mention),
            Body::Claim(_) => None,
        }
    }

    /// The entity that a mention names.
    #[must_use]
    pub fn entity(&self) -> Option<&EntityId> {
        self.mention()?.entity.as_ref()
    }

    /// The key of its label; a claim in a file may have none.
    #[must_use]
    pub fn label(&self) -> Option<&LabelKey> {
        match &self.body {
            Body::Mention(mention) => Some(&mention.label),
            Body::Claim(claim) => claim.label.as_ref(),
        }
    }

    /// This annotation with one field changed, and the change that takes it back; `None` if it is
    /// a field of the other kind of annotation.
    #[must_use]
    pub fn with(&self, field: AnnotationField) -> Option<(Annotation, AnnotationField)> {
        use AnnotationField as Field;
        use std::mem::replace;
        let mut next = self.clone();
        let back = match (field, &mut next.body) {
            (Field::Body(value), body) => Field::Body(replace(body, value)),
            (Field::Selector(value), _) => Field::Selector(replace(&mut next.selector, value)),
            (Field::Anchor(value), _) => Field::Anchor(replace(&mut next.anchor, value)),
            (Field::Unsure(value), _) => Field::Unsure(replace(&mut next.unsure, value)),
            (Field::Note(value), _) => Field::Note(replace(&mut next.note, value)),
            (Field::Attributes(value), _) => {
                Field::Attributes(replace(&mut next.attributes, value))
            }
            (Field::Modified(value), _) => Field::Modified(replace(&mut next.modified, value)),
            (Field::Label(value), Body::Mention(mention)) => {
                Field::Label(replace(&mut mention.label, value))
            }
            (Field::Entity(value), Body::Mention(mention)) => {
                Field::Entity(replace(&mut mention.entity, value))
            }
            (Field::Level(value), Body::Mention(mention)) => {
                Field::Level(replace(&mut mention.level, value))
            }
            (Field::Claim(value), Body::Claim(claim)) => Field::Claim(claim.set(value)),
            (Field::Label(_) | Field::Entity(_) | Field::Level(_), Body::Claim(_))
            | (Field::Claim(_), Body::Mention(_)) => return None,
        };
        Some((next, back))
    }
}
