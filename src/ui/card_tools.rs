//! What can be done with one annotation beyond its fields: with all of its words, with its parts.

use yew::prelude::*;

use super::Dispatch;
use crate::app::action::HandAction;
use crate::app::wording::{self, hand as words};
use crate::app::{Action, occurrence};
use crate::model::{Annotation, Project};

/// The parts of an annotation, and a row of buttons, for the card.
pub fn card_tools(annotation: &Annotation, project: &Project, dispatch: &Dispatch) -> Html {
    let same = occurrence::same(project, annotation).len();
    let id = || Some(annotation.id.clone());
    html! {
        <>
            if annotation.selector.spans.is_discontinuous() {
                { parts(annotation, project, dispatch) }
            }
            <div class="card__tools" role="group" aria-label="More">
                if occurrence::words_of(project, annotation).is_some() {
                    { tool("Find the same words", HandAction::ReviewOpened(id()), dispatch) }
                }
                if 1 < same {
                    { tool(words::delete_all(same), HandAction::EveryRemoved(id()), dispatch) }
                }
                { tool("Another label too", HandAction::Duplicated(id()), dispatch) }
                <button
                    type="button"
                    aria-pressed={annotation.unsure.to_string()}
                    aria-keyshortcuts="u"
                    onclick={act(HandAction::UnsureToggled(id()), dispatch)}
                >{ "Unsure" }</button>
            </div>
        </>
    }
}

fn parts(annotation: &Annotation, project: &Project, dispatch: &Dispatch) -> Html {
    let text = &project.article.text;
    let part = |span| {
        let own = |own| HandAction::PartOf { id: annotation.id.clone(), part: span, own };
        html! {
            <li class="card__part">
                <span class="card__words" dir="auto">{ wording::shortened(text.slice(span), 60) }</span>
                { tool("Take away", own(false), dispatch) }
                { tool("Its own tag", own(true), dispatch) }
            </li>
        }
    };
    html! {
        <ul class="card__parts" role="list" aria-label="Parts">
            { for annotation.selector.spans.iter().map(part) }
        </ul>
    }
}

fn act(action: HandAction, dispatch: &Dispatch) -> Callback<MouseEvent> {
    dispatch.reform(move |_: MouseEvent| Action::Hand(action.clone()))
}

fn tool(name: impl Into<AttrValue>, action: HandAction, dispatch: &Dispatch) -> Html {
    html! { <button type="button" onclick={act(action, dispatch)}>{ name.into() }</button> }
}
