//! What a file says that this version does not know: kept, and written back untouched.

use std::rc::Rc;

/// One JSON value as the text it was read from, numbers untouched.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RawJson(pub Rc<str>);

/// The fields of one object that were not known, in the order they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown(Option<Rc<[Field]>>);

/// A field's name and value.
type Field = (Rc<str>, RawJson);

impl Unknown {
    #[must_use]
    pub fn new(fields: Vec<Field>) -> Unknown {
        Unknown(if fields.is_empty() { None } else { Some(fields.into()) })
    }

    #[must_use]
    pub fn fields(&self) -> &[Field] {
        self.0.as_deref().unwrap_or_default()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}
