//! What a person can ask for, and why it may be refused.

use std::fmt;
use std::rc::Rc;

use super::{AnnotationId, AnnotatorId, Claimant, Detail, EntityId, LabelKey, Origin, QuoteMode};
use crate::text::{CharOffset, Span, Spans};

/// One thing that a person asks for; [`super::plan`] makes one step of undo of it.
///
/// Fresh ids come in with it. Where a text is empty, it is taken away: files know no empty texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Tag(Tag),
    /// Those that are gone already are passed over. An entity goes with its last mention.
    Remove(Vec<AnnotationId>),
    /// Gives another label, also one of the other kind: a mention becomes a claim or back.
    Relabel {
        id: AnnotationId,
        label: LabelKey,
        /// Fresh; for a claim that becomes a mention.
        entity: EntityId,
    },
    /// Moves the boundaries; the words were seen there by a person, so it is anchored.
    SetSpans {
        id: AnnotationId,
        spans: Spans,
    },
    SetClaimant {
        id: AnnotationId,
        claimant: Option<Claimant>,
    },
    SetQuoteMode {
        id: AnnotationId,
        quote: Option<QuoteMode>,
    },
    SetNote {
        id: AnnotationId,
        note: Option<Rc<str>>,
    },
    SetUnsure {
        id: AnnotationId,
        unsure: bool,
    },
    RenameEntity {
        id: EntityId,
        name: Option<Rc<str>>,
    },
    Describe(Detail),
    /// Adds the annotator if they did nothing in this article yet.
    NameAnnotator {
        id: AnnotatorId,
        name: Option<Rc<str>>,
    },
    RemoveArticle,
    RestoreArticle,
}

/// Words to be tagged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Fresh.
    pub id: AnnotationId,
    /// Fresh; for a label of entities.
    pub entity: EntityId,
    pub label: LabelKey,
    pub spans: Spans,
    pub by: Option<AnnotatorId>,
    pub origin: Option<Origin>,
}

/// Why there is no step to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// All is as asked for already.
    NoChange,
    NoAnnotation(AnnotationId),
    NoEntity(EntityId),
    NotAClaim(AnnotationId),
    /// The mention that should show who speaks names another entity, or none.
    NamesAnother {
        mention: AnnotationId,
        entity: EntityId,
    },
    UnknownLabel(LabelKey),
    /// The label is one of links, not of words.
    LabelOfLinks(LabelKey),
    IdInUse(Rc<str>),
    OutOfText(Span),
    /// Only white space, or only the gap between two blocks.
    Blank(Span),
    /// A span would end within what a reader takes for one character.
    SplitsCharacter(CharOffset),
    /// The same annotator gave the same words the same label already.
    Duplicate(AnnotationId),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NoChange => write!(f, "nothing would change"),
            Refusal::NoAnnotation(id) => write!(f, "no annotation {id}"),
            Refusal::NoEntity(id) => write!(f, "no entity {id}"),
            Refusal::NotAClaim(id) => write!(f, "annotation {id} is no claim"),
            Refusal::NamesAnother { mention, entity } => {
                write!(f, "annotation {mention} does not name entity {entity}")
            }
            Refusal::UnknownLabel(key) => write!(f, "no label {key}"),
            Refusal::LabelOfLinks(key) => write!(f, "label {key} is one of links"),
            Refusal::IdInUse(id) => write!(f, "id {id} is in use"),
            Refusal::OutOfText(span) => write!(f, "span {span} ends after the text"),
            Refusal::Blank(span) => write!(f, "span {span} holds only white space"),
            Refusal::SplitsCharacter(at) => write!(f, "a character goes on at {at}"),
            Refusal::Duplicate(id) => write!(f, "annotation {id} says the same"),
        }
    }
}

impl std::error::Error for Refusal {}
