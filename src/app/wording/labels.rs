//! What the screen says of label sets and of the fields of a tag.

use crate::formats::Refusal;
use crate::model::{AttributeType, LabelFault, LabelKind, Offer, Question, WrongLabel};

pub const FACT: &str = "A fact";
pub const OPINION: &str = "An opinion";
pub const MISSING: &str = "Must be filled in";
pub const SET_CHANGED: &str = "The label set was changed. Ctrl+Z takes it back.";
pub const SET_UNCHANGED: &str = "The label set is as it was.";
pub const OFFERS_HINT: &str =
    "An offer changes what people tag. Switch off what would bias your corpus.";
pub const FATES_HINT: &str = "These labels were taken out and are in use. Nothing is lost unasked: say what becomes of each.";

#[must_use]
pub fn set_saved(name: &str, n_labels: usize) -> String {
    let labels = if n_labels == 1 { " label." } else { " labels." };
    ["Saved ", name, " with ", &n_labels.to_string(), labels].concat()
}

/// How much a label is used.
#[must_use]
pub fn in_use(count: usize, kind: LabelKind) -> String {
    let what = match (kind, count) {
        (LabelKind::Relation, 1) => " link has it",
        (LabelKind::Relation, _) => " links have it",
        (_, 1) => " tag has it",
        _ => " tags have it",
    };
    [&count.to_string(), what].concat()
}

#[must_use]
pub fn kept(label: &str) -> String {
    ["Stay “", label, "”, which is not offered any more"].concat()
}

#[must_use]
pub fn deleted(kind: LabelKind) -> &'static str {
    if kind == LabelKind::Relation { "The links are deleted" } else { "The tags are deleted" }
}

#[must_use]
pub fn becomes(label: &str, kind: LabelKind) -> String {
    let what = if kind == LabelKind::Relation { "Become links “" } else { "Become “" };
    [what, label, "”"].concat()
}

/// Words that had a label and got another.
#[must_use]
pub fn counter_changed(words: &str, now: &str) -> String {
    ["“", words, "” was changed to ", now, "."].concat()
}

#[must_use]
pub fn counter_no_name(words: &str) -> String {
    ["“", words, "” was found to be no name."].concat()
}

/// Words that have another label elsewhere.
#[must_use]
pub fn counter_elsewhere(words: &str, now: &str) -> String {
    ["“", words, "” is also tagged as ", now, "."].concat()
}

/// Why the file of a set was not taken.
#[must_use]
pub fn set_refused(name: &str, refusal: &Refusal) -> String {
    let why = match refusal {
        Refusal::Foreign => "It is no label set of Postil.".to_owned(),
        refusal => refusal.to_string(),
    };
    ["“", name, "” was not opened. ", &why].concat()
}

/// Why an own color is not shown quite as it is.
#[must_use]
pub fn faint(light: bool, dark: bool) -> Option<&'static str> {
    match (light, dark) {
        (false, false) => None,
        (true, false) => {
            Some("Too pale for light pages: shown darker there, so that it can be seen.")
        }
        (false, true) => {
            Some("Too dark for dark pages: shown lighter there, so that it can be seen.")
        }
        (true, true) => {
            Some("Too faint in both: shown darker on light pages and lighter on dark ones.")
        }
    }
}

/// How many things stand against applying a draft.
#[must_use]
pub fn to_mend(n: usize) -> String {
    match n {
        1 => "1 thing to mend first.".into(),
        n => [&n.to_string(), " things to mend first."].concat(),
    }
}

#[must_use]
pub fn label_kind(kind: LabelKind) -> &'static str {
    match kind {
        LabelKind::Entity => "Name",
        LabelKind::Claim => "Claim",
        LabelKind::Relation => "Link",
    }
}

#[must_use]
pub fn attribute_type(kind: AttributeType) -> &'static str {
    match kind {
        AttributeType::Text => "Text",
        AttributeType::Number => "Number",
        AttributeType::Flag => "Yes or no",
        AttributeType::Choice => "Choice",
    }
}

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
