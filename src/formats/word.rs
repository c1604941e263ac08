//! The words that files use for the choices of the model, all in one place.

use super::json::{Json, Writer};
use super::postil::value::Value;
use super::refusal::{Fault, Form, Wrong};
use crate::model::{
    Anchor, AttributeType, BlockKind, Certainty, Checkworthy, ClaimType, IsNot, LabelKind, Level,
    Offer, Origin, Polarity, Question, QuoteMode, Stance, Status,
};

/// A choice that files write as a word.
pub trait Word: Copy + 'static {
    const CHOICES: &'static [Self];
    /// The words of the choices, in the same order.
    const WORDS: &'static [&'static str];

    fn word(self) -> &'static str;

    #[must_use]
    fn of_word(word: &str) -> Option<Self> {
        let at = Self::WORDS.iter().position(|other| *other == word)?;
        Self::CHOICES.get(at).copied()
    }
}

macro_rules! words {
    ($($choice:ty { $($variant:ident $word:literal),+ $(,)? })+) => {$(
        impl Word for $choice {
            const CHOICES: &'static [Self] = &[$(<$choice>::$variant),+];
            const WORDS: &'static [&'static str] = &[$($word),+];

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
    Question {
        Claimant "claimant", Quote "quote", Checkworthy "checkworthy", Opinion "opinion",
        Type "type", Certainty "certainty",
    }
    Offer { TagAll "tag_all", SameEntity "same_entity", NearDuplicate "near_duplicate" }
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

impl<W: Word> Value for Worded<W> {
    fn read(json: Json<'_>) -> Result<Worded<W>, Fault> {
        let word = json.string().ok_or_else(|| Fault::at("", Wrong::Form(Form::Text)))?;
        W::of_word(&word)
            .map(Worded)
            .ok_or_else(|| Fault::at("", Wrong::Choice { said: word.into(), words: W::WORDS }))
    }

    fn write(&self, json: &mut Writer) {
        json.string(self.0.word());
    }
}
