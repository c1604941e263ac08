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

pub mod postil;
mod refusal;
mod word;

pub use refusal::{Fault, Refusal, Wrong};
pub use word::{Word, Worded};
