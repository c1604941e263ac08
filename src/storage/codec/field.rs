//! The fields of annotations, entities and articles with their new values, as JSON.

use std::rc::Rc;

use super::super::frame::Unreadable;
use super::{json, part_json};
use crate::formats::json::Json;
use crate::formats::postil::part::Part;
use crate::formats::postil::value::{Value, read_list};
use crate::formats::{Word, Worded};
use crate::model::{
    AnnotationField, AnnotationId, ClaimField, Detail, EntityField, EntityId, Evidence, LabelKey,
    RelationField, is_id, is_key,
};
use crate::text::Text;

/// Which kind of annotation has the field, its name, and its value.
pub(super) fn write(field: &AnnotationField, text: &Text) -> (&'static str, &'static str, String) {
    use AnnotationField as Field;
    match field {
        Field::Body(body) => ("annotation", "body", part_json(body, text)),
        Field::Selector(selector) => ("annotation", "spans", part_json(selector, text)),
        Field::Anchor(anchor) => ("annotation", "anchor", json(&Worded(*anchor))),
        Field::Unsure(unsure) => ("annotation", "unsure", json(unsure)),
        Field::Note(note) => ("annotation", "note", json(note)),
        Field::Attributes(value) => ("annotation", "attributes", json(value)),
        Field::Modified(time) => ("annotation", "modified", json(time)),
        Field::Label(label) => ("mention", "label", json(&label.0)),
        Field::Entity(id) => ("mention", "entity", json(&id.as_ref().map(|id| id.0.clone()))),
        Field::Level(level) => ("mention", "level", json(&level.map(Worded))),
        Field::Claim(field) => {
            let (name, value) = write_claim(field, text);
            ("claim", name, value)
        }
    }
}

fn write_claim(field: &ClaimField, text: &Text) -> (&'static str, String) {
    use ClaimField as Field;
    match field {
        Field::Label(label) => ("label", json(&label.as_ref().map(|label| label.0.clone()))),
        Field::Claimant(claimant) => ("claimant", maybe_json(claimant.as_ref(), text)),
        Field::Quote(quote) => ("quote", json(&quote.map(Worded))),
        Field::Kind(kind) => ("type", json(&kind.map(Worded))),
        Field::Checkworthy(value) => ("checkworthy", json(&value.map(Worded))),
        Field::Certainty(certainty) => ("certainty", json(&certainty.map(Worded))),
        Field::Polarity(polarity) => ("polarity", json(&polarity.map(Worded))),
        Field::Cue(cue) => ("cue", maybe_json(cue.as_ref(), text)),
        Field::ReportedIn(id) => ("reported_in", json(&id.as_ref().map(|id| id.0.clone()))),
        Field::Normalized(sentence) => ("normalized", json(sentence)),
        Field::About(ids) => {
            ("about", json(&ids.iter().map(|id| id.0.clone()).collect::<Vec<_>>()))
        }
        Field::Topic(topic) => ("topic", json(topic)),
        Field::Time(time) => ("time", json(time)),
        Field::Evidence(list) => ("evidence", list_json(list, text)),
        Field::Verdict(verdict) => ("verdict", maybe_json(verdict.as_ref(), text)),
    }
}

pub(super) fn write_entity(field: &EntityField) -> (&'static str, String) {
    match field {
        EntityField::Label(label) => ("label", json(&label.0)),
        EntityField::Name(name) => ("name", json(name)),
        EntityField::Aliases(aliases) => ("aliases", json(&aliases.to_vec())),
        EntityField::Wikidata(id) => ("wikidata", json(id)),
        EntityField::Note(note) => ("note", json(note)),
    }
}

pub(super) fn write_relation(field: &RelationField) -> (&'static str, String) {
    match field {
        RelationField::Label(label) => ("type", json(&label.0)),
        RelationField::From(end) => ("from", json(end)),
        RelationField::To(end) => ("to", json(end)),
        RelationField::Note(note) => ("note", json(note)),
    }
}

pub(super) fn write_detail(detail: &Detail) -> (&'static str, String) {
    match detail {
        Detail::Title(value) => ("title", json(value)),
        Detail::Lang(value) => ("lang", json(value)),
        Detail::Url(value) => ("url", json(value)),
        Detail::Publisher(value) => ("publisher", json(value)),
        Detail::Author(value) => ("author", json(value)),
        Detail::Published(value) => ("published", json(value)),
    }
}

pub(super) fn read(
    what: &str,
    name: &str,
    value: Json<'_>,
    text: &Text,
) -> Result<AnnotationField, Unreadable> {
    use AnnotationField as Field;
    Ok(match (what, name) {
        ("annotation", "body") => Field::Body(Part::read(value, text)?),
        ("annotation", "spans") => Field::Selector(Part::read(value, text)?),
        ("annotation", "anchor") => Field::Anchor(Worded::read(value)?.0),
        ("annotation", "unsure") => Field::Unsure(Value::read(value)?),
        ("annotation", "note") => Field::Note(Value::read(value)?),
        ("annotation", "attributes") => Field::Attributes(Value::read(value)?),
        ("annotation", "modified") => Field::Modified(Value::read(value)?),
        ("mention", "label") => Field::Label(key(Value::read(value)?)?),
        ("mention", "entity") => {
            Field::Entity(Option::<Rc<str>>::read(value)?.map(id).transpose()?.map(EntityId))
        }
        ("mention", "level") => Field::Level(word(value)?),
        ("claim", _) => Field::Claim(read_claim(name, value, text)?),
        _ => return Err(newer(what, name)),
    })
}

fn read_claim(name: &str, value: Json<'_>, text: &Text) -> Result<ClaimField, Unreadable> {
    use ClaimField as Field;
    Ok(match name {
        "label" => Field::Label(Option::<Rc<str>>::read(value)?.map(key).transpose()?),
        "claimant" => Field::Claimant(maybe_part(value, text)?),
        "quote" => Field::Quote(word(value)?),
        "type" => Field::Kind(word(value)?),
        "checkworthy" => Field::Checkworthy(word(value)?),
        "certainty" => Field::Certainty(word(value)?),
        "polarity" => Field::Polarity(word(value)?),
        "cue" => Field::Cue(maybe_part(value, text)?),
        "reported_in" => Field::ReportedIn(
            Option::<Rc<str>>::read(value)?.map(id).transpose()?.map(AnnotationId),
        ),
        "normalized" => Field::Normalized(Value::read(value)?),
        "about" => {
            let ids = Vec::<Rc<str>>::read(value)?.into_iter();
            Field::About(ids.map(|it| id(it).map(EntityId)).collect::<Result<_, _>>()?)
        }
        "topic" => Field::Topic(Value::read(value)?),
        "time" => Field::Time(Value::read(value)?),
        "evidence" => Field::Evidence(read_list(value, |json| Evidence::read(json, text))?.into()),
        "verdict" => Field::Verdict(maybe_part(value, text)?),
        _ => return Err(newer("claim", name)),
    })
}

pub(super) fn read_entity(name: &str, value: Json<'_>) -> Result<EntityField, Unreadable> {
    Ok(match name {
        "label" => EntityField::Label(key(Value::read(value)?)?),
        "name" => EntityField::Name(Value::read(value)?),
        "aliases" => EntityField::Aliases(Vec::<Rc<str>>::read(value)?.into()),
        "wikidata" => EntityField::Wikidata(Value::read(value)?),
        "note" => EntityField::Note(Value::read(value)?),
        _ => return Err(newer("entity", name)),
    })
}

pub(super) fn read_relation(name: &str, value: Json<'_>) -> Result<RelationField, Unreadable> {
    Ok(match name {
        "type" => RelationField::Label(key(Value::read(value)?)?),
        "from" => RelationField::From(id(Value::read(value)?)?),
        "to" => RelationField::To(id(Value::read(value)?)?),
        "note" => RelationField::Note(Value::read(value)?),
        _ => return Err(newer("relation", name)),
    })
}

pub(super) fn read_detail(name: &str, value: Json<'_>) -> Result<Detail, Unreadable> {
    let detail = match name {
        "title" => Detail::Title,
        "lang" => Detail::Lang,
        "url" => Detail::Url,
        "publisher" => Detail::Publisher,
        "author" => Detail::Author,
        "published" => Detail::Published,
        _ => return Err(newer("article", name)),
    };
    Ok(detail(Value::read(value)?))
}

fn maybe_json<P: Part>(part: Option<&P>, text: &Text) -> String {
    part.map_or_else(|| "null".to_owned(), |part| part_json(part, text))
}

pub(super) fn list_json<P: Part>(parts: &[P], text: &Text) -> String {
    let parts: Vec<String> = parts.iter().map(|part| part_json(part, text)).collect();
    format!("[{}]", parts.join(","))
}

fn maybe_part<P: Part>(value: Json<'_>, text: &Text) -> Result<Option<P>, Unreadable> {
    if value.is_null() { Ok(None) } else { Ok(Some(P::read(value, text)?)) }
}

fn word<W: Word>(value: Json<'_>) -> Result<Option<W>, Unreadable> {
    Ok(Option::<Worded<W>>::read(value)?.map(|Worded(choice)| choice))
}

fn id(id: Rc<str>) -> Result<Rc<str>, Unreadable> {
    if is_id(&id) { Ok(id) } else { Err(Unreadable::Schema(format!("{id:?} is no id").into())) }
}

fn key(key: Rc<str>) -> Result<LabelKey, Unreadable> {
    if is_key(&key) {
        Ok(LabelKey(key))
    } else {
        Err(Unreadable::Schema(format!("{key:?} is no key").into()))
    }
}

fn newer(what: &str, name: &str) -> Unreadable {
    Unreadable::Newer(format!("set {what} {name}").into())
}
