//! Claims: what is said to be so, by whom, and how.

use std::rc::Rc;

use super::{AnnotationId, EntityId, LabelKey, Selector, Unknown};

/// What is particular to a claim. Everything may be missing: a question that was not answered
/// is another thing than the answer "I can't tell".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    pub label: Option<LabelKey>,
    pub claimant: Option<Claimant>,
    pub quote: Option<QuoteMode>,
    pub kind: Option<ClaimType>,
    pub checkworthy: Option<Checkworthy>,
    pub certainty: Option<Certainty>,
    /// From the claimant's point of view.
    pub polarity: Option<Polarity>,
    /// The reporting words.
    pub cue: Option<Selector>,
    /// The claim that passes this one on. Invariant: no cycles.
    pub reported_in: Option<AnnotationId>,
    /// One self-contained sentence.
    pub normalized: Option<Rc<str>>,
    pub about: Rc<[EntityId]>,
    pub topic: Option<Rc<str>>,
    pub time: Option<Rc<str>>,
    pub evidence: Rc<[Evidence]>,
    pub verdict: Option<Verdict>,
}

/// One field of a claim with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimField {
    Label(Option<LabelKey>),
    Claimant(Option<Claimant>),
    Quote(Option<QuoteMode>),
    Kind(Option<ClaimType>),
    Checkworthy(Option<Checkworthy>),
    Certainty(Option<Certainty>),
    Polarity(Option<Polarity>),
    Cue(Option<Selector>),
    ReportedIn(Option<AnnotationId>),
    Normalized(Option<Rc<str>>),
    About(Rc<[EntityId]>),
    Topic(Option<Rc<str>>),
    Time(Option<Rc<str>>),
    Evidence(Rc<[Evidence]>),
    Verdict(Option<Verdict>),
}

/// Who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimant {
    pub who: Who,
    /// The words that name the claimant, typed or picked.
    pub text: Option<Rc<str>>,
    /// Where these words stand, if they were picked.
    pub words: Option<Selector>,
    pub unknown: Unknown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// An entity, with the mention that names it here.
    Entity { entity: EntityId, mention: Option<AnnotationId> },
    /// The article itself, with no source given.
    Article,
    /// Somebody who is named but not tagged.
    Named,
    /// Somebody whose name is withheld ("officials").
    Unnamed,
    /// The annotator can't tell.
    Unknown,
}

impl From<Who> for Claimant {
    fn from(who: Who) -> Claimant {
        Claimant { who, text: None, words: None, unknown: Unknown::default() }
    }
}

/// How it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteMode {
    Direct,
    Indirect,
    Mixed,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimType {
    Event,
    Quantity,
    Causal,
    Rule,
    Prediction,
    Opinion,
    Personal,
    Other,
}

/// Whether it is worth checking; `Factual` is checkable but minor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checkworthy {
    Yes,
    Factual,
    No,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    Certain,
    Probable,
    Possible,
    Unspecified,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    Positive,
    Negative,
    Unknown,
}

/// What speaks for or against a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub stance: Stance,
    pub selector: Option<Selector>,
    pub url: Option<Rc<str>>,
    pub quote: Option<Rc<str>>,
    pub note: Option<Rc<str>>,
    pub unknown: Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    Supports,
    Refutes,
    Context,
}

/// What a check of the claim came to. Ratings are decimal strings, since no float is exact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    pub rating: Option<Rc<str>>,
    pub value: Option<Rc<str>>,
    pub best: Option<Rc<str>>,
    pub worst: Option<Rc<str>>,
    pub url: Option<Rc<str>>,
    pub by: Option<Rc<str>>,
    pub date: Option<Rc<str>>,
    pub unknown: Unknown,
}

impl Claim {
    /// Sets one field and returns the change that takes it back.
    pub fn set(&mut self, field: ClaimField) -> ClaimField {
        macro_rules! swap {
            ($($variant:ident $name:ident),+ $(,)?) => {
                match field {
                    $(ClaimField::$variant(value) => {
                        ClaimField::$variant(std::mem::replace(&mut self.$name, value))
                    })+
                }
            };
        }
        swap!(
            Label label,
            Claimant claimant,
            Quote quote,
            Kind kind,
            Checkworthy checkworthy,
            Certainty certainty,
            Polarity polarity,
            Cue cue,
            ReportedIn reported_in,
            Normalized normalized,
            About about,
            Topic topic,
            Time time,
            Evidence evidence,
            Verdict verdict,
        )
    }

    /// The entity that speaks, if it is one.
    #[must_use]
    pub fn speaker(&self) -> Option<&EntityId> {
        match &self.claimant.as_ref()?.who {
            Who::Entity { entity, .. } => Some(entity),
            Who::Article | Who::Named | Who::Unnamed | Who::Unknown => None,
        }
    }
}
