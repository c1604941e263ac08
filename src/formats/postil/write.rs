//! A project as the bytes of its file.

use super::part::write_with_text;
use crate::formats::json::Writer;
use crate::model::Project;

/// The file of a project: the same project always gives the same bytes.
#[must_use]
pub fn write(project: &Project) -> Vec<u8> {
    let mut json = Writer::pretty();
    write_with_text(project, &mut json);
    let mut bytes = json.finish().into_bytes();
    bytes.push(b'\n');
    bytes
}
