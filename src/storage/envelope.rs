//! What stands around the body of a frame, as JSON.

use std::fmt;
use std::rc::Rc;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::codec;
use super::frame::{Frame, MAX_LAMPORT, Sealed, SealedBody, Unreadable};
use crate::model::{ArticleId, RawJson, Unknown};
use crate::text::Text;

/// The version of frames written and read here.
const VERSION: u32 = 1;

/// JSON nested deeper than this is refused before it is parsed; frames need about 12.
const MAX_DEPTH: usize = 128;

pub(super) fn write(frame: &Frame, text: &Text) -> String {
    let mut json = format!(
        "{{\"v\":{VERSION},\"doc\":{},\"a\":{},\"s\":{},\"l\":{}",
        quoted(&frame.article.0),
        quoted(&frame.actor),
        frame.seq,
        frame.lamport.min(MAX_LAMPORT)
    );
    let mut put = |name: &str, value: &str| {
        json.push(',');
        json.push_str(&quoted(name));
        json.push(':');
        json.push_str(value);
    };
    if let Some(time) = &frame.time {
        put("t", &quoted(time));
    }
    if let Some(version) = &frame.version {
        put("g", &quoted(version));
    }
    let (name, body) = codec::write_body(&frame.body, text);
    put(name, &body);
    for (name, value) in frame.unknown.fields() {
        put(name, &value.0);
    }
    json.push('}');
    json
}

pub(super) fn read(json: &str) -> Result<Sealed, Unreadable> {
    if MAX_DEPTH < depth(json) {
        return Err(Unreadable::Json("nested too deep".into()));
    }
    let mut fields: Fields = serde_json::from_str(json).map_err(|error| {
        let why = error.to_string().into();
        if error.is_data() { Unreadable::Schema(why) } else { Unreadable::Json(why) }
    })?;
    let version = fields.required::<u64>("v")?;
    if version != u64::from(VERSION) {
        return Err(Unreadable::Newer(format!("version {version}").into()));
    }
    let article = ArticleId::new(fields.required::<String>("doc")?);
    let actor = fields.required::<String>("a")?.into();
    let seq = fields.required("s")?;
    let lamport = fields.required("l")?;
    if MAX_LAMPORT < lamport {
        return Err(Unreadable::Schema("l".into()));
    }
    let time = fields.optional::<String>("t")?.map(Rc::from);
    let version = fields.optional::<String>("g")?.map(Rc::from);
    let body = match (fields.take("create"), fields.take("tx")) {
        (Some(project), None) => {
            SealedBody::Create { sha256: codec::text_name(&project)?, project }
        }
        (None, Some(step)) => SealedBody::Step(step),
        (Some(_), Some(_)) => return Err(Unreadable::Schema("create and tx".into())),
        (None, None) => return Err(Unreadable::Newer("neither create nor tx".into())),
    };
    let unknown = fields.rest();
    Ok(Sealed { article, actor, seq, lamport, time, version, unknown, body })
}

/// A string as JSON.
pub(super) fn quoted(string: &str) -> String {
    serde_json::Value::from(string).to_string()
}

/// The fields of one JSON object in the order read, each value as its text.
#[derive(Debug)]
pub(super) struct Fields(Vec<(Rc<str>, RawJson)>);

impl Fields {
    /// The value of a field, which is then gone from the rest.
    pub(super) fn take(&mut self, name: &str) -> Option<RawJson> {
        let at = self.0.iter().position(|(key, _)| **key == *name)?;
        Some(self.0.remove(at).1)
    }

    pub(super) fn optional<T: for<'de> Deserialize<'de>>(
        &mut self,
        name: &str,
    ) -> Result<Option<T>, Unreadable> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let value = serde_json::from_str(&value.0);
        value.map(Some).map_err(|error| Unreadable::Schema(format!("{name}: {error}").into()))
    }

    pub(super) fn required<T: for<'de> Deserialize<'de>>(
        &mut self,
        name: &str,
    ) -> Result<T, Unreadable> {
        self.optional(name)?.ok_or_else(|| Unreadable::Schema(format!("{name}: missing").into()))
    }

    /// The one field that there is, in an object that must have one. Another one beside it is of a
    /// newer version.
    pub(super) fn only(&mut self) -> Result<(Rc<str>, RawJson), Unreadable> {
        if self.0.is_empty() {
            return Err(Unreadable::Schema("empty object".into()));
        }
        let field = self.0.remove(0);
        self.none_left()?;
        Ok(field)
    }

    /// # Errors
    /// [`Unreadable::Newer`] if there is a field that nobody took.
    pub(super) fn none_left(&self) -> Result<(), Unreadable> {
        match self.0.first() {
            None => Ok(()),
            Some((name, _)) => Err(Unreadable::Newer(format!("field {name}").into())),
        }
    }

    pub(super) fn rest(self) -> Unknown {
        Unknown::new(self.0)
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fields, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields: Vec<(Rc<str>, RawJson)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, Box<RawValue>>()? {
            if fields.iter().any(|(other, _)| **other == *key) {
                return Err(serde::de::Error::custom(format!("{key} twice")));
            }
            fields.push((key.into(), RawJson(value.get().into())));
        }
        Ok(Fields(fields))
    }
}

/// How deep arrays and objects are nested, counted without recursion.
fn depth(json: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut bytes = json.bytes();
    let mut in_string = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => in_string = !in_string,
            b'\\' if in_string => drop(bytes.next()),
            b'[' | b'{' if !in_string => {
                depth = depth.saturating_add(1);
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
