//! The body of a frame as JSON.
//!
//! A creating frame holds the article's whole file but the text, which is named by `length` and
//! `sha256`. A step is `{"edits":[…],"undoes":step}`, or `redoes`, or neither. What an edit is
//! stands in [`edit`].
//!
//! Steps hold nothing that is not known: an edit with a part that this version does not understand
//! must not be done halfway, so it is [`Unreadable::Newer`].

mod edit;
mod field;

use std::rc::Rc;

use super::envelope::Fields;
use super::frame::{FrameBody, Unreadable};
use crate::formats::Fault;
use crate::formats::json::{Json, Writer, quoted};
use crate::formats::postil::members::Members;
use crate::formats::postil::part::Part;
use crate::formats::postil::value::Value;
use crate::model::{Project, RawJson, Role, StepId, Transaction};
use crate::text::Text;

/// The name of the body's field and its value.
pub(super) fn write_body(body: &FrameBody, text: &Text) -> (&'static str, String) {
    match body {
        FrameBody::Create(project) => ("create", part_json(&**project, &project.article.text)),
        FrameBody::Step(transaction) => ("tx", write_step(transaction, text)),
    }
}

/// The hash of the text that a creating frame names.
pub(super) fn text_name(project: &RawJson) -> Result<Rc<str>, Unreadable> {
    let mut members = Members::of(parsed(project)?)?;
    let document = members.must_take("document")?;
    let hash = Members::of(document).and_then(|mut document| document.required("sha256"));
    Ok(hash.map_err(|fault| fault.within("document"))?)
}

pub(super) fn read_project(project: &RawJson, text: &Text) -> Result<Project, Unreadable> {
    Ok(Project::read(parsed(project)?, text)?)
}

fn write_step(transaction: &Transaction, text: &Text) -> String {
    let edits: Vec<_> = transaction.edits.iter().map(|it| edit::write(it, text)).collect();
    let role = match &transaction.role {
        Role::New => String::new(),
        Role::Undoes(step) => format!(",\"undoes\":{}", quoted(&step.0)),
        Role::Redoes(step) => format!(",\"redoes\":{}", quoted(&step.0)),
    };
    format!("{{\"edits\":[{}]{role}}}", edits.join(","))
}

pub(super) fn read_step(step: &RawJson, text: &Text) -> Result<Transaction, Unreadable> {
    let mut fields = Fields::of(parsed(step)?)?;
    let edits = fields.required_value("edits")?;
    let edits = edits.items().ok_or_else(|| Unreadable::Schema("edits: not a list".into()))?;
    let role = match (fields.optional("undoes")?, fields.optional("redoes")?) {
        (None, None) => Role::New,
        (Some(step), None) => Role::Undoes(StepId(step)),
        (None, Some(step)) => Role::Redoes(StepId(step)),
        (Some(_), Some(_)) => return Err(Unreadable::Schema("undoes and redoes".into())),
    };
    fields.none_left()?;
    let edits = edits.into_iter().map(|it| edit::read(it, text)).collect::<Result<_, _>>()?;
    Ok(Transaction { edits, role })
}

/// A value as JSON.
fn json(value: &dyn Value) -> String {
    let mut json = Writer::compact();
    value.write(&mut json);
    json.finish()
}

fn parsed(json: &RawJson) -> Result<Json<'_>, Unreadable> {
    Json::parse(&json.0).map_err(|place| Unreadable::Json(place.to_string().into()))
}

/// Something of the model as JSON.
fn part_json<P: Part>(part: &P, text: &Text) -> String {
    let mut json = Writer::compact();
    part.write(&mut json, text);
    json.finish()
}

impl From<Fault> for Unreadable {
    fn from(fault: Fault) -> Unreadable {
        Unreadable::Schema(fault.to_string().into())
    }
}
