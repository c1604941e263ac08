//! Links between annotations or entities.

use super::Part;
use crate::formats::json::{Json, Writer};
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::refusal::Fault;
use crate::model::{AnnotatorId, Relation, RelationId};
use crate::text::Text;

impl Part for Relation {
    fn read(json: Json<'_>, _: &Text) -> Result<Relation, Fault> {
        let mut members = Members::of(json)?;
        Ok(Relation {
            id: RelationId(members.id("id")?),
            label: members.key("type")?,
            from: members.id("from")?,
            to: members.id("to")?,
            note: members.text("note")?,
            by: members.maybe_id("by")?.map(AnnotatorId),
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, _: &Text) {
        let mut fields = Fields::open(json);
        fields.string("id", &self.id.0);
        fields.string("type", &self.label.0);
        fields.string("from", &self.from);
        fields.string("to", &self.to);
        fields.text("note", &self.note);
        fields.maybe("by", self.by.as_ref().map(AnnotatorId::as_str));
        fields.close(&self.unknown);
    }
}
