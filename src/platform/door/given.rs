//! What scripts hand over.

use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::text::CharOffset;

/// A value from a script, with its name for a script that gave a wrong one.
#[derive(Clone, Debug)]
pub(super) struct Given {
    method: &'static str,
    /// Such as `spans[0].start`; members of the argument itself go by their own name.
    path: String,
    is_root: bool,
    value: JsValue,
}

impl Given {
    /// The argument of a method; `name` is what it is called if it is wrong as a whole.
    pub(super) fn new(method: &'static str, name: &str, value: JsValue) -> Given {
        Given { method, path: name.to_owned(), is_root: true, value }
    }

    pub(super) fn text(&self) -> Result<String, String> {
        self.value.as_string().ok_or_else(|| self.must_be("a string"))
    }

    pub(super) fn word(&self, words: &[&str]) -> Result<String, String> {
        let word = self.value.as_string().filter(|word| words.contains(&word.as_str()));
        word.ok_or_else(|| self.must_be(&format!("one of {}", words.join(", "))))
    }

    pub(super) fn offset(&self) -> Result<CharOffset, String> {
        let number = self.value.as_f64();
        // The conversion cuts off what a `u32` cannot hold, and then it is another number.
        let whole = number.map(|number| number as u32);
        let offset = whole.filter(|whole| Some(f64::from(*whole)) == number).map(CharOffset);
        offset.ok_or_else(|| self.must_be("an offset in code points"))
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, String> {
        let is_bytes = self.value.has_type::<Uint8Array>() || self.value.has_type::<ArrayBuffer>();
        if !is_bytes {
            return Err(self.must_be("a Uint8Array or an ArrayBuffer"));
        }
        Ok(Uint8Array::new(&self.value).to_vec())
    }

    pub(super) fn items(&self) -> Result<Vec<Given>, String> {
        if !Array::is_array(&self.value) {
            return Err(self.must_be("an array"));
        }
        let items = Array::from(&self.value).into_iter().enumerate();
        Ok(items.map(|(i, value)| self.within(format!("{}[{i}]", self.path), value)).collect())
    }

    pub(super) fn member(&self, name: &str) -> Result<Given, String> {
        if !self.value.is_object() {
            return Err(self.must_be("an object"));
        }
        // A getter of the script may throw.
        let value = Reflect::get(&self.value, &name.into()).unwrap_or_default();
        let path = if self.is_root { name.to_owned() } else { format!("{}.{name}", self.path) };
        Ok(self.within(path, value))
    }

    pub(super) fn maybe_member(&self, name: &str) -> Result<Option<Given>, String> {
        let member = self.member(name)?;
        let is_there = !member.value.is_undefined() && !member.value.is_null();
        Ok(is_there.then_some(member))
    }

    pub(super) fn must_be(&self, what: &str) -> String {
        self.refused(&format!("it must be {what}"))
    }

    pub(super) fn refused(&self, reason: &str) -> String {
        format!("{}: `{}`: {reason}", self.method, self.path)
    }

    fn within(&self, path: String, value: JsValue) -> Given {
        Given { method: self.method, path, is_root: false, value }
    }
}
