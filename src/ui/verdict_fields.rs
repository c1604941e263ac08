//! What a check of a claim came to.

use yew::prelude::*;

use super::choice::line;
use super::claim_card::Shown;
use super::evidence_fields::address;
use crate::app::Action;
use crate::app::action::claim::{ClaimAction, VerdictPart};
use crate::model::Verdict;

pub fn verdict_fields(shown: &Shown<'_>) -> Html {
    let none = Verdict::default();
    let verdict = shown.claim.verdict.as_ref().unwrap_or(&none);
    let writes = |part| {
        let id = shown.id.clone();
        shown.dispatch.reform(move |text: String| {
            Action::Claim(ClaimAction::VerdictWritten { id: id.clone(), part, text })
        })
    };
    let scaled = verdict.value.is_some() || verdict.best.is_some() || verdict.worst.is_some();
    html! {
        <fieldset class="verdict">
            <legend class="field__name">{ "Verdict" }</legend>
            { line("What the check came to", verdict.rating.as_deref(), "Mostly true", writes(VerdictPart::Rating)) }
            { address(verdict.url.as_deref()) }
            { line("Address of the check", verdict.url.as_deref(), "https://", writes(VerdictPart::Url)) }
            <div class="pair">
                { line("Checked by", verdict.by.as_deref(), "", writes(VerdictPart::By)) }
                { line("Checked on", verdict.date.as_deref(), "2019-05-04", writes(VerdictPart::Date)) }
            </div>
            <details class="more" open={scaled}>
                <summary class="more__summary">{ "On a scale" }</summary>
                <div class="trio">
                    { line("Value", verdict.value.as_deref(), "4", writes(VerdictPart::Value)) }
                    { line("Worst", verdict.worst.as_deref(), "1", writes(VerdictPart::Worst)) }
                    { line("Best", verdict.best.as_deref(), "5", writes(VerdictPart::Best)) }
                </div>
            </details>
        </fieldset>
    }
}
