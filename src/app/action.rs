//! Everything that can happen: what a person, a program or the machine asks of the app.

mod check;
pub mod claim;
mod find;
mod hand;
pub mod labels;
pub mod ledger;
mod links;
mod names;

use std::rc::Rc;

pub use self::check::CheckAction;
use self::claim::ClaimAction;
pub use self::find::FindAction;
pub use self::hand::{HandAction, ReviewAction};
use self::labels::LabelAction;
use self::ledger::LedgerAction;
pub use self::links::LinkAction;
pub use self::names::NameAction;
use super::selection::{Motion, SpanEnd};
use super::state::{Dialog, Grouping, Panel, Theme};
use crate::model::{
    AnnotationId, ArticleId, Block, Claimant, Detail, Details, LabelKey, QuoteMode,
};
use crate::storage::SaveState;
use crate::text::{CharOffset, Span};

/// What happened. Handled by [`super::update`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    // In the text
    /// The mouse or a finger marked something; offsets as the browser gave them.
    Selected {
        anchor: CharOffset,
        focus: CharOffset,
        exact: bool,
    },
    /// A click without a selection.
    Clicked {
        at: CharOffset,
        extend: bool,
    },
    /// A tap with a finger or pen.
    Tapped {
        at: CharOffset,
    },
    Moved {
        motion: Motion,
        extend: bool,
    },
    /// A motion that the layout has answered.
    MovedTo {
        to: CharOffset,
        extend: bool,
    },
    SelectedAll,
    ExactToggled,
    /// A label's key or button: tags the selection, or makes the label ready.
    LabelChosen(LabelKey),
    Escaped,
    Walked {
        back: bool,
        same_label: bool,
    },
    Climbed {
        inward: bool,
    },
    Opened,

    // Annotations
    AnnotationSelected(AnnotationId),
    AnnotationOpened(AnnotationId),
    /// The list was walked to a row.
    RowReached(AnnotationId),
    CardClosed,
    BoundariesStarted,
    Resized {
        end: SpanEnd,
        motion: Motion,
    },
    BoundariesKept,
    Deleted(Option<AnnotationId>),
    Relabelled {
        id: AnnotationId,
        label: LabelKey,
    },
    ClaimantAnswered {
        id: AnnotationId,
        claimant: Option<Claimant>,
    },
    QuoteAnswered {
        id: AnnotationId,
        quote: Option<QuoteMode>,
    },
    Claim(ClaimAction),
    Labels(LabelAction),
    Ledger(LedgerAction),
    QuestionsDismissed,
    NoteWritten {
        id: AnnotationId,
        note: String,
    },
    NoteAsked(Option<AnnotationId>),
    Undone,
    Redone,

    // Many at once
    /// Shift and a label's key: every occurrence of the selected words.
    EveryTagged(LabelKey),
    Hand(HandAction),

    // Articles
    FilesRead(Vec<FileRead>),
    TextPasted(Pasted),
    ArticleOpened(ArticleId),
    ArticleRemoved(ArticleId),
    ArticleRestored(ArticleId),
    Described {
        article: ArticleId,
        detail: Detail,
    },

    /// The open article is done; the next one that is not is opened.
    Finished,
    /// The open article is not done after all.
    Reopened,

    // Saving and settings
    ExportAsked,
    NameGiven(String),
    /// What the store answered to the frames of an article.
    Saved {
        article: ArticleId,
        state: SaveState,
    },
    RetryAsked,
    DialogOpened(Dialog),
    DialogClosed,
    NoticeDismissed(u32),
    StripClosed,
    GroupingChosen(Grouping),
    ThemeChosen(Theme),
    PanelChosen(Panel),
    /// Details of the open article.
    DetailsAsked,
    /// A command of [`super::keys`] gets another stroke, or none.
    KeyBound {
        command: &'static str,
        stroke: Option<String>,
    },
    KeysReset,
    SingleKeysSwitched(bool),

    // Persons, places and things, and links
    Name(NameAction),
    Link(LinkAction),
    // Finding and checking
    Find(FindAction),
    Check(CheckAction),

    // The scripting door: exact, never snapped
    Annotated {
        spans: Vec<Span>,
        label: LabelKey,
    },
}

/// A file that was read, or why it was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRead {
    pub name: String,
    pub bytes: Result<Rc<[u8]>, String>,
    /// The id of the format to read it as; found out from the content if absent.
    pub format: Option<String>,
}

/// A pasted text with the blocks that the person kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    pub text: String,
    pub blocks: Vec<Block>,
    pub details: Details,
}
