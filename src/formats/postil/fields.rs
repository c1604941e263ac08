//! The fields of one object, written one after the other.

use std::rc::Rc;

use super::part::Part;
use super::value::Value;
use crate::formats::json::Writer;
use crate::model::{RawJson, Unknown};
use crate::text::Text;

/// An object that is being written: the known fields in the order of the file, the unknown ones
/// last. Fields that are empty are left out, but for the few that must be there.
#[derive(Debug)]
pub(in crate::formats) struct Fields<'w> {
    json: &'w mut Writer,
    /// What was or could have been written.
    known: Vec<&'static str>,
}

impl<'w> Fields<'w> {
    pub fn open(json: &'w mut Writer) -> Fields<'w> {
        json.open('{');
        Fields { json, known: Vec::new() }
    }

    pub fn string(&mut self, key: &'static str, value: &str) {
        self.maybe(key, Some(value));
    }

    pub fn maybe(&mut self, key: &'static str, value: Option<&str>) {
        self.known.push(key);
        if let Some(value) = value {
            self.json.key(key);
            self.json.string(value);
        }
    }

    pub fn text(&mut self, key: &'static str, value: &Option<Rc<str>>) {
        self.maybe(key, value.as_deref().filter(|text| !text.is_empty()));
    }

    pub fn texts<'a>(&mut self, key: &'static str, texts: impl Iterator<Item = &'a Rc<str>>) {
        self.value(key, Some(texts.cloned().collect::<Vec<_>>()).filter(|texts| !texts.is_empty()));
    }

    pub fn number(&mut self, key: &'static str, value: u32) {
        self.value(key, Some(value));
    }

    pub fn flag(&mut self, key: &'static str, flag: bool) {
        self.value(key, Some(flag).filter(|flag| *flag));
    }

    pub fn raw(&mut self, key: &'static str, value: &Option<RawJson>) {
        self.value(key, value.clone());
    }

    pub fn value<T: Value>(&mut self, key: &'static str, value: Option<T>) {
        self.known.push(key);
        if let Some(value) = value {
            self.json.key(key);
            value.write(self.json);
        }
    }

    /// A value that is written otherwise.
    pub fn with(&mut self, key: &'static str, write: impl FnOnce(&mut Writer)) {
        self.known.push(key);
        self.json.key(key);
        write(self.json);
    }

    pub fn part<P: Part>(&mut self, key: &'static str, part: &P, text: &Text) {
        self.maybe_part(key, Some(part), text);
    }

    pub fn maybe_part<P: Part>(&mut self, key: &'static str, part: Option<&P>, text: &Text) {
        self.known.push(key);
        if let Some(part) = part {
            self.json.key(key);
            part.write(self.json, text);
        }
    }

    /// A list, left out if it is empty.
    pub fn parts<'a, P: Part + 'a>(
        &mut self,
        key: &'static str,
        parts: impl Iterator<Item = &'a P>,
        text: &Text,
    ) {
        let mut parts = parts.peekable();
        self.known.push(key);
        if parts.peek().is_some() {
            self.list(key, parts, |part, json| part.write(json, text));
        }
    }

    /// A list that is there even if it is empty.
    pub fn list<T>(
        &mut self,
        key: &'static str,
        items: impl Iterator<Item = T>,
        write: impl Fn(T, &mut Writer),
    ) {
        self.known.push(key);
        self.json.key(key);
        self.json.open('[');
        for item in items {
            self.json.item();
            write(item, self.json);
        }
        self.json.close(']');
    }

    /// Writes the unknown fields and closes the object.
    pub fn close(self, unknown: &Unknown) {
        // A mention's unknown field can be known of a claim, and mentions become claims: the field
        // that is known wins, since an object with one key twice can be read by nobody.
        for (key, value) in unknown.fields().iter().filter(|(key, _)| !self.known.contains(&&**key))
        {
            self.json.key(key);
            value.write(self.json);
        }
        self.json.close('}');
    }
}
