//! Typed, directed links.

use std::rc::Rc;

use super::{AnnotatorId, LabelKey, RelationId, Unknown};

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

/// One field of a link with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RelationField {
    Label(LabelKey),
    From(Rc<str>),
    To(Rc<str>),
    Note(Option<Rc<str>>),
}

impl Relation {
    /// This link with one field changed, and the change that takes it back.
    #[must_use]
    pub fn with(&self, field: RelationField) -> (Relation, RelationField) {
        use RelationField as Field;
        use std::mem::replace;
        let mut next = self.clone();
        let back = match field {
            Field::Label(value) => Field::Label(replace(&mut next.label, value)),
            Field::From(value) => Field::From(replace(&mut next.from, value)),
            Field::To(value) => Field::To(replace(&mut next.to, value)),
            Field::Note(value) => Field::Note(replace(&mut next.note, value)),
        };
        (next, back)
    }

    /// The end that is not this one.
    #[must_use]
    pub fn other_end(&self, end: &Rc<str>) -> &Rc<str> {
        if self.from == *end { &self.to } else { &self.from }
    }
}
