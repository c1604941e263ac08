//! What the shell is to do, as values.

use std::rc::Rc;

use crate::formats::ExportFile;
use crate::model::AnnotationId;
use crate::storage::{Frame, Setting};

/// One thing to do outside. Run in the order given; those that touch the screen after it was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a frame to the journal, before the screen changes.
    Append(Rc<Frame>),
    /// Try again to write what could not be written.
    Retry,
    Keep(Setting),
    Download(ExportFile),
    /// Say something to those who listen; politely, or at once.
    Announce {
        words: String,
        urgent: bool,
    },
    Focus(Target),
    /// Bring an annotation into view.
    Reveal(AnnotationId),
    /// Bring the caret into view.
    RevealCaret,
    /// Show the caret or selection of the state as the browser's own.
    ShowSelection,
    /// A motion that only the layout can answer.
    AskLayout {
        motion: super::selection::Motion,
        extend: bool,
    },
    /// What became of a request: the id of what was made or found, or why not.
    Answer(Result<String, String>),
}

/// Where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Article,
    /// The row of an annotation in the list.
    Row(AnnotationId),
    /// The same, unless the person is in the article.
    RowUnlessInArticle(AnnotationId),
    /// The first control of the open card or of the questions.
    Card,
    Note,
    /// The search field of the offered labels.
    Labels,
}
