//! The two questions about a claim: who says this, and how.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::choice::Choice;
use crate::app::select::{self, SpeakerChoice};
use crate::app::{Action, wording};
use crate::model::{AnnotationId, Claim, Claimant, Project, QuoteMode, Who};

#[derive(Clone, Debug, Properties)]
pub struct ClaimFieldsProps {
    pub id: AnnotationId,
    pub project: Rc<Project>,
    pub dispatch: Dispatch,
}

impl PartialEq for ClaimFieldsProps {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Rc::ptr_eq(&self.project, &other.project)
    }
}

/// How many speakers are offered before the typed name; the rest is found by typing.
const SPEAKERS: usize = 8;

#[component]
pub fn ClaimFields(props: &ClaimFieldsProps) -> Html {
    let annotation = props.project.annotation(&props.id);
    let Some(claim) = annotation.and_then(|annotation| annotation.claim()) else { return html! {} };
    html! {
        <>
            <fieldset class="question">
                <legend>{ "Who says this?" }</legend>
                <div class="question__answers">
                    { for select::speakers(&props.project, &props.id).iter().take(SPEAKERS).map(|choice| speaker(props, claim, choice)) }
                    { answer(props, claim, Who::Article, "The article (no source given)") }
                    { answer(props, claim, Who::Unnamed, "Source not named") }
                    { answer(props, claim, Who::Unknown, "I can't tell") }
                </div>
                <NamedSpeaker id={props.id.clone()} name={named(props, claim)} dispatch={props.dispatch.clone()} />
            </fieldset>
            <fieldset class="question">
                <legend>{ "How?" }</legend>
                <div class="question__answers">
                    { for [QuoteMode::Direct, QuoteMode::Indirect, QuoteMode::Mixed, QuoteMode::None]
                        .into_iter()
                        .map(|mode| how(props, claim, mode)) }
                </div>
            </fieldset>
        </>
    }
}

fn claimant_is(claim: &Claim, who: &Who) -> bool {
    claim.claimant.as_ref().is_some_and(|claimant| match (&claimant.who, who) {
        (Who::Entity { entity: one, .. }, Who::Entity { entity: other, .. }) => one == other,
        (one, other) => one == other,
    })
}

/// A choice that gives an answer, or takes it back when it is the one given.
fn answer(props: &ClaimFieldsProps, claim: &Claim, who: Who, words: &str) -> Html {
    let chosen = claimant_is(claim, &who);
    let id = props.id.clone();
    let on_choose = props.dispatch.reform(move |()| Action::ClaimantAnswered {
        id: id.clone(),
        claimant: (!chosen).then(|| Claimant::from(who.clone())),
    });
    html! { <Choice {chosen} {on_choose}>{ words }</Choice> }
}

fn speaker(props: &ClaimFieldsProps, claim: &Claim, choice: &SpeakerChoice) -> Html {
    let who = Who::Entity { entity: choice.entity.clone(), mention: Some(choice.mention.clone()) };
    answer(props, claim, who, &choice.name)
}

fn how(props: &ClaimFieldsProps, claim: &Claim, mode: QuoteMode) -> Html {
    let id = props.id.clone();
    let chosen = claim.quote == Some(mode);
    let on_choose = props.dispatch.reform(move |()| Action::QuoteAnswered {
        id: id.clone(),
        quote: (!chosen).then_some(mode),
    });
    html! { <Choice {chosen} {on_choose}>{ wording::quote_mode(mode) }</Choice> }
}

fn named(props: &ClaimFieldsProps, claim: &Claim) -> AttrValue {
    let named = claim.claimant.as_ref().filter(|claimant| claimant.who == Who::Named);
    wording::speaker(&props.project, named).unwrap_or_default().into()
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct NamedSpeakerProps {
    id: AnnotationId,
    name: AttrValue,
    dispatch: Dispatch,
}

/// Somebody who is not tagged: a typed name, or words picked in the text.
#[component]
fn NamedSpeaker(props: &NamedSpeakerProps) -> Html {
    let id = props.id.clone();
    let on_change = props.dispatch.reform(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let name = field.value();
        let name = name.trim();
        let claimant = (!name.is_empty())
            .then(|| Claimant { text: Some(name.into()), ..Claimant::from(Who::Named) });
        Action::ClaimantAnswered { id: id.clone(), claimant }
    });
    let id = props.id.clone();
    let pick = props.dispatch.reform(move |_: MouseEvent| Action::SpeakerPicking(id.clone()));
    html! {
        <div class="question__named">
            <label class="field">
                <span class="field__name">{ "Somebody else" }</span>
                <input type="text" dir="auto" placeholder="Name" value={props.name.clone()} onchange={on_change} />
            </label>
            <button type="button" onclick={pick}>{ "Pick words in the text" }</button>
        </div>
    }
}
