//! Ids: opaque strings that name things for ever.
//!
//! An id of ours is a letter for the kind and 20 base32 characters (100 random bits). Ids that
//! come in files are kept as they are, so nothing may be read out of one.

use std::fmt;
use std::rc::Rc;

/// Randomness for one id, drawn outside the pure rooms.
pub type Draw = [u8; 13];

/// Base32 as in RFC 4648, lower case.
const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// The letter an id begins with. Only for people who read files: code never looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
    Article,
    Mention,
    Claim,
    Entity,
    Relation,
    Annotator,
    Actor,
}

impl IdKind {
    fn letter(self) -> char {
        match self {
            IdKind::Article => 'd',
            IdKind::Mention => 'm',
            IdKind::Claim => 'c',
            IdKind::Entity => 'e',
            IdKind::Relation => 'r',
            IdKind::Annotator => 'a',
            IdKind::Actor => 'p',
        }
    }
}

/// A new id from 13 random bytes, of which 100 bits are used.
#[must_use]
pub fn draw_id(kind: IdKind, draw: Draw) -> Rc<str> {
    let mut id = String::with_capacity(21);
    id.push(kind.letter());
    let mut bits: u128 = 0;
    for byte in draw {
        bits = (bits << 8) | u128::from(byte);
    }
    for place in 0..20 {
        let digit = (bits >> (place * 5)) & 31;
        let digit = DIGITS.get(usize::try_from(digit).unwrap_or_default()).copied().unwrap_or(b'a');
        id.push(char::from(digit));
    }
    id.into()
}

/// Whether a string may stand as an id in a file: a letter, then up to 99 letters, digits, `_`, `-`.
#[must_use]
pub fn is_id(id: &str) -> bool {
    let tail = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    id.len() <= 100 && id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(tail)
}

/// Whether a string may stand as a label key: 1 to 100 letters, digits, `_`, `-`.
#[must_use]
pub fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 100
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Rc<str>);

        impl $name {
            #[must_use]
            pub fn new(name: impl Into<Rc<str>>) -> $name {
                $name(name.into())
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

names! {
    /// Names an article; `document.id` in files.
    ArticleId
    /// Names a mention or a claim.
    AnnotationId
    /// Names a person, place or thing.
    EntityId
    /// Names a link between annotations or entities.
    RelationId
    /// Names a person who annotates.
    AnnotatorId
    /// Names a label within its label set, such as `PERSON`; never shown on the screen.
    LabelKey
    /// Names one step of an article's history: `<actor>/<sequence number>`.
    StepId
}
