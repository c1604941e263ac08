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
    /// Of a kind of claim: the questions that follow it; the usual ones if absent.
    pub ask: Option<Vec<Question>>,
    /// Offers that are not made while this label is in the set.
    pub quiet: Vec<Offer>,
    /// Whether it is there only for what was tagged with it: nothing more can be.
    pub retired: bool,
    pub unknown: Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LabelKind {
    Entity,
    Claim,
    Relation,
}

/// What is asked right after a claim was tagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Who says this?
    Claimant,
    /// How it is said.
    Quote,
    /// Whether it is worth checking.
    Checkworthy,
    /// Whether it is a fact or an opinion; a coarser `Type`.
    Opinion,
    Type,
    Certainty,
}

/// What the program offers to do on its own. An offer biases a corpus, so a set can do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Offer {
    /// To tag all that is spelled the same.
    TagAll,
    /// To make one person, place or thing of equal names.
    SameEntity,
    /// To link claims that say nearly the same.
    NearDuplicate,
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
            ask: None,
            quiet: Vec::new(),
            retired: false,
            unknown: Unknown::default(),
        }
    }

    /// The words for people: its name, or its key where a file gives none.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.name.as_deref().unwrap_or(self.key.as_str())
    }

    /// The questions that follow a claim of this label.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        self.ask.as_deref().unwrap_or(USUAL_QUESTIONS)
    }

    #[must_use]
    pub fn attribute(&self, key: &LabelKey) -> Option<&LabelAttribute> {
        self.attributes.iter().find(|attribute| attribute.key == *key)
    }
}

/// What is asked where a label does not say.
pub const USUAL_QUESTIONS: &[Question] = &[Question::Claimant, Question::Quote];

impl LabelAttribute {
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

    /// The labels that words can be tagged with: neither kinds of link nor those that are kept
    /// only for what they were given to.
    pub fn taggable(&self) -> impl Iterator<Item = &Label> {
        self.labels.iter().filter(|label| label.kind != LabelKind::Relation && !label.retired)
    }

    /// The kinds of link that can be made.
    pub fn links(&self) -> impl Iterator<Item = &Label> {
        self.labels.iter().filter(|label| label.kind == LabelKind::Relation && !label.retired)
    }

    /// Whether something is offered with this set.
    #[must_use]
    pub fn offers(&self, offer: Offer) -> bool {
        !self.labels.iter().any(|label| label.quiet.contains(&offer))
    }

    /// The label of an annotation with this key; a claim without one is like those of the first
    /// label for claims.
    #[must_use]
    pub fn label_of(&self, key: Option<&LabelKey>) -> Option<&Label> {
        match key {
            Some(key) => self.find(key),
            None => self.taggable().find(|label| label.kind == LabelKind::Claim),
        }
    }

    /// The place of a label among the taggable ones, which decides its hue.
    #[must_use]
    pub fn rank(&self, key: &LabelKey) -> Option<usize> {
        self.taggable().position(|label| label.key == *key)
    }
}
