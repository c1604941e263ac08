//! What the hands have going beside a plain tag.

use super::occurrence::{Offer, Review};
use super::selection::Selection;
use crate::model::AnnotationId;
use crate::text::Spans;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    /// Other words that could be tagged like those that just were.
    pub offer: Option<Offer>,
    pub review: Option<Review>,
    /// Whether an end of the selected annotation is being dragged.
    pub dragging: bool,
    /// The annotation that was selected last, to which a part can be added though words are
    /// selected by now.
    pub last: Option<AnnotationId>,
    /// The selections that were grown, each into the next; the last is the present one.
    pub grown: Vec<Selection>,
    /// What the present selection stands for, if that is more than one stretch.
    pub parts: Option<(Selection, Spans)>,
    /// Annotations that were chosen to become one, to go, or to get another label together.
    pub marked: Vec<AnnotationId>,
}
