//! Label sets: the labels, attributes and kinds of link in use.

use std::rc::Rc;

use super::{LabelKey, Unknown};

/// The labels in use, in the order they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelSet {
    pub labels: Vec<Label>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub key: LabelKey,
    pub kind: LabelKind,
    /// What the screen says; the key is never shown.
    pub name: Option<Rc<str>>,
    pub definition: Option<Rc<str>>,
    pub examples: Vec<Rc<str>>,
    /// One character.
    pub shortcut: Option<Rc<str>>,
    /// `#rrggbb`
    pub color: Option<Rc<str>>,
    pub parent: Option<LabelKey>,
    /// Of a kind of link: whether both directions mean the same.
    pub symmetric: bool,
    /// Of a kind of link: labels it may start from; empty for any.
    pub from: Vec<LabelKey>,
    pub to: Vec<LabelKey>,
    pub attributes: Vec<LabelAttribute>,
    /// What other label sets call it, such as `conll2003: PER`.
    pub maps: Vec<(Rc<str>, Rc<str>)>,
    pub unknown: Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LabelKind {
    Entity,
    Claim,
    Relation,
}

/// A property that annotations of a label can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelAttribute {
    pub key: LabelKey,
    pub name: Option<Rc<str>>,
    pub kind: AttributeType,
    pub choices: Vec<Rc<str>>,
    pub default: Option<Rc<str>>,
    pub required: bool,
    pub unknown: Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeType {
    Text,
    Number,
    Flag,
    Choice,
}

impl Label {
    /// A label with nothing but a key and a kind.
    #[must_use]
    pub fn bare(key: LabelKey, kind: LabelKind) -> Label {
        Label {
            key,
            kind,
            name: None,
            definition: None,
            examples: Vec::new(),
            shortcut: None,
            color: None,
            parent: None,
            symmetric: false,
            from: Vec::new(),
            to: Vec::new(),
            attributes: Vec::new(),
            maps: Vec::new(),
            unknown: Unknown::default(),
        }
    }

    /// The words for people: its name, or its key where a file gives none.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.name.as_deref().unwrap_or(self.key.as_str())
    }
}

impl LabelSet {
    #[must_use]
    pub fn find(&self, key: &LabelKey) -> Option<&Label> {
        self.labels.iter().find(|label| label.key == *key)
    }

    /// The labels that words can be tagged with: all but the kinds of link.
    pub fn taggable(&self) -> impl Iterator<Item = &Label> {
        self.labels.iter().filter(|label| label.kind != LabelKind::Relation)
    }

    /// The place of a label among the taggable ones, which decides its hue.
    #[must_use]
    pub fn rank(&self, key: &LabelKey) -> Option<usize> {
        self.taggable().position(|label| label.key == *key)
    }
}
