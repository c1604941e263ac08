//! The strip above the practice article.

use yew::prelude::*;

use super::Dispatch;
use super::shell::open_example;
use crate::app::state::Dialog;
use crate::app::{Action, wording};

pub fn strip(on_open: &Callback<MouseEvent>, dispatch: &Dispatch) -> Html {
    let paste = dispatch.reform(|_: MouseEvent| Action::DialogOpened(Dialog::Paste));
    let see = dispatch.clone();
    let see = Callback::from(move |_: MouseEvent| open_example(&see));
    let close = dispatch.reform(|_: MouseEvent| Action::StripClosed);
    html! {
        <div class="strip" role="note" aria-label="Practice">
            <p>{ wording::PRACTICE }</p>
            <div class="strip__actions">
                <button type="button" onclick={see}>{ "See it annotated" }</button>
                <button type="button" onclick={paste}>{ "Paste my article" }</button>
                <button type="button" onclick={on_open.clone()}>{ "Open a file" }</button>
                <button type="button" class="strip__close" aria-label="Close this hint" onclick={close}>{ "✕" }</button>
            </div>
        </div>
    }
}
