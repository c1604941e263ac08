//! Edits that belong together: one gesture, one step of undo, one frame in the journal.

use std::rc::Rc;

use super::{Edit, Generator, Project, StepId};

/// Edits that are applied together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    pub edits: Vec<Edit>,
    /// What kind of step this is, in the history.
    pub role: Role,
}

/// How a step relates to steps before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Role {
    #[default]
    New,
    Undoes(StepId),
    Redoes(StepId),
}

impl From<Vec<Edit>> for Transaction {
    fn from(edits: Vec<Edit>) -> Transaction {
        Transaction { edits, role: Role::New }
    }
}

impl Transaction {
    /// The project after all edits, and the edits that take them back, in the order to apply.
    #[must_use]
    pub fn apply(&self, project: &Project) -> (Project, Vec<Edit>) {
        let mut next = project.clone();
        let mut undo = Vec::new();
        for edit in &self.edits {
            next.apply(edit, &mut undo);
        }
        undo.reverse();
        (next, undo)
    }
}

impl Project {
    /// Notes that the project was edited at a time, by this program.
    ///
    /// A file that is opened and written again stays as it was; only an edit changes these.
    #[must_use]
    pub fn touched(mut self, at: &Rc<str>, generator: &Rc<Generator>) -> Project {
        self.modified = Some(at.clone());
        if self.generator.as_ref() != Some(generator) {
            self.generator = Some(generator.clone());
        }
        self
    }
}
