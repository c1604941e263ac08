//! Sentences about persons, places and things, and about links.

use super::shortened;
use crate::model::Level;

pub const A_CLAIM: &str = "This is a claim, not the name of a person, place or thing.";
pub const A_NAME: &str = "Person, place or thing";
pub const NOTHING_ELSE: &str = "Nothing else is tagged yet that it could be the same as.";
pub const NO_OFFER: &str = "No other name is like that of the selected tag.";
pub const KEPT_APART: &str = "Kept apart.";
pub const SPLIT: &str = "Split out. It names something of its own now.";
pub const ONLY_ONE: &str = "It is the only tag of its name already.";
pub const NO_NAMES: &str = "No names yet. Tag a person, place or thing in the article.";
pub const NONE_FOUND: &str = "No name matches the filter.";
pub const NO_ALIKE: &str = "No two names are alike.";
pub const PICK_KIND: &str = "First choose the kind of link.";
pub const NO_KIND: &str = "The label set has no link that can start here.";
pub const NO_LINK_THERE: &str = "There is nothing here that this link can lead to.";
pub const LINK_STOPPED: &str = "No link was made.";
pub const LINK_REMOVED: &str = "The link is removed. Ctrl+Z brings it back.";
pub const TARGET_HINT: &str =
    "Click it in the article or in the list, or type some of its words. Esc stops.";
pub const NOT_ANSWERED: &str = "Nobody has said who";
pub const PASSED_ON: &str = "is passed on by";
pub const NO_CLAIMS: &str = "No claims yet. Tag what is said to be so, and say who says it.";

/// `Same as “Donald Trump”?`
#[must_use]
pub fn same_as(name: &str) -> String {
    ["Same as ", &quoted(name), "?"].concat()
}

#[must_use]
pub fn joined(name: &str) -> String {
    ["Joined: ", &quoted(name), ". Ctrl+Z takes it back."].concat()
}

#[must_use]
pub fn quoted(words: &str) -> String {
    ["“", &shortened(words, 60), "”"].concat()
}

/// `claim 3`
#[must_use]
pub fn claim(number: usize) -> String {
    ["claim ", &number.to_string()].concat()
}

/// `Claim 3`
#[must_use]
pub fn claim_capital(number: usize) -> String {
    ["Claim ", &number.to_string()].concat()
}

/// `claim 2 supports this`
#[must_use]
pub fn incoming(other: &str, label: &str) -> String {
    [other, " ", label, " this"].concat()
}

#[must_use]
pub fn linked(kind: &str, other: &str) -> String {
    ["Linked: ", kind, " ", other, "."].concat()
}

/// `Link “it went well” …`
#[must_use]
pub fn link_from(words: &str) -> String {
    ["Link ", &quoted(words), " as"].concat()
}

/// `12 more`
#[must_use]
pub fn more(n: usize) -> String {
    [&n.to_string(), " more"].concat()
}

/// How something is named.
#[must_use]
pub fn level(level: Option<Level>) -> &'static str {
    match level {
        None => "Not said",
        Some(Level::Name) => "By its name",
        Some(Level::Nominal) => "Described",
        Some(Level::Pronoun) => "By a pronoun",
    }
}

/// `Make all Person`
#[must_use]
pub fn make_all(label: &str) -> String {
    ["Make all ", label].concat()
}

/// `Remove K.`
#[must_use]
pub fn remove(what: &str) -> String {
    ["Remove ", &shortened(what, 60)].concat()
}

/// The heading of the picker.
#[must_use]
pub fn same_person(words: &str) -> String {
    [&quoted(words), ": same person, place or thing as…"].concat()
}

#[must_use]
pub fn only_this(others: usize) -> String {
    let others =
        if others == 1 { "the other tag".into() } else { format!("the {others} other tags") };
    format!("Only this tag; {others} of this name stay as they are")
}

/// `Why: supports claim 3`
#[must_use]
pub fn link_note(words: &str) -> String {
    ["Why: ", words].concat()
}

#[must_use]
pub fn turn(words: &str) -> String {
    ["Turn round: ", words].concat()
}

#[must_use]
pub fn remove_link(words: &str) -> String {
    ["Remove: ", words].concat()
}

/// What a conflict of labels says: `Tagged as Person and Organization.`
#[must_use]
pub fn conflict(labels: &[&str]) -> String {
    let mut words = String::from("Tagged as ");
    for (place, label) in labels.iter().enumerate() {
        if 0 < place {
            words.push_str(if place + 1 == labels.len() { " and " } else { ", " });
        }
        words.push_str(label);
    }
    words.push('.');
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_names_all_labels() {
        assert_eq!(conflict(&["Person", "Organization"]), "Tagged as Person and Organization.");
        assert_eq!(conflict(&["A", "B", "C"]), "Tagged as A, B and C.");
    }
}
