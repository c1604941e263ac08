//! What happens to persons, places and things.

use std::rc::Rc;

use crate::model::{AnnotationId, EntityField, EntityId, Level};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameAction {
    /// A tag names the same as something else; the selected one if none is given.
    SameAsAsked(Option<AnnotationId>),
    /// An entity is to be joined with another.
    JoinAsked(EntityId),
    /// The answer to both. `alone`: the tag only, not whatever else it was the same as so far.
    Picked {
        entity: EntityId,
        alone: bool,
    },
    Joined {
        into: EntityId,
        from: Vec<EntityId>,
    },
    /// Whatever is offered for the selected tag is right.
    OfferTaken,
    /// It is not.
    OfferRefused,
    KeptApart {
        one: EntityId,
        others: Vec<EntityId>,
    },
    /// The selected tag if none is given.
    SplitOut(Option<AnnotationId>),
    Set {
        id: EntityId,
        field: EntityField,
    },
    AliasAdded {
        id: EntityId,
        name: String,
    },
    AliasRemoved {
        id: EntityId,
        name: Rc<str>,
    },
    LevelSet {
        mention: AnnotationId,
        level: Option<Level>,
    },
    /// The row of an entity was pressed.
    CardToggled(EntityId),
    /// The card of what a tag names; of the selected one if none is given.
    CardAsked(Option<AnnotationId>),
    Filtered(Rc<str>),
    GroupedByLabel(bool),
    MoreShown,
    OffersShown(bool),
}
