//! Which annotations answer a question.

use super::query::{Query, Term, What};
use crate::app::{select, wording};
use crate::model::{Annotation, Project};
use crate::text::{Needle, folded};

/// Which tags the list shows, beside what is searched for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    #[default]
    All,
    Unsure,
    Noted,
    /// Claims that nobody was named for.
    Unanswered,
}

impl Only {
    pub const EACH: [Only; 4] = [Only::All, Only::Unsure, Only::Noted, Only::Unanswered];

    #[must_use]
    pub fn lets(self, annotation: &Annotation) -> bool {
        match self {
            Only::All => true,
            Only::Unsure => annotation.unsure,
            Only::Noted => annotation.note.is_some(),
            Only::Unanswered => annotation.claim().is_some_and(|it| it.claimant.is_none()),
        }
    }
}

/// Whether an annotation answers all terms of a question.
///
/// Words are looked for in its words, and where only words are asked for, in its label, its
/// speaker and its note as well: so the list finds what it shows.
#[must_use]
pub fn passes(query: &Query, project: &Project, annotation: &Annotation) -> bool {
    let mut seen = Seen { query, project, annotation, words: None, more: None };
    let wide = !query.is_for_tags();
    query.terms.iter().all(|term| seen.matches(term, wide) != term.not)
}

/// An annotation, and what of it was folded already.
struct Seen<'a> {
    query: &'a Query,
    project: &'a Project,
    annotation: &'a Annotation,
    words: Option<String>,
    more: Option<String>,
}

impl Seen<'_> {
    fn matches(&mut self, term: &Term, wide: bool) -> bool {
        let annotation = self.annotation;
        match &term.what {
            What::Words(needle) => {
                self.has(needle) || wide && needle.first(self.more(), 0).is_some()
            }
            What::Pattern(regex) => {
                let words = annotation.selector.words(&self.project.article.text);
                !regex.matches(&words, 1, &mut EFFORT.clone()).is_empty()
            }
            What::Label(labels, needle) => {
                annotation.label().is_some_and(|label| labels.contains(label))
                    && needle.as_ref().is_none_or(|needle| self.has(needle))
            }
            What::Who(name) => {
                self.speaker().is_some_and(|it| folded(&it, false).contains(&**name))
            }
            What::WhoNone => Only::Unanswered.lets(annotation),
            What::Unsure => annotation.unsure,
            What::Note(word) => {
                annotation.note.as_ref().is_some_and(|note| folded(note, false).contains(&**word))
            }
        }
    }

    fn has(&mut self, needle: &Needle) -> bool {
        let text = &self.project.article.text;
        let make = || folded(&self.annotation.selector.words(text), self.query.same_case);
        needle.first(self.words.get_or_insert_with(make), 0).is_some()
    }

    /// What the list shows beside the words.
    fn more(&mut self) -> &str {
        if self.more.is_none() {
            let label = select::label_name(&self.project.labels, self.annotation);
            let speaker = self.speaker().unwrap_or_default();
            let note = self.annotation.note.as_deref().unwrap_or_default();
            self.more = Some(folded(&[label, &speaker, note].join("\n"), self.query.same_case));
        }
        self.more.as_deref().unwrap_or_default()
    }

    fn speaker(&self) -> Option<String> {
        let claimant = self.annotation.claim().and_then(|claim| claim.claimant.as_ref());
        wording::speaker(self.project, claimant)
    }
}

/// What a pattern may cost on the words of one annotation.
const EFFORT: u32 = 200_000;
