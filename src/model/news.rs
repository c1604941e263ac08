//! The label set that articles get by default.

use super::{Label, LabelKey, LabelKind, LabelSet};

/// key, shortcut, name, CoNLL-2003, schema.org
const ENTITIES: [(&str, &str, &str, &str, &str); 9] = [
    ("PERSON", "1", "Person", "PER", "Person"),
    ("ORG", "2", "Organization", "ORG", "Organization"),
    ("GPE", "3", "Country, city, state", "LOC", "AdministrativeArea"),
    ("LOC", "4", "Other place", "LOC", "Place"),
    ("NORP", "5", "Nationality, religion, political group", "MISC", ""),
    ("EVENT", "6", "Event", "MISC", "Event"),
    ("DATE", "7", "Date or time", "O", ""),
    ("QUANTITY", "8", "Number, money, percent", "O", "QuantitativeValue"),
    ("MISC", "9", "Other name", "MISC", "Thing"),
];

/// key, symmetric
const RELATIONS: [(&str, bool); 3] =
    [("supports", false), ("contradicts", true), ("repeats", true)];

/// Labels for news: nine kinds of name, the claim, and three links between claims.
#[must_use]
pub fn news() -> LabelSet {
    let mut labels: Vec<Label> = Vec::with_capacity(13);
    for (key, shortcut, name, conll, schema_org) in ENTITIES {
        let mut label = Label::bare(LabelKey::new(key), LabelKind::Entity);
        label.name = Some(name.into());
        label.shortcut = Some(shortcut.into());
        label.maps = [("conll2003", conll), ("schema.org", schema_org)]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(set, value)| (set.into(), value.into()))
            .collect();
        labels.push(label);
    }
    let mut claim = Label::bare(LabelKey::new("CLAIM"), LabelKind::Claim);
    claim.name = Some("Claim".into());
    claim.shortcut = Some("c".into());
    claim.maps = vec![("schema.org".into(), "Claim".into())];
    labels.push(claim);
    for (key, symmetric) in RELATIONS {
        let mut label = Label::bare(LabelKey::new(key), LabelKind::Relation);
        label.name = Some(key.into());
        label.symmetric = symmetric;
        label.from = vec![LabelKey::new("CLAIM")];
        label.to = vec![LabelKey::new("CLAIM")];
        labels.push(label);
    }
    LabelSet { labels }
}
