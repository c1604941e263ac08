//! The four kinds of name of the CoNLL-2003 task.

use super::Row;
use crate::model::{LabelKind, LabelSet};

pub(super) fn set() -> LabelSet {
    LabelSet { labels: ROWS.iter().map(Row::label).collect() }
}

const ROWS: [Row; 4] = [
    Row {
        key: "PER",
        kind: LabelKind::Entity,
        shortcut: "1",
        name: "Person",
        definition: "First, middle and last names of people, animals and characters.",
        examples: "Blackburn|Donald Duck",
        maps: ["PER", "Person"],
    },
    Row {
        key: "ORG",
        kind: LabelKind::Entity,
        shortcut: "2",
        name: "Organization",
        definition: "Companies, teams, parties, offices, bands, papers.",
        examples: "European Commission|Leeds United",
        maps: ["ORG", "Organization"],
    },
    Row {
        key: "LOC",
        kind: LabelKind::Entity,
        shortcut: "3",
        name: "Location",
        definition: "Countries, cities, regions, roads, waters, buildings.",
        examples: "Germany|Baltic Sea",
        maps: ["LOC", "Place"],
    },
    Row {
        key: "MISC",
        kind: LabelKind::Entity,
        shortcut: "4",
        name: "Other name",
        definition: "Any other name, and adjectives made of names: events, languages, works, peoples.",
        examples: "German|World Cup",
        maps: ["MISC", "Thing"],
    },
];
