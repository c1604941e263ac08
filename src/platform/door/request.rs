//! What scripts can ask for, and the shapes they ask in.

use std::fmt;

use serde::de::{self, Deserialize, DeserializeOwned, Deserializer, Visitor};
use wasm_bindgen::JsValue;

use super::answer::Event;
use crate::model::AnnotationId;
use crate::text::{CharOffset, Span, Spans};

/// What a script asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// The open article with everything in it, as the program's own file.
    Project,
    /// Opens a text as a new article.
    Open {
        name: String,
        text: String,
        media_type: Option<String>,
    },
    /// Tags spans of the open article. Offsets are code points.
    Annotate {
        spans: Spans,
        label: String,
    },
    /// Imports a file; its format is found out if it is not named.
    ImportFile {
        name: String,
        bytes: Vec<u8>,
        format: Option<String>,
    },
    Remove {
        id: AnnotationId,
    },
    Select {
        id: AnnotationId,
    },
    Undo,
    Redo,
    /// The formats there are.
    Formats,
    /// The open article in the format with this id.
    ExportAs {
        format: String,
    },
}

/// A method of `window.postil` that asks for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Project,
    Open,
    Annotate,
    ImportFile,
    Remove,
    Select,
    Undo,
    Redo,
    Formats,
    ExportAs,
}

impl Method {
    pub(super) const ALL: &[Method] = &[
        Method::Project,
        Method::Open,
        Method::Annotate,
        Method::ImportFile,
        Method::Remove,
        Method::Select,
        Method::Undo,
        Method::Redo,
        Method::Formats,
        Method::ExportAs,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Method::Project => "project",
            Method::Open => "open",
            Method::Annotate => "annotate",
            Method::ImportFile => "importFile",
            Method::Remove => "remove",
            Method::Select => "select",
            Method::Undo => "undo",
            Method::Redo => "redo",
            Method::Formats => "formats",
            Method::ExportAs => "exportAs",
        }
    }
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase", expecting = "an object {name, text, mediaType?}")]
struct Open {
    name: String,
    text: String,
    #[serde(default)]
    media_type: Option<String>,
}

#[derive(serde::Deserialize)]
#[serde(expecting = "an object {spans, label}")]
struct Annotate {
    spans: Vec<Stretch>,
    label: String,
}

#[derive(serde::Deserialize)]
#[serde(expecting = "an object {start, end}")]
struct Stretch {
    start: u32,
    end: u32,
}

#[derive(serde::Deserialize)]
#[serde(expecting = "an object {name, bytes, format?}")]
struct ImportFile {
    name: String,
    bytes: Bytes,
    #[serde(default)]
    format: Option<String>,
}

struct Bytes(Vec<u8>);

/// The request that a call is, or why it is none.
pub(super) fn read(method: Method, argument: JsValue) -> Result<Request, String> {
    let argument = Argument { method: method.name(), value: argument };
    Ok(match method {
        Method::Project => Request::Project,
        Method::Undo => Request::Undo,
        Method::Redo => Request::Redo,
        Method::Formats => Request::Formats,
        Method::Open => {
            let Open { name, text, media_type } = argument.read("argument")?;
            Request::Open { name, text, media_type }
        }
        Method::Annotate => {
            let Annotate { spans, label } = argument.read("argument")?;
            Request::Annotate { spans: disjoint(&spans)?, label }
        }
        Method::ImportFile => {
            let ImportFile { name, bytes, format } = argument.read("argument")?;
            Request::ImportFile { name, bytes: bytes.0, format }
        }
        Method::Remove => Request::Remove { id: AnnotationId::new(argument.read::<String>("id")?) },
        Method::Select => Request::Select { id: AnnotationId::new(argument.read::<String>("id")?) },
        Method::ExportAs => Request::ExportAs { format: argument.read("id")? },
    })
}

/// What a method was called with.
pub(super) struct Argument {
    method: &'static str,
    value: JsValue,
}

impl Argument {
    /// The name of an event, as `on` takes it.
    pub(super) fn event(value: &JsValue) -> Result<String, String> {
        let name = value.as_string().filter(|name| Event::NAMES.contains(&name.as_str()));
        name.ok_or_else(|| format!("on: `event`: it must be one of {}", Event::NAMES.join(", ")))
    }

    /// Reads the value; `name` is what it is called if it is wrong as a whole.
    fn read<T: DeserializeOwned>(self, name: &str) -> Result<T, String> {
        let method = self.method;
        let deserializer = serde_wasm_bindgen::Deserializer::from(self.value);
        serde_path_to_error::deserialize(deserializer).map_err(|error| {
            let path = error.path().to_string();
            let place = if path == "." { name } else { &path };
            let reason = error.inner().to_string();
            let reason = reason.strip_prefix("Error: ").unwrap_or(&reason);
            format!("{method}: `{place}`: {reason}")
        })
    }
}

fn disjoint(stretches: &[Stretch]) -> Result<Spans, String> {
    let mut spans = Vec::with_capacity(stretches.len());
    for (idx, stretch) in stretches.iter().enumerate() {
        let span = Span::new(CharOffset(stretch.start), CharOffset(stretch.end));
        spans.push(span.map_err(|error| format!("annotate: `spans[{idx}]`: {error}"))?);
    }
    Spans::new(spans).map_err(|error| format!("annotate: `spans`: {error}"))
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Bytes, D::Error> {
        struct Buffer;

        impl Visitor<'_> for Buffer {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a Uint8Array or an ArrayBuffer")
            }

            fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }
        }

        deserializer.deserialize_byte_buf(Buffer)
    }
}
