//! JSON as text: values are found in it, and what they are made of stays as it was written.
//!
//! There is no tree and no number type, since an unknown field must survive to the byte. There is
//! no serde either: code that is compiled anew for every type it reads was a third of the program,
//! and every page load pays for it. The tests compare this reader with serde_json.

mod scan;
mod string;
#[cfg(test)]
mod tests;
mod writer;

use std::borrow::Cow;

use scan::Scanner;

pub use scan::NotJson;
pub use writer::{Writer, quoted};

/// One JSON value.
///
/// Invariant: the text is one value without white space around it, and keys in it are strings that
/// can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Json<'t>(&'t str);

/// The name and the value of one member of an object.
pub type Member<'t> = (Cow<'t, str>, Json<'t>);

impl<'t> Json<'t> {
    /// The one value in a text.
    ///
    /// # Errors
    /// [`NotJson`] if there is another thing in it, or nothing.
    pub fn parse(text: &'t str) -> Result<Json<'t>, NotJson> {
        let mut scanner = Scanner::new(text);
        scanner.space();
        let value = scanner.value()?;
        scanner.space();
        scanner.end()?;
        Ok(Json(value))
    }

    #[must_use]
    pub fn text(self) -> &'t str {
        self.0
    }

    /// The members of an object as they stand there, or `None` if this is no object.
    #[must_use]
    pub fn members(self) -> Option<Vec<Member<'t>>> {
        let mut scanner = Scanner::new(self.0);
        let mut members = Vec::new();
        let mut is_more = scanner.opens(b'{')?;
        while is_more {
            // The text is JSON: nothing can be wrong in it.
            let key = scanner.key().ok()?;
            members.push((key, Json(scanner.value().ok()?)));
            is_more = scanner.goes_on();
        }
        Some(members)
    }

    /// The items of a list, or `None` if this is no list.
    #[must_use]
    pub fn items(self) -> Option<Vec<Json<'t>>> {
        let mut scanner = Scanner::new(self.0);
        let mut items = Vec::new();
        let mut is_more = scanner.opens(b'[')?;
        while is_more {
            items.push(Json(scanner.value().ok()?));
            is_more = scanner.goes_on();
        }
        Some(items)
    }

    /// What a string says, or `None` if this is no string, or one with half of a UTF-16 pair.
    #[must_use]
    pub fn string(self) -> Option<Cow<'t, str>> {
        string::unescaped(self.0.strip_prefix('"')?.strip_suffix('"')?)
    }

    /// A whole number; `1.0` and `1e0` are none.
    #[must_use]
    pub fn number(self) -> Option<u64> {
        self.0.parse().ok()
    }

    #[must_use]
    pub fn flag(self) -> Option<bool> {
        self.0.parse().ok()
    }

    #[must_use]
    pub fn is_null(self) -> bool {
        self.0 == "null"
    }
}
