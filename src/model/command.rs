//! What a person can ask for, and why it may be refused.

mod entity;
mod link;

use std::fmt;
use std::rc::Rc;

pub use self::entity::EntityCommand;
pub use self::link::{Link, LinkCommand};
use super::{
    AnnotationId, AnnotatorId, ClaimField, Claimant, Detail, EntityId, IsNot, Label, LabelFault,
    LabelKey, LabelSet, Origin, QuoteMode, RelationId, Status,
};
use crate::text::{CharOffset, Span, Spans};

/// One thing that a person asks for; [`super::plan`] makes one step of undo of it.
///
/// Fresh ids come in with it. Where a text is empty, it is taken away: files know no empty texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Tag(Tag),
    /// Passes over what is tagged so already.
    TagAll(TagAll),
    /// Those that are gone already are passed over. An entity goes with its last mention.
    Remove(Vec<AnnotationId>),
    /// Gives another label, also one of the other kind: a mention becomes a claim or back.
    Relabel {
        id: AnnotationId,
        label: LabelKey,
        /// Fresh; for a claim that becomes a mention.
        entity: EntityId,
    },
    /// The same for many, each with a fresh id as above; passes over those that have it already.
    RelabelAll {
        ids: Vec<(AnnotationId, EntityId)>,
        label: LabelKey,
    },
    /// Makes one of several: the words of all, what the kept one says, and what only the others say.
    /// What pointed at the others points at it.
    Merge {
        keep: AnnotationId,
        gone: Vec<AnnotationId>,
    },
    /// Makes two of one: some of its words become an annotation of their own that says the same.
    Split(Split),
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
    /// Gives a field of a claim another value.
    SetClaim {
        id: AnnotationId,
        field: ClaimField,
    },
    /// Tags the words that name who says a claim, as an entity that then says it.
    TagSpeaker {
        claim: AnnotationId,
        tag: Tag,
    },
    SetNote {
        id: AnnotationId,
        note: Option<Rc<str>>,
    },
    SetUnsure {
        id: AnnotationId,
        unsure: bool,
    },
    Entity(EntityCommand),
    Link(LinkCommand),
    Describe(Detail),
    /// Adds the annotator if they did nothing in this article yet.
    NameAnnotator {
        id: AnnotatorId,
        name: Option<Rc<str>>,
    },
    /// Says how far an annotator is with this article.
    SetStatus {
        id: AnnotatorId,
        status: Option<Status>,
    },
    /// Says that words are no name or no claim; passes over what is decided already.
    Decide {
        each: Vec<Spans>,
        is_not: IsNot,
        by: Option<AnnotatorId>,
    },
    Undecide {
        spans: Spans,
        is_not: IsNot,
        by: Option<AnnotatorId>,
    },
    RemoveArticle,
    RestoreArticle,
    /// Another label set; nothing that was tagged is dropped unasked.
    SetLabels(LabelChange),
    /// A new label, and words tagged with it.
    TagWithNew {
        label: Rc<Label>,
        tag: Tag,
    },
    /// The value of one of the label's attributes, as a person reads it; none takes it away.
    SetAttribute {
        id: AnnotationId,
        key: LabelKey,
        value: Option<Rc<str>>,
    },
}

/// A label set in place of another, and what becomes of what was tagged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelChange {
    pub set: Rc<LabelSet>,
    /// For each label in use that is not in the new set, or there as another kind.
    pub gone: Vec<(LabelKey, Fate)>,
    /// Fresh; claims that become names get entities with this id and `-2`, `-3` after it.
    pub entity: EntityId,
}

/// What becomes of the annotations, entities and links of a label that goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They get this label, which may be the same one under another key.
    Becomes(LabelKey),
    /// They keep it; it stays in the set for their sake, and cannot be given any more.
    Keep,
    Delete,
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

/// Many words to be tagged alike, in one step; mentions all name one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagAll {
    /// Each id is fresh.
    pub tags: Vec<(AnnotationId, Spans)>,
    /// What the mentions name: fresh, or there already.
    pub entity: EntityId,
    pub label: LabelKey,
    pub by: Option<AnnotatorId>,
    pub origin: Option<Origin>,
}

/// An annotation to be divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    pub id: AnnotationId,
    /// What stays its own.
    pub kept: Spans,
    /// What the new one gets.
    pub taken: Spans,
    /// Fresh.
    pub fresh: AnnotationId,
    /// Fresh; a mention that was divided names two things.
    pub entity: EntityId,
}

/// Why there is no step to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// All is as asked for already.
    NoChange,
    NoAnnotation(AnnotationId),
    NoEntity(EntityId),
    NotAClaim(AnnotationId),
    NotAMention(AnnotationId),
    /// The label is not one of names.
    NoLabelOfNames(LabelKey),
    /// Neither an id of Wikidata nor an address with one.
    NotWikidata(Rc<str>),
    NoLink(RelationId),
    /// Neither an annotation nor an entity.
    NoEnd(Rc<str>),
    /// The label is not one of links.
    NoLabelOfLinks(LabelKey),
    LinkToItself,
    /// The label does not allow these ends.
    LinkNotAllowed(LabelKey),
    /// The same annotator linked the same with the same label already.
    Linked(RelationId),
    /// The mention that should show who speaks names another entity, or none.
    NamesAnother {
        mention: AnnotationId,
        entity: EntityId,
    },
    UnknownLabel(LabelKey),
    /// The label is one of links, not of words.
    LabelOfLinks(LabelKey),
    /// The label is one of names where one of claims is needed, or the other way round.
    MisfitLabel(LabelKey),
    IdInUse(Rc<str>),
    /// A claim cannot pass itself on.
    PassesItselfOn,
    /// The claim that should pass another on is passed on by it, perhaps by way of others.
    Cycle(AnnotationId),
    /// An entity is named twice where once is enough.
    NamedTwice(EntityId),
    NotATime(Rc<str>),
    NotADecimal(Rc<str>),
    NotAWebAddress(Rc<str>),
    /// A piece of evidence with nothing to look at.
    EmptyEvidence,
    OutOfText(Span),
    /// Only white space, or only the gap between two blocks.
    Blank(Span),
    /// A span would end within what a reader takes for one character.
    SplitsCharacter(CharOffset),
    /// One is a claim, the other is none, so that they cannot become one.
    OtherKind(AnnotationId),
    /// The same annotator gave the same words the same label already.
    Duplicate(AnnotationId),
    /// The first thing that is wrong with the new label set.
    Labels(LabelFault),
    /// A label in use would go, and nobody said what becomes of what was tagged.
    NoFate(LabelKey),
    /// The label has no such attribute.
    NoAttribute(LabelKey),
    /// The attribute cannot have this value.
    NotAValue {
        attribute: LabelKey,
        value: Rc<str>,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NoChange => write!(f, "nothing would change"),
            Refusal::NoAnnotation(id) => write!(f, "no annotation {id}"),
            Refusal::NoEntity(id) => write!(f, "no entity {id}"),
            Refusal::NotAClaim(id) => write!(f, "annotation {id} is no claim"),
            Refusal::NotAMention(id) => write!(f, "annotation {id} is no mention"),
            Refusal::NoLabelOfNames(key) => write!(f, "label {key} is not one of names"),
            Refusal::NotWikidata(typed) => write!(f, "{typed:?} is no id of Wikidata"),
            Refusal::NoLink(id) => write!(f, "no relation {id}"),
            Refusal::NoEnd(id) => write!(f, "no annotation or entity {id}"),
            Refusal::NoLabelOfLinks(key) => write!(f, "label {key} is not one of links"),
            Refusal::LinkToItself => write!(f, "both ends are the same"),
            Refusal::LinkNotAllowed(key) => write!(f, "label {key} does not allow these ends"),
            Refusal::Linked(id) => write!(f, "relation {id} says the same"),
            Refusal::NamesAnother { mention, entity } => {
                write!(f, "annotation {mention} does not name entity {entity}")
            }
            Refusal::UnknownLabel(key) => write!(f, "no label {key}"),
            Refusal::LabelOfLinks(key) => write!(f, "label {key} is one of links"),
            Refusal::MisfitLabel(key) => write!(f, "label {key} is of the other kind"),
            Refusal::PassesItselfOn => write!(f, "a claim would pass itself on"),
            Refusal::Cycle(id) => write!(f, "annotation {id} is passed on by the claim"),
            Refusal::NamedTwice(id) => write!(f, "entity {id} is named twice"),
            Refusal::NotATime(text) => write!(f, "{text:?} is no time"),
            Refusal::NotADecimal(text) => write!(f, "{text:?} is no decimal number"),
            Refusal::NotAWebAddress(text) => write!(f, "{text:?} is no web address"),
            Refusal::EmptyEvidence => write!(f, "evidence without anything to look at"),
            Refusal::IdInUse(id) => write!(f, "id {id} is in use"),
            Refusal::OutOfText(span) => write!(f, "span {span} ends after the text"),
            Refusal::Blank(span) => write!(f, "span {span} holds only white space"),
            Refusal::SplitsCharacter(at) => write!(f, "a character goes on at {at}"),
            Refusal::OtherKind(id) => write!(f, "annotation {id} is of the other kind"),
            Refusal::Duplicate(id) => write!(f, "annotation {id} says the same"),
            Refusal::Labels(fault) => fault.fmt(f),
            Refusal::NoFate(key) => write!(f, "label {key} is in use"),
            Refusal::NoAttribute(key) => write!(f, "no attribute {key}"),
            Refusal::NotAValue { attribute, value } => write!(f, "{attribute} cannot be {value:?}"),
        }
    }
}

impl std::error::Error for Refusal {}
