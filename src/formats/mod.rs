//! Every format that files come in and go out in.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    clippy::todo
)]

mod export;
mod file_name;
mod import;
pub mod postil;
mod refusal;
mod registry;
#[cfg(test)]
pub(crate) mod sample;
mod word;

pub use export::{Export, ExportError, ExportFile, Loss, Lost, export};
pub use file_name::file_name;
pub use import::{Imported, import};
pub use refusal::{Fault, Refusal, Wrong};
pub use registry::{Format, formats};
pub use word::{Word, Worded};

// STUB-BEGIN
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Format {
    pub id: &'static str,
    pub name: &'static str,
    pub media_types: &'static [&'static str],
    pub import: bool,
    pub export: bool,
}
pub fn formats() -> &'static [Format] {
    &[]
}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss;
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    pub files: Vec<ExportFile>,
    pub losses: Vec<Loss>,
}
pub fn export(_id: &str, p: &crate::model::Project, _by: Option<&str>) -> Result<Export, String> {
    Ok(Export {
        files: vec![ExportFile {
            name: "x.postil.json".into(),
            media_type: "application/json",
            bytes: postil::write(p),
        }],
        losses: vec![],
    })
}
#[derive(Debug)]
pub enum Imported {
    Project(crate::model::Project),
    Text { text: String, title: Option<String> },
}
pub fn import(name: &str, bytes: &[u8], _format: Option<&str>) -> Result<Imported, Refusal> {
    if name.ends_with("json") {
        return postil::read(bytes).map(Imported::Project);
    }
    let text = crate::text::decode(bytes).map_err(Refusal::NotText)?;
    Ok(Imported::Text { text: crate::text::canonical(&text), title: None })
}
// STUB-END
