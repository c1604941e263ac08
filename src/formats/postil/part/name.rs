//! Ids, keys and raw objects: strings that must have a form.

use std::rc::Rc;

use crate::formats::postil::shape::Raw;
use crate::formats::refusal::{Fault, Form, Wrong};
use crate::model::{LabelKey, RawJson, is_id, is_key};

/// An id in the field named `field`; `name` makes it what it names.
pub(super) fn id<I>(id: Rc<str>, field: &str, name: fn(Rc<str>) -> I) -> Result<I, Fault> {
    if is_id(&id) { Ok(name(id)) } else { Err(Fault::at(field, Wrong::NotAnId(id))) }
}

pub(super) fn maybe_id<I>(
    maybe: Option<Rc<str>>,
    field: &str,
    name: fn(Rc<str>) -> I,
) -> Result<Option<I>, Fault> {
    maybe.map(|it| id(it, field, name)).transpose()
}

pub(super) fn ids<I>(
    list: Vec<Rc<str>>,
    field: &str,
    name: fn(Rc<str>) -> I,
) -> Result<Vec<I>, Fault> {
    let each = list.into_iter().enumerate();
    each.map(|(i, it)| id(it, "", name).map_err(|fault| fault.within_item(field, i))).collect()
}

pub(super) fn key(key: Rc<str>, field: &str) -> Result<LabelKey, Fault> {
    if is_key(&key) { Ok(LabelKey(key)) } else { Err(Fault::at(field, Wrong::NotAKey(key))) }
}

pub(super) fn maybe_key(maybe: Option<Rc<str>>, field: &str) -> Result<Option<LabelKey>, Fault> {
    maybe.map(|it| key(it, field)).transpose()
}

pub(super) fn keys(list: Vec<Rc<str>>, field: &str) -> Result<Vec<LabelKey>, Fault> {
    let each = list.into_iter().enumerate();
    each.map(|(i, it)| key(it, "").map_err(|fault| fault.within_item(field, i))).collect()
}

/// A raw value in the field named `field`, which must be an object.
pub(super) fn raw_object(raw: Option<Raw>, field: &str) -> Result<Option<RawJson>, Fault> {
    match raw {
        Some(Raw(json)) if !json.0.starts_with('{') => {
            Err(Fault::at(field, Wrong::Form(Form::Object)))
        }
        raw => Ok(raw.map(|Raw(json)| json)),
    }
}
