//! Checking: what nobody has decided on yet, and what looks wrong about what was tagged.
//!
//! Both are found by walks through all of the article, so they are not done at every key: the
//! candidates depend on the text alone and are found once; what is open and what looks wrong is
//! found anew when the article changes, at once where it is small, and otherwise once the person
//! rests. Nothing of it is saved but the decisions.

mod fix;
mod lint;
#[cfg(test)]
mod tests;

use std::rc::Rc;

pub use fix::{Fix, fix};
pub use lint::{Fault, Finding, findings};

use crate::model::{Candidate, CandidateKind, Project, candidates, undecided};
use crate::text::{CharOffset, Text};

/// An article of more annotations is checked when the person rests, not at every change.
pub const AT_ONCE: usize = 1_000;

/// The same for a text of more characters.
pub const SHORT: CharOffset = CharOffset(200_000);

/// An article of more annotations is checked only while the panel is shown.
pub const IN_BACKGROUND: usize = 20_000;

/// What was found at the last check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    candidates: Option<(Text, Rc<[Candidate]>)>,
    /// The candidate that one has come to.
    pub at: Option<Candidate>,
    pub sweep: Option<Rc<Sweep>>,
    pub findings: Rc<[Finding]>,
}

/// What asks for a decision, and what of it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sweep {
    pub all: Rc<[Candidate]>,
    pub open: Vec<Candidate>,
}

impl Sweep {
    /// How many of a kind are decided, and how many there are.
    #[must_use]
    pub fn decided(&self, kind: CandidateKind) -> (usize, usize) {
        let of_kind = |list: &[Candidate]| list.iter().filter(|it| it.kind == kind).count();
        let all = of_kind(&self.all);
        (all.saturating_sub(of_kind(&self.open)), all)
    }

    #[must_use]
    pub fn n_decided(&self) -> usize {
        self.all.len().saturating_sub(self.open.len())
    }

    /// The open candidate after one, or before it; after a place if there is none. `None` if
    /// nothing is open; round the end it goes on at the beginning.
    #[must_use]
    pub fn following(
        &self,
        at: Option<Candidate>,
        from: CharOffset,
        back: bool,
    ) -> Option<Candidate> {
        let key = |it: &Candidate| (it.span.start(), std::cmp::Reverse(it.span.end()), it.kind);
        let after = match at {
            Some(at) if back => self.open.partition_point(|it| key(it) < key(&at)),
            Some(at) => self.open.partition_point(|it| key(it) <= key(&at)),
            None => self.open.partition_point(|it| it.span.start() < from),
        };
        if back {
            after.checked_sub(1).and_then(|it| self.open.get(it)).or(self.open.last()).copied()
        } else {
            self.open.get(after).or(self.open.first()).copied()
        }
    }
}

impl Check {
    /// What is open now.
    pub fn sweep_anew(&mut self, project: &Project) -> Rc<Sweep> {
        let all = self.candidates_of(project);
        let sweep = Rc::new(Sweep { open: undecided(project, &all), all });
        self.sweep = Some(sweep.clone());
        sweep
    }

    /// What looks wrong now.
    pub fn look_anew(&mut self, project: &Project) {
        self.findings = findings(project).into();
    }

    fn candidates_of(&mut self, project: &Project) -> Rc<[Candidate]> {
        let text = &project.article.text;
        if let Some((_, known)) = self.candidates.as_ref().filter(|(of, _)| of == text) {
            return known.clone();
        }
        let found: Rc<[Candidate]> = candidates(&project.article).into();
        self.candidates = Some((text.clone(), found.clone()));
        found
    }
}
