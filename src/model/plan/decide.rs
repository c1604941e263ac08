//! Words are decided to be no name or no claim, or no longer.

use std::rc::Rc;

use super::check::check_spans;
use super::tag::annotator;
use crate::model::{AnnotatorId, Decision, Edit, IsNot, Project, Refusal, Selector, Unknown};
use crate::text::Spans;

pub(super) fn plan_decision(
    project: &Project,
    each: &[Spans],
    is_not: IsNot,
    by: Option<&AnnotatorId>,
) -> Result<Vec<Edit>, Refusal> {
    let mut decisions = Vec::new();
    for spans in each {
        check_spans(&project.article.text, spans)?;
        let decision = decision(spans, is_not, by);
        if project.place_of_decision(&decision).is_err() && !decisions.contains(&decision) {
            decisions.push(decision);
        }
    }
    if decisions.is_empty() {
        return Err(Refusal::NoChange);
    }
    let new = by.filter(|by| project.annotator(by).is_none());
    let mut edits: Vec<Edit> =
        new.map(|by| Edit::SetAnnotator(annotator(by))).into_iter().collect();
    edits.extend(decisions.into_iter().map(|it| Edit::Decide(Rc::new(it))));
    Ok(edits)
}

pub(super) fn plan_undecision(
    project: &Project,
    spans: &Spans,
    is_not: IsNot,
    by: Option<&AnnotatorId>,
) -> Result<Vec<Edit>, Refusal> {
    let place =
        project.place_of_decision(&decision(spans, is_not, by)).map_err(|_| Refusal::NoChange)?;
    let there = project.decisions.get(place).ok_or(Refusal::NoChange)?;
    Ok(vec![Edit::Undecide(there.clone())])
}

fn decision(spans: &Spans, is_not: IsNot, by: Option<&AnnotatorId>) -> Decision {
    let selector = Selector::from(spans.clone());
    Decision { selector, is_not, by: by.cloned(), unknown: Unknown::default() }
}
