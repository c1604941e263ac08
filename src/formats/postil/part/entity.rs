//! Persons, places and things.

use std::rc::Rc;

use super::Part;
use super::name::{id, key, maybe_id};
use crate::formats::postil::shape::{Object, shape};
use crate::formats::refusal::Fault;
use crate::model::{AnnotatorId, Entity, EntityId};
use crate::text::Text;

shape! {
    EntityFields {
        must id: Rc<str>,
        must label: Rc<str>,
        text name,
        list aliases: Rc<str>,
        text wikidata,
        text note,
        may by: Rc<str>,
    }
}

pub type EntityShape = Object<EntityFields>;

impl Part for EntityShape {
    type Model = Entity;

    fn from_model(entity: &Entity, _: &Text) -> EntityShape {
        let known = EntityFields {
            id: entity.id.0.clone(),
            label: entity.label.0.clone(),
            name: entity.name.clone(),
            aliases: entity.aliases.to_vec(),
            wikidata: entity.wikidata.clone(),
            note: entity.note.clone(),
            by: entity.by.as_ref().map(|by| by.0.clone()),
        };
        Object { known, unknown: entity.unknown.clone() }
    }

    fn into_model(self, _: &Text) -> Result<Entity, Fault> {
        let EntityFields { id: id_read, label, name, aliases, wikidata, note, by } = self.known;
        Ok(Entity {
            id: id(id_read, "id", EntityId)?,
            label: key(label, "label")?,
            name,
            aliases: aliases.into(),
            wikidata,
            note,
            by: maybe_id(by, "by", AnnotatorId)?,
            unknown: self.unknown,
        })
    }
}
