//! The JSON objects of a file: known fields in their order, unknown ones kept.
//!
//! [`shape!`] declares the known fields of one kind of object; [`Object`] adds the unknown ones and
//! reads and writes both. Three rules hold for every object:
//! - a field that is there twice, null or of another type is refused;
//! - absent and empty optional fields are left out, an empty string as an empty list;
//! - unknown fields keep their text and order and are written after the known ones.

use std::rc::Rc;

use super::members::Members;
use crate::formats::json::{Json, Writer};
use crate::formats::refusal::{Fault, Form, Wrong};
use crate::model::{Map, RawJson, Unknown};

/// A value of a file.
pub trait Value {
    /// # Errors
    /// [`Fault`] with a path that begins inside of the value.
    fn read(json: Json<'_>) -> Result<Self, Fault>
    where
        Self: Sized;

    fn write(&self, json: &mut Writer);
}

/// One JSON object.
#[derive(Clone, Debug, PartialEq)]
pub struct Object<F> {
    pub known: F,
    pub unknown: Unknown,
}

/// The known fields of one kind of object; implemented by [`shape!`].
pub trait Fields: Sized {
    fn knows(key: &str) -> bool;

    /// Takes the known fields out of an object.
    ///
    /// # Errors
    /// [`Fault`] if one does not fit or is missing.
    fn take(members: &mut Members<'_>) -> Result<Self, Fault>;

    fn put(&self, json: &mut Writer);
}

/// Declares the fields of one kind of object, in the order of the file.
///
/// - `must name: T`: required;
/// - `may name: T`: an `Option<T>`, left out if it is `None`;
/// - `text name`: an `Option<Rc<str>>`, left out if it is `None` or empty;
/// - `list name: T`: a `Vec<T>`, left out if it is empty;
/// - `flag name`: a `bool`, left out if it is false;
/// - `flat name: T`: the fields of another shape, in this place.
///
/// `as "type"` gives the name in the file where it is another.
macro_rules! shape {
    ($(#[$doc:meta])* $name:ident {
        $($how:ident $field:ident $(: $of:ty)? $(as $key:literal)?),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $(pub $field: shape!(@held $how $($of)?)),+
        }

        impl $crate::formats::postil::shape::Fields for $name {
            fn knows(key: &str) -> bool {
                $(shape!(@knows $how $field [$($key)?] [$($of)?] key))||+
            }

            fn take(
                members: &mut $crate::formats::postil::members::Members<'_>,
            ) -> Result<$name, $crate::formats::refusal::Fault> {
                Ok($name {
                    $($field: shape!(@take $how $field [$($key)?] [$($of)?] members)),+
                })
            }

            fn put(&self, json: &mut $crate::formats::json::Writer) {
                $(shape!(@put $how $field [$($key)?] self json);)+
            }
        }
    };

    (@key $field:ident []) => { stringify!($field) };
    (@key $field:ident [$key:literal]) => { $key };

    (@held must $of:ty) => { $of };
    (@held may $of:ty) => { Option<$of> };
    (@held text) => { Option<std::rc::Rc<str>> };
    (@held list $of:ty) => { Vec<$of> };
    (@held flag) => { bool };
    (@held flat $of:ty) => { $of };

    (@knows flat $field:ident $key:tt [$of:ty] $name:ident) => {
        <$of as $crate::formats::postil::shape::Fields>::knows($name)
    };
    (@knows $how:ident $field:ident $key:tt $of:tt $name:ident) => {
        $name == shape!(@key $field $key)
    };

    (@take must $field:ident $key:tt $of:tt $members:ident) => {
        $members.required(shape!(@key $field $key))?
    };
    (@take may $field:ident $key:tt $of:tt $members:ident) => {
        $members.optional(shape!(@key $field $key))?
    };
    (@take text $field:ident $key:tt $of:tt $members:ident) => {
        $members.text(shape!(@key $field $key))?
    };
    (@take flat $field:ident $key:tt [$of:ty] $members:ident) => {
        <$of as $crate::formats::postil::shape::Fields>::take($members)?
    };
    (@take $how:ident $field:ident $key:tt $of:tt $members:ident) => {
        $members.optional(shape!(@key $field $key))?.unwrap_or_default()
    };

    (@put must $field:ident $key:tt $self:ident $json:ident) => {
        $crate::formats::postil::shape::put($json, shape!(@key $field $key), &$self.$field)
    };
    (@put may $field:ident $key:tt $self:ident $json:ident) => {
        if let Some(value) = &$self.$field {
            $crate::formats::postil::shape::put($json, shape!(@key $field $key), value);
        }
    };
    (@put text $field:ident $key:tt $self:ident $json:ident) => {
        if let Some(value) = $self.$field.as_ref().filter(|text| !text.is_empty()) {
            $crate::formats::postil::shape::put($json, shape!(@key $field $key), value);
        }
    };
    (@put list $field:ident $key:tt $self:ident $json:ident) => {
        if !$self.$field.is_empty() {
            $crate::formats::postil::shape::put($json, shape!(@key $field $key), &$self.$field);
        }
    };
    (@put flag $field:ident $key:tt $self:ident $json:ident) => {
        if $self.$field {
            $crate::formats::postil::shape::put($json, shape!(@key $field $key), &true);
        }
    };
    (@put flat $field:ident $key:tt $self:ident $json:ident) => {
        $crate::formats::postil::shape::Fields::put(&$self.$field, $json)
    };
}
pub(super) use shape;

/// Writes a member. Not generic: there are a hundred fields, of forty types.
pub(super) fn put(json: &mut Writer, key: &str, value: &dyn Value) {
    json.key(key);
    value.write(json);
}

impl<F: Fields> From<F> for Object<F> {
    fn from(known: F) -> Object<F> {
        Object { known, unknown: Unknown::default() }
    }
}

impl<F: Fields> Value for Object<F> {
    fn read(json: Json<'_>) -> Result<Object<F>, Fault> {
        let mut members = Members::of(json)?;
        Ok(Object { known: F::take(&mut members)?, unknown: members.rest(F::knows)? })
    }

    fn write(&self, json: &mut Writer) {
        json.open('{');
        self.known.put(json);
        put_unknown(&self.unknown, F::knows, json);
        json.close('}');
    }
}

fn put_unknown(unknown: &Unknown, knows: fn(&str) -> bool, json: &mut Writer) {
    // A mention's unknown field can be known of a claim, and mentions become claims: the field
    // that is known wins, since an object with one key twice can be read by nobody.
    for (key, value) in unknown.fields().iter().filter(|(key, _)| !knows(key)) {
        json.key(key);
        json.raw(&value.0);
    }
}

/// One JSON value as its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw(pub RawJson);

impl Value for Raw {
    fn read(json: Json<'_>) -> Result<Raw, Fault> {
        Ok(Raw(RawJson(json.text().into())))
    }

    fn write(&self, json: &mut Writer) {
        json.raw(&self.0.0);
    }
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
            put(json, key, value);
        }
        json.close('}');
    }
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

impl Value for Box<str> {
    fn read(json: Json<'_>) -> Result<Box<str>, Fault> {
        let text = json.string().ok_or_else(|| Fault::at("", Wrong::Form(Form::Text)))?;
        Ok(text.into())
    }

    fn write(&self, json: &mut Writer) {
        json.string(self);
    }
}

impl Value for u8 {
    fn read(json: Json<'_>) -> Result<u8, Fault> {
        let number = json.number().and_then(|number| number.try_into().ok());
        number.ok_or_else(|| Fault::at("", Wrong::Form(Form::Number)))
    }

    fn write(&self, json: &mut Writer) {
        json.number(u64::from(*self));
    }
}

impl Value for u32 {
    fn read(json: Json<'_>) -> Result<u32, Fault> {
        let number = json.number().and_then(|number| number.try_into().ok());
        number.ok_or_else(|| Fault::at("", Wrong::Form(Form::Number)))
    }

    fn write(&self, json: &mut Writer) {
        json.number(u64::from(*self));
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

impl Value for bool {
    fn read(json: Json<'_>) -> Result<bool, Fault> {
        json.flag().ok_or_else(|| Fault::at("", Wrong::Form(Form::Flag)))
    }

    fn write(&self, json: &mut Writer) {
        json.flag(*self);
    }
}

impl<T: Value> Value for Box<T> {
    fn read(json: Json<'_>) -> Result<Box<T>, Fault> {
        T::read(json).map(Box::new)
    }

    fn write(&self, json: &mut Writer) {
        (**self).write(json);
    }
}

impl<T: Value> Value for Vec<T> {
    fn read(json: Json<'_>) -> Result<Vec<T>, Fault> {
        let items = json.items().ok_or_else(|| Fault::at("", Wrong::Form(Form::List)))?;
        let mut list = Vec::with_capacity(items.len());
        for (i, item) in items.into_iter().enumerate() {
            list.push(T::read(item).map_err(|fault| fault.within_item("", i))?);
        }
        Ok(list)
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
