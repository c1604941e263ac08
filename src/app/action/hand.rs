//! What a person does with many words at once, with parts, and with the extent of a selection.

use crate::model::{AnnotationId, LabelKey};
use crate::text::Span;

/// What happened beyond a plain tag. What names no annotation acts on the selected one, or on the
/// innermost at the caret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandAction {
    // Every occurrence
    /// All these words get a label in one step, as the hits of a search.
    SpansTagged {
        spans: Vec<Span>,
        label: LabelKey,
    },
    /// The same words with the same label as an annotation.
    EveryTagged(Option<AnnotationId>),
    EveryRemoved(Option<AnnotationId>),
    OfferDismissed,
    /// Opens the strip where each is looked at before it is tagged.
    ReviewOpened(Option<AnnotationId>),
    Review(ReviewAction),
}

/// What happened in the strip of occurrences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewAction {
    /// Another line became the current one.
    Reached(usize),
    /// The current line, up or down.
    Walked {
        back: bool,
    },
    Kept {
        line: usize,
        keep: bool,
    },
    /// The current line, and on to the next.
    Decided {
        keep: bool,
    },
    WholeWordsToggled,
    SameCaseToggled,
    Applied,
    Closed,
}
