//! What the shell is to do, as values.

use std::rc::Rc;

use crate::formats::ExportFile;
use crate::model::{AnnotationId, EntityId};
use crate::storage::{Frame, Setting};
use crate::text::Span;

/// One thing to do outside. Run in the order given; those that touch the screen after it was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a frame to the journal, before the screen changes.
    Append(Rc<Frame>),
    /// Try again to write what could not be written.
    Retry,
    Keep(Setting),
    Download(ExportFile),
    /// Put something on the clipboard, in two forms.
    Copy {
        html: String,
        text: String,
    },
    /// Say something to those who listen; politely, or at once.
    Announce {
        words: String,
        urgent: bool,
    },
    Focus(Target),
    /// Bring an annotation into view.
    Reveal(AnnotationId),
    /// Say when the person rests: [`super::action::CheckAction::Rested`].
    TellOfRest,
    /// Bring these characters into view.
    RevealSpan(Span),
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
    /// A part of the open card, by its id on the page.
    Field(&'static str),
    /// The speaker of a claim in the claims table.
    Asked(AnnotationId),
    /// The current line of the strip of occurrences.
    Review,
    /// The search field of the offered labels.
    Labels,
    /// The row of an entity.
    Name(EntityId),
    /// What the link that is being made still needs.
    Linking,
    /// The search box.
    Find,
    /// A row of what nobody has decided on, by its number.
    OpenRow(usize),
    /// The same, unless the person is in the article.
    OpenRowUnlessInArticle(usize),
    /// A row of what looks wrong; the last one if there are fewer.
    FindingRow(usize),
}
