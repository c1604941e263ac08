//! What speaks for or against a claim: words of this article, or pages of the web.

use yew::prelude::*;

use super::choice::{Segment, line, segments};
use super::claim_card::Shown;
use crate::app::action::claim::{ClaimAction, EvidenceChange, Picked};
use crate::app::{Action, wording};
use crate::model::{Evidence, Stance, Unknown, is_web_address};

pub fn evidence_fields(shown: &Shown<'_>) -> Html {
    let id = shown.id.clone();
    let pick = shown.does(ClaimAction::Picking { id: id.clone(), part: Picked::Evidence });
    let on_address = shown.dispatch.reform(move |address: String| {
        let evidence = Evidence {
            stance: Stance::Supports,
            selector: None,
            url: Some(address.into()),
            quote: None,
            note: None,
            unknown: Unknown::default(),
        };
        Action::Claim(ClaimAction::EvidenceAdded { id: id.clone(), evidence })
    });
    let list = shown.claim.evidence.iter().enumerate();
    html! {
        <fieldset class="evidence">
            <legend class="field__name">{ "Evidence" }</legend>
            if !shown.claim.evidence.is_empty() {
                <ol class="evidence__list">
                    { for list.map(|(place, evidence)| piece(shown, place, evidence)) }
                </ol>
            }
            <div class="evidence__add">
                <button id="claim-evidence" type="button" class="quiet" onclick={pick}>{ "Select in the text" }</button>
                { line("Add a page by its address", None, "https://", on_address) }
            </div>
        </fieldset>
    }
}

fn piece(shown: &Shown<'_>, place: usize, evidence: &Evidence) -> Html {
    let id = shown.id.clone();
    let change = move |change| ClaimAction::EvidenceChanged { id: id.clone(), place, change };
    let writes = |written: fn(String) -> EvidenceChange| {
        let change = change.clone();
        shown.dispatch.reform(move |text: String| Action::Claim(change(written(text))))
    };
    let stances = [Stance::Supports, Stance::Refutes, Stance::Context].map(|stance| Segment {
        words: wording::claim::stance(stance),
        chosen: evidence.stance == stance,
        action: Action::Claim(change(EvidenceChange::Stance(stance))),
    });
    let words = evidence.selector.as_ref().map(|it| it.words(&shown.project.article.text));
    let last = place + 1 == shown.claim.evidence.len();
    html! {
        <li class="evidence__piece" aria-label={format!("Evidence {}", place + 1)}>
            <div class="evidence__head">
                { segments("It speaks", stances.into(), shown.dispatch) }
                <span class="evidence__tools">
                    { tool("Up", "↑", place == 0, shown.does(change(EvidenceChange::Raised))) }
                    { tool("Down", "↓", last, shown.does(change(EvidenceChange::Lowered))) }
                    { tool("Remove this evidence", "✕", false, shown.does(change(EvidenceChange::Removed))) }
                </span>
            </div>
            if let Some(words) = words {
                <q class="evidence__words" dir="auto">{ wording::shortened(&words, 200) }</q>
            } else {
                { address(evidence.url.as_deref()) }
                { line("Address", evidence.url.as_deref(), "https://", writes(EvidenceChange::Url)) }
                { line("What it says there", evidence.quote.as_deref(), "", writes(EvidenceChange::Quote)) }
            }
            { line("Note", evidence.note.as_deref(), "", writes(EvidenceChange::Note)) }
        </li>
    }
}

fn tool(name: &'static str, sign: &'static str, disabled: bool, on: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="evidence__tool" aria-label={name} title={name} {disabled} onclick={on}>{ sign }</button>
    }
}

/// A link, only if the address is one of the web.
pub fn address(url: Option<&str>) -> Html {
    match url.filter(|url| is_web_address(url)) {
        Some(url) => html! {
            <a class="evidence__link" href={url.to_owned()} rel="noopener noreferrer" target="_blank">{ wording::shortened(url, 80) }</a>
        },
        None => html! {},
    }
}
