//! What is particular to a claim.

use std::rc::Rc;

use super::name::{ids, maybe_id, maybe_key};
use super::{
    ClaimantShape, EvidenceShape, Part, SelectorShape, VerdictShape, from_models, into_models,
    maybe_into_model,
};
use crate::formats::postil::shape::{Object, shape};
use crate::formats::refusal::Fault;
use crate::formats::word::Worded;
use crate::model::{
    AnnotationId, Certainty, Checkworthy, Claim, ClaimType, EntityId, Polarity, QuoteMode,
};
use crate::text::Text;

shape! {
    ClaimBody {
        may label: Rc<str>,
        may claimant: ClaimantShape,
        may quote: Worded<QuoteMode>,
        may kind: Worded<ClaimType> as "type",
        may checkworthy: Worded<Checkworthy>,
        may certainty: Worded<Certainty>,
        may polarity: Worded<Polarity>,
        may cue: SelectorShape,
        may reported_in: Rc<str>,
        text normalized,
        list about: Rc<str>,
        text topic,
        text time,
        list evidence: EvidenceShape,
        may verdict: VerdictShape,
    }
}

pub type ClaimBodyShape = Object<ClaimBody>;

impl Part for ClaimBody {
    type Model = Claim;

    fn from_model(claim: &Claim, text: &Text) -> ClaimBody {
        ClaimBody {
            label: claim.label.as_ref().map(|label| label.0.clone()),
            claimant: claim.claimant.as_ref().map(|it| ClaimantShape::from_model(it, text)),
            quote: claim.quote.map(Worded),
            kind: claim.kind.map(Worded),
            checkworthy: claim.checkworthy.map(Worded),
            certainty: claim.certainty.map(Worded),
            polarity: claim.polarity.map(Worded),
            cue: claim.cue.as_ref().map(|cue| SelectorShape::from_model(cue, text)),
            reported_in: claim.reported_in.as_ref().map(|id| id.0.clone()),
            normalized: claim.normalized.clone(),
            about: claim.about.iter().map(|id| id.0.clone()).collect(),
            topic: claim.topic.clone(),
            time: claim.time.clone(),
            evidence: from_models(&claim.evidence, text),
            verdict: claim.verdict.as_ref().map(|it| VerdictShape::from_model(it, text)),
        }
    }

    fn into_model(self, text: &Text) -> Result<Claim, Fault> {
        Ok(Claim {
            label: maybe_key(self.label, "label")?,
            claimant: maybe_into_model(self.claimant, "claimant", text)?,
            quote: self.quote.map(|Worded(quote)| quote),
            kind: self.kind.map(|Worded(kind)| kind),
            checkworthy: self.checkworthy.map(|Worded(checkworthy)| checkworthy),
            certainty: self.certainty.map(|Worded(certainty)| certainty),
            polarity: self.polarity.map(|Worded(polarity)| polarity),
            cue: maybe_into_model(self.cue, "cue", text)?,
            reported_in: maybe_id(self.reported_in, "reported_in", AnnotationId)?,
            normalized: self.normalized,
            about: ids(self.about, "about", EntityId)?.into(),
            topic: self.topic,
            time: self.time,
            evidence: into_models(self.evidence, "evidence", text)?.into(),
            verdict: maybe_into_model(self.verdict, "verdict", text)?,
        })
    }
}
