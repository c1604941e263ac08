//! What the stores say: how they do, what they have taken, what came from other tabs.

use std::rc::Rc;

use crate::model::ArticleId;
use crate::storage::{SaveState, StoreHealth};

/// What came from the stores. None of it is the doing of the person at this tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Storing {
    /// How they do, and how articles are saved now.
    Turned { health: StoreHealth, saves: Vec<(ArticleId, SaveState)> },
    /// Records with their keys, from another tab or a store that was slow.
    Arrived(Vec<(Rc<str>, Rc<str>)>),
}
