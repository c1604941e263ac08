//! The people who annotate.

use std::rc::Rc;

use super::{AnnotatorId, Unknown};

/// A person who annotates, and how far they are with this article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotator {
    pub id: AnnotatorId,
    /// Absent until they were asked, at the first export.
    pub name: Option<Rc<str>>,
    pub status: Option<Status>,
    pub unknown: Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    New,
    InProgress,
    Done,
}
