//! What stands in a field by itself: texts, numbers, choices, and lists of them.

use std::rc::Rc;

use crate::formats::json::{Json, Writer};
use crate::formats::refusal::{Fault, Form, Wrong};
use crate::model::{Map, RawJson};

/// A value that can be read and written without the text of the article.
pub trait Value {
    /// # Errors
    /// [`Fault`] with a path that begins inside of the value.
    fn read(json: Json<'_>) -> Result<Self, Fault>
    where
        Self: Sized;

    fn write(&self, json: &mut Writer);
}

impl Value for Rc<str> {
    fn read(json: Json<'_>) -> Result<Rc<str>, Fault> {
        let text = json.string().ok_or_else(|| Fault::at("", Wrong::Form(Form::Text)))?;
        Ok(text.into())
    }

    fn write(&self, json: &mut Writer) {
        json.string(self);
    }
}

impl Value for u64 {
    fn read(json: Json<'_>) -> Result<u64, Fault> {
        json.number().ok_or_else(|| Fault::at("", Wrong::Form(Form::Number)))
    }

    fn write(&self, json: &mut Writer) {
        json.number(*self);
    }
}

impl Value for u32 {
    fn read(json: Json<'_>) -> Result<u32, Fault> {
        let number = u64::read(json)?.try_into();
        number.map_err(|_| Fault::at("", Wrong::Form(Form::Number)))
    }

    fn write(&self, json: &mut Writer) {
        json.number(u64::from(*self));
    }
}

impl Value for bool {
    fn read(json: Json<'_>) -> Result<bool, Fault> {
        json.flag().ok_or_else(|| Fault::at("", Wrong::Form(Form::Flag)))
    }

    fn write(&self, json: &mut Writer) {
        json.flag(*self);
    }
}

/// Any value, as its text.
impl Value for RawJson {
    fn read(json: Json<'_>) -> Result<RawJson, Fault> {
        Ok(RawJson(json.text().into()))
    }

    fn write(&self, json: &mut Writer) {
        json.raw(&self.0);
    }
}

/// `null` takes a field away, in the frames of the journal.
impl<T: Value> Value for Option<T> {
    fn read(json: Json<'_>) -> Result<Option<T>, Fault> {
        if json.is_null() { Ok(None) } else { T::read(json).map(Some) }
    }

    fn write(&self, json: &mut Writer) {
        match self {
            Some(value) => value.write(json),
            None => json.null(),
        }
    }
}

impl<T: Value> Value for Vec<T> {
    fn read(json: Json<'_>) -> Result<Vec<T>, Fault> {
        read_list(json, T::read)
    }

    fn write(&self, json: &mut Writer) {
        json.open('[');
        for item in self {
            json.item();
            item.write(json);
        }
        json.close(']');
    }
}

/// Reads the items of a list.
///
/// # Errors
/// [`Fault`] if it is no list, or the first one of an item.
pub fn read_list<T>(
    json: Json<'_>,
    read: impl Fn(Json<'_>) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let items = json.items().ok_or_else(|| Fault::at("", Wrong::Form(Form::List)))?;
    let mut list = Vec::with_capacity(items.len());
    for (i, item) in items.into_iter().enumerate() {
        list.push(read(item).map_err(|fault| fault.within_item("", i))?);
    }
    Ok(list)
}

/// An object of which only the values' type is known: pairs of strings, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(pub Vec<(Rc<str>, Rc<str>)>);

impl Value for Pairs {
    fn read(json: Json<'_>) -> Result<Pairs, Fault> {
        let members = json.members().ok_or_else(|| Fault::at("", Wrong::Form(Form::Object)))?;
        let mut pairs = Vec::with_capacity(members.len());
        let mut seen = Map::new();
        for (key, value) in members {
            let key: Rc<str> = key.into();
            if seen.insert(key.clone(), ()).is_some() {
                return Err(Fault::at(&*key, Wrong::Twice));
            }
            let value = Rc::read(value).map_err(|fault| fault.within(&key))?;
            pairs.push((key, value));
        }
        Ok(Pairs(pairs))
    }

    fn write(&self, json: &mut Writer) {
        json.open('{');
        for (key, value) in &self.0 {
            json.key(key);
            json.string(value);
        }
        json.close('}');
    }
}
