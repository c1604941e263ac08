//! The questions that the label set has follow a claim, in its order.

use yew::prelude::*;

use super::Dispatch;
use super::choice::{Segment, segments};
use super::claim_card::{Shown, certainties, checkworthy, kinds};
use super::claim_fields::{how_said, who_says};
use crate::app::wording::labels as words;
use crate::model::{AnnotationId, ClaimField, ClaimType, Project, Question, USUAL_QUESTIONS};

pub fn asked(id: &AnnotationId, project: &Project, dispatch: &Dispatch) -> Html {
    let annotation = project.annotation(id);
    let Some(claim) = annotation.and_then(|annotation| annotation.claim()) else {
        return html! {};
    };
    let label = project.labels.label_of(claim.label.as_ref());
    let questions = label.map_or(USUAL_QUESTIONS, |label| label.questions());
    let shown = Shown { id, project, claim, dispatch };
    let list = |question, answers| segments(words::question(question), answers, dispatch);
    let question = |question: &Question| match question {
        Question::Claimant => who_says(&shown),
        Question::Quote => how_said(&shown),
        Question::Checkworthy => list(*question, checkworthy(&shown)),
        Question::Opinion => list(*question, fact_or_opinion(&shown)),
        Question::Type => list(*question, kinds(&shown)),
        Question::Certainty => list(*question, certainties(&shown)),
    };
    html! { { for questions.iter().map(question) } }
}

/// A coarse answer to what kind of claim it is: every kind but an opinion is a fact.
fn fact_or_opinion(shown: &Shown<'_>) -> Vec<Segment> {
    let kind = shown.claim.kind;
    let is_opinion = kind == Some(ClaimType::Opinion);
    let is_fact = kind.is_some() && !is_opinion;
    let answer = |words, chosen: bool, kind| {
        shown.segment(words, chosen, ClaimField::Kind((!chosen).then_some(kind)))
    };
    vec![
        answer(words::FACT, is_fact, ClaimType::Other),
        answer(words::OPINION, is_opinion, ClaimType::Opinion),
    ]
}
