//! What the hands have going beside a plain tag.

use super::occurrence::{Offer, Review};
use super::selection::Selection;
use crate::model::AnnotationId;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    /// Other words that could be tagged like those that just were.
    pub offer: Option<Offer>,
    pub review: Option<Review>,
    /// The annotation that was selected last, to which a part can be added though words are
    /// selected by now.
    pub last: Option<AnnotationId>,
    /// The selections before each was grown, the latest last.
    pub grown: Vec<Selection>,
}
