//! What a person reads about claims.

use crate::app::action::claim::Picked;
use crate::model::{Certainty, Checkworthy, ClaimField, ClaimType, Polarity, Stance};

/// Who says a claim of a chain where nobody has answered.
pub const NOBODY_YET: &str = "?";
pub const NOTHING_OFFERED: &str = "Nothing is offered here.";
pub const NO_CLAIM_HERE: &str = "Select a claim first.";

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
