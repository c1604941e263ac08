//! What can be done with all tags that are chosen, or that the list shows.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Dispatch;
use crate::app::Action;
use crate::app::action::HandAction;
use crate::app::wording::hand as words;
use crate::model::{LabelKey, LabelSet};

/// A menu of what is done in one step; `chosen` of the `shown` ones were chosen.
#[inline(never)] // Comes after the first picture.
pub fn many(shown: usize, chosen: usize, labels: &LabelSet, dispatch: &Dispatch) -> Html {
    if shown == 0 && chosen == 0 {
        return html! {};
    }
    let is_chosen = 0 < chosen;
    let n = if is_chosen { chosen } else { shown };
    let act =
        |action: HandAction| dispatch.reform(move |_: MouseEvent| Action::Hand(action.clone()));
    let on_label = dispatch.reform(|event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        let label = LabelKey::new(field.value());
        field.set_value("");
        Action::Hand(HandAction::ManyRelabelled(label))
    });
    html! {
        <details class="many" data-chosen={is_chosen.then_some("true")}>
            <summary>{ words::with_many(n, is_chosen) }</summary>
            <div class="many__tools">
                <select aria-label="Change the label of all" onchange={on_label}>
                    <option value="" selected=true>{ "Change label…" }</option>
                    { for labels.taggable().map(|label| html! {
                        <option value={label.key.as_str().to_owned()}>{ label.shown() }</option>
                    }) }
                </select>
                if is_chosen {
                    <button type="button" disabled={chosen < 2} onclick={act(HandAction::Merged)}>{ "Make one" }</button>
                    <button type="button" onclick={act(HandAction::Unmarked)}>{ "Choose none" }</button>
                }
                <button type="button" class="danger" onclick={act(HandAction::ManyRemoved)}>{ words::delete_all(n) }</button>
            </div>
        </details>
    }
}
