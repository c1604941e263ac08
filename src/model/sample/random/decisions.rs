//! Random decisions that something is not to be tagged.

use super::{Ask, annotator, pick};
use crate::model::{Command, IsNot, Project};
use crate::text::Spans;

impl Ask {
    pub(super) fn decision(&self, project: &Project) -> Command {
        let [.., third, claim, _, _] = self.picks;
        let is_not = *claim.get(&[IsNot::Entity, IsNot::Claim]);
        let spans = self.spans(project);
        let each = [spans.iter().take(1).map(Spans::from).collect(), vec![spans]].concat();
        Command::Decide { each, is_not, by: Some(annotator(third)) }
    }

    /// Mostly of one that is there.
    pub(super) fn undecision(&self, project: &Project) -> Option<Command> {
        let decision = pick(&project.decisions, self.picks[0])?;
        let spans = decision.selector.spans.clone();
        let by = decision.by.clone().filter(|_| 0 < self.picks[1].index(6));
        Some(Command::Undecide { spans, is_not: decision.is_not, by })
    }
}
