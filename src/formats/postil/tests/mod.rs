//! The laws of our own file.

mod json;
mod refusals;
mod round_trip;
mod schema;

/// The example of the format's description.
const EXAMPLE: &str = include_str!("../../../../tests/fixtures/example.postil.json");

/// A file with every field there is.
const FULL: &str = include_str!("../../../../tests/fixtures/full.postil.json");
