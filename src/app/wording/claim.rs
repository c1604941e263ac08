//! What a person reads about claims.

use crate::app::action::claim::Picked;
use crate::app::action::ledger::Column;
use crate::model::{Certainty, Checkworthy, ClaimField, ClaimType, Polarity, Stance};

/// Who says a claim of a chain where nobody has answered.
pub const NOBODY_YET: &str = "?";
pub const NOTHING_OFFERED: &str = "Nothing is offered here.";
pub const NO_CLAIM_HERE: &str = "Select a claim first.";

pub const NOT_ANSWERED: &str = "Who says this?";
pub const COPIED: &str =
    "The table is on the clipboard. Paste it into a document or a spreadsheet.";
pub const NO_REPEATS: &str = "No two claims seem to say the same.";

/// Why the table is not on the clipboard.
#[must_use]
pub fn not_copied(why: &str) -> String {
    format!("The table could not be copied: {why}")
}

/// How much two claims share.
#[must_use]
pub fn shared(percent: usize) -> String {
    format!("{percent} % of their words are the same")
}

#[must_use]
pub fn more_repeats(n: usize) -> String {
    if n == 1 { "1 more pair after these.".into() } else { format!("{n} more pairs after these.") }
}

/// The head of a group of claims.
#[must_use]
pub fn group(who: &str) -> &str {
    if who.is_empty() { "Nobody named yet" } else { who }
}

/// Why the table has no row.
#[must_use]
pub fn no_rows(no_claims: bool) -> &'static str {
    if no_claims {
        "There is no claim yet. Select words in the article and press c."
    } else {
        "No claim matches the filter."
    }
}

#[must_use]
pub fn page(from: usize, to: usize, of: usize) -> String {
    match of {
        0 => "No claim".into(),
        1 => "1 claim".into(),
        _ if from == 1 && to == of => format!("{of} claims"),
        _ => format!("Claims {from} to {to} of {of}"),
    }
}

#[must_use]
pub fn column(column: Column) -> &'static str {
    match column {
        Column::Who => "Who",
        Column::What => "Says what",
        Column::About => "About whom",
        Column::When => "When",
        Column::Certain => "How certain",
        Column::How => "How",
        Column::Article => "Article",
    }
}

/// What style sheets call a column.
#[must_use]
pub fn column_key(column: Column) -> &'static str {
    match column {
        Column::Who => "who",
        Column::What => "what",
        Column::About => "about",
        Column::When => "when",
        Column::Certain => "certain",
        Column::How => "how",
        Column::Article => "article",
    }
}

/// What the next selection is for.
#[must_use]
pub fn pick(part: Picked) -> &'static str {
    match part {
        Picked::Speaker => super::PICK_SPEAKER,
        Picked::ReportingWords => {
            "Select the reporting words, such as “said”. Enter keeps, Esc stops."
        }
        Picked::Evidence => {
            "Select the words that speak for or against it. Enter keeps, Esc stops."
        }
    }
}

/// An offer that was accepted, for the live region.
#[must_use]
pub fn accepted(field: &ClaimField) -> &'static str {
    match field {
        ClaimField::Cue(_) => "Reporting words accepted.",
        _ => "Passed on by the claim around it.",
    }
}

#[must_use]
pub fn checkworthy(value: Checkworthy) -> &'static str {
    match value {
        Checkworthy::Yes => "Yes",
        Checkworthy::Factual => "Minor",
        Checkworthy::No => "No",
    }
}

#[must_use]
pub fn kind(value: ClaimType) -> &'static str {
    match value {
        ClaimType::Event => "What happened",
        ClaimType::Quantity => "A number",
        ClaimType::Causal => "A cause",
        ClaimType::Rule => "A rule",
        ClaimType::Prediction => "What will be",
        ClaimType::Opinion => "An opinion",
        ClaimType::Personal => "Own experience",
        ClaimType::Other => "Other",
    }
}

#[must_use]
pub fn certainty(value: Certainty) -> &'static str {
    match value {
        Certainty::Certain => "Certain",
        Certainty::Probable => "Probable",
        Certainty::Possible => "Possible",
        Certainty::Unspecified => "Not said",
    }
}

/// In the order in which they are offered.
pub const CERTAINTIES: [Certainty; 4] =
    [Certainty::Certain, Certainty::Probable, Certainty::Possible, Certainty::Unspecified];

#[must_use]
pub fn polarity(value: Polarity) -> &'static str {
    match value {
        Polarity::Positive => "It is so",
        Polarity::Negative => "It is not so",
        Polarity::Unknown => "Not clear",
    }
}

#[must_use]
pub fn stance(value: Stance) -> &'static str {
    match value {
        Stance::Supports => "For it",
        Stance::Refutes => "Against it",
        Stance::Context => "Context",
    }
}
