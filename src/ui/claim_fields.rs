//! The two questions about a claim: who says this, and how.

use yew::prelude::*;

use super::Dispatch;
use super::choice::{among, choice};
use super::claim_card::{Shown, breadcrumb};
use super::text_field::TextField;
use crate::app::action::claim::{ClaimAction, Picked};
use crate::app::select::{self, SpeakerChoice};
use crate::app::{Action, wording};
use crate::model::{AnnotationId, Claim, Claimant, Project, QuoteMode, Who};

/// The claim that is asked about.
struct Asked<'a> {
    id: &'a AnnotationId,
    project: &'a Project,
    claim: &'a Claim,
    dispatch: &'a Dispatch,
}

/// How many speakers are offered before the typed name; the rest is found by typing.
const SPEAKERS: usize = 8;

/// Both questions, with the answers that were given.
pub fn claim_fields(id: &AnnotationId, project: &Project, dispatch: &Dispatch) -> Html {
    let claim = project.annotation(id).and_then(|annotation| annotation.claim());
    let Some(claim) = claim else { return html! {} };
    let shown = Shown { id, project, claim, dispatch };
    html! {
        <>
            { who_says(&shown) }
            { how_said(&shown) }
        </>
    }
}

pub fn who_says(shown: &Shown<'_>) -> Html {
    let &Shown { id, project, claim, dispatch } = shown;
    let asked = Asked { id, project, claim, dispatch };
    let speakers = select::speakers(project, id);
    html! {
        <>
            { breadcrumb(id, project, dispatch) }
            <fieldset class="question">
                <legend>{ "Who says this?" }</legend>
                <div class="question__answers" onkeydown={Callback::from(among)}>
                    { for speakers.iter().take(SPEAKERS).map(|choice| speaker(&asked, choice)) }
                    { answer(&asked, Who::Article, "The article (no source given)") }
                    { answer(&asked, Who::Unnamed, "Source not named") }
                    { answer(&asked, Who::Unknown, "I can't tell") }
                </div>
                { named_speaker(&asked) }
            </fieldset>
        </>
    }
}

pub fn how_said(shown: &Shown<'_>) -> Html {
    let &Shown { id, project, claim, dispatch } = shown;
    let asked = Asked { id, project, claim, dispatch };
    html! {
        <fieldset class="question">
            <legend>{ "How?" }</legend>
            <div class="question__answers" onkeydown={Callback::from(among)}>
                { for wording::QUOTE_MODES.into_iter().map(|mode| how(&asked, mode)) }
            </div>
        </fieldset>
    }
}

fn claimant_is(claim: &Claim, who: &Who) -> bool {
    claim.claimant.as_ref().is_some_and(|claimant| match (&claimant.who, who) {
        (Who::Entity { entity: one, .. }, Who::Entity { entity: other, .. }) => one == other,
        (one, other) => one == other,
    })
}

/// A choice that gives an answer, or takes it back when it is the one given.
fn answer(asked: &Asked<'_>, who: Who, words: &str) -> Html {
    let chosen = claimant_is(asked.claim, &who);
    let id = asked.id.clone();
    let on_choose = asked.dispatch.reform(move |_: MouseEvent| Action::ClaimantAnswered {
        id: id.clone(),
        claimant: (!chosen).then(|| Claimant::from(who.clone())),
    });
    choice(chosen, on_choose, words)
}

fn speaker(asked: &Asked<'_>, speaker: &SpeakerChoice) -> Html {
    let who =
        Who::Entity { entity: speaker.entity.clone(), mention: Some(speaker.mention.clone()) };
    answer(asked, who, &speaker.name)
}

fn how(asked: &Asked<'_>, mode: QuoteMode) -> Html {
    let id = asked.id.clone();
    let chosen = asked.claim.quote == Some(mode);
    let on_choose = asked.dispatch.reform(move |_: MouseEvent| Action::QuoteAnswered {
        id: id.clone(),
        quote: (!chosen).then_some(mode),
    });
    choice(chosen, on_choose, wording::quote_mode(mode))
}

/// Somebody who is not tagged: a typed name, or words picked in the text.
fn named_speaker(asked: &Asked<'_>) -> Html {
    let named = asked.claim.claimant.as_ref().filter(|claimant| claimant.who == Who::Named);
    let name = wording::speaker(asked.project, named).unwrap_or_default();
    let id = asked.id.clone();
    let on_written = asked.dispatch.reform(move |name: String| {
        let name = name.trim();
        let claimant = (!name.is_empty())
            .then(|| Claimant { text: Some(name.into()), ..Claimant::from(Who::Named) });
        Action::ClaimantAnswered { id: id.clone(), claimant }
    });
    let id = asked.id.clone();
    let pick = asked.dispatch.reform(move |_: MouseEvent| {
        Action::Claim(ClaimAction::Picking { id: id.clone(), part: Picked::Speaker })
    });
    html! {
        <div class="question__named">
            <label class="field">
                <span class="field__name">{ "Somebody else" }</span>
                <TextField placeholder="Name" value={AttrValue::from(name)} {on_written} />
            </label>
            <button id="claim-speaker" type="button" onclick={pick}>{ "Pick words in the text" }</button>
            { tag_as(asked, named) }
        </div>
    }
}

/// Words that were picked as the speaker can be tagged at once.
fn tag_as(asked: &Asked<'_>, named: Option<&Claimant>) -> Html {
    if named.is_none_or(|claimant| claimant.words.is_none()) {
        return html! {};
    }
    let labels = select::claim::speaker_labels(asked.project).into_iter().map(|(label, name)| {
        let id = asked.id.clone();
        let tag = asked.dispatch.reform(move |_: MouseEvent| {
            Action::Claim(ClaimAction::SpeakerTagged { id: id.clone(), label: label.clone() })
        });
        html! { <button type="button" class="offer" onclick={tag}>{ "Tag as " }{ name.as_ref() }</button> }
    });
    html! { <div class="question__tag">{ for labels }</div> }
}
