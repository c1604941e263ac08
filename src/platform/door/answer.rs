//! What scripts are told: answers to their requests, and events.

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatLine {
    pub id: String,
    pub name: String,
    pub media_types: Vec<String>,
    pub import: bool,
    pub export: bool,
}

/// A file that was made; `bytes` becomes a `Uint8Array`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// What happened, for scripts that called `on`.
#[derive(Clone, Debug, PartialEq, Eq)]
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
            Answer::Formats(lines) => list(lines.iter().map(FormatLine::to_js)),
            Answer::Export { files, losses } => object(&[
                ("files", list(files.iter().map(ExportedFile::to_js))?),
                ("losses", list(losses.iter().map(|loss| Ok(loss.into())))?),
            ]),
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
        match self {
            Event::Change { article_id, revision } | Event::Saved { article_id, revision } => {
                object(&[("articleId", article_id.into()), ("revision", (*revision).into())])
            }
            Event::Error { message } => object(&[("message", message.into())]),
        }
    }
}

impl FormatLine {
    fn to_js(&self) -> Result<JsValue, JsValue> {
        object(&[
            ("id", (&self.id).into()),
            ("name", (&self.name).into()),
            ("mediaTypes", list(self.media_types.iter().map(|it| Ok(it.into())))?),
            ("import", self.import.into()),
            ("export", self.export.into()),
        ])
    }
}

impl ExportedFile {
    fn to_js(&self) -> Result<JsValue, JsValue> {
        object(&[
            ("name", (&self.name).into()),
            ("mediaType", (&self.media_type).into()),
            ("bytes", Uint8Array::from(self.bytes.as_slice()).into()),
        ])
    }
}

fn list(items: impl Iterator<Item = Result<JsValue, JsValue>>) -> Result<JsValue, JsValue> {
    let list = Array::new();
    for item in items {
        list.push(&item?);
    }
    Ok(list.into())
}

fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}
