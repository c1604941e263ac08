//! Edits as JSON: a verb, what it is done to, and for `set` the field with its new value.
//!
//! | JSON | |
//! |---|---|
//! | `{"create":{"mention":{…}}}` | `claim`, `entity`, `relation`; the object as in files |
//! | `{"set":{"annotation":id,"note":"…"}}` | one field; `null` takes it away |
//! | `{"set":{"mention":id,"label":"ORG"}}` | a field that only mentions have |
//! | `{"set":{"claim":id,"claimant":{…}}}` | a field that only claims have |
//! | `{"set":{"entity":id,"name":"…"}}` | |
//! | `{"set":{"relation":id,"from":id}}` | `type`, `from`, `to`, `note` |
//! | `{"set":{"title":"…"}}` | a detail of the article |
//! | `{"set":{"labels":[…]}}`, `{"set":{"annotator":{…}}}`, `{"set":{"removed":true}}` | the whole of it |
//! | `{"remove":{"annotation":id}}` | `entity`, `relation`, `annotator` |
//! | `{"create":{"decision":{…}}}`, `{"remove":{"decision":{…}}}` | the whole of it: it has no id |
//!
//! Fields are called as in files; `body` is what is particular to a mention or a claim.

use std::rc::Rc;

use super::super::envelope::Fields;
use super::super::frame::Unreadable;
use super::{field, json, part_json};
use crate::formats::Worded;
use crate::formats::json::{Json, quoted};
use crate::formats::postil::members::Members;
use crate::formats::postil::part::Part;
use crate::formats::postil::value::{Value, read_list};
use crate::model::{
    Anchor, Annotation, AnnotationField, AnnotationId, Annotator, AnnotatorId, Decision, Edit,
    Entity, EntityId, Label, LabelSet, Relation, RelationId,
};
use crate::text::Text;

pub(super) fn write(edit: &Edit, text: &Text) -> String {
    match edit {
        Edit::CreateAnnotation(annotation) => {
            format!("{{\"create\":{}}}", part_json(&**annotation, text))
        }
        Edit::CreateEntity(entity) => create("entity", &part_json(&**entity, text)),
        Edit::CreateRelation(relation) => create("relation", &part_json(&**relation, text)),
        Edit::SetAnnotation(id, field) => {
            let (what, name, value) = field::write(field, text);
            format!("{{\"set\":{{\"{what}\":{},\"{name}\":{value}}}}}", quoted(&id.0))
        }
        Edit::SetEntity(id, field) => {
            let (name, value) = field::write_entity(field);
            format!("{{\"set\":{{\"entity\":{},\"{name}\":{value}}}}}", quoted(&id.0))
        }
        Edit::SetRelation(id, field) => {
            let (name, value) = field::write_relation(field);
            format!("{{\"set\":{{\"relation\":{},\"{name}\":{value}}}}}", quoted(&id.0))
        }
        Edit::SetDetail(detail) => {
            let (name, value) = field::write_detail(detail);
            set(name, &value)
        }
        Edit::SetLabels(labels) => set("labels", &field::list_json(&labels.labels, text)),
        Edit::SetAnnotator(annotator) => set("annotator", &part_json(annotator, text)),
        Edit::Decide(decision) => create("decision", &part_json(&**decision, text)),
        Edit::Undecide(decision) => {
            format!("{{\"remove\":{{\"decision\":{}}}}}", part_json(&**decision, text))
        }
        Edit::SetRemoved(removed) => set("removed", &json(removed)),
        Edit::RemoveAnnotation(id) => remove("annotation", &id.0),
        Edit::RemoveEntity(id) => remove("entity", &id.0),
        Edit::RemoveRelation(id) => remove("relation", &id.0),
        Edit::RemoveAnnotator(id) => remove("annotator", &id.0),
    }
}

pub(super) fn read(edit: Json<'_>, text: &Text) -> Result<Edit, Unreadable> {
    let (verb, operand) = Fields::of(edit)?.only()?;
    match &*verb {
        "create" => read_create(operand, text),
        "set" => read_set(Fields::of(operand)?, text),
        "remove" => read_remove(operand, text),
        _ => Err(newer("", &verb)),
    }
}

fn read_create(operand: Json<'_>, text: &Text) -> Result<Edit, Unreadable> {
    let (what, value) = Fields::of(operand)?.only()?;
    match &*what {
        "mention" | "claim" => {
            let anchor = Members::of(value)?.optional("anchor")?;
            let anchor = anchor.map_or(Anchor::Anchored, |Worded(anchor)| anchor);
            // A file is asked whether it is right; a frame is done again as it was done.
            let annotation = Annotation { anchor, ..Annotation::read(operand, text)? };
            Ok(Edit::CreateAnnotation(Rc::new(annotation)))
        }
        "entity" => Ok(Edit::CreateEntity(Rc::new(Entity::read(value, text)?))),
        "relation" => Ok(Edit::CreateRelation(Rc::new(Relation::read(value, text)?))),
        "decision" => Ok(Edit::Decide(Rc::new(Decision::read(value, text)?))),
        _ => Err(newer("create ", &what)),
    }
}

fn read_set(mut operand: Fields<'_>, text: &Text) -> Result<Edit, Unreadable> {
    for what in ["annotation", "mention", "claim"] {
        if let Some(id) = operand.optional(what)? {
            let (name, value) = operand.only()?;
            let field: AnnotationField = field::read(what, &name, value, text)?;
            return Ok(Edit::SetAnnotation(AnnotationId(id), field));
        }
    }
    if let Some(id) = operand.optional("entity")? {
        let (name, value) = operand.only()?;
        return Ok(Edit::SetEntity(EntityId(id), field::read_entity(&name, value)?));
    }
    if let Some(id) = operand.optional("relation")? {
        let (name, value) = operand.only()?;
        return Ok(Edit::SetRelation(RelationId(id), field::read_relation(&name, value)?));
    }
    let (name, value) = operand.only()?;
    match &*name {
        "labels" => {
            let labels = read_list(value, |json| Label::read(json, text))?;
            Ok(Edit::SetLabels(Rc::new(LabelSet { labels })))
        }
        "annotator" => Ok(Edit::SetAnnotator(Annotator::read(value, text)?)),
        "removed" => Ok(Edit::SetRemoved(bool::read(value)?)),
        _ => Ok(Edit::SetDetail(field::read_detail(&name, value)?)),
    }
}

fn read_remove(operand: Json<'_>, text: &Text) -> Result<Edit, Unreadable> {
    let (what, id) = Fields::of(operand)?.only()?;
    if what == "decision" {
        return Ok(Edit::Undecide(Rc::new(Decision::read(id, text)?)));
    }
    let id = Rc::read(id)?;
    match &*what {
        "annotation" => Ok(Edit::RemoveAnnotation(AnnotationId(id))),
        "entity" => Ok(Edit::RemoveEntity(EntityId(id))),
        "relation" => Ok(Edit::RemoveRelation(RelationId(id))),
        "annotator" => Ok(Edit::RemoveAnnotator(AnnotatorId(id))),
        _ => Err(newer("remove ", &what)),
    }
}

fn create(what: &str, value: &str) -> String {
    format!("{{\"create\":{{\"{what}\":{value}}}}}")
}

fn set(name: &str, value: &str) -> String {
    format!("{{\"set\":{{\"{name}\":{value}}}}}")
}

fn remove(what: &str, id: &str) -> String {
    format!("{{\"remove\":{{\"{what}\":{}}}}}", quoted(id))
}

fn newer(what: &str, name: &str) -> Unreadable {
    Unreadable::Newer(format!("{what}{name}").into())
}
