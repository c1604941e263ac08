//! What happens to links.

use std::rc::Rc;

use crate::model::{LabelKey, RelationField, RelationId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkAction {
    /// A link is to start at this annotation or entity; at the selected tag if none is given.
    Asked(Option<Rc<str>>),
    KindChosen(LabelKey),
    /// It leads to this annotation or entity.
    Ended(Rc<str>),
    Closed,
    Removed(RelationId),
    Set {
        id: RelationId,
        field: RelationField,
    },
    Turned(RelationId),
    /// The other end of a link is to be shown.
    Followed(Rc<str>),
}
