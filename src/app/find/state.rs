//! What the search box holds, and what came of it.

use std::rc::Rc;

use super::matching::Only;
use super::query::{Fault, Query};
use super::search::{Found, Hit, search};
use crate::app::selection::Selection;
use crate::model::Project;
use crate::text::{CharOffset, Text, folded};

/// The search box. What it holds changes what is shown, never what is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    pub words: Rc<str>,
    /// What was searched for before the box was emptied.
    pub last: Rc<str>,
    pub same_case: bool,
    pub whole_words: bool,
    pub only: Only,
    pub sought: Sought,
    /// The hit that one has come to.
    pub current: Option<usize>,
    /// Where one was when the box was entered.
    pub before: Option<Selection>,
    pub help: bool,
    /// Whether labels are offered for all hits.
    pub tagging: bool,
    folded: Option<Folded>,
}

/// What came of the words in the box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sought {
    #[default]
    Nothing,
    Fault(Rc<Fault>),
    Found(Rc<Query>, Rc<Found>),
}

/// The text of an article as it is compared; made once, not at every key.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Folded {
    of: Text,
    same_case: bool,
    text: Text,
}

impl Find {
    /// What is asked for, if it can be read.
    #[must_use]
    pub fn query(&self) -> Option<&Rc<Query>> {
        match &self.sought {
            Sought::Found(query, _) => Some(query),
            Sought::Nothing | Sought::Fault(_) => None,
        }
    }

    #[must_use]
    pub fn hits(&self) -> &[Hit] {
        match &self.sought {
            Sought::Found(_, found) => &found.hits,
            Sought::Nothing | Sought::Fault(_) => &[],
        }
    }

    #[must_use]
    pub fn current_hit(&self) -> Option<&Hit> {
        self.hits().get(self.current?)
    }

    /// Searches anew.
    pub fn seek(&mut self, project: &Project) {
        self.sought = if self.words.trim().is_empty() {
            Sought::Nothing
        } else {
            match Query::read(&self.words, self.same_case, self.whole_words, &project.labels) {
                Err(fault) => Sought::Fault(Rc::new(fault)),
                Ok(query) => {
                    let text = self.folded(&project.article.text);
                    let found = search(&query, project, &text);
                    Sought::Found(Rc::new(query), Rc::new(found))
                }
            }
        };
        let n_hits = self.hits().len();
        self.current = self.current.filter(|_| 0 < n_hits).map(|it| it.min(n_hits - 1));
    }

    fn folded(&mut self, text: &Text) -> Text {
        let known = self.folded.as_ref();
        if let Some(known) = known.filter(|it| it.of == *text && it.same_case == self.same_case) {
            return known.text.clone();
        }
        let same_case = self.same_case;
        let made = Text::new(folded(text.as_str(), same_case));
        self.folded = Some(Folded { of: text.clone(), same_case, text: made.clone() });
        made
    }

    /// The hit that comes after the current one, or before it; the first from a place on if there
    /// is none. Round the end it goes on at the beginning.
    #[must_use]
    pub fn following(&self, back: bool, from: CharOffset) -> Option<usize> {
        let n_hits = self.hits().len();
        let last = n_hits.checked_sub(1)?;
        Some(match (self.current, back) {
            (Some(current), false) => {
                if current < last {
                    current + 1
                } else {
                    0
                }
            }
            (Some(current), true) => current.checked_sub(1).unwrap_or(last),
            (None, false) => {
                let next = self.hits().partition_point(|hit| hit.start() < from);
                if next < n_hits { next } else { 0 }
            }
            (None, true) => {
                let next = self.hits().partition_point(|hit| hit.start() < from);
                next.checked_sub(1).unwrap_or(last)
            }
        })
    }
}
