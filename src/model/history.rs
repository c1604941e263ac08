//! Undo and redo.
//!
//! The stacks are never stored. Every step names the step that it undoes or redoes, and the stacks
//! follow from these names, so that undo works after a reload as it did before.

use std::rc::Rc;

use super::transaction::Role;
use super::{Edit, StepId, Transaction};

/// One step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    /// What takes it back, in the order to apply.
    pub inverse: Rc<[Edit]>,
}

/// What can be undone and redone, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// Takes in a step that was applied.
    ///
    /// A step that changed nothing is no step: undoing it would seem to do nothing. A new step
    /// empties what could be redone. A step may name one that is not there (its record was
    /// damaged); then it counts as new.
    pub fn push(&mut self, id: StepId, role: &Role, inverse: Vec<Edit>) {
        let step = Step { id, inverse: inverse.into() };
        match role {
            Role::New if step.inverse.is_empty() => {}
            Role::New => {
                self.undo.push(step);
                self.redo.clear();
            }
            Role::Undoes(undone) => {
                self.undo.retain(|other| other.id != *undone);
                self.redo.push(step);
            }
            Role::Redoes(redone) => {
                self.redo.retain(|other| other.id != *redone);
                self.undo.push(step);
            }
        }
    }

    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// The transaction that takes back the newest step.
    #[must_use]
    pub fn undo(&self) -> Option<Transaction> {
        let step = self.undo.last()?;
        Some(Transaction { edits: step.inverse.to_vec(), role: Role::Undoes(step.id.clone()) })
    }

    /// The transaction that does again what was undone last.
    #[must_use]
    pub fn redo(&self) -> Option<Transaction> {
        let step = self.redo.last()?;
        Some(Transaction { edits: step.inverse.to_vec(), role: Role::Redoes(step.id.clone()) })
    }
}
