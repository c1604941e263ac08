//! What is known about a claim beyond the two questions.
//!
//! What is asked of most claims stands open; the rest is folded away, and stays as it was left.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::choice::{Segment, line, lines, segments};
use super::evidence_fields::evidence_fields;
use super::picker::Picker;
use super::verdict_fields::verdict_fields;
use crate::app::action::claim::{ClaimAction, Picked};
use crate::app::select::{self, claim as derived};
use crate::app::{Action, wording};
use crate::model::{
    AnnotationId, Checkworthy, Claim, ClaimField, ClaimType, EntityId, Polarity, Project,
};

/// One claim and where answers about it go.
pub struct Shown<'a> {
    pub id: &'a AnnotationId,
    pub project: &'a Project,
    pub claim: &'a Claim,
    pub dispatch: &'a Dispatch,
}

impl Shown<'_> {
    /// A callback that sets a field to what was written.
    fn writes(&self, field: fn(Option<Rc<str>>) -> ClaimField) -> Callback<String> {
        let id = self.id.clone();
        self.dispatch.reform(move |text: String| {
            let text = Some(text.trim()).filter(|text| !text.is_empty()).map(Rc::from);
            Action::Claim(ClaimAction::Answered { id: id.clone(), field: field(text) })
        })
    }

    /// A button's callback.
    pub fn does(&self, action: ClaimAction) -> Callback<MouseEvent> {
        self.dispatch.reform(move |_: MouseEvent| Action::Claim(action.clone()))
    }

    pub fn sets(&self, field: ClaimField) -> Callback<MouseEvent> {
        self.does(ClaimAction::Answered { id: self.id.clone(), field })
    }

    pub fn segment(&self, words: &'static str, chosen: bool, field: ClaimField) -> Segment {
        let action = Action::Claim(ClaimAction::Answered { id: self.id.clone(), field });
        Segment { words, chosen, action }
    }
}

/// All fields of the card of a claim, but for the two questions.
pub fn claim_card(shown: &Shown<'_>, more: bool) -> Html {
    let fold = {
        let toggled = Action::Claim(ClaimAction::MoreShown(!more));
        shown.dispatch.reform(move |event: MouseEvent| {
            event.prevent_default();
            toggled.clone()
        })
    };
    let offers = derived::offers(shown.project, shown.id);
    let normalized = shown.claim.normalized.as_deref();
    html! {
        <>
            { reporting_words(shown, &offers) }
            { passed_on_by(shown, &offers) }
            { lines("In one sentence", normalized, shown.writes(ClaimField::Normalized)) }
            <details class="more" open={more}>
                <summary class="more__summary" onclick={fold}>{ "More about this claim" }</summary>
                if more {
                    <div class="more__fields">{ rarer(shown) }</div>
                }
            </details>
        </>
    }
}

fn rarer(shown: &Shown<'_>) -> Html {
    let claim = shown.claim;
    html! {
        <>
            { segments("Worth checking?", checkworthy(shown), shown.dispatch) }
            { segments("What kind of statement?", kinds(shown), shown.dispatch) }
            { segments("How certain is who says it?", certainties(shown), shown.dispatch) }
            { segments("Do they say that it is so?", polarities(shown), shown.dispatch) }
            { about(shown) }
            <div class="pair">
                { line("Topic", claim.topic.as_deref(), "", shown.writes(ClaimField::Topic)) }
                { line("When", claim.time.as_deref(), "2019-05-04", shown.writes(ClaimField::Time)) }
            </div>
            { evidence_fields(shown) }
            { verdict_fields(shown) }
        </>
    }
}

pub fn checkworthy(shown: &Shown<'_>) -> Vec<Segment> {
    let one = |value| {
        let chosen = shown.claim.checkworthy == Some(value);
        let field = ClaimField::Checkworthy((!chosen).then_some(value));
        shown.segment(wording::claim::checkworthy(value), chosen, field)
    };
    [Checkworthy::Yes, Checkworthy::Factual, Checkworthy::No].map(one).into()
}

pub fn kinds(shown: &Shown<'_>) -> Vec<Segment> {
    let one = |value| {
        let chosen = shown.claim.kind == Some(value);
        let field = ClaimField::Kind((!chosen).then_some(value));
        shown.segment(wording::claim::kind(value), chosen, field)
    };
    let all = [
        ClaimType::Event,
        ClaimType::Quantity,
        ClaimType::Causal,
        ClaimType::Rule,
        ClaimType::Prediction,
        ClaimType::Opinion,
        ClaimType::Personal,
        ClaimType::Other,
    ];
    all.map(one).into()
}

pub fn certainties(shown: &Shown<'_>) -> Vec<Segment> {
    let one = |value| {
        let chosen = shown.claim.certainty == Some(value);
        let field = ClaimField::Certainty((!chosen).then_some(value));
        shown.segment(wording::claim::certainty(value), chosen, field)
    };
    wording::claim::CERTAINTIES.map(one).into()
}

fn polarities(shown: &Shown<'_>) -> Vec<Segment> {
    let one = |value| {
        let chosen = shown.claim.polarity == Some(value);
        let field = ClaimField::Polarity((!chosen).then_some(value));
        shown.segment(wording::claim::polarity(value), chosen, field)
    };
    [Polarity::Positive, Polarity::Negative, Polarity::Unknown].map(one).into()
}

/// The reporting words, and how to mark them.
fn reporting_words(shown: &Shown<'_>, offers: &derived::Offers) -> Html {
    let id = shown.id.clone();
    let words = shown.claim.cue.as_ref().map(|cue| cue.words(&shown.project.article.text));
    let pick = shown.does(ClaimAction::Picking { id, part: Picked::ReportingWords });
    html! {
        <div class="part" role="group" aria-label="Reporting words">
            <span class="field__name">{ "Reporting words" }</span>
            <div class="part__row">
                if let Some(words) = words {
                    { token(&words, "Take the reporting words away", shown.sets(ClaimField::Cue(None))) }
                }
                { cue_offer(shown.id, shown.project, offers, "", shown.dispatch) }
                <button id="claim-cue" type="button" class="quiet" onclick={pick}>{ "Select in the text" }</button>
            </div>
        </div>
    }
}

/// The claim that passes this one on, and how to choose it.
fn passed_on_by(shown: &Shown<'_>, offers: &derived::Offers) -> Html {
    let project = shown.project;
    let by = shown.claim.reported_in.as_ref().and_then(|id| project.annotation(id));
    let id = shown.id.clone();
    let on_pick = shown.dispatch.reform(move |by: Rc<str>| {
        let field = ClaimField::ReportedIn(Some(AnnotationId(by)));
        Action::Claim(ClaimAction::Answered { id: id.clone(), field })
    });
    let inside = if let Some(by) = by {
        let words = wording::shortened(&by.selector.words(&project.article.text), 90);
        let none = shown.sets(ClaimField::ReportedIn(None));
        html! { <div class="part__row">{ token(&words, "Passed on by nobody", none) }</div> }
    } else {
        let picks: Rc<[derived::Pick]> = derived::carrier_picks(project, shown.id).into();
        html! {
            if picks.is_empty() {
                <span class="part__none">{ "No other claim is here yet." }</span>
            } else {
                { carrier_offer(shown.id, project, offers, "", shown.dispatch) }
                <Picker id="claim-carrier" name="The claim that passes it on" {picks} {on_pick} />
            }
        }
    };
    html! {
        <div class="part" role="group" aria-label="Passed on by">
            <span class="field__name">{ "Passed on by" }</span>
            { inside }
        </div>
    }
}

/// Who or what the claim is about.
fn about(shown: &Shown<'_>) -> Html {
    let picks = derived::about_picks(shown.project, shown.id);
    let n_named = derived::n_named_in(shown.project, shown.id, &picks);
    let add = {
        let id = shown.id.clone();
        move |entity: Rc<str>| ClaimAction::AboutAdded { id: id.clone(), entity: EntityId(entity) }
    };
    let offered = picks.iter().take(n_named.min(4)).map(|pick| {
        html! {
            <button type="button" class="offer" aria-label={format!("About {}", pick.words)} onclick={shown.does(add(pick.id.clone()))}>
                { "+ " }<bdi>{ pick.words.as_ref() }</bdi>
            </button>
        }
    });
    let offered: Html = offered.collect();
    let named = shown.claim.about.iter().map(|entity| {
        let name = derived::entity_name(shown.project, entity);
        let action = ClaimAction::AboutRemoved { id: shown.id.clone(), entity: entity.clone() };
        token(&name, &format!("Not about {name}"), shown.does(action))
    });
    let named: Html = named.collect();
    let on_pick = shown.dispatch.reform(move |entity| Action::Claim(add(entity)));
    html! {
        <div class="part" role="group" aria-label="About">
            <span class="field__name">{ "About" }</span>
            <div class="part__row">{ named }{ offered }</div>
            <Picker id="claim-about" name="A person, place or thing it is about" picks={Rc::<[derived::Pick]>::from(picks)} {on_pick} />
        </div>
    }
}

/// Something that was chosen, with a button that takes it away.
pub fn token(words: &str, away: &str, on_away: Callback<MouseEvent>) -> Html {
    html! {
        <span class="token">
            <span class="token__words" dir="auto">{ words }</span>
            <button type="button" class="token__away" aria-label={away.to_owned()} onclick={on_away}>{ "✕" }</button>
        </span>
    }
}

/// Who passes the claim on and who says it, from the outermost on.
pub fn breadcrumb(id: &AnnotationId, project: &Project, dispatch: &Dispatch) -> Html {
    let Some(links) = select::claim::breadcrumb(project, id) else { return html! {} };
    let last = links.len().saturating_sub(1);
    let links = links.into_iter().enumerate().map(|(place, (claim, name))| {
        let open = dispatch.reform(move |_: MouseEvent| Action::AnnotationOpened(claim.clone()));
        html! {
            <li class="crumbs__link">
                if place == last {
                    <span aria-current="true"><bdi>{ name }</bdi></span>
                } else {
                    <button type="button" class="crumbs__open" onclick={open}><bdi>{ name }</bdi></button>
                }
            </li>
        }
    });
    html! { <ol class="crumbs" aria-label="Who passes it on">{ for links }</ol> }
}

/// What is offered and waits for a word.
pub fn offers(id: &AnnotationId, project: &Project, dispatch: &Dispatch) -> Html {
    let offers = derived::offers(project, id);
    if offers == derived::Offers::default() {
        return html! {};
    }
    html! {
        <div class="offers" role="group" aria-label="Offered">
            { cue_offer(id, project, &offers, "Reporting words: ", dispatch) }
            { carrier_offer(id, project, &offers, "Passed on by: ", dispatch) }
        </div>
    }
}

fn cue_offer(
    id: &AnnotationId,
    project: &Project,
    offers: &derived::Offers,
    what: &'static str,
    dispatch: &Dispatch,
) -> Html {
    let Some(cue) = offers.cue else { return html! {} };
    let words = project.article.text.slice(cue);
    offer(id, what, words, ClaimField::Cue(Some(cue.into())), dispatch)
}

fn carrier_offer(
    id: &AnnotationId,
    project: &Project,
    offers: &derived::Offers,
    what: &'static str,
    dispatch: &Dispatch,
) -> Html {
    let by = offers.carrier.as_ref().and_then(|by| project.annotation(by));
    let Some(by) = by else { return html! {} };
    let words = wording::shortened(&by.selector.words(&project.article.text), 60);
    offer(id, what, &words, ClaimField::ReportedIn(Some(by.id.clone())), dispatch)
}

fn offer(
    id: &AnnotationId,
    what: &'static str,
    words: &str,
    field: ClaimField,
    dispatch: &Dispatch,
) -> Html {
    let action = Action::Claim(ClaimAction::Answered { id: id.clone(), field });
    let accept = dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <button type="button" class="offer" onclick={accept}>
            <span class="offer__what">{ what }</span>
            <q class="offer__words" dir="auto">{ words }</q>
            <span class="offer__accept">{ "Accept" }<kbd aria-hidden="true">{ "y" }</kbd></span>
        </button>
    }
}
