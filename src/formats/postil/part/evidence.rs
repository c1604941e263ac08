//! What speaks for or against a claim, and what a check of it came to.

use super::{Part, SelectorShape, maybe_into_model};
use crate::formats::postil::shape::{Object, shape};
use crate::formats::refusal::Fault;
use crate::formats::word::Worded;
use crate::model::{Evidence, Stance, Verdict};
use crate::text::Text;

shape! {
    EvidenceFields {
        must stance: Worded<Stance>,
        may spans: SelectorShape,
        text url,
        text quote,
        text note,
    }
}

shape! {
    VerdictFields {
        text rating,
        text value,
        text best,
        text worst,
        text url,
        text by,
        text date,
    }
}

pub type EvidenceShape = Object<EvidenceFields>;
pub type VerdictShape = Object<VerdictFields>;

impl Part for EvidenceShape {
    type Model = Evidence;

    fn from_model(evidence: &Evidence, text: &Text) -> EvidenceShape {
        let known = EvidenceFields {
            stance: Worded(evidence.stance),
            spans: evidence.selector.as_ref().map(|spans| SelectorShape::from_model(spans, text)),
            url: evidence.url.clone(),
            quote: evidence.quote.clone(),
            note: evidence.note.clone(),
        };
        Object { known, unknown: evidence.unknown.clone() }
    }

    fn into_model(self, text: &Text) -> Result<Evidence, Fault> {
        let EvidenceFields { stance: Worded(stance), spans, url, quote, note } = self.known;
        let selector = maybe_into_model(spans, "spans", text)?;
        Ok(Evidence { stance, selector, url, quote, note, unknown: self.unknown })
    }
}

impl Part for VerdictShape {
    type Model = Verdict;

    fn from_model(verdict: &Verdict, _: &Text) -> VerdictShape {
        let Verdict { rating, value, best, worst, url, by, date, unknown } = verdict.clone();
        Object { known: VerdictFields { rating, value, best, worst, url, by, date }, unknown }
    }

    fn into_model(self, _: &Text) -> Result<Verdict, Fault> {
        let Object { known, unknown } = self;
        let VerdictFields { rating, value, best, worst, url, by, date } = known;
        Ok(Verdict { rating, value, best, worst, url, by, date, unknown })
    }
}
