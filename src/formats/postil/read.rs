//! The bytes of a file as a project.

use std::rc::Rc;

use serde::Deserialize;
use serde::de::IgnoredAny;
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

/// Reads without keeping the path, which takes twice as long, and again with it to tell where a
/// fault is.
fn parse(json: &str) -> Result<ProjectShape, Refusal> {
    serde_json::from_str(json).map_err(|fault| {
        if fault.classify() == Category::Data { misfit(json, &fault) } else { not_json(&fault) }
    })
}

/// The fields that tell whose file it is, in a form that no version will change.
#[derive(Default, Deserialize)]
struct Head {
    format: Option<Rc<str>>,
    version: Option<Rc<str>>,
}

impl Head {
    fn of(json: &str) -> Head {
        serde_json::from_str(json).unwrap_or_default()
    }
}

/// Whether a text is a file of ours, even one that breaks off.
pub(in crate::formats) fn is_ours(text: &str) -> bool {
    let start = text.chars().filter(|character| !character.is_whitespace()).take(START.len());
    start.eq(START.chars()) || Head::of(text).format.as_deref() == Some(FORMAT)
}

/// How the files that we write begin, but for white space.
const START: &str = r#"{"format":"postil","#;

/// Why JSON does not have the shape of our files.
fn misfit(json: &str, fault: &serde_json::Error) -> Refusal {
    // The reader stopped at the first thing that did not fit: what follows may be no JSON at all.
    if let Err(fault) = serde_json::from_str::<IgnoredAny>(json) {
        return not_json(&fault);
    }
    let head = Head::of(json);
    if head.format.as_deref() != Some(FORMAT) {
        return Refusal::Foreign;
    }
    match head.version {
        Some(version) if is_newer(&version) => Refusal::Newer { version },
        _ => {
            let deserializer = &mut serde_json::Deserializer::from_str(json);
            let again: Result<ProjectShape, _> = serde_path_to_error::deserialize(deserializer);
            let path = again.err().map(|fault| fault.path().to_string()).unwrap_or_default();
            // The path of the whole file is a dot.
            let path = if path == "." { String::new() } else { path };
            Refusal::Fault(Fault { path, wrong: Wrong::Form(said(fault)) })
        }
    }
}

fn not_json(fault: &serde_json::Error) -> Refusal {
    Refusal::NotJson { line: fault.line(), column: fault.column() }
}

/// What the reader says, without the line: the path says better where it is.
fn said(fault: &serde_json::Error) -> String {
    let said = fault.to_string();
    said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said).to_owned()
}

/// Whether the first number of a version is higher than ours.
fn is_newer(version: &str) -> bool {
    let major = version.split('.').next().unwrap_or_default();
    major.bytes().all(|digit| digit.is_ascii_digit())
        && !matches!(major.trim_start_matches('0'), "" | "1")
}
