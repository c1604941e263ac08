//! What can be done with one annotation beyond its fields: with all of its words, with its parts.

use yew::prelude::*;

use super::Dispatch;
use crate::app::action::HandAction;
use crate::app::wording::hand as words;
use crate::app::{Action, occurrence};
use crate::model::{Annotation, Project};

/// A row of buttons for the card.
pub fn card_tools(annotation: &Annotation, project: &Project, dispatch: &Dispatch) -> Html {
    let same = occurrence::same(project, annotation).len();
    let id = || Some(annotation.id.clone());
    html! {
        <div class="card__tools" role="group" aria-label="More">
            if occurrence::words_of(project, annotation).is_some() {
                { tool("Find the same words", HandAction::ReviewOpened(id()), dispatch) }
            }
            if 1 < same {
                { tool(words::delete_all(same), HandAction::EveryRemoved(id()), dispatch) }
            }
        </div>
    }
}

fn tool(name: impl Into<AttrValue>, action: HandAction, dispatch: &Dispatch) -> Html {
    let act = dispatch.reform(move |_: MouseEvent| Action::Hand(action.clone()));
    html! { <button type="button" onclick={act}>{ name.into() }</button> }
}
