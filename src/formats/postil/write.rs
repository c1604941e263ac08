//! A project as the bytes of its file.

use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

use super::part::{Part, ProjectShape};
use crate::model::Project;

/// The file of a project: the same project always gives the same bytes.
#[must_use]
pub fn write(project: &Project) -> Vec<u8> {
    let text = &project.article.text;
    let shape = ProjectShape::from_model(project, text).with_text(text);
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b" "));
    let written = shape.serialize(&mut serializer);
    debug_assert!(written.is_ok(), "a vector takes all bytes, and all keys are strings");
    bytes.push(b'\n');
    bytes
}
