//! What scripts are told: answers to their requests, and events.

use js_sys::{JSON, Object, Reflect};
use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is done; the promise resolves to `undefined`.
    Nothing,
    /// What came into being, as `{id}`.
    Id(String),
    /// JSON text, handed over as the object it stands for.
    Json(String),
    Formats(Vec<FormatLine>),
    /// `{files, losses}`: the files, and a sentence for everything the format leaves out.
    Export {
        files: Vec<ExportedFile>,
        losses: Vec<String>,
    },
}

/// A format, as scripts see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FormatLine {
    pub id: String,
    pub name: String,
    pub media_types: Vec<String>,
    pub import: bool,
    pub export: bool,
}

/// A file that was made; `bytes` becomes a `Uint8Array`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportedFile {
    pub name: String,
    pub media_type: String,
    #[serde(serialize_with = "as_bytes")]
    pub bytes: Vec<u8>,
}

/// What happened, for scripts that called `on`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
pub enum Event {
    /// The article changed; the screen shows it.
    Change {
        article_id: String,
        revision: u32,
    },
    /// Everything up to this revision is saved.
    Saved {
        article_id: String,
        revision: u32,
    },
    Error {
        message: String,
    },
}

impl Answer {
    pub(super) fn to_js(&self) -> Result<JsValue, JsValue> {
        match self {
            Answer::Nothing => Ok(JsValue::UNDEFINED),
            Answer::Id(id) => object(&[("id", id.into())]),
            Answer::Json(text) => JSON::parse(text),
            Answer::Formats(lines) => plain(lines),
            Answer::Export { files, losses } => {
                object(&[("files", plain(files)?), ("losses", plain(losses)?)])
            }
        }
    }
}

impl Event {
    pub(super) const NAMES: &[&str] = &["change", "saved", "error"];

    pub(super) fn name(&self) -> &'static str {
        match self {
            Event::Change { .. } => "change",
            Event::Saved { .. } => "saved",
            Event::Error { .. } => "error",
        }
    }

    pub(super) fn to_js(&self) -> Result<JsValue, JsValue> {
        plain(self)
    }
}

fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer =
        serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    value.serialize(&serializer).map_err(JsValue::from)
}

fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}

fn as_bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}
