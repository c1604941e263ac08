//! An article as files of some format.

use std::fmt;
use std::rc::Rc;

use super::file_name::file_name;
use super::postil::{Mismatch, read_back};
use super::registry::POSTIL;
use crate::model::Project;

/// What an export comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    pub files: Vec<ExportFile>,
    /// What the format cannot carry; shown before the files are given away.
    pub losses: Vec<Loss>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

/// So many things of one kind that a format cannot carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    pub what: Lost,
    pub count: u32,
}

/// What can be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lost {
    /// Annotations that share words with another.
    Overlaps,
    /// Annotations of several spans.
    Discontinuities,
    /// Annotations whose words are not in the text.
    Orphans,
    Claims,
    /// What is said of claims, such as the claimant.
    ClaimFields,
    Relations,
    /// That several mentions name one thing.
    Entities,
    Attributes,
    Notes,
    /// That words are no name or no claim.
    Decisions,
}

/// Why there is no export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// Nobody writes files of this format here.
    NoSuchFormat(Rc<str>),
    /// The file would not hold what the project does.
    Unproven(Mismatch),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ExportError::NoSuchFormat(id) => write!(f, "no format {id} to write"),
            ExportError::Unproven(mismatch) => mismatch.fmt(f),
        }
    }
}

impl std::error::Error for ExportError {}

/// The project in the format with this id; the annotator's name goes into the name of the file.
///
/// # Errors
/// [`ExportError`] if there is no such format, or if the file does not stand the proof.
pub fn export(
    id: &str,
    project: &Project,
    annotator_name: Option<&str>,
) -> Result<Export, ExportError> {
    if id != POSTIL.id {
        return Err(ExportError::NoSuchFormat(id.into()));
    }
    let file = ExportFile {
        name: file_name(project, annotator_name, POSTIL.extension),
        media_type: "application/json",
        bytes: read_back(project).map_err(ExportError::Unproven)?,
    };
    Ok(Export { files: vec![file], losses: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::postil::read;
    use crate::formats::{Imported, formats, import};

    const EXAMPLE: &[u8] = include_bytes!("../../tests/fixtures/example.postil.json");

    #[test]
    fn every_format_to_save_in_is_written_and_no_other() {
        let project = read(EXAMPLE).unwrap();
        for format in formats() {
            let exported = export(format.id, &project, Some("Ana"));
            assert_eq!(exported.is_ok(), format.export, "{}", format.id);
            for file in exported.into_iter().flat_map(|export| export.files) {
                assert!(file.name.ends_with(format.extension), "{}", file.name);
                assert!(format.media_types.contains(&file.media_type), "{}", file.media_type);
            }
        }
        let refused = export("word", &project, None).unwrap_err();
        assert_eq!(refused, ExportError::NoSuchFormat("word".into()));
    }

    #[test]
    fn what_was_saved_can_be_opened() {
        let project = read(EXAMPLE).unwrap();
        let export = export("postil", &project, Some("Ana")).unwrap();
        assert_eq!(export.losses, []);
        let [file] = export.files.as_slice() else { panic!("one file") };
        assert_eq!(file.name, "2019-05-04_example_ana.postil.json");
        assert_eq!(file.bytes, EXAMPLE);
        let imported = import(&file.name, &file.bytes, None).unwrap();
        assert_eq!(imported, Imported::Project(project));
    }
}
