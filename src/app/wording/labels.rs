//! What the screen says of label sets and of the fields of a tag.

use crate::model::{LabelFault, Offer, Question, WrongLabel};

/// What is wrong with a label, with its key first.
#[must_use]
pub fn fault_of(fault: &LabelFault) -> String {
    let mut words = String::from(fault.label.as_str());
    words.push_str(": ");
    words.push_str(&wrong(&fault.wrong));
    words
}

/// What is wrong with a label, and what to do.
#[must_use]
pub fn wrong(wrong: &WrongLabel) -> String {
    let about = |before: &str, what: &str, after: &str| [before, what, after].concat();
    match wrong {
        WrongLabel::Key => "The key must be letters, digits, _ or -, without spaces.".into(),
        WrongLabel::KeyTaken => "Another label has this key. Choose another one.".into(),
        WrongLabel::Shortcut => "The shortcut must be one small letter, digit or sign.".into(),
        WrongLabel::ShortcutTaken(other) => {
            about("The shortcut is taken by the label ", other.as_str(), ". Choose another one.")
        }
        WrongLabel::ShortcutOfCommand => {
            "The shortcut is the key of a command. Choose another one.".into()
        }
        WrongLabel::Color => {
            "The color must be written as # and six digits, such as #1f77b4.".into()
        }
        WrongLabel::NoParent(parent) => {
            about("The label above it, ", parent.as_str(), ", is not in the set.")
        }
        WrongLabel::ParentOfOtherKind(parent) => {
            about("The label above it, ", parent.as_str(), ", is of another kind.")
        }
        WrongLabel::Cycle => "It stands below itself. Choose another label above it.".into(),
        WrongLabel::End(end) => {
            about("Links cannot end at ", end.as_str(), ": no label for words has this key.")
        }
        WrongLabel::AttributeKey(key) => {
            about("The key of the field “", key.as_str(), "” must be letters, digits, _ or -.")
        }
        WrongLabel::AttributeTaken(key) => {
            about("Two fields have the key ", key.as_str(), ". Give one of them another.")
        }
        WrongLabel::Choices(key) => {
            about("The field ", key.as_str(), " needs answers to choose from, each once.")
        }
        WrongLabel::Default(key) => {
            about("What the field ", key.as_str(), " says at first is no value it can have.")
        }
    }
}

#[must_use]
pub fn no_fate(label: &str) -> String {
    ["Say what becomes of what is tagged with ", label, "."].concat()
}

#[must_use]
pub fn not_a_value(value: &str) -> String {
    ["“", value, "” is no value for this field."].concat()
}

/// A question as the editor lists it.
#[must_use]
pub fn question(question: Question) -> &'static str {
    match question {
        Question::Claimant => "Who says this?",
        Question::Quote => "How?",
        Question::Checkworthy => "Worth checking?",
        Question::Opinion => "Fact or opinion?",
        Question::Type => "What kind of claim?",
        Question::Certainty => "How certain?",
    }
}

#[must_use]
pub fn offer(offer: Offer) -> &'static str {
    match offer {
        Offer::TagAll => "Tag every occurrence of the same words",
        Offer::SameEntity => "Make one person, place or thing of equal names",
        Offer::NearDuplicate => "Link claims that say nearly the same",
    }
}
