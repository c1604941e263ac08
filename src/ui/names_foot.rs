//! What stands at the foot of the article about names and links: a quiet offer, or a link in the making.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::entity_panel::answers;
use super::entity_section::act;
use super::link_bar::LinkBar;
use crate::app::select::{self, names::JoinOffer};
use crate::app::state::State;
use crate::app::wording;
use crate::model::Project;

pub fn names_foot(state: &State, project: &Rc<Project>, dispatch: &Dispatch) -> Html {
    if let Some(linking) = &state.linking {
        let (project, linking) = (project.clone(), linking.clone());
        return html! { <LinkBar {project} {linking} dispatch={dispatch.clone()} /> };
    }
    select::names::offer(state).map_or_else(|| html! {}, |offer| same_offer(&offer, dispatch))
}

#[inline(never)] // Comes after the first picture.
fn same_offer(offer: &JoinOffer, dispatch: &Dispatch) -> Html {
    let (join, apart) = answers(offer);
    // A press of the mouse must not take the focus out of the article.
    let keep_focus = Callback::from(|event: PointerEvent| event.prevent_default());
    html! {
        <div id="same-offer" class="same-offer" role="group" aria-label="May be the same" onpointerdown={keep_focus}>
            <span class="same-offer__words">{ wording::names::same_as(&offer.other) }</span>
            <button type="button" onclick={act(dispatch, join)}>{ "Join" }</button>
            <button type="button" onclick={act(dispatch, apart)}>{ "Not the same" }</button>
        </div>
    }
}
