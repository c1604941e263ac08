//! What happens to label sets, and to the fields of a tag.

use std::rc::Rc;

use crate::app::label_draft::Applied;
use crate::model::{AnnotationId, LabelKey, LabelSet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelAction {
    /// The draft of the editor takes the place of the article's label set.
    Applied(Applied),
    /// A label of this name that is not there yet; the selection is tagged with it.
    Made(Rc<str>),
    /// A label set as a file.
    SetSaved(Rc<LabelSet>),
    /// A field of a tag has a value, or none.
    FieldWritten { id: AnnotationId, key: LabelKey, value: Rc<str> },
}
