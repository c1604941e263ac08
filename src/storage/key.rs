//! The keys under which everything is stored.
//!
//! | key | value |
//! |---|---|
//! | `postil1/j/<article>/<actor>/<seq, 10 digits>` | one frame, never rewritten |
//! | `postil1/t/<sha256>` | an article's text |
//! | `postil1/hi/<article>/<actor>` | the highest `seq` that this writer stored |
//! | `postil1/q/<crc32c>/<key>` | an unreadable value, copied from under `<key>` |
//! | `postil1/set/<name>` | a setting |
//!
//! No key is written by two page loads with different values, except settings: what two tabs read,
//! change and write under one key is lost in one of them, locks or no locks.
//! Keys that do not begin with `postil1/` belong to others and are never touched.

use std::fmt;
use std::rc::Rc;

use crate::model::ArticleId;

/// What all keys of this program begin with.
pub const PREFIX: &str = "postil1/";

/// A key, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    Frame { article: ArticleId, actor: Rc<str>, seq: u32 },
    Text { sha256: Rc<str> },
    Highest { article: ArticleId, actor: Rc<str> },
    Quarantine { crc: u32, original: Rc<str> },
    Setting { name: Rc<str> },
}

impl Key {
    /// The key that a string is, `None` for any other string, such as a key of a later version.
    #[must_use]
    pub fn parse(key: &str) -> Option<Key> {
        let (kind, rest) = key.strip_prefix(PREFIX)?.split_once('/')?;
        let parsed = match kind {
            "j" => {
                let (article, rest) = rest.split_once('/')?;
                let (actor, seq) = rest.split_once('/')?;
                let article = ArticleId::new(unescape(article)?);
                Key::Frame { article, actor: unescape(actor)?.into(), seq: seq.parse().ok()? }
            }
            "t" => Key::Text { sha256: rest.into() },
            "hi" => {
                let (article, actor) = rest.split_once('/')?;
                let article = ArticleId::new(unescape(article)?);
                Key::Highest { article, actor: unescape(actor)?.into() }
            }
            "q" => {
                let (crc, original) = rest.split_once('/')?;
                let crc = u32::from_str_radix(crc, 16).ok()?;
                Key::Quarantine { crc, original: original.into() }
            }
            "set" => Key::Setting { name: rest.into() },
            _ => return None,
        };
        // Only the form that is written is read: two keys must never mean the same.
        (parsed.to_string() == key).then_some(parsed)
    }

    /// Whether a key claims to be a frame's, whatever it looks like otherwise.
    #[must_use]
    pub fn is_journal(key: &str) -> bool {
        key.strip_prefix(PREFIX).is_some_and(|rest| rest.starts_with("j/"))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        match self {
            Key::Frame { article, actor, seq } => {
                write!(f, "j/{}/{}/{seq:010}", escape(&article.0), escape(actor))
            }
            Key::Text { sha256 } => write!(f, "t/{sha256}"),
            Key::Highest { article, actor } => {
                write!(f, "hi/{}/{}", escape(&article.0), escape(actor))
            }
            Key::Quarantine { crc, original } => write!(f, "q/{crc:08x}/{original}"),
            Key::Setting { name } => write!(f, "set/{name}"),
        }
    }
}

/// Ids are letters, digits, `_` and `-` and stay as they are; an article's id may be any string in
/// a file from elsewhere, and then a `/` in it must not look like a part of the key.
fn escape(id: &str) -> String {
    let mut escaped = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"_-".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02x}"));
        }
    }
    escaped
}

fn unescape(escaped: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(escaped.len());
    let mut rest = escaped.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let (digits, after) = after.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = after;
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keys_read_back_and_nothing_else_does() {
        for key in [
            "postil1/j/doc-1/p1/0000000007",
            "postil1/j/a%2fb%25/p1/4294967295",
            "postil1/j//p1/0000000001",
            "postil1/t/00ff",
            "postil1/hi/doc-1/p1",
            "postil1/q/0000002a/postil1/j/doc-1/p1/0000000007",
            "postil1/set/choice/theme",
        ] {
            assert_eq!(Key::parse(key).map(|key| key.to_string()).as_deref(), Some(key));
        }
        for stranger in [
            "",
            "theme",
            "postil1",
            "postil1/",
            "postil1/j",
            "postil1/j/doc-1/p1",
            "postil1/j/doc-1/p1/7",
            "postil1/j/doc-1/p1/+000000007",
            "postil1/j/doc-1/p1/4294967296",
            "postil1/j/doc-1/p1/0000000007/",
            "postil1/j/a%2Fb/p1/0000000007",
            "postil1/j/a%41/p1/0000000007",
            "postil1/j/a%2/p1/0000000007",
            "postil1/j/a%ff/p1/0000000007",
            "postil1/j/a b/p1/0000000007",
            "postil1/hi/doc-1",
            "postil1/q/2a/x",
            "postil1/s/doc-1/00ff",
            "postil2/j/doc-1/p1/0000000007",
        ] {
            assert_eq!(Key::parse(stranger), None, "{stranger}");
        }
    }

    proptest! {
        #[test]
        fn every_id_makes_a_key_of_its_own(article in ".{0,8}", actor in ".{0,8}", seq: u32) {
            let key = Key::Frame { article: ArticleId::new(article), actor: actor.into(), seq };
            prop_assert_eq!(Key::parse(&key.to_string()), Some(key));
        }

        #[test]
        fn any_string_is_a_key_or_none(key in "(postil1/)?[jthqset/0-9%a-f]{0,20}") {
            if let Some(parsed) = Key::parse(&key) {
                prop_assert_eq!(parsed.to_string(), key);
            }
        }
    }
}
