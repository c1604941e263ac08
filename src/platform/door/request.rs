//! What scripts can ask for, and the shapes they ask in.

use wasm_bindgen::JsValue;

use super::given::Given;
use crate::model::AnnotationId;
use crate::text::{Span, Spans};

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

/// The request that a call is, or why it is none.
pub(super) fn read(method: Method, argument: JsValue) -> Result<Request, String> {
    let given = |name| Given::new(method.name(), name, argument);
    Ok(match method {
        Method::Project => Request::Project,
        Method::Undo => Request::Undo,
        Method::Redo => Request::Redo,
        Method::Formats => Request::Formats,
        Method::Open => {
            let file = given("argument");
            Request::Open {
                name: file.member("name")?.text()?,
                text: file.member("text")?.text()?,
                media_type: file.maybe_member("mediaType")?.map(|it| it.text()).transpose()?,
            }
        }
        Method::Annotate => {
            let tag = given("argument");
            Request::Annotate {
                spans: spans(&tag.member("spans")?)?,
                label: tag.member("label")?.text()?,
            }
        }
        Method::ImportFile => {
            let file = given("argument");
            Request::ImportFile {
                name: file.member("name")?.text()?,
                bytes: file.member("bytes")?.bytes()?,
                format: file.maybe_member("format")?.map(|it| it.text()).transpose()?,
            }
        }
        Method::Remove => Request::Remove { id: AnnotationId::new(given("id").text()?) },
        Method::Select => Request::Select { id: AnnotationId::new(given("id").text()?) },
        Method::ExportAs => Request::ExportAs { format: given("id").text()? },
    })
}

fn spans(given: &Given) -> Result<Spans, String> {
    let mut spans = Vec::new();
    for stretch in given.items()? {
        let (start, end) = (stretch.member("start")?, stretch.member("end")?);
        let span = Span::new(start.offset()?, end.offset()?);
        spans.push(span.map_err(|error| stretch.refused(&error.to_string()))?);
    }
    Spans::new(spans).map_err(|error| given.refused(&error.to_string()))
}
