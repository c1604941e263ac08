//! A label set for those who check facts: who says what, and is it worth checking.

use super::{Row, with_links};
use crate::model::{LabelKind, LabelSet, Question};

pub(super) fn set() -> LabelSet {
    let mut set = with_links(&ROWS);
    for label in set.labels.iter_mut().filter(|label| label.kind == LabelKind::Claim) {
        label.ask = Some(vec![Question::Claimant, Question::Checkworthy]);
    }
    set
}

const ROWS: [Row; 4] = [
    Row {
        key: "PERSON",
        kind: LabelKind::Entity,
        shortcut: "1",
        name: "Person",
        definition: "A person by name: who says it, or whom it is about.",
        examples: "Angela Merkel|Dr. Fauci",
        maps: ["PER", "Person"],
    },
    Row {
        key: "ORG",
        kind: LabelKind::Entity,
        shortcut: "2",
        name: "Organization",
        definition: "A company, office, party or paper, also as a source.",
        examples: "the World Bank|Reuters",
        maps: ["ORG", "Organization"],
    },
    Row {
        key: "PLACE",
        kind: LabelKind::Entity,
        shortcut: "3",
        name: "Place",
        definition: "A country, city or any other place.",
        examples: "Kenya|the Amazon",
        maps: ["LOC", "Place"],
    },
    Row {
        key: "CLAIM",
        kind: LabelKind::Claim,
        shortcut: "c",
        name: "Claim",
        definition: "A statement of fact that evidence can bear out or refute.",
        examples: "crime has doubled|the vaccine was never tested",
        maps: ["", "Claim"],
    },
];
