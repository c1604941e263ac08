//! The JSON objects of a file: known fields in their order, unknown ones kept.
//!
//! [`shape!`] declares the known fields of one kind of object; [`Object`] adds the unknown ones and
//! reads and writes both in one pass. Three rules hold for every object:
//! - a field that is there twice, null or of another type is refused;
//! - absent and empty optional fields are left out, an empty string as an empty list;
//! - unknown fields keep their text and order and are written after the known ones.
//!
//! # Limitations
//! Raw JSON text passes only through serde_json itself. An `Object` cannot be read inside of
//! serde's `flatten`, `untagged` or `tag`, which put a buffer between.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

use crate::model::{RawJson, Unknown};

/// One JSON object.
#[derive(Clone, Debug, PartialEq)]
pub struct Object<F> {
    pub known: F,
    pub unknown: Unknown,
}

/// The known fields of one kind of object; implemented by [`shape!`].
pub trait Fields: Sized {
    /// The fields that were read so far.
    type Draft: Default;

    fn knows(key: &str) -> bool;

    /// Reads the value of `key`, or leaves it and answers `false` if there is no such field.
    ///
    /// # Errors
    /// If the value does not fit or was there before.
    fn take<'de, A: MapAccess<'de>>(
        draft: &mut Self::Draft,
        key: &str,
        map: &mut A,
    ) -> Result<bool, A::Error>;

    /// # Errors
    /// If a required field is missing.
    fn finish<E: de::Error>(draft: Self::Draft) -> Result<Self, E>;

    /// # Errors
    /// The writer's.
    fn put<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
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

        const _: () = {
            #[derive(Default)]
            #[allow(missing_debug_implementations)]
            pub struct Draft {
                $($field: shape!(@draft $how $($of)?)),+
            }

            impl $crate::formats::postil::shape::Fields for $name {
                type Draft = Draft;

                fn knows(key: &str) -> bool {
                    $(shape!(@knows $how $field [$($key)?] [$($of)?] key))||+
                }

                fn take<'de, A: serde::de::MapAccess<'de>>(
                    draft: &mut Draft,
                    key: &str,
                    map: &mut A,
                ) -> Result<bool, A::Error> {
                    $(shape!(@take $how $field [$($key)?] [$($of)?] draft key map);)+
                    Ok(false)
                }

                fn finish<E: serde::de::Error>(draft: Draft) -> Result<$name, E> {
                    Ok($name {
                        $($field: shape!(@finish $how $field [$($key)?] [$($of)?] draft)),+
                    })
                }

                fn put<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                    $(shape!(@put $how $field [$($key)?] self map);)+
                    Ok(())
                }
            }
        };
    };

    (@key $field:ident []) => { stringify!($field) };
    (@key $field:ident [$key:literal]) => { $key };

    (@held must $of:ty) => { $of };
    (@held may $of:ty) => { Option<$of> };
    (@held text) => { Option<std::rc::Rc<str>> };
    (@held list $of:ty) => { Vec<$of> };
    (@held flag) => { bool };
    (@held flat $of:ty) => { $of };

    (@draft flat $of:ty) => { <$of as $crate::formats::postil::shape::Fields>::Draft };
    (@draft list $of:ty) => { Option<Vec<$of>> };
    (@draft text) => { Option<std::rc::Rc<str>> };
    (@draft flag) => { Option<bool> };
    (@draft $how:ident $of:ty) => { Option<$of> };

    (@knows flat $field:ident $key:tt [$of:ty] $name:ident) => {
        <$of as $crate::formats::postil::shape::Fields>::knows($name)
    };
    (@knows $how:ident $field:ident $key:tt $of:tt $name:ident) => {
        $name == shape!(@key $field $key)
    };

    (@take flat $field:ident $key:tt [$of:ty] $draft:ident $name:ident $map:ident) => {
        if <$of as $crate::formats::postil::shape::Fields>::take(&mut $draft.$field, $name, $map)? {
            return Ok(true);
        }
    };
    (@take $how:ident $field:ident $key:tt $of:tt $draft:ident $name:ident $map:ident) => {
        if $name == shape!(@key $field $key) {
            $crate::formats::postil::shape::take_once(&mut $draft.$field, $map)?;
            return Ok(true);
        }
    };

    (@finish must $field:ident $key:tt $of:tt $draft:ident) => {
        $draft.$field.ok_or_else(|| E::missing_field(shape!(@key $field $key)))?
    };
    (@finish may $field:ident $key:tt $of:tt $draft:ident) => { $draft.$field };
    (@finish text $field:ident $key:tt $of:tt $draft:ident) => {
        $draft.$field.filter(|text| !text.is_empty())
    };
    (@finish flat $field:ident $key:tt [$of:ty] $draft:ident) => {
        <$of as $crate::formats::postil::shape::Fields>::finish($draft.$field)?
    };
    (@finish $how:ident $field:ident $key:tt $of:tt $draft:ident) => {
        $draft.$field.unwrap_or_default()
    };

    (@put must $field:ident $key:tt $self:ident $map:ident) => {
        $map.serialize_entry(shape!(@key $field $key), &$self.$field)?
    };
    (@put may $field:ident $key:tt $self:ident $map:ident) => {
        if let Some(value) = &$self.$field {
            $map.serialize_entry(shape!(@key $field $key), value)?;
        }
    };
    (@put text $field:ident $key:tt $self:ident $map:ident) => {
        if let Some(value) = $self.$field.as_deref().filter(|text| !text.is_empty()) {
            $map.serialize_entry(shape!(@key $field $key), value)?;
        }
    };
    (@put list $field:ident $key:tt $self:ident $map:ident) => {
        if !$self.$field.is_empty() {
            $map.serialize_entry(shape!(@key $field $key), &$self.$field)?;
        }
    };
    (@put flag $field:ident $key:tt $self:ident $map:ident) => {
        if $self.$field {
            $map.serialize_entry(shape!(@key $field $key), &true)?;
        }
    };
    (@put flat $field:ident $key:tt $self:ident $map:ident) => {
        $crate::formats::postil::shape::Fields::put(&$self.$field, $map)?
    };
}
pub(super) use shape;

/// Reads the value that comes next into `slot`.
///
/// # Errors
/// If the value does not fit, or there was one before; the error has the path of the field.
pub(super) fn take_once<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return map.next_value_seed(Twice);
    }
    *slot = Some(map.next_value()?);
    Ok(())
}

/// Refuses a value: it says so from where the value is, so that the error gets its path.
struct Twice;

impl<'de> DeserializeSeed<'de> for Twice {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, _: D) -> Result<(), D::Error> {
        Err(de::Error::custom("there twice"))
    }
}

impl<F: Fields> From<F> for Object<F> {
    fn from(known: F) -> Object<F> {
        Object { known, unknown: Unknown::default() }
    }
}

impl<F: Fields> Serialize for Object<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.known.put(&mut map)?;
        // A mention's unknown field can be known of a claim, and mentions become claims: the field
        // that is known wins, since an object with one key twice can be read by nobody.
        for (key, value) in self.unknown.fields().iter().filter(|(key, _)| !F::knows(key)) {
            map.serialize_entry(&**key, &Raw(value.clone()))?;
        }
        map.end()
    }
}

impl<'de, F: Fields> Deserialize<'de> for Object<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Object<F>, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData))
    }
}

struct ObjectVisitor<F>(PhantomData<F>);

impl<'de, F: Fields> Visitor<'de> for ObjectVisitor<F> {
    type Value = Object<F>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<F>, A::Error> {
        let mut draft = F::Draft::default();
        let mut unknown = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            if !F::take(&mut draft, &key, &mut map)? {
                let Raw(value) = map.next_value()?;
                unknown.push((Rc::from(key), value));
            }
        }
        Ok(Object { known: F::finish(draft)?, unknown: Unknown::new(unknown) })
    }
}

/// The key of a field, copied only if it has escapes in it.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key<'de>, D::Error> {
        struct KeyVisitor;

        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(key)))
            }

            fn visit_str<E>(self, key: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(key.to_owned())))
            }
        }

        deserializer.deserialize_str(KeyVisitor)
    }
}

/// One JSON value as its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw(pub RawJson);

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serde_json::from_str::<&RawValue>(&self.0.0) {
            Ok(value) => value.serialize(serializer),
            // Nobody should put other text into a `RawJson`; if somebody did, it is not lost.
            Err(_) => self.0.0.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        let value = Box::<RawValue>::deserialize(deserializer)?;
        Ok(Raw(RawJson(value.get().into())))
    }
}

/// An object of which only the values' type is known: pairs of strings, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(pub Vec<(Rc<str>, Rc<str>)>);

impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (&**key, &**value)))
    }
}

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Pairs, D::Error> {
        struct PairsVisitor;

        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with strings")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                let mut seen = HashSet::new();
                while let Some(Key(key)) = map.next_key()? {
                    let key: Rc<str> = key.into();
                    if !seen.insert(key.clone()) {
                        map.next_value_seed(Twice)?;
                    }
                    pairs.push((key, map.next_value()?));
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(PairsVisitor)
    }
}
