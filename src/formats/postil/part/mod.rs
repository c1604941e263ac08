//! The things of the model one by one, as they stand in files and in the frames of the journal.
//!
//! Both reading and writing need the article's text: spans are written with their words, and a
//! position that is read is believed only if the words agree. Three rules hold for every object:
//! - a field that is there twice, null or of another type is refused;
//! - absent and empty optional fields are left out, an empty string as an empty list;
//! - unknown fields keep their text and order and are written after the known ones.
//!
//! # Limitations
//! The text of a field that is kept raw (`attributes`, `meta`, unknown fields) is written as it was
//! read, line ends included: JSON that has a part in it need not be one line.

mod annotation;
mod annotator;
mod article;
mod claim;
mod claimant;
mod decision;
mod entity;
mod evidence;
mod label;
mod project;
mod relation;
mod span;

use crate::formats::json::{Json, Writer};
use crate::formats::refusal::Fault;
use crate::text::Text;

pub(in crate::formats) use project::FORMAT;
pub(super) use project::{Lists, OFFSET_UNIT, write_with_text};

/// One thing of the model.
pub trait Part: Sized {
    /// # Errors
    /// [`Fault`] with a path that begins inside of this thing.
    fn read(json: Json<'_>, text: &Text) -> Result<Self, Fault>;

    fn write(&self, json: &mut Writer, text: &Text);
}
