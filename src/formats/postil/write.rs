//! A project as the bytes of its file.

use super::part::{Part, ProjectShape};
use super::shape::Value;
use crate::formats::json::Writer;
use crate::model::Project;

/// The file of a project: the same project always gives the same bytes.
#[must_use]
pub fn write(project: &Project) -> Vec<u8> {
    let text = &project.article.text;
    let mut json = Writer::pretty();
    ProjectShape::from_model(project, text).with_text(text).write(&mut json);
    let mut bytes = json.finish().into_bytes();
    bytes.push(b'\n');
    bytes
}
