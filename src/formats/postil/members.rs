//! The members of one object, taken out field by field.

use std::rc::Rc;

use super::shape::Value;
use crate::formats::json::{Json, Member};
use crate::formats::refusal::{Fault, Form, Wrong};
use crate::model::{RawJson, Unknown};

/// The members that nobody took yet, in their order.
#[derive(Debug)]
pub struct Members<'t>(Vec<Member<'t>>);

impl<'t> Members<'t> {
    /// # Errors
    /// [`Fault`] if the value is no object.
    pub fn of(json: Json<'t>) -> Result<Members<'t>, Fault> {
        let members = json.members();
        members.map(Members).ok_or_else(|| Fault::at("", Wrong::Form(Form::Object)))
    }

    /// The name and the value of the one member of an object.
    ///
    /// # Errors
    /// [`Fault`] if the value is no object, or one with another number of members.
    pub fn single(json: Json<'t>) -> Result<Member<'t>, Fault> {
        let members = json.members().unwrap_or_default();
        let single = <[Member<'t>; 1]>::try_from(members);
        single.map(|[member]| member).map_err(|_| Fault::at("", Wrong::Form(Form::Single)))
    }

    /// The value of a field, which is then gone from the rest.
    pub fn take(&mut self, key: &str) -> Option<Json<'t>> {
        let at = self.0.iter().position(|(other, _)| other == key)?;
        Some(self.0.remove(at).1)
    }

    /// # Errors
    /// [`Fault`] if the value does not fit.
    pub fn optional<T: Value>(&mut self, key: &str) -> Result<Option<T>, Fault> {
        let Some(json) = self.take(key) else { return Ok(None) };
        T::read(json).map(Some).map_err(|fault| fault.within(key))
    }

    /// # Errors
    /// [`Fault`] if the field is missing or does not fit.
    pub fn required<T: Value>(&mut self, key: &str) -> Result<T, Fault> {
        self.optional(key)?.ok_or_else(|| Fault::at(key, Wrong::Missing))
    }

    /// A text, unless it is missing or empty.
    ///
    /// # Errors
    /// [`Fault`] if the value is no string.
    pub fn text(&mut self, key: &str) -> Result<Option<Rc<str>>, Fault> {
        Ok(self.optional::<Rc<str>>(key)?.filter(|text| !text.is_empty()))
    }

    /// What is left when all known fields were taken.
    ///
    /// # Errors
    /// [`Fault`] if there is a known field among them: it was there twice.
    pub fn rest(self, knows: fn(&str) -> bool) -> Result<Unknown, Fault> {
        let mut unknown = Vec::with_capacity(self.0.len());
        for (key, json) in self.0 {
            if knows(&key) {
                return Err(Fault::at(key, Wrong::Twice));
            }
            unknown.push((key.into(), RawJson(json.text().into())));
        }
        Ok(Unknown::new(unknown))
    }
}
