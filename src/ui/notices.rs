//! What stays until it is dismissed, and what is said to those who listen.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use crate::app::state::{News, Notice};
use crate::app::{Action, wording};

pub fn notices(notices: &[Notice], dispatch: &Dispatch) -> Html {
    html! {
        <div class="notices">
            { for notices.iter().map(|notice| shown(notice, dispatch)) }
        </div>
    }
}

#[inline(never)] // Comes after the first picture, unless there is one at the start.
fn shown(notice: &Notice, dispatch: &Dispatch) -> Html {
    let number = notice.number;
    let dismiss = dispatch.reform(move |_: MouseEvent| Action::NoticeDismissed(number));
    let failed = matches!(
        notice.what,
        News::Refused { .. }
            | News::Unreadable { .. }
            | News::Unproven { .. }
            | News::Unopenable { .. }
    );
    let put_back = match &notice.what {
        News::Removed { article, .. } => {
            let article = article.clone();
            let restore =
                dispatch.reform(move |_: MouseEvent| Action::ArticleRestored(article.clone()));
            html! { <button type="button" onclick={restore}>{ "Put it back" }</button> }
        }
        _ => html! {},
    };
    html! {
        <div key={number} class="notice" data-failed={failed.then_some("true")} role={if failed { "alert" } else { "note" }}>
            <p>{ wording::news(&notice.what) }</p>
            { put_back }
            <button type="button" class="notice__close" aria-label="Dismiss" onclick={dismiss}>{ "✕" }</button>
        </div>
    }
}

/// What was said last. The number tells two equal sayings apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub number: u32,
    pub words: Rc<str>,
    pub urgent: bool,
}

/// One place for everything that is said: there from the start, or it would not be heard.
pub fn live_region(said: &Said) -> Html {
    let line = |shown: bool| {
        html! {
            if shown && !said.words.is_empty() {
                <p key={said.number}>{ said.words.as_ref() }</p>
            }
        }
    };
    html! {
        <>
            <div id="said" class="toast" aria-live="polite">{ line(!said.urgent) }</div>
            <div id="said-urgent" class="toast toast--urgent" aria-live="assertive">{ line(said.urgent) }</div>
        </>
    }
}
