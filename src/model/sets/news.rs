//! The label set that articles get by default.

use super::{Row, with_links};
use crate::model::{LabelKind, LabelSet};

/// Labels for news: nine kinds of name, the claim, and three links between claims.
#[must_use]
pub fn news() -> LabelSet {
    with_links(&ROWS)
}

const fn name(
    key: &'static str,
    shortcut: &'static str,
    name: &'static str,
    definition: &'static str,
    examples: &'static str,
    maps: [&'static str; 2],
) -> Row {
    Row { key, kind: LabelKind::Entity, shortcut, name, definition, examples, maps }
}

const ROWS: [Row; 10] = [
    name(
        "PERSON",
        "1",
        "Person",
        "A person, real or made up, by name.",
        "Angela Merkel|Sherlock Holmes",
        ["PER", "Person"],
    ),
    name(
        "ORG",
        "2",
        "Organization",
        "A company, office, party, paper or team: what acts and is no person.",
        "the White House|Reuters",
        ["ORG", "Organization"],
    ),
    name(
        "GPE",
        "3",
        "Country, city, state",
        "A place with a government, also where its government is meant.",
        "Vietnam|Paris",
        ["LOC", "AdministrativeArea"],
    ),
    name(
        "LOC",
        "4",
        "Other place",
        "A place without a government: a river, a mountain, a region.",
        "the Alps|the Black Sea",
        ["LOC", "Place"],
    ),
    name(
        "NORP",
        "5",
        "Nationality, religion, political group",
        "A people, a faith or a political camp, also as an adjective.",
        "Russian|Democrats",
        ["MISC", ""],
    ),
    name(
        "EVENT",
        "6",
        "Event",
        "What happened, or will, under a name of its own.",
        "the Olympics|World War II",
        ["MISC", "Event"],
    ),
    name(
        "DATE",
        "7",
        "Date or time",
        "A day, an hour, a span of time.",
        "last Friday|two hours",
        ["O", ""],
    ),
    name(
        "QUANTITY",
        "8",
        "Number, money, percent",
        "A number with what it counts.",
        "40 percent|$3 million",
        ["O", "QuantitativeValue"],
    ),
    name(
        "MISC",
        "9",
        "Other name",
        "A name of anything else: a law, a work, a product.",
        "the Paris Agreement|Hamlet",
        ["MISC", "Thing"],
    ),
    Row {
        key: "CLAIM",
        kind: LabelKind::Claim,
        shortcut: "c",
        name: "Claim",
        definition: "What can be true or false by itself, said by somebody.",
        examples: "Prices fell last year|he will not resign",
        maps: ["", "Claim"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_news_set_has_its_labels_in_order() {
        let keys: Vec<_> = news().labels.iter().map(|label| label.key.to_string()).collect();
        let keys = keys.join(" ");
        let expected =
            "PERSON ORG GPE LOC NORP EVENT DATE QUANTITY MISC CLAIM supports contradicts repeats";
        assert_eq!(keys, expected);
    }
}
