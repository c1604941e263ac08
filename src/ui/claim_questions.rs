//! The questions beside the text, right after a claim was tagged. They never block.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::claim_fields::ClaimFields;
use crate::app::Action;
use crate::model::{AnnotationId, Project};

#[derive(Clone, Debug, Properties)]
pub struct ClaimQuestionsProps {
    pub id: AnnotationId,
    pub project: Rc<Project>,
    pub dispatch: Dispatch,
}

impl PartialEq for ClaimQuestionsProps {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Rc::ptr_eq(&self.project, &other.project)
    }
}

#[component]
pub fn ClaimQuestions(props: &ClaimQuestionsProps) -> Html {
    let dismiss = props.dispatch.reform(|_: MouseEvent| Action::QuestionsDismissed);
    let on_key = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                dispatch.emit(Action::QuestionsDismissed);
            }
            event.stop_propagation();
        })
    };
    html! {
        <div id="questions" class="popover popover--questions" role="group" aria-label="About this claim" onkeydown={on_key}>
            <ClaimFields id={props.id.clone()} project={props.project.clone()} dispatch={props.dispatch.clone()} />
            <div class="popover__foot">
                <button type="button" onclick={dismiss}>{ "Done" }<kbd aria-hidden="true">{ "Esc" }</kbd></button>
            </div>
        </div>
    }
}
