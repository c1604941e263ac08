//! The browser without Yew: selection, stores, files, clock, ids, and the door for scripts.
//!
//! Everything here may fail and says so with an `Option`, a `Result` or by doing nothing: storage
//! is blocked, an element is gone, an old browser lacks a function. Nothing panics. Listeners
//! live as long as the value that was returned for them. The code compiles natively, so that the
//! rooms that use it can be tested there, but it is never called there.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    clippy::todo
)]

pub mod arcs;
pub mod article;
pub mod caret;
pub mod clipboard;
pub mod clock;
pub mod colors;
pub mod door;
pub mod faults;
pub mod files;
pub mod focus;
pub mod geometry;
pub mod highlight;
pub mod ids;
pub mod lines;
pub mod listen;
pub mod local_store;
pub mod parts;
pub mod place;
pub mod rescue;
pub mod rows;
pub mod sections;
pub mod selection;
pub mod theme;
pub mod visible;
