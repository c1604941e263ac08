//! The app without a screen: what the state is, what may happen, and what happens then.
//!
//! [`update`] is the only way from one state to the next. It is pure: the time and random bytes
//! come in, effects go out as values, and the shell in `ui` runs them.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    clippy::todo
)]

pub mod action;
pub mod check;
pub mod colors;
pub mod draft;
pub mod effect;
pub mod find;
pub mod graph;
pub mod hand;
pub mod keys;
pub mod label_draft;
pub mod labels;
pub mod names;
pub mod occurrence;
pub mod practice;
pub mod rows;
pub mod select;
pub mod selection;
pub mod start;
pub mod state;
mod update;
pub mod wording;

pub use action::{Action, FileRead, Pasted};
pub use effect::{Effect, Target};
pub use state::State;
pub use update::{Denied, Env, update};
