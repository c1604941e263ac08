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

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::envelope::{Fields, quoted};
use super::frame::{FrameBody, Unreadable};
use crate::formats::Fault;
use crate::formats::postil::part::{Part, ProjectShape};
use crate::model::{Project, RawJson, Role, StepId, Transaction};
use crate::text::Text;

/// The name of the body's field and its value.
pub(super) fn write_body(body: &FrameBody, text: &Text) -> (&'static str, String) {
    match body {
        FrameBody::Create(project) => {
            ("create", json(&ProjectShape::from_model(project, &project.article.text)))
        }
        FrameBody::Step(transaction) => ("tx", write_step(transaction, text)),
    }
}

/// The hash of the text that a creating frame names.
pub(super) fn text_name(project: &RawJson) -> Result<Rc<str>, Unreadable> {
    #[derive(Deserialize)]
    struct Create {
        document: Named,
    }
    #[derive(Deserialize)]
    struct Named {
        sha256: Rc<str>,
    }
    parse::<Create>(project).map(|create| create.document.sha256)
}

pub(super) fn read_project(project: &RawJson, text: &Text) -> Result<Project, Unreadable> {
    Ok(parse::<ProjectShape>(project)?.into_model(text)?)
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
    let mut fields: Fields = parse(step)?;
    let edits = fields.required::<Vec<Fields>>("edits")?;
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

/// A shape as JSON. Shapes have string keys and no floats, and can always be written.
fn json<T: Serialize>(shape: &T) -> String {
    serde_json::to_string(shape).unwrap_or_else(|_| "null".into())
}

fn parse<T: DeserializeOwned>(json: &RawJson) -> Result<T, Unreadable> {
    serde_json::from_str(&json.0).map_err(|error| Unreadable::Schema(error.to_string().into()))
}

/// What a shape stands for.
fn read_part<P: Part + DeserializeOwned>(
    json: &RawJson,
    text: &Text,
) -> Result<P::Model, Unreadable> {
    Ok(parse::<P>(json)?.into_model(text)?)
}

impl From<Fault> for Unreadable {
    fn from(fault: Fault) -> Unreadable {
        Unreadable::Schema(fault.to_string().into())
    }
}
