//! What stands around the body of a frame, as JSON.

use std::rc::Rc;

use super::codec;
use super::frame::{Frame, MAX_LAMPORT, Sealed, SealedBody, Unreadable};
use crate::formats::json::{Json, Member, quoted};
use crate::formats::postil::value::Value;
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
    let json = Json::parse(json).map_err(|place| Unreadable::Json(place.to_string().into()))?;
    let mut fields = Fields::of(json)?;
    let version = fields.required::<u64>("v")?;
    if version != u64::from(VERSION) {
        return Err(Unreadable::Newer(format!("version {version}").into()));
    }
    let article = ArticleId::new(fields.required::<Rc<str>>("doc")?);
    let actor = fields.required("a")?;
    let seq = fields.required("s")?;
    let lamport = fields.required("l")?;
    if MAX_LAMPORT < lamport {
        return Err(Unreadable::Schema("l".into()));
    }
    let time = fields.optional("t")?;
    let version = fields.optional("g")?;
    let body = match (fields.take("create"), fields.take("tx")) {
        (Some(project), None) => {
            let project = RawJson(project.text().into());
            SealedBody::Create { sha256: codec::text_name(&project)?, project }
        }
        (None, Some(step)) => SealedBody::Step(RawJson(step.text().into())),
        (Some(_), Some(_)) => return Err(Unreadable::Schema("create and tx".into())),
        (None, None) => return Err(Unreadable::Newer("neither create nor tx".into())),
    };
    let unknown = fields.rest();
    Ok(Sealed { article, actor, seq, lamport, time, version, unknown, body })
}

/// The fields of one JSON object that nobody took yet, in the order read.
#[derive(Debug)]
pub(super) struct Fields<'t>(Vec<Member<'t>>);

impl<'t> Fields<'t> {
    /// # Errors
    /// [`Unreadable::Schema`] if the value is no object, or has a field twice.
    pub(super) fn of(json: Json<'t>) -> Result<Fields<'t>, Unreadable> {
        let members = json.members().ok_or_else(|| Unreadable::Schema("not an object".into()))?;
        for (i, (key, _)) in members.iter().enumerate() {
            if members.iter().take(i).any(|(other, _)| other == key) {
                return Err(Unreadable::Schema(format!("{key} twice").into()));
            }
        }
        Ok(Fields(members))
    }

    /// The value of a field, which is then gone from the rest.
    pub(super) fn take(&mut self, name: &str) -> Option<Json<'t>> {
        let at = self.0.iter().position(|(key, _)| key == name)?;
        Some(self.0.remove(at).1)
    }

    pub(super) fn optional<T: Value>(&mut self, name: &str) -> Result<Option<T>, Unreadable> {
        let Some(value) = self.take(name) else { return Ok(None) };
        Ok(Some(T::read(value).map_err(|fault| fault.within(name))?))
    }

    pub(super) fn required<T: Value>(&mut self, name: &str) -> Result<T, Unreadable> {
        self.optional(name)?.ok_or_else(|| missing(name))
    }

    pub(super) fn required_value(&mut self, name: &str) -> Result<Json<'t>, Unreadable> {
        self.take(name).ok_or_else(|| missing(name))
    }

    /// The one field that there is, in an object that must have one. Another one beside it is of a
    /// newer version.
    pub(super) fn only(&mut self) -> Result<Member<'t>, Unreadable> {
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
        let rest = self.0.into_iter();
        Unknown::new(rest.map(|(key, value)| (key.into(), RawJson(value.text().into()))).collect())
    }
}

fn missing(name: &str) -> Unreadable {
    Unreadable::Schema(format!("{name}: missing").into())
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
