//! What happens while one checks one's work.

use crate::app::check::Finding;
use crate::model::{Candidate, Decision};
use std::rc::Rc;

/// What happened in the panel of checks or by its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckAction {
    /// The next undecided candidate, or the one before, becomes the selection.
    Walked {
        back: bool,
    },
    /// A row of what is undecided was reached.
    Reached {
        row: usize,
        candidate: Candidate,
    },
    /// The candidate at hand is no name, or no claim; with all others of the same words if asked.
    Denied {
        everywhere: bool,
    },
    TakenBack(Rc<Decision>),
    /// A row of what looks wrong was reached.
    FindingReached {
        row: usize,
        finding: Finding,
    },
    /// The fix that is named on its button.
    Fixed {
        row: usize,
        finding: Finding,
    },
    /// The person rests.
    Rested,
}
