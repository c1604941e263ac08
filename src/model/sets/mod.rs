//! Label sets to begin with.

mod classroom;
mod conll;
mod fact_check;
mod news;
mod ontonotes;

use super::{Label, LabelKey, LabelKind, LabelSet};

pub use news::news;

/// A label set that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadySet {
    News,
    FactCheck,
    Classroom,
    Conll2003,
    OntoNotes,
    Blank,
}

impl ReadySet {
    pub const ALL: [ReadySet; 6] = [
        ReadySet::News,
        ReadySet::FactCheck,
        ReadySet::Classroom,
        ReadySet::Conll2003,
        ReadySet::OntoNotes,
        ReadySet::Blank,
    ];

    /// What the screen calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ReadySet::News => "News",
            ReadySet::FactCheck => "Fact-check",
            ReadySet::Classroom => "Classroom",
            ReadySet::Conll2003 => "CoNLL-2003",
            ReadySet::OntoNotes => "OntoNotes",
            ReadySet::Blank => "Blank",
        }
    }

    #[must_use]
    pub fn set(self) -> LabelSet {
        match self {
            ReadySet::News => news(),
            ReadySet::FactCheck => fact_check::set(),
            ReadySet::Classroom => classroom::set(),
            ReadySet::Conll2003 => conll::set(),
            ReadySet::OntoNotes => ontonotes::set(),
            ReadySet::Blank => LabelSet::default(),
        }
    }
}

/// A label as the tables of the sets write it.
struct Row {
    key: &'static str,
    kind: LabelKind,
    /// Empty for none.
    shortcut: &'static str,
    name: &'static str,
    definition: &'static str,
    /// Parted by `|`.
    examples: &'static str,
    /// What other label sets call it: CoNLL-2003 and schema.org; empty for nothing.
    maps: [&'static str; 2],
}

impl Row {
    fn label(&self) -> Label {
        let mut label = Label::bare(LabelKey::new(self.key), self.kind);
        label.name = Some(self.name.into());
        label.definition = Some(self.definition).filter(|it| !it.is_empty()).map(Into::into);
        label.examples =
            self.examples.split('|').filter(|it| !it.is_empty()).map(Into::into).collect();
        label.shortcut = Some(self.shortcut).filter(|it| !it.is_empty()).map(Into::into);
        let maps = ["conll2003", "schema.org"].into_iter().zip(self.maps);
        let maps = maps.filter(|(_, value)| !value.is_empty());
        label.maps = maps.map(|(set, value)| (set.into(), value.into())).collect();
        label
    }
}

/// The labels of a table, and the three links between claims.
fn with_links(rows: &[Row]) -> LabelSet {
    let mut labels: Vec<Label> = rows.iter().map(Row::label).collect();
    let claims: Vec<LabelKey> = labels
        .iter()
        .filter(|label| label.kind == LabelKind::Claim)
        .map(|label| label.key.clone())
        .collect();
    for (key, symmetric) in [("supports", false), ("contradicts", true), ("repeats", true)] {
        let mut label = Label::bare(LabelKey::new(key), LabelKind::Relation);
        label.name = Some(key.into());
        label.symmetric = symmetric;
        label.from = claims.clone();
        label.to = claims.clone();
        labels.push(label);
    }
    LabelSet { labels }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Question, check_labels};

    #[test]
    fn every_set_passes_its_own_checks() {
        for ready in ReadySet::ALL {
            assert_eq!(check_labels(&ready.set()), [], "{}", ready.name());
        }
    }

    #[test]
    fn every_label_is_explained_and_called_what_others_call_it() {
        for ready in ReadySet::ALL {
            for label in ready.set().taggable() {
                let place = format!("{}: {}", ready.name(), label.key);
                assert!(label.name.is_some(), "{place}");
                assert!(label.definition.as_ref().is_some_and(|it| it.ends_with('.')), "{place}");
                assert_eq!(label.examples.len(), 2, "{place}");
                let conll = label.maps.iter().find(|(set, _)| **set == *"conll2003");
                let conll = conll.map(|(_, value)| &**value);
                match label.kind {
                    LabelKind::Claim => assert_eq!(conll, None, "{place}"),
                    _ => assert!(
                        conll.is_some_and(|it| ["PER", "ORG", "LOC", "MISC", "O"].contains(&it)),
                        "{place}"
                    ),
                }
            }
        }
    }

    #[test]
    fn each_set_asks_its_own_questions() {
        let asked = |ready: ReadySet| {
            let set = ready.set();
            let claims = set.taggable().filter(|label| label.kind == LabelKind::Claim);
            claims.map(|label| label.questions().to_vec()).collect::<Vec<_>>()
        };
        use Question::{Checkworthy, Claimant, Opinion, Quote};
        assert_eq!(asked(ReadySet::News), [[Claimant, Quote]]);
        assert_eq!(asked(ReadySet::FactCheck), [[Claimant, Checkworthy]]);
        assert_eq!(asked(ReadySet::Classroom), [[Claimant, Opinion]; 2]);
        assert_eq!(asked(ReadySet::OntoNotes), [[]; 0]);
    }

    #[test]
    fn the_sets_have_the_labels_that_they_are_known_for() {
        let keys = |ready: ReadySet| {
            let set = ready.set();
            set.taggable().map(|label| label.key.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(keys(ReadySet::FactCheck), "PERSON ORG PLACE CLAIM");
        assert_eq!(keys(ReadySet::Classroom), "PERSON ORG PLACE CLAIM OPINION");
        assert_eq!(keys(ReadySet::Conll2003), "PER ORG LOC MISC");
        assert_eq!(ReadySet::OntoNotes.set().labels.len(), 18);
        assert_eq!(keys(ReadySet::Blank), "");
    }
}
