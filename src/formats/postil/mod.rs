//! Our own file: one article with all that was said about it, as JSON.
//!
//! - `write(read(bytes)) == bytes` for the files that [`write`] makes, fields of later versions
//!   included.
//! - Reading is all or nothing, and adds nothing but blocks to a file that names none.
//! - [`read_back`] proves a file before it is offered.

mod blank;
mod check;
mod compare;
pub(super) mod fields;
pub mod members;
mod order;
pub mod part;
mod read;
pub mod value;
mod write;

pub use compare::{Mismatch, read_back};
pub use read::read;
pub(super) use read::{is_newer, is_ours};
pub use write::write;

#[cfg(test)]
#[allow(clippy::string_slice)] // The goldens are cut where a search found something.
mod tests;
