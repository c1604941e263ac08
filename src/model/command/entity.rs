//! What a person can ask for about persons, places and things.

use crate::model::{AnnotationId, EntityField, EntityId, Level};

/// A change of which mention names what, or of the entity itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntityCommand {
    /// They are one: mentions and whatever names the others move over, and their names become
    /// other names of `into`. What `into` does not know, it takes from the first that does.
    Join {
        into: EntityId,
        from: Vec<EntityId>,
    },
    /// These mentions name something else than the rest.
    Split {
        mentions: Vec<AnnotationId>,
        /// Fresh.
        entity: EntityId,
    },
    /// This mention names another entity. The only mention of one takes all of it along.
    Move {
        mention: AnnotationId,
        to: EntityId,
    },
    /// A label goes to all mentions, so that they agree; an address of Wikidata becomes its id.
    Set {
        id: EntityId,
        field: EntityField,
    },
    SetLevel {
        mention: AnnotationId,
        level: Option<Level>,
    },
}
