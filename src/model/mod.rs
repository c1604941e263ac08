//! What an article and its annotations are, and how they change.
//!
//! Nothing here knows a browser, a clock or chance: times and ids come in as arguments.
//! Objects are shared (`Rc`) and replaced, never changed in place, so a [`Project`] is cheap to
//! clone and an old one stays true.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    clippy::todo
)]

mod alike;
mod annotation;
mod annotator;
mod article;
mod attributes;
mod attribution;
mod block;
mod candidate;
mod chain;
mod claim;
mod color;
mod command;
mod cue;
mod decision;
mod edit;
mod entity;
mod form;
mod history;
mod id;
mod index;
mod invariant;
mod label;
mod label_check;
#[cfg(test)]
mod laws;
mod map;
mod mend;
mod plan;
mod project;
mod relation;
mod repeats;
mod reporting;
#[cfg(test)]
pub(crate) mod sample;
mod selector;
mod sets;
mod transaction;
mod unknown;
mod wikidata;

pub use alike::{Likeness, entities_like, label_conflict, likeness};
pub use annotation::{Anchor, Annotation, AnnotationField, Body, Level, Mention, Origin};
pub use annotator::{Annotator, Status};
pub use article::{Article, Collection, Detail, Details, Generator};
pub use attribution::{preset_quote_mode, speakers_near, speaks_often};
pub use block::{Block, BlockKind, blocks_of_plain_text};
pub use candidate::{Candidate, CandidateKind, candidates, undecided};
pub use chain::{carriers, chain, propose_carrier};
pub use claim::{
    Certainty, Checkworthy, Claim, ClaimField, ClaimType, Claimant, Evidence, Polarity, QuoteMode,
    Stance, Verdict, Who,
};
pub use color::{Hue, PALETTE, Rgb};
pub use command::{
    Command, EntityCommand, Fate, LabelChange, Link, LinkCommand, Refusal, Split, Tag, TagAll,
};
pub use cue::propose_cue;
pub use decision::{Decision, IsNot, decisions_in_order};
pub use edit::Edit;
pub use entity::{Entity, EntityField};
pub use form::{is_decimal, is_time, is_web_address};
pub use history::{History, Step};
pub use id::{
    AnnotationId, AnnotatorId, ArticleId, Draw, EntityId, IdKind, LabelKey, RelationId, StepId,
    draw_id, is_id, is_key,
};
pub use index::Strip;
pub use invariant::{Broken, invariants};
pub use label::{
    AttributeType, Label, LabelAttribute, LabelKind, LabelSet, Offer, Question, USUAL_QUESTIONS,
};
pub use label_check::{LabelFault, WrongLabel, check_labels};
pub use map::Map;
pub use plan::{allows, plan};
pub use project::{FILE_VERSION, Project};
pub use relation::{Relation, RelationField};
pub use repeats::{Alike, alike};
pub use selector::{Kept, Selector};
pub use sets::{ReadySet, news};
pub use transaction::{Role, Transaction};
pub use unknown::{RawJson, Unknown};
pub use wikidata::wikidata_id;
