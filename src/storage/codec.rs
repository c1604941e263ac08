//! The body of a frame as JSON.

use std::rc::Rc;

use super::frame::{FrameBody, Unreadable};
use crate::model::{Project, RawJson, Transaction};
use crate::text::Text;

/// The name of the body's field and its value.
pub(super) fn write_body(_body: &FrameBody, _text: &Text) -> (&'static str, String) {
    ("tx", "{}".into())
}

pub(super) fn read_step(_json: &RawJson, _text: &Text) -> Result<Transaction, Unreadable> {
    Err(Unreadable::Schema("tx".into()))
}

pub(super) fn read_project(_json: &RawJson, _text: &Text) -> Result<Project, Unreadable> {
    Err(Unreadable::Schema("create".into()))
}

/// The hash of the text that a creating frame names.
pub(super) fn text_name(_project: &RawJson) -> Result<Rc<str>, Unreadable> {
    Err(Unreadable::Schema("document.sha256".into()))
}
