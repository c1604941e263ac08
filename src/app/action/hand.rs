//! What a person does with many words at once, with parts, and with the extent of a selection.

use crate::app::selection::SpanEnd;
use crate::model::{AnnotationId, LabelKey};
use crate::text::{CharOffset, Span};

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

    // Parts
    /// Words were marked with Ctrl: they become a part of the annotation selected last.
    PartSelected {
        anchor: CharOffset,
        focus: CharOffset,
        exact: bool,
    },
    /// The selected words.
    PartAdded,
    /// The selected words, or the part at the caret.
    PartRemoved,
    /// The selected words, the part at the caret, or what stands behind the caret.
    Split,
    /// An end of the selected annotation was dragged to a place.
    EndDragged {
        end: SpanEnd,
        to: CharOffset,
        exact: bool,
    },
    /// It was let go outside of the text: it goes back to where it was.
    EndLeft,
    /// One part, as the card has it.
    PartOf {
        id: AnnotationId,
        part: Span,
        own: bool,
    },

    // The extent of the selection
    Grown,
    Shrunk,

    // One annotation
    UnsureToggled(Option<AnnotationId>),
    /// Its words are selected, to get another label.
    Duplicated(Option<AnnotationId>),
    /// A label for the selection, which stays selected for more.
    LabelAdded(LabelKey),

    // Several annotations
    /// Chosen beside the selected one, or no longer.
    Marked(Option<AnnotationId>),
    /// Chosen with all between it and the one selected last.
    MarkedTo(AnnotationId),
    Unmarked,
    /// The chosen ones become one.
    Merged,
    /// The chosen ones go, or all that the list shows.
    ManyRemoved,
    ManyRelabelled(LabelKey),
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
