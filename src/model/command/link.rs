//! What a person can ask for about links.

use std::rc::Rc;

use crate::model::{AnnotatorId, LabelKey, RelationField, RelationId};

/// A link is made, changed or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkCommand {
    Add(Link),
    Remove(RelationId),
    Set {
        id: RelationId,
        field: RelationField,
    },
    /// The ends change places.
    Turn(RelationId),
}

/// Two things to be linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Fresh.
    pub id: RelationId,
    /// A label of links.
    pub label: LabelKey,
    /// The id of an annotation or an entity.
    pub from: Rc<str>,
    pub to: Rc<str>,
    pub by: Option<AnnotatorId>,
}
