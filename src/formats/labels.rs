//! A label set by itself, as it travels from one article to another.
//!
//! The same labels as in an article's file, in a file that says `postil-labels`. From an article's
//! file its labels are taken.

use std::rc::Rc;

use super::export::ExportFile;
use super::json::{Json, Writer};
use super::postil::fields::Fields;
use super::postil::is_newer;
use super::postil::members::Members;
use super::postil::part::FORMAT;
use super::refusal::{Fault, Refusal, Wrong};
use crate::model::{FILE_VERSION, LabelSet, Unknown, check_labels};
use crate::text::{Text, decode};

const LABELS: &str = "postil-labels";

/// The label set in a file.
///
/// # Errors
/// [`Refusal`] if one thing in it is wrong.
pub fn read_labels(bytes: &[u8]) -> Result<LabelSet, Refusal> {
    let file = decode(bytes).map_err(Refusal::NotText)?;
    let json = Json::parse(&file)
        .map_err(|place| Refusal::NotJson { line: place.line, column: place.column })?;
    let mut members = Members::of(json).map_err(|_| Refusal::Foreign)?;
    let format = members.optional::<Rc<str>>("format").ok().flatten();
    if !format.is_some_and(|format| *format == *LABELS || *format == *FORMAT) {
        return Err(Refusal::Foreign);
    }
    let version: Rc<str> = members.required("version")?;
    if is_newer(&version) {
        return Err(Refusal::Newer { version });
    }
    let labels = members.parts("labels", &Text::new(""))?;
    let set = LabelSet { labels };
    match check_labels(&set).into_iter().next() {
        None => Ok(set),
        Some(fault) => {
            let place = set.labels.iter().rposition(|label| label.key == fault.label);
            let wrong = Wrong::Label(Box::new(fault));
            Err(Fault::at("", wrong).within_item("labels", place.unwrap_or_default()).into())
        }
    }
}

/// A label set as a file; the same set always gives the same bytes.
#[must_use]
pub fn write_labels(set: &LabelSet) -> ExportFile {
    let mut json = Writer::pretty();
    let mut fields = Fields::open(&mut json);
    fields.string("format", LABELS);
    fields.string("version", FILE_VERSION);
    fields.parts("labels", set.labels.iter(), &Text::new(""));
    fields.close(&Unknown::default());
    let mut bytes = json.finish().into_bytes();
    bytes.push(b'\n');
    ExportFile { name: "postil.labels.json".into(), media_type: "application/json", bytes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ReadySet;

    #[test]
    fn every_ready_set_travels_unchanged() {
        for ready in ReadySet::ALL {
            let file = write_labels(&ready.set());
            let read = read_labels(&file.bytes).unwrap();
            assert_eq!(read, ready.set(), "{}", ready.name());
            assert_eq!(write_labels(&read), file);
        }
    }

    #[test]
    fn the_labels_of_an_article_are_taken() {
        let example = include_bytes!("../../tests/fixtures/example.postil.json");
        assert!(!read_labels(example).unwrap().labels.is_empty());
    }

    #[test]
    fn a_fault_is_told_with_its_place() {
        let file = String::from_utf8(write_labels(&ReadySet::Conll2003.set()).bytes).unwrap();
        let refused = |file: &str| read_labels(file.as_bytes()).unwrap_err().to_string();
        assert_eq!(refused("{}"), "not a Postil file");
        assert_eq!(refused("[]"), "not a Postil file");
        assert_eq!(refused("x"), "not JSON at line 1, column 1");
        let newer = file.replace("1.0.0", "2.0.0");
        assert_eq!(refused(&newer), "version 2.0.0 is newer than this program");
        let place = file.replace(
            "\"kind\": \"entity\",\n   \"name\": \"Location\"",
            "\"kind\": \"place\",\n   \"name\": \"Location\"",
        );
        assert_eq!(refused(&place), "labels[2].kind: \"place\" is none of entity, claim, relation");
        let twice = file.replace("\"key\": \"LOC\"", "\"key\": \"PER\"");
        assert_eq!(refused(&twice), "labels[2]: label PER: key is taken");
        let clash = file.replace("\"shortcut\": \"4\"", "\"shortcut\": \"1\"");
        assert_eq!(refused(&clash), "labels[3]: label MISC: shortcut is taken by PER");
    }
}
