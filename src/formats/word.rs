//! The words that files use for the choices of the model, all in one place.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::model::{
    Anchor, AttributeType, BlockKind, Certainty, Checkworthy, ClaimType, IsNot, LabelKind, Level,
    Origin, Polarity, QuoteMode, Stance, Status,
};

/// A choice that files write as a word.
pub trait Word: Copy + 'static {
    /// Every choice with its word.
    const WORDS: &'static [(&'static str, Self)];

    fn word(self) -> &'static str;

    #[must_use]
    fn of_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(other, _)| *other == word).map(|(_, choice)| *choice)
    }
}

macro_rules! words {
    ($($choice:ty { $($variant:ident $word:literal),+ $(,)? })+) => {$(
        impl Word for $choice {
            const WORDS: &'static [(&'static str, Self)] =
                &[$(($word, <$choice>::$variant)),+];

            fn word(self) -> &'static str {
                match self {
                    $(<$choice>::$variant => $word),+
                }
            }
        }
    )+};
}
pub(super) use words;

words! {
    BlockKind {
        Title "title", Subtitle "subtitle", Byline "byline", Heading "heading",
        Paragraph "paragraph", Quote "quote", ListItem "list-item", Caption "caption",
        Preformatted "preformatted",
    }
    Status { New "new", InProgress "in-progress", Done "done" }
    LabelKind { Entity "entity", Claim "claim", Relation "relation" }
    AttributeType { Text "text", Number "number", Flag "flag", Choice "choice" }
    Level { Name "name", Nominal "nominal", Pronoun "pronoun" }
    Anchor { Anchored "anchored", Proposed "proposed", Orphaned "orphaned" }
    Origin { Person "person", Imported "imported", Suggested "suggested" }
    QuoteMode { Direct "direct", Indirect "indirect", Mixed "mixed", None "none" }
    ClaimType {
        Event "event", Quantity "quantity", Causal "causal", Rule "rule",
        Prediction "prediction", Opinion "opinion", Personal "personal", Other "other",
    }
    Checkworthy { Yes "yes", Factual "factual", No "no" }
    Certainty {
        Certain "certain", Probable "probable", Possible "possible", Unspecified "unspecified",
    }
    Polarity { Positive "positive", Negative "negative", Unknown "unknown" }
    Stance { Supports "supports", Refutes "refutes", Context "context" }
    IsNot { Entity "entity", Claim "claim" }
}

/// A choice on its way to or from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worded<W>(pub W);

impl<W: Word> Serialize for Worded<W> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
    }
}

impl<'de, W: Word> Deserialize<'de> for Worded<W> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(WordVisitor(PhantomData))
    }
}

struct WordVisitor<W>(PhantomData<W>);

impl<W: Word> Visitor<'_> for WordVisitor<W> {
    type Value = Worded<W>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (word, _)) in W::WORDS.iter().enumerate() {
            let joint = if i == 0 { "" } else { ", " };
            write!(f, "{joint}`{word}`")?;
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Worded<W>, E> {
        W::of_word(word)
            .map(Worded)
            .ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(word), &self))
    }
}
