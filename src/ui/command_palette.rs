//! The command palette: every command by its name, with its key.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::dialog::Dialog;
use crate::app::Action;
use crate::app::keys::{self, Bindings, Offer, offers};
use crate::app::select::PaletteItem;
use crate::platform::focus;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CommandPaletteProps {
    pub bindings: Rc<Bindings>,
    pub labels: Rc<[PaletteItem]>,
    pub dispatch: Dispatch,
}

#[component]
pub fn CommandPalette(props: &CommandPaletteProps) -> Html {
    let query = use_state_eq(|| AttrValue::from(""));
    let at = use_state_eq(|| 0_usize);
    let found: Rc<[Offer]> = offers(&query, &props.labels, &props.bindings).into();
    let chosen = (*at).min(found.len().saturating_sub(1));
    use_effect_with((found.clone(), chosen), |(_, chosen)| focus::show(&option_id(*chosen)));
    let on_input = {
        let (query, at) = (query.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            query.set(field.value().into());
            at.set(0);
        })
    };
    let run = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |action: Action| {
            dispatch.emit(Action::DialogClosed);
            dispatch.emit(action);
        })
    };
    let on_key = {
        let (found, at, run) = (found.clone(), at.clone(), run.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = found.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => at.set(if chosen < last { chosen + 1 } else { 0 }),
                "ArrowUp" => at.set(if 0 < chosen { chosen - 1 } else { last }),
                "Enter" if !event.is_composing() => {
                    if let Some(offer) = found.get(chosen) {
                        run.emit(offer.action.clone());
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let on_close = props.dispatch.reform(|()| Action::DialogClosed);
    let active = found.get(chosen).map(|_| option_id(chosen));
    html! {
        <Dialog heading="Commands" {on_close}>
            <input
                type="text"
                class="commands__query"
                role="combobox"
                aria-label="Search commands"
                aria-expanded="true"
                aria-controls="commands"
                aria-autocomplete="list"
                aria-activedescendant={active}
                placeholder="What do you want to do?"
                autofocus=true
                autocomplete="off"
                value={(*query).clone()}
                oninput={on_input}
                onkeydown={on_key}
            />
            <ul class="commands" id="commands" role="listbox" aria-label="Commands">
                { for found.iter().enumerate().map(|(place, offer)| row(place, place == chosen, offer, &run)) }
            </ul>
            if found.is_empty() {
                <p class="commands__none">{ "No command of that name." }</p>
            }
        </Dialog>
    }
}

fn option_id(place: usize) -> String {
    format!("command-{place}")
}

fn row(place: usize, chosen: bool, offer: &Offer, run: &Callback<Action>) -> Html {
    let action = offer.action.clone();
    let choose = run.reform(move |_: MouseEvent| action.clone());
    html! {
        <li
            key={place}
            id={option_id(place)}
            class="commands__row"
            role="option"
            aria-selected={chosen.to_string()}
            onclick={choose}
        >
            <span class="commands__name">{ offer.name.as_ref() }</span>
            { for offer.strokes.iter().map(|stroke| html! { <kbd>{ keys::stroke_shown(stroke) }</kbd> }) }
        </li>
    }
}
