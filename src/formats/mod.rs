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
pub mod json;
mod labels;
pub mod postil;
mod refusal;
mod registry;
#[cfg(test)]
pub(crate) mod sample;
mod table;
mod word;

pub use export::{Export, ExportError, ExportFile, Loss, Lost, export};
pub use file_name::file_name;
pub use import::{Imported, import};
pub use labels::{read_labels, write_labels};
pub use refusal::{Fault, Form, Refusal, Wrong};
pub use registry::{Format, formats};
pub use table::{html_table, tabbed};
pub use word::{Word, Worded};
