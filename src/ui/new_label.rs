//! A label that is not there yet, made from the words that were typed to find it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use crate::app::Action;
use crate::app::action::labels::LabelAction;
use crate::app::select::PaletteItem;
use crate::text::lower_case;

/// The last row of the picker, where no label has just this name.
pub fn new_label(items: &[PaletteItem], query: &str, dispatch: &Dispatch) -> Html {
    let name = query.trim().to_owned();
    let is_there = items.iter().any(|item| lower_case(&item.name) == lower_case(&name));
    if name.is_empty() || is_there {
        return html! {};
    }
    let words = ["New label “", &name, "”"].concat();
    let make = dispatch.reform(move |_: MouseEvent| made(&name));
    html! {
        <button key="new-label" type="button" class="popover__label popover__new" onclick={make}>
            <span class="popover__plus" aria-hidden="true">{ "+" }</span>
            <span class="popover__name" dir="auto">{ words }</span>
        </button>
    }
}

/// Enter, where no label is found.
pub fn make_label(event: &KeyboardEvent, dispatch: &Dispatch) {
    let field: HtmlInputElement = event.target_unchecked_into();
    let name = field.value();
    if event.key() == "Enter" && !name.trim().is_empty() {
        event.prevent_default();
        dispatch.emit(made(&name));
    }
}

fn made(name: &str) -> Action {
    Action::Labels(LabelAction::Made(name.trim().into()))
}
