//! Typed, directed links, and decisions that something is not to be tagged.

use std::rc::Rc;

use super::{AnnotatorId, LabelKey, RelationId, Selector, Unknown};

/// A link from one annotation or entity to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    pub id: RelationId,
    /// The key of a label of kind relation, such as `contradicts`.
    pub label: LabelKey,
    /// The id of an annotation or an entity.
    pub from: Rc<str>,
    /// The id of an annotation or an entity.
    pub to: Rc<str>,
    pub note: Option<Rc<str>>,
    pub by: Option<AnnotatorId>,
    pub unknown: Unknown,
}

/// A person's decision that some words are no name or no claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub selector: Selector,
    pub is_not: IsNot,
    pub by: Option<AnnotatorId>,
    pub unknown: Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsNot {
    Entity,
    Claim,
}
