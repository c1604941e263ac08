//! The handles at the ends of the selected tag, which the mouse or a finger drags.

use web_sys::Element;
use yew::prelude::*;

use super::Dispatch;
use crate::app::Action;
use crate::app::action::HandAction;
use crate::app::selection::SpanEnd;
use crate::model::Project;
use crate::platform::{article, geometry};

/// One of the two; where it stands is set through the CSSOM. Keys have a way of their own, so that
/// it is hidden from who does not see it.
pub fn handle(end: SpanEnd, project: &Project, dispatch: &Dispatch) -> Html {
    let id = if end == SpanEnd::Start { "handle-start" } else { "handle-end" };
    let grab = Callback::from(|event: PointerEvent| {
        // Without it the press would take the focus and begin a selection.
        event.prevent_default();
        if let Some(handle) = event.target_dyn_into::<Element>() {
            // A pointer that is gone already drags nothing.
            let _ = handle.set_pointer_capture(event.pointer_id());
            article::set_handled(&handle, true);
        }
    });
    let follow = {
        let (text, dispatch) = (project.article.text.clone(), dispatch.clone());
        Callback::from(move |event: PointerEvent| {
            if event.buttons() & 1 == 0 {
                return;
            }
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            if let Some(to) = geometry::offset_at_point(&text, x, y) {
                let exact = event.alt_key();
                dispatch.emit(Action::Hand(HandAction::EndDragged { end, to, exact }));
            }
        })
    };
    let let_go = {
        let (text, dispatch) = (project.article.text.clone(), dispatch.clone());
        Callback::from(move |event: PointerEvent| {
            free(&event);
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            let inside = geometry::offset_at_point(&text, x, y).is_some();
            dispatch.emit(if inside {
                Action::BoundariesKept
            } else {
                Action::Hand(HandAction::EndLeft)
            });
        })
    };
    let cancel = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: PointerEvent| {
            free(&event);
            dispatch.emit(Action::Hand(HandAction::EndLeft));
        })
    };
    html! {
        <div
            {id}
            class="handle"
            aria-hidden="true"
            hidden=true
            onpointerdown={grab}
            onpointermove={follow}
            onpointerup={let_go}
            onpointercancel={cancel}
        />
    }
}

fn free(event: &PointerEvent) {
    if let Some(handle) = event.target_dyn_into::<Element>() {
        article::set_handled(&handle, false);
    }
}
