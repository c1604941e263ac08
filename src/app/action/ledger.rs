//! What a person does with the claims table.

use std::rc::Rc;

use crate::model::{AnnotationId, ArticleId, ClaimField};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerAction {
    /// The head of a column was pressed; a second time turns the order round.
    Sorted(Column),
    Grouped(bool),
    Filtered(Rc<str>),
    AllArticles(bool),
    PageTurned(usize),
    /// Whose speaker is to be picked, if any.
    WhoAsked(Option<AnnotationId>),
    /// One of [`crate::app::select::ledger::who_picks`].
    WhoPicked {
        article: ArticleId,
        id: AnnotationId,
        pick: Rc<str>,
    },
    Answered {
        article: ArticleId,
        id: AnnotationId,
        field: ClaimField,
    },
    /// To the claim in the text.
    Jumped {
        article: ArticleId,
        id: AnnotationId,
    },
    /// Whether claims that seem to say the same are offered.
    RepeatsShown(bool),
    RepeatsAccepted {
        article: ArticleId,
        one: AnnotationId,
        other: AnnotationId,
    },
    RepeatsRefused {
        one: AnnotationId,
        other: AnnotationId,
    },
    Copied,
    /// The clipboard took it, or why it did not.
    CopyEnded(Result<(), String>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Who,
    What,
    About,
    When,
    Certain,
    How,
    Article,
}
