//! The bytes of a file as a project.

use std::rc::Rc;

use super::members::Members;
use super::part::{FORMAT, Part};
use crate::formats::json::Json;
use crate::formats::refusal::{Fault, Refusal};
use crate::model::Project;
use crate::text::{Text, decode};

/// The project in a file of ours.
///
/// # Errors
/// [`Refusal`] if one thing in it is wrong: then nothing of it is taken.
pub fn read(bytes: &[u8]) -> Result<Project, Refusal> {
    let file = decode(bytes).map_err(Refusal::NotText)?;
    let json = Json::parse(&file)
        .map_err(|place| Refusal::NotJson { line: place.line, column: place.column })?;
    let head = Head::of(json);
    if head.format.as_deref() != Some(FORMAT) {
        return Err(Refusal::Foreign);
    }
    if let Some(version) = head.version.filter(|version| is_newer(version)) {
        return Err(Refusal::Newer { version });
    }
    Ok(Project::read(json, &text_in(json)?)?)
}

fn text_in(json: Json<'_>) -> Result<Text, Fault> {
    let document = Members::of(json)?.must_take("document")?;
    let text = Members::of(document).and_then(|mut document| document.required::<Rc<str>>("text"));
    text.map(|text| Text::new(&*text)).map_err(|fault| fault.within("document"))
}

/// The fields that tell whose file it is, in a form that no version will change.
#[derive(Default)]
struct Head {
    format: Option<Rc<str>>,
    version: Option<Rc<str>>,
}

impl Head {
    fn of(json: Json<'_>) -> Head {
        let Ok(mut members) = Members::of(json) else { return Head::default() };
        let mut text = |key| members.optional::<Rc<str>>(key).ok().flatten();
        Head { format: text("format"), version: text("version") }
    }
}

/// Whether a text is a file of ours, even one that breaks off.
pub(in crate::formats) fn is_ours(text: &str) -> bool {
    let start = text.chars().filter(|character| !character.is_whitespace()).take(START.len());
    let format = || Json::parse(text).ok().and_then(|json| Head::of(json).format);
    start.eq(START.chars()) || format().as_deref() == Some(FORMAT)
}

/// How the files that we write begin, but for white space.
const START: &str = r#"{"format":"postil","#;

/// Whether the first number of a version is higher than ours.
pub(in crate::formats) fn is_newer(version: &str) -> bool {
    let major = version.split('.').next().unwrap_or_default();
    major.bytes().all(|digit| digit.is_ascii_digit())
        && !matches!(major.trim_start_matches('0'), "" | "1")
}
