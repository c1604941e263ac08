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

mod abbreviation;
mod canon;
#[cfg(test)]
mod check;
mod decode;
mod find;
mod grapheme;
mod grow;
mod lower;
pub mod marked;
mod occurrence;
mod offset;
mod pair;
mod quote;
mod regex;
#[cfg(test)]
pub(crate) mod sample;
mod sentence;
mod sort;
mod span;
mod spans;
mod stop;
#[allow(clippy::module_inception)] // The room is named for the type in it.
mod text;
mod trim;
mod window;
mod word;

pub use canon::{canonical, is_canonical};
pub use decode::{DecodeError, Encoding, decode};
pub use find::{Needle, bytes_of_span, folded, span_of_bytes};
pub use grapheme::{is_grapheme_boundary, next_grapheme, previous_grapheme, snap_to_graphemes};
pub use grow::grow;
pub use lower::lower_case;
pub use occurrence::{Match, occurrences};
pub use offset::{ByteOffset, CharOffset, Utf16Offset};
pub use pair::quotations;
pub use quote::{CONTEXT, Quote};
pub use regex::{Regex, RegexError, RegexFault};
pub use sentence::{sentence_at, sentences_within};
pub use sort::sort_by;
pub use span::{EmptySpan, Span};
pub use spans::{NoSpans, Spans};
pub use text::{OffGrid, Text};
pub use trim::{tidy, tidy_exact, trim};
pub use window::line_at;
pub use word::{next_word, previous_word, snap_to_words, word_at};
