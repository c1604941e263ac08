//! Decisions that words are no name or no claim.

use super::Part;
use crate::formats::json::{Json, Writer};
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::refusal::Fault;
use crate::formats::word::Word;
use crate::model::{AnnotatorId, Decision};
use crate::text::Text;

impl Part for Decision {
    fn read(json: Json<'_>, text: &Text) -> Result<Decision, Fault> {
        let mut members = Members::of(json)?;
        Ok(Decision {
            selector: members.part("spans", text)?,
            is_not: members.word("is_not")?,
            by: members.maybe_id("by")?.map(AnnotatorId),
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, text: &Text) {
        let mut fields = Fields::open(json);
        fields.part("spans", &self.selector, text);
        fields.string("is_not", self.is_not.word());
        fields.maybe("by", self.by.as_ref().map(AnnotatorId::as_str));
        fields.close(&self.unknown);
    }
}
