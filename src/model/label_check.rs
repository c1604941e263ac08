//! What must hold of a label set before an article gets it.
//!
//! Files may hold others: they are read as they are, and only a change has to keep to this.

use std::fmt;
use std::rc::Rc;

use super::{
    AttributeType, Label, LabelAttribute, LabelKey, LabelKind, LabelSet, Map, Rgb,
    attributes::is_number, is_key,
};
use crate::text::lower_case;

/// One thing that is wrong with a label, or with one of its attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelFault {
    pub label: LabelKey,
    pub wrong: WrongLabel,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrongLabel {
    /// Not 1 to 100 letters, digits, `_` and `-`.
    Key,
    KeyTaken,
    /// Not one character, or one that no key types without Shift.
    Shortcut,
    /// Another label has it.
    ShortcutTaken(LabelKey),
    /// A command has it.
    ShortcutOfCommand,
    /// Not `#rrggbb`.
    Color,
    NoParent(LabelKey),
    /// The parent is of another kind.
    ParentOfOtherKind(LabelKey),
    /// Its own ancestor.
    Cycle,
    /// A label that links may start from or lead to is not there, or is one of links.
    End(LabelKey),
    AttributeKey(LabelKey),
    AttributeTaken(LabelKey),
    /// A choice between nothing, or with an empty or a double answer.
    Choices(LabelKey),
    /// The default is no value that the attribute can have.
    Default(LabelKey),
}

impl fmt::Display for LabelFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, which) = match &self.wrong {
            WrongLabel::Key => ("no key", None),
            WrongLabel::KeyTaken => ("key is taken", None),
            WrongLabel::Shortcut => ("shortcut is no single key", None),
            WrongLabel::ShortcutTaken(other) => ("shortcut is taken by", Some(other)),
            WrongLabel::ShortcutOfCommand => ("shortcut is taken by a command", None),
            WrongLabel::Color => ("color is not of the form #rrggbb", None),
            WrongLabel::NoParent(parent) => ("no parent", Some(parent)),
            WrongLabel::ParentOfOtherKind(parent) => ("other kind than its parent", Some(parent)),
            WrongLabel::Cycle => ("is its own parent", None),
            WrongLabel::End(end) => ("links cannot end at", Some(end)),
            WrongLabel::AttributeKey(key) => ("no key of an attribute:", Some(key)),
            WrongLabel::AttributeTaken(key) => ("there twice: attribute", Some(key)),
            WrongLabel::Choices(key) => ("nothing to choose from for", Some(key)),
            WrongLabel::Default(key) => ("no value for", Some(key)),
        };
        write!(f, "label {}: {what}", self.label)?;
        which.map_or(Ok(()), |key| write!(f, " {key}"))
    }
}

/// Everything that is wrong with a label set.
#[must_use]
pub fn check_labels(set: &LabelSet) -> Vec<LabelFault> {
    let mut checker = Checker { set, faults: Vec::new() };
    let mut keys: Map<&LabelKey, ()> = Map::new();
    let mut shortcuts: Map<Rc<str>, &LabelKey> = Map::new();
    for label in &set.labels {
        if !is_key(&label.key.0) {
            checker.add(label, WrongLabel::Key);
        }
        if keys.insert(&label.key, ()).is_some() {
            checker.add(label, WrongLabel::KeyTaken);
        }
        if let Some(shortcut) = label.shortcut.as_ref().filter(|_| !label.retired) {
            match shortcuts.get(shortcut) {
                Some(other) => checker.add(label, WrongLabel::ShortcutTaken((*other).clone())),
                None => drop(shortcuts.insert(shortcut.clone(), &label.key)),
            }
        }
        checker.check(label);
    }
    checker.faults
}

struct Checker<'s> {
    set: &'s LabelSet,
    faults: Vec<LabelFault>,
}

impl Checker<'_> {
    fn add(&mut self, label: &Label, wrong: WrongLabel) {
        self.faults.push(LabelFault { label: label.key.clone(), wrong });
    }

    fn check(&mut self, label: &Label) {
        if label.shortcut.as_deref().is_some_and(|shortcut| !is_shortcut(shortcut)) {
            self.add(label, WrongLabel::Shortcut);
        }
        if label.color.as_deref().is_some_and(|color| Rgb::parse(color).is_none()) {
            self.add(label, WrongLabel::Color);
        }
        self.check_parents(label);
        for end in label.from.iter().chain(&label.to) {
            let is_end = |it: &Label| it.kind != LabelKind::Relation;
            if !self.set.find(end).is_some_and(is_end) {
                self.add(label, WrongLabel::End(end.clone()));
            }
        }
        for (place, attribute) in label.attributes.iter().enumerate() {
            let mut before = label.attributes.iter().take(place);
            if before.any(|other| other.key == attribute.key) {
                self.add(label, WrongLabel::AttributeTaken(attribute.key.clone()));
            }
            self.check_attribute(label, attribute);
        }
    }

    fn check_parents(&mut self, label: &Label) {
        let Some(parent) = &label.parent else { return };
        match self.set.find(parent) {
            None => return self.add(label, WrongLabel::NoParent(parent.clone())),
            Some(found) if found.kind != label.kind => {
                return self.add(label, WrongLabel::ParentOfOtherKind(parent.clone()));
            }
            Some(_) => {}
        }
        let mut above = Some(parent);
        // As many steps as there are labels are enough to meet any of them.
        for _ in 0..=self.set.labels.len() {
            match above {
                Some(key) if *key == label.key => return self.add(label, WrongLabel::Cycle),
                Some(key) => above = self.set.find(key).and_then(|it| it.parent.as_ref()),
                None => return,
            }
        }
    }

    fn check_attribute(&mut self, label: &Label, attribute: &LabelAttribute) {
        let key = || attribute.key.clone();
        if !is_key(&attribute.key.0) {
            self.add(label, WrongLabel::AttributeKey(key()));
        }
        let choices = &attribute.choices;
        let mut seen: Map<&str, ()> = Map::new();
        for choice in choices.iter().filter(|choice| !choice.is_empty()) {
            seen.insert(choice, ());
        }
        let is_choice = attribute.kind == AttributeType::Choice;
        if is_choice && (choices.is_empty() || seen.len() < choices.len()) {
            self.add(label, WrongLabel::Choices(key()));
        }
        if attribute.default.as_deref().is_some_and(|default| !attribute.can_be(default)) {
            self.add(label, WrongLabel::Default(key()));
        }
    }
}

impl LabelAttribute {
    /// Whether a text says a value that this attribute can have.
    #[must_use]
    pub fn can_be(&self, value: &str) -> bool {
        match self.kind {
            AttributeType::Text => !value.is_empty(),
            AttributeType::Number => is_number(value),
            AttributeType::Flag => value == "true" || value == "false",
            AttributeType::Choice => self.choices.iter().any(|choice| **choice == *value),
        }
    }
}

/// Whether a key can be pressed for it: one character, and no capital, for which Shift is held.
fn is_shortcut(shortcut: &str) -> bool {
    let mut characters = shortcut.chars();
    let first = characters.next();
    first.is_some_and(|it| !it.is_whitespace() && !it.is_control())
        && characters.next().is_none()
        && lower_case(shortcut) == shortcut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news;

    /// What is wrong after a change of the news set, each as `label: fault`.
    #[track_caller]
    fn check(change: impl FnOnce(&mut Vec<Label>), expected: &[&str]) {
        let mut set = news();
        change(&mut set.labels);
        let faults = check_labels(&set);
        let found: Vec<_> =
            faults.iter().map(|it| format!("{}: {:?}", it.label, it.wrong)).collect();
        assert_eq!(found, expected);
    }

    fn key(key: &str) -> LabelKey {
        LabelKey::new(key)
    }

    fn attribute(kind: AttributeType, choices: &[&str], default: Option<&str>) -> LabelAttribute {
        LabelAttribute {
            key: key("a"),
            name: None,
            kind,
            choices: choices.iter().map(|it| Rc::from(*it)).collect(),
            default: default.map(Rc::from),
            required: false,
            unknown: Default::default(),
        }
    }

    #[test]
    fn keys_are_well_formed_and_given_once() {
        check(|_| {}, &[]);
        check(|labels| labels[1].key = key("PERSON"), &["PERSON: KeyTaken"]);
        check(|labels| labels[1].key = key("a b"), &["a b: Key"]);
        check(|labels| labels[1].key = key(""), &[": Key"]);
    }

    #[test]
    fn shortcuts_are_one_small_character_and_given_once() {
        let with = |place: usize, shortcut: &str| {
            let shortcut = Some(shortcut.into());
            move |labels: &mut Vec<Label>| labels[place].shortcut = shortcut
        };
        check(with(1, "1"), &["ORG: ShortcutTaken(LabelKey(\"PERSON\"))"]);
        for bad in ["", "ab", " ", "A", "\t", "É"] {
            check(with(0, bad), &["PERSON: Shortcut"]);
        }
        check(with(0, "é"), &[]);
        let retired = |labels: &mut Vec<Label>| {
            labels[1].shortcut = Some("1".into());
            labels[1].retired = true;
        };
        check(retired, &[]);
    }

    #[test]
    fn parents_are_there_of_the_same_kind_and_in_no_circle() {
        let parents = |pairs: &'static [(usize, &str)]| {
            move |labels: &mut Vec<Label>| {
                for (place, parent) in pairs {
                    labels[*place].parent = Some(key(parent));
                }
            }
        };
        check(parents(&[(1, "PERSON"), (2, "ORG")]), &[]);
        check(parents(&[(1, "X")]), &["ORG: NoParent(LabelKey(\"X\"))"]);
        check(parents(&[(1, "CLAIM")]), &["ORG: ParentOfOtherKind(LabelKey(\"CLAIM\"))"]);
        check(parents(&[(1, "ORG")]), &["ORG: Cycle"]);
        check(
            parents(&[(0, "GPE"), (1, "PERSON"), (2, "ORG")]),
            &["PERSON: Cycle", "ORG: Cycle", "GPE: Cycle"],
        );
        // Under a circle, but not in it.
        check(parents(&[(0, "ORG"), (1, "ORG")]), &["ORG: Cycle"]);
    }

    #[test]
    fn ends_of_links_and_colors_are_checked() {
        check(|labels| labels[10].from = vec![key("X")], &["supports: End(LabelKey(\"X\"))"]);
        check(
            |labels| labels[10].to = vec![key("PERSON"), key("repeats")],
            &["supports: End(LabelKey(\"repeats\"))"],
        );
        check(|labels| labels[0].color = Some("red".into()), &["PERSON: Color"]);
        check(|labels| labels[0].color = Some("#AABBcc".into()), &[]);
    }

    #[test]
    fn attributes_have_keys_choices_and_a_default_that_fits() {
        let with = |attributes: Vec<LabelAttribute>| {
            move |labels: &mut Vec<Label>| labels[0].attributes = attributes
        };
        use AttributeType::{Choice, Flag, Number, Text};
        check(with(vec![attribute(Text, &[], None)]), &[]);
        check(with(vec![attribute(Number, &[], Some("-3.10"))]), &[]);
        check(with(vec![attribute(Flag, &[], Some("true"))]), &[]);
        check(with(vec![attribute(Choice, &["x", "y"], Some("y"))]), &[]);
        let wrong = |what: &str| format!("PERSON: {what}(LabelKey(\"a\"))");
        for (kind, default) in [(Number, "1e3"), (Number, "04"), (Flag, "yes"), (Text, "")] {
            let attribute = attribute(kind, &[], Some(default));
            check(with(vec![attribute]), &[&wrong("Default")]);
        }
        for choices in [&[][..], &[""], &["x", "x"]] {
            check(with(vec![attribute(Choice, choices, None)]), &[&wrong("Choices")]);
        }
        check(with(vec![attribute(Choice, &["x"], Some("y"))]), &[&wrong("Default")]);
        let twice = vec![attribute(Text, &[], None), attribute(Text, &[], None)];
        check(with(twice), &[&wrong("AttributeTaken")]);
        let bad = LabelAttribute { key: key("a b"), ..attribute(Text, &[], None) };
        check(with(vec![bad]), &["PERSON: AttributeKey(LabelKey(\"a b\"))"]);
    }
}
