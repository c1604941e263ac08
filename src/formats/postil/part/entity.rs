//! Persons, places and things.

use super::Part;
use crate::formats::json::{Json, Writer};
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::refusal::Fault;
use crate::model::{AnnotatorId, Entity, EntityId};
use crate::text::Text;

impl Part for Entity {
    fn read(json: Json<'_>, _: &Text) -> Result<Entity, Fault> {
        let mut members = Members::of(json)?;
        Ok(Entity {
            id: EntityId(members.id("id")?),
            label: members.key("label")?,
            name: members.text("name")?,
            aliases: members.texts("aliases")?.into(),
            wikidata: members.text("wikidata")?,
            note: members.text("note")?,
            by: members.maybe_id("by")?.map(AnnotatorId),
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, _: &Text) {
        let mut fields = Fields::open(json);
        fields.string("id", &self.id.0);
        fields.string("label", &self.label.0);
        fields.text("name", &self.name);
        fields.texts("aliases", self.aliases.iter());
        fields.text("wikidata", &self.wikidata);
        fields.text("note", &self.note);
        fields.maybe("by", self.by.as_ref().map(AnnotatorId::as_str));
        fields.close(&self.unknown);
    }
}
