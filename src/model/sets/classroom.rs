//! A label set for a lesson: who speaks, and is it a fact or an opinion.

use super::{Row, with_links};
use crate::model::{LabelKind, LabelSet, Question};

pub(super) fn set() -> LabelSet {
    let mut set = with_links(&ROWS);
    for label in set.labels.iter_mut().filter(|label| label.kind == LabelKind::Claim) {
        label.ask = Some(vec![Question::Claimant, Question::Opinion]);
    }
    set
}

const ROWS: [Row; 5] = [
    Row {
        key: "PERSON",
        kind: LabelKind::Entity,
        shortcut: "1",
        name: "Person",
        definition: "Somebody who is called by name.",
        examples: "Rosa Parks|Mr. Chen",
        maps: ["PER", "Person"],
    },
    Row {
        key: "ORG",
        kind: LabelKind::Entity,
        shortcut: "2",
        name: "Organization",
        definition: "A group with a name: a school, a company, a government office.",
        examples: "NASA|the city council",
        maps: ["ORG", "Organization"],
    },
    Row {
        key: "PLACE",
        kind: LabelKind::Entity,
        shortcut: "3",
        name: "Place",
        definition: "Where something is or happens.",
        examples: "Mexico|the Nile",
        maps: ["LOC", "Place"],
    },
    Row {
        key: "CLAIM",
        kind: LabelKind::Claim,
        shortcut: "c",
        name: "Claim",
        definition: "Something that is said to be so, and that could be checked.",
        examples: "The bridge opened in 1937|bees are dying out",
        maps: ["", "Claim"],
    },
    Row {
        key: "OPINION",
        kind: LabelKind::Claim,
        shortcut: "i",
        name: "Opinion",
        definition: "What somebody thinks, feels or wants: one may agree or not.",
        examples: "school starts too early|the best film of the year",
        maps: ["", ""],
    },
];
