//! Nasty texts for property tests: every string that broke somebody's offsets, in random order.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use super::{CharOffset, Span, Text, canonical};

/// A string with its lengths and the places where it may be divided, in all three units.
#[derive(Debug)]
pub(crate) struct Vector {
    pub name: String,
    pub text: String,
    /// UTF-8 bytes, UTF-16 units, code points, graphemes.
    pub lengths: [u64; 4],
    /// Grapheme boundaries as UTF-8 bytes, UTF-16 units, code points.
    pub boundaries: [Vec<u64>; 3],
}

/// A thousand cases. A text that breaks a law is not kept in a file but becomes a row of a table.
pub(crate) fn config() -> ProptestConfig {
    ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() }
}

/// The strings of `tests/fixtures/unicode_vectors.json`.
pub(crate) fn vectors() -> Vec<Vector> {
    let json = include_str!("../../tests/fixtures/unicode_vectors.json");
    let vectors: Vec<Value> = serde_json::from_str(json).unwrap();
    let numbers = |list: &Value| list.as_array().unwrap().iter().flat_map(Value::as_u64).collect();
    let vector = |it: &Value| Vector {
        name: it["name"].as_str().unwrap().to_owned(),
        text: it["text"].as_str().unwrap().to_owned(),
        lengths: ["utf8", "utf16", "codepoints", "graphemes"].map(|n| it[n].as_u64().unwrap()),
        boundaries: ["utf8", "utf16", "cp"].map(|unit| numbers(&it["boundaries"][unit])),
    };
    vectors.iter().map(vector).collect()
}

/// What texts are made of beside the vectors: words, abbreviations, punctuation, right to left.
const PIECES: &[&str] = &[
    "a",
    "I",
    "He",
    "said",
    "Russia’s",
    "Jong-un",
    "U.S.",
    "U.",
    "S",
    "Mr.",
    "Inc.",
    "Ph.D.",
    "5",
    "1,000.5",
    "The",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\t",
    "\n",
    "\n",
    ".",
    ".",
    ",",
    ":",
    ";",
    "?",
    "-",
    "—",
    "…",
    "_",
    "\"",
    "\"",
    "'",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "‚",
    "(",
    ")",
    "[",
    "]",
    "|",
    "\\",
    "、",
    "。",
    "שלום",
    "צה\"ל",
    "مرحبا",
    "،",
    "\u{200f}",
    "東京",
    "สวัสดี",
    "カタカナ",
    "\u{301}",
    "\u{200d}",
    "\u{600}",
    "🤝",
    "🇫",
    "\u{1f3fd}",
    "\u{feff}",
    "\u{7f}",
    "\u{85}",
];

/// Up to 40 pieces, carriage returns and control characters among them.
pub(crate) fn nasty() -> impl Strategy<Value = String> {
    pieces(0..40)
}

/// As [`nasty`], as the text of an article can be.
pub(crate) fn article() -> impl Strategy<Value = Text> {
    nasty().prop_map(|text| Text::new(canonical(&text)))
}

/// A text that need not be canonical, and an offset in it.
pub(crate) fn text_and_offset() -> impl Strategy<Value = (Text, CharOffset)> {
    (nasty(), any::<Index>()).prop_map(|(text, at)| {
        let text = Text::new(text);
        let at = offset(&text, at);
        (text, at)
    })
}

/// A text that need not be canonical, and a span of it.
pub(crate) fn text_and_span() -> impl Strategy<Value = (Text, Span)> {
    let span = (pieces(1..40), any::<(Index, Index)>()).prop_map(|(text, (one, other))| {
        let text = Text::new(text);
        let span = Span::between(offset(&text, one), offset(&text, other)).or(text.whole());
        (text, span)
    });
    span.prop_filter_map("a span has characters", |(text, span)| Some((text, span?)))
}

/// A line of 5,000 characters and more, longer than is ever read at once.
pub(crate) fn long_line() -> impl Strategy<Value = Text> {
    let start_and_period = (pieces(0..40), pieces(3..80));
    start_and_period.prop_map(|(start, period)| {
        let mut line = start;
        let len = period.chars().count().max(1);
        line.extend(std::iter::repeat_n(period, 5_000 / len + 1));
        Text::new(line.replace(['\n', '\r'], " "))
    })
}

/// An offset of the text, its end included.
pub(crate) fn offset(text: &Text, index: Index) -> CharOffset {
    CharOffset(u32::try_from(index.index(text.end().0 as usize + 1)).unwrap())
}

fn pieces(n: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let vectors = vectors().into_iter().map(|vector| vector.text);
    let all = vectors.chain(PIECES.iter().copied().map(str::to_owned)).collect::<Vec<_>>();
    proptest::collection::vec(select(all), n).prop_map(|pieces| pieces.concat())
}
