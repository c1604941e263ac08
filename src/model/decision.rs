//! Decisions that something is not to be tagged.

use std::cmp::Ordering;
use std::rc::Rc;

use super::{AnnotatorId, Edit, Project, Selector, Unknown};
use crate::text::{Spans, sort_by};

/// A person's decision that some words are no name or no claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub selector: Selector,
    pub is_not: IsNot,
    pub by: Option<AnnotatorId>,
    pub unknown: Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IsNot {
    Entity,
    Claim,
}

impl Decision {
    /// What makes two decisions one: the words, what they are not, and who says so.
    fn key(&self) -> (&Spans, IsNot, Option<&AnnotatorId>) {
        (&self.selector.spans, self.is_not, self.by.as_ref())
    }

    fn order(&self, other: &Decision) -> Ordering {
        self.key().cmp(&other.key())
    }
}

/// Decisions as a project holds them: in the order of the text, each once.
#[must_use]
pub fn decisions_in_order(decisions: Vec<Decision>) -> Rc<[Rc<Decision>]> {
    let mut decisions: Vec<Rc<Decision>> = decisions.into_iter().map(Rc::new).collect();
    sort_by(&mut decisions, |one, other| one.order(other));
    decisions.dedup_by(|next, one| next.key() == one.key());
    decisions.into()
}

impl Project {
    /// Whether one person's decision is there, and where it is or would be.
    pub(super) fn place_of_decision(&self, decision: &Decision) -> Result<usize, usize> {
        self.decisions.binary_search_by(|other| other.order(decision))
    }

    pub(super) fn decide(&mut self, decision: &Rc<Decision>, undo: &mut Vec<Edit>) {
        let Err(place) = self.place_of_decision(decision) else { return };
        let mut decisions = self.decisions.to_vec();
        decisions.insert(place, decision.clone());
        self.decisions = decisions.into();
        undo.push(Edit::Undecide(decision.clone()));
    }

    pub(super) fn undecide(&mut self, decision: &Decision, undo: &mut Vec<Edit>) {
        let Ok(place) = self.place_of_decision(decision) else { return };
        let mut decisions = self.decisions.to_vec();
        undo.push(Edit::Decide(decisions.remove(place)));
        self.decisions = decisions.into();
    }

    /// The first decision that does not come after the one before it, by its number.
    pub(super) fn decision_out_of_order(&self) -> Option<usize> {
        let is_wrong = |pair: &[Rc<Decision>]| match pair {
            [one, next] => one.order(next) != Ordering::Less,
            _ => false,
        };
        self.decisions.windows(2).position(is_wrong).map(|place| place + 1)
    }
}
