//! Links between annotations or entities.

use std::rc::Rc;

use super::Part;
use super::name::{id, key, maybe_id};
use crate::formats::postil::shape::{Object, shape};
use crate::formats::refusal::Fault;
use crate::model::{AnnotatorId, Relation, RelationId};
use crate::text::Text;

shape! {
    RelationFields {
        must id: Rc<str>,
        must label: Rc<str> as "type",
        must from: Rc<str>,
        must to: Rc<str>,
        text note,
        may by: Rc<str>,
    }
}

pub type RelationShape = Object<RelationFields>;

impl Part for RelationShape {
    type Model = Relation;

    fn from_model(relation: &Relation, _: &Text) -> RelationShape {
        let known = RelationFields {
            id: relation.id.0.clone(),
            label: relation.label.0.clone(),
            from: relation.from.clone(),
            to: relation.to.clone(),
            note: relation.note.clone(),
            by: relation.by.as_ref().map(|by| by.0.clone()),
        };
        Object { known, unknown: relation.unknown.clone() }
    }

    fn into_model(self, _: &Text) -> Result<Relation, Fault> {
        let RelationFields { id: id_read, label, from, to, note, by } = self.known;
        Ok(Relation {
            id: id(id_read, "id", RelationId)?,
            label: key(label, "type")?,
            from: id(from, "from", |end| end)?,
            to: id(to, "to", |end| end)?,
            note,
            by: maybe_id(by, "by", AnnotatorId)?,
            unknown: self.unknown,
        })
    }
}
