//! The bytes of a file as a project.

use std::rc::Rc;

use serde::Deserialize;
use serde_json::error::Category;

use super::part::{FORMAT, Part, ProjectShape};
use crate::formats::refusal::{Fault, Refusal, Wrong};
use crate::model::Project;
use crate::text::decode;

/// The project in a file of ours.
///
/// # Errors
/// [`Refusal`] if one thing in it is wrong: then nothing of it is taken.
pub fn read(bytes: &[u8]) -> Result<Project, Refusal> {
    let json = decode(bytes).map_err(Refusal::NotText)?;
    let mut shape = parse(&json)?;
    if &*shape.known.format != FORMAT {
        return Err(Refusal::Foreign);
    }
    if is_newer(&shape.known.version) {
        return Err(Refusal::Newer { version: shape.known.version });
    }
    let text = shape.take_text()?;
    Ok(shape.into_model(&text)?)
}

fn parse(json: &str) -> Result<ProjectShape, Refusal> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let parsed: Result<ProjectShape, _> = serde_path_to_error::deserialize(&mut deserializer);
    match parsed {
        Ok(shape) => match deserializer.end() {
            Ok(()) => Ok(shape),
            Err(fault) => Err(not_json(&fault)),
        },
        Err(fault) => Err(refusal(json, &fault)),
    }
}

/// The fields that tell whose file it is, in a form that no version will change.
#[derive(Deserialize)]
struct Head {
    format: Option<Rc<str>>,
    version: Option<Rc<str>>,
}

/// Why the file does not have our shape: the later the version, the less can be said about it.
fn refusal(json: &str, fault: &serde_path_to_error::Error<serde_json::Error>) -> Refusal {
    let inner = fault.inner();
    if inner.classify() != Category::Data {
        return not_json(inner);
    }
    let head = serde_json::from_str(json).unwrap_or(Head { format: None, version: None });
    if head.format.as_deref() != Some(FORMAT) {
        // The reader stopped at the first field that does not fit: the rest may be no JSON at all.
        return match serde_json::from_str::<serde::de::IgnoredAny>(json) {
            Ok(_) => Refusal::Foreign,
            Err(fault) => not_json(&fault),
        };
    }
    match head.version {
        Some(version) if is_newer(&version) => Refusal::Newer { version },
        _ => {
            let path = fault.path().to_string();
            // An empty path is written as a dot.
            let path = if path == "." { String::new() } else { path };
            Refusal::Fault(Fault { path, wrong: Wrong::Form(said(inner)) })
        }
    }
}

fn not_json(fault: &serde_json::Error) -> Refusal {
    Refusal::NotJson { line: fault.line(), column: fault.column() }
}

/// What the reader says, without the line: the path says better where it is.
fn said(fault: &serde_json::Error) -> String {
    let said = fault.to_string();
    match said.rfind(" at line ") {
        Some(end) => said.get(..end).unwrap_or(&said).to_owned(),
        None => said,
    }
}

/// Whether the first number of a version is higher than ours.
fn is_newer(version: &str) -> bool {
    let major = version.split('.').next().unwrap_or_default();
    major.bytes().all(|digit| digit.is_ascii_digit())
        && !matches!(major.trim_start_matches('0'), "" | "1")
}
