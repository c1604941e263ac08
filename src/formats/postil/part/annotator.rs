//! The people who annotate.

use super::Part;
use crate::formats::json::{Json, Writer};
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::refusal::Fault;
use crate::formats::word::Word;
use crate::model::{Annotator, AnnotatorId};
use crate::text::Text;

impl Part for Annotator {
    fn read(json: Json<'_>, _: &Text) -> Result<Annotator, Fault> {
        let mut members = Members::of(json)?;
        Ok(Annotator {
            id: AnnotatorId(members.id("id")?),
            name: members.text("name")?,
            status: members.maybe_word("status")?,
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, _: &Text) {
        let mut fields = Fields::open(json);
        fields.string("id", &self.id.0);
        fields.text("name", &self.name);
        fields.maybe("status", self.status.map(Word::word));
        fields.close(&self.unknown);
    }
}
