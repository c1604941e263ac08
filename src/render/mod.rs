//! What the screen must show, as data: sections of blocks of runs, each run with its marks.
//!
//! A run is the longest stretch of a block under one set of annotations. Runs are flat, so that
//! annotations that cross need no special case. What is selected, armed or under the pointer is
//! no part of this: it changes too often.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    clippy::todo
)]

mod hit;
mod lanes;
#[cfg(test)]
mod laws;
mod layout;
mod plan;
mod run;
mod section;
#[cfg(test)]
mod tests;

pub use hit::annotations_at;
pub use plan::{Drawn, Plan, plan, plan_drawn};
pub use run::{Mark, Run};
pub use section::{RenderedBlock, Section};
