//! The questions beside the text, right after a claim was tagged. They never block.

use yew::prelude::*;

use super::Dispatch;
use super::claim_asked::asked;
use super::claim_card::offers;
use super::shell;
use crate::app::Action;
use crate::model::{AnnotationId, Project};

pub fn claim_questions(id: &AnnotationId, project: &Project, dispatch: &Dispatch) -> Html {
    let dismiss = dispatch.reform(|_: MouseEvent| Action::QuestionsDismissed);
    let on_key = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                dispatch.emit(Action::QuestionsDismissed);
            }
            shell::keep_to_card(&event);
        })
    };
    html! {
        <div id="questions" class="popover popover--questions" role="group" aria-label="About this claim" onkeydown={on_key}>
            { asked(id, project, dispatch) }
            { offers(id, project, dispatch) }
            <div class="popover__foot">
                <button type="button" onclick={dismiss}>{ "Done" }<kbd aria-hidden="true">{ "Esc" }</kbd></button>
            </div>
        </div>
    }
}
