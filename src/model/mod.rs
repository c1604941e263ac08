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

mod annotation;
mod annotator;
mod article;
mod attribution;
mod block;
mod claim;
mod command;
mod edit;
mod entity;
mod history;
mod id;
mod index;
mod invariant;
mod label;
#[cfg(test)]
mod laws;
mod map;
mod mend;
mod news;
mod plan;
mod project;
mod relation;
mod reporting;
#[cfg(test)]
pub(crate) mod sample;
mod selector;
mod transaction;
mod unknown;

pub use annotation::{Anchor, Annotation, AnnotationField, Body, Level, Mention, Origin};
pub use annotator::{Annotator, Status};
pub use article::{Article, Collection, Detail, Details, Generator};
pub use attribution::{preset_quote_mode, speakers_near};
pub use block::{Block, BlockKind, blocks_of_plain_text};
pub use claim::{
    Certainty, Checkworthy, Claim, ClaimField, ClaimType, Claimant, Evidence, Polarity, QuoteMode,
    Stance, Verdict, Who,
};
pub use command::{Command, Refusal, Tag};
pub use edit::Edit;
pub use entity::{Entity, EntityField};
pub use history::{History, Step};
pub use id::{
    AnnotationId, AnnotatorId, ArticleId, Draw, EntityId, IdKind, LabelKey, RelationId, StepId,
    draw_id, is_id, is_key,
};
pub use index::Strip;
pub use invariant::{Broken, invariants};
pub use label::{AttributeType, Label, LabelAttribute, LabelKind, LabelSet};
pub use map::Map;
pub use news::news;
pub use plan::plan;
pub use project::{FILE_VERSION, Project};
pub use relation::{Decision, IsNot, Relation};
pub use selector::{Kept, Selector};
pub use transaction::{Role, Transaction};
pub use unknown::{RawJson, Unknown};
