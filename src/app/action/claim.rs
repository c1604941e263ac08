//! What a person does with one claim and what is known about it.

use crate::model::{AnnotationId, ClaimField, EntityId, Evidence, LabelKey, Stance};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimAction {
    /// A question was answered, or its answer taken back.
    Answered {
        id: AnnotationId,
        field: ClaimField,
    },
    AboutAdded {
        id: AnnotationId,
        entity: EntityId,
    },
    AboutRemoved {
        id: AnnotationId,
        entity: EntityId,
    },
    EvidenceAdded {
        id: AnnotationId,
        evidence: Evidence,
    },
    /// The piece of evidence at a place in the list was changed, moved or taken out.
    EvidenceChanged {
        id: AnnotationId,
        place: usize,
        change: EvidenceChange,
    },
    VerdictWritten {
        id: AnnotationId,
        part: VerdictPart,
        text: String,
    },
    /// The next selection in the text shows this.
    Picking {
        id: AnnotationId,
        part: Picked,
    },
    /// The words that were picked as the speaker get a label.
    SpeakerTagged {
        id: AnnotationId,
        label: LabelKey,
    },
    /// What is offered about the selected claim is right.
    OffersAccepted,
    /// The two questions about the selected claim.
    Asked,
    /// The rarer fields were folded out or in.
    MoreShown(bool),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceChange {
    Stance(Stance),
    Url(String),
    Quote(String),
    Note(String),
    /// One place up in the list.
    Raised,
    /// One place down.
    Lowered,
    Removed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerdictPart {
    Rating,
    Value,
    Best,
    Worst,
    Url,
    By,
    Date,
}

/// What words of the article are picked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    Speaker,
    ReportingWords,
    Evidence,
}
