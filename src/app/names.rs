//! What is shown of persons, places and things, and what is being asked about them.

use std::rc::Rc;

use crate::model::{AnnotationId, EntityId, LabelKey, Map};

/// How many rows the panel shows at first, and how many more at a time.
pub const ROWS: usize = 200;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    pub filter: Rc<str>,
    pub by_label: bool,
    /// The entity whose card is open.
    pub open: Option<EntityId>,
    pub rows: usize,
    /// Whether names that may mean one thing are listed.
    pub offers: bool,
    /// Pairs that a person said are not the same, the lower id first.
    apart: Map<(EntityId, EntityId), ()>,
}

/// What is to be the same as something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SameAs {
    Mention(AnnotationId),
    Entity(EntityId),
}

/// A link that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linking {
    /// The id of an annotation or an entity.
    pub from: Rc<str>,
    pub label: Option<LabelKey>,
}

impl Default for Names {
    fn default() -> Names {
        Names {
            filter: Rc::from(""),
            by_label: false,
            open: None,
            rows: ROWS,
            offers: false,
            apart: Map::new(),
        }
    }
}

impl Names {
    pub fn keep_apart(&mut self, one: &EntityId, other: &EntityId) {
        self.apart.insert(pair(one, other), ());
    }

    #[must_use]
    pub fn are_apart(&self, one: &EntityId, other: &EntityId) -> bool {
        self.apart.contains_key(&pair(one, other))
    }
}

fn pair(one: &EntityId, other: &EntityId) -> (EntityId, EntityId) {
    if one < other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) }
}
