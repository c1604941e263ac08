//! The members of one object, taken out field by field.

use std::rc::Rc;

use super::part::Part;
use super::value::{Value, read_list};
use crate::formats::json::{Json, Member};
use crate::formats::refusal::{Fault, Form, Wrong};
use crate::formats::word::{Word, Worded};
use crate::model::{LabelKey, RawJson, Unknown, is_id, is_key};
use crate::text::Text;

/// The members that nobody took yet, in their order. A field that is there twice is refused when
/// it is taken.
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
    ///
    /// # Errors
    /// [`Fault`] if it is there twice.
    pub fn take(&mut self, key: &str) -> Result<Option<Json<'t>>, Fault> {
        let Some(at) = self.0.iter().position(|(other, _)| other == key) else { return Ok(None) };
        let (_, json) = self.0.remove(at);
        if self.0.iter().skip(at).any(|(other, _)| other == key) {
            return Err(Fault::at(key, Wrong::Twice));
        }
        Ok(Some(json))
    }

    /// # Errors
    /// [`Fault`] if there is none, or two.
    pub fn must_take(&mut self, key: &str) -> Result<Json<'t>, Fault> {
        self.take(key)?.ok_or_else(|| Fault::at(key, Wrong::Missing))
    }

    /// # Errors
    /// [`Fault`] if the value does not fit.
    pub fn optional<T: Value>(&mut self, key: &str) -> Result<Option<T>, Fault> {
        let Some(json) = self.take(key)? else { return Ok(None) };
        T::read(json).map(Some).map_err(|fault| fault.within(key))
    }

    /// # Errors
    /// [`Fault`] if the field is missing or does not fit.
    pub fn required<T: Value>(&mut self, key: &str) -> Result<T, Fault> {
        T::read(self.must_take(key)?).map_err(|fault| fault.within(key))
    }

    /// A text, unless it is missing or empty.
    pub(super) fn text(&mut self, key: &str) -> Result<Option<Rc<str>>, Fault> {
        Ok(self.optional::<Rc<str>>(key)?.filter(|text| !text.is_empty()))
    }

    pub(super) fn texts(&mut self, key: &str) -> Result<Vec<Rc<str>>, Fault> {
        Ok(self.optional(key)?.unwrap_or_default())
    }

    pub(super) fn flag(&mut self, key: &str) -> Result<bool, Fault> {
        Ok(self.optional(key)?.unwrap_or_default())
    }

    pub(super) fn word<W: Word>(&mut self, key: &str) -> Result<W, Fault> {
        self.required(key).map(|Worded(word)| word)
    }

    pub(super) fn maybe_word<W: Word>(&mut self, key: &str) -> Result<Option<W>, Fault> {
        Ok(self.optional(key)?.map(|Worded(word)| word))
    }

    /// A list of words, which may be empty.
    pub(super) fn maybe_words<W: Word>(&mut self, key: &str) -> Result<Option<Vec<W>>, Fault> {
        let words = self.optional::<Vec<Worded<W>>>(key)?;
        Ok(words.map(|words| words.into_iter().map(|Worded(word)| word).collect()))
    }

    pub(super) fn id(&mut self, key: &str) -> Result<Rc<str>, Fault> {
        checked_id(self.required(key)?).map_err(|fault| fault.within(key))
    }

    pub(super) fn maybe_id(&mut self, key: &str) -> Result<Option<Rc<str>>, Fault> {
        let id = self.optional(key)?.map(checked_id).transpose();
        id.map_err(|fault| fault.within(key))
    }

    pub(super) fn ids(&mut self, key: &str) -> Result<Vec<Rc<str>>, Fault> {
        self.list(key, |json| checked_id(Value::read(json)?))
    }

    pub(super) fn key(&mut self, key: &str) -> Result<LabelKey, Fault> {
        checked_key(self.required(key)?).map_err(|fault| fault.within(key))
    }

    pub(super) fn maybe_key(&mut self, key: &str) -> Result<Option<LabelKey>, Fault> {
        let label = self.optional(key)?.map(checked_key).transpose();
        label.map_err(|fault| fault.within(key))
    }

    pub(super) fn keys(&mut self, key: &str) -> Result<Vec<LabelKey>, Fault> {
        self.list(key, |json| checked_key(Value::read(json)?))
    }

    /// A raw value that is an object.
    pub(super) fn raw_object(&mut self, key: &str) -> Result<Option<RawJson>, Fault> {
        match self.take(key)? {
            Some(json) if !json.text().starts_with('{') => {
                Err(Fault::at(key, Wrong::Form(Form::Object)))
            }
            raw => Ok(raw.map(|json| RawJson(json.text().into()))),
        }
    }

    pub(super) fn part<P: Part>(&mut self, key: &str, text: &Text) -> Result<P, Fault> {
        P::read(self.must_take(key)?, text).map_err(|fault| fault.within(key))
    }

    pub(super) fn maybe_part<P: Part>(
        &mut self,
        key: &str,
        text: &Text,
    ) -> Result<Option<P>, Fault> {
        let Some(json) = self.take(key)? else { return Ok(None) };
        P::read(json, text).map(Some).map_err(|fault| fault.within(key))
    }

    pub(in crate::formats) fn parts<P: Part>(
        &mut self,
        key: &str,
        text: &Text,
    ) -> Result<Vec<P>, Fault> {
        self.list(key, |json| P::read(json, text))
    }

    /// The items of a list, none if it is missing.
    pub(super) fn list<T>(
        &mut self,
        key: &str,
        read: impl Fn(Json<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let Some(json) = self.take(key)? else { return Ok(Vec::new()) };
        read_list(json, read).map_err(|fault| fault.within(key))
    }

    /// What is left when all known fields were taken.
    #[must_use]
    pub fn rest(self) -> Unknown {
        let rest = self.0.into_iter();
        Unknown::new(rest.map(|(key, json)| (key.into(), RawJson(json.text().into()))).collect())
    }
}

fn checked_id(id: Rc<str>) -> Result<Rc<str>, Fault> {
    if is_id(&id) { Ok(id) } else { Err(Fault::at("", Wrong::NotAnId(id))) }
}

fn checked_key(key: Rc<str>) -> Result<LabelKey, Fault> {
    if is_key(&key) { Ok(LabelKey(key)) } else { Err(Fault::at("", Wrong::NotAKey(key))) }
}
