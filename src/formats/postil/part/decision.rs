//! Decisions that words are no name or no claim.

use std::rc::Rc;

use super::name::maybe_id;
use super::{Part, SelectorShape};
use crate::formats::postil::shape::{Object, shape};
use crate::formats::refusal::Fault;
use crate::formats::word::Worded;
use crate::model::{AnnotatorId, Decision, IsNot};
use crate::text::Text;

shape! {
    DecisionFields {
        must spans: SelectorShape,
        must is_not: Worded<IsNot>,
        may by: Rc<str>,
    }
}

pub type DecisionShape = Object<DecisionFields>;

impl Part for DecisionShape {
    type Model = Decision;

    fn from_model(decision: &Decision, text: &Text) -> DecisionShape {
        let known = DecisionFields {
            spans: SelectorShape::from_model(&decision.selector, text),
            is_not: Worded(decision.is_not),
            by: decision.by.as_ref().map(|by| by.0.clone()),
        };
        Object { known, unknown: decision.unknown.clone() }
    }

    fn into_model(self, text: &Text) -> Result<Decision, Fault> {
        let DecisionFields { spans, is_not: Worded(is_not), by } = self.known;
        Ok(Decision {
            selector: spans.into_model(text).map_err(|fault| fault.within("spans"))?,
            is_not,
            by: maybe_id(by, "by", AnnotatorId)?,
            unknown: self.unknown,
        })
    }
}
