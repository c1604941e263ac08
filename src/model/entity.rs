//! Entities: the persons, places and things that mentions name.

use std::rc::Rc;

use super::{AnnotatorId, EntityId, LabelKey, Unknown};

/// One real-world thing, named by one or more mentions.
///
/// An entity lives as long as it has a mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    pub id: EntityId,
    pub label: LabelKey,
    pub name: Option<Rc<str>>,
    pub aliases: Rc<[Rc<str>]>,
    /// A Wikidata id such as `Q1858`.
    pub wikidata: Option<Rc<str>>,
    pub note: Option<Rc<str>>,
    pub by: Option<AnnotatorId>,
    pub unknown: Unknown,
}

/// One field of an entity with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntityField {
    Label(LabelKey),
    Name(Option<Rc<str>>),
    Aliases(Rc<[Rc<str>]>),
    Wikidata(Option<Rc<str>>),
    Note(Option<Rc<str>>),
}

impl Entity {
    /// This entity with one field changed, and the change that takes it back.
    #[must_use]
    pub fn with(&self, field: EntityField) -> (Entity, EntityField) {
        let mut next = self.clone();
        let back = match field {
            EntityField::Label(value) => {
                EntityField::Label(std::mem::replace(&mut next.label, value))
            }
            EntityField::Name(value) => EntityField::Name(std::mem::replace(&mut next.name, value)),
            EntityField::Aliases(value) => {
                EntityField::Aliases(std::mem::replace(&mut next.aliases, value))
            }
            EntityField::Wikidata(value) => {
                EntityField::Wikidata(std::mem::replace(&mut next.wikidata, value))
            }
            EntityField::Note(value) => EntityField::Note(std::mem::replace(&mut next.note, value)),
        };
        (next, back)
    }
}
