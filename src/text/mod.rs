//! The article as characters: offsets, spans, conversions, segmentation, quotes.
//!
//! All positions in this room and every room above it are Unicode code points; UTF-16 exists only
//! at the border to the DOM, bytes only inside this room.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    clippy::todo
)]

mod offset;
mod quote;
mod span;
mod spans;
mod text;

pub use offset::{ByteOffset, CharOffset, Utf16Offset};
pub use quote::Quote;
pub use span::{EmptySpan, Span};
pub use spans::{NoSpans, Spans};
pub use text::{OffGrid, Text};
