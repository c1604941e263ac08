//! The things of the model one by one, as they stand in files and in the frames of the journal.
//!
//! Every shape is a [`Value`](super::shape::Value), and [`Part`] leads from the model to the shape and
//! back. Both directions need the article's text: spans are written with their words, and a
//! position that is read is believed only if the words agree. See [`super::shape`] for what holds
//! of all shapes.
//!
//! # Limitations
//! The text of a field that is kept raw (`attributes`, `meta`, unknown fields) is written as it was
//! read, line ends included: JSON that has a shape in it need not be one line.

mod annotation;
mod annotator;
mod article;
mod claim;
mod claimant;
mod decision;
mod entity;
mod evidence;
mod label;
mod name;
mod project;
mod relation;
mod span;

use crate::formats::refusal::Fault;
use crate::text::Text;

pub use annotation::{
    AnnotationShape, BodyShape, ClaimFields, ClaimShape, MentionFields, MentionShape, RestFields,
};
pub use annotation::{MentionBody, MentionBodyShape};
pub use annotator::{AnnotatorFields, AnnotatorShape};
pub use article::{
    BlockFields, BlockShape, CollectionFields, CollectionShape, DocumentFields, DocumentShape,
    GeneratorFields, GeneratorShape,
};
pub use claim::{ClaimBody, ClaimBodyShape};
pub use claimant::{ClaimantFields, ClaimantShape};
pub use decision::{DecisionFields, DecisionShape};
pub use entity::{EntityFields, EntityShape};
pub use evidence::{EvidenceFields, EvidenceShape, VerdictFields, VerdictShape};
pub use label::{AttributeFields, AttributeShape, LabelFields, LabelShape};
pub(in crate::formats) use project::FORMAT;
pub(super) use project::OFFSET_UNIT;
pub use project::{ProjectFields, ProjectShape};
pub use relation::{RelationFields, RelationShape};
pub use span::{SelectorShape, SpanFields, SpanShape};

/// The shape of one thing of the model.
pub trait Part: Sized {
    type Model;

    #[must_use]
    fn from_model(model: &Self::Model, text: &Text) -> Self;

    /// # Errors
    /// [`Fault`] with a path that begins inside of this object.
    fn into_model(self, text: &Text) -> Result<Self::Model, Fault>;
}

/// The shapes of a list.
#[must_use]
pub fn from_models<P: Part>(models: &[P::Model], text: &Text) -> Vec<P> {
    models.iter().map(|model| P::from_model(model, text)).collect()
}

/// What the shapes of the list named `list` stand for.
///
/// # Errors
/// The first [`Fault`].
pub fn into_models<P: Part>(
    shapes: Vec<P>,
    list: &str,
    text: &Text,
) -> Result<Vec<P::Model>, Fault> {
    let models = shapes.into_iter().enumerate();
    models
        .map(|(i, shape)| shape.into_model(text).map_err(|fault| fault.within_item(list, i)))
        .collect()
}

/// What an optional shape in the field named `field` stands for.
fn maybe_into_model<P: Part>(
    shape: Option<P>,
    field: &str,
    text: &Text,
) -> Result<Option<P::Model>, Fault> {
    shape.map(|shape| shape.into_model(text).map_err(|fault| fault.within(field))).transpose()
}
