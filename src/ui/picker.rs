//! Something picked from a list by typing: arrows go through what matches, Enter takes it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::select::claim::{Pick, matching};

/// How many are shown at once; the rest is found by typing.
const SHOWN: usize = 6;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PickerProps {
    /// Of the field on the page.
    pub id: AttrValue,
    pub name: AttrValue,
    pub picks: Rc<[Pick]>,
    /// Whether the first few are shown before anything is typed.
    #[prop_or_default]
    pub eager: bool,
    pub on_pick: Callback<Rc<str>>,
    /// Escape was pressed with nothing typed.
    #[prop_or_default]
    pub on_leave: Option<Callback<()>>,
}

#[component]
pub fn Picker(props: &PickerProps) -> Html {
    let typed = use_state(String::new);
    let active = use_state(|| 0_usize);
    let open = use_state(|| false);
    let shown = (props.eager || *open || !typed.is_empty()).then(|| matching(&props.picks, &typed));
    let shown: Vec<Pick> = shown.unwrap_or_default().into_iter().take(SHOWN).cloned().collect();
    let place = (*active).min(shown.len().saturating_sub(1));
    let on_input = {
        let (typed, active) = (typed.clone(), active.clone());
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            typed.set(field.value());
            active.set(0);
        })
    };
    let take = {
        let (typed, open, on_pick) = (typed.clone(), open.clone(), props.on_pick.clone());
        Callback::from(move |id: Rc<str>| {
            typed.set(String::new());
            open.set(false);
            on_pick.emit(id);
        })
    };
    let on_key = {
        let ids: Vec<Rc<str>> = shown.iter().map(|pick| pick.id.clone()).collect();
        let (typed, open, take) = (typed.clone(), open.clone(), take.clone());
        let on_leave = props.on_leave.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" if ids.is_empty() => open.set(true),
                "ArrowDown" => active.set((place + 1) % ids.len()),
                "ArrowUp" if !ids.is_empty() => active.set((place + ids.len() - 1) % ids.len()),
                "Enter" => match ids.get(place) {
                    Some(id) => take.emit(id.clone()),
                    None => return,
                },
                "Escape" if *open || !typed.is_empty() => {
                    typed.set(String::new());
                    open.set(false);
                }
                "Escape" => match &on_leave {
                    Some(on_leave) => on_leave.emit(()),
                    None => return,
                },
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    // The field keeps the focus while one presses on what it offers.
    let keep_focus = Callback::from(|event: PointerEvent| event.prevent_default());
    html! {
        <div class="picker">
            <input
                id={props.id.clone()}
                type="text"
                role="combobox"
                autocomplete="off"
                placeholder="Type a name"
                aria-label={props.name.clone()}
                aria-expanded={(!shown.is_empty()).to_string()}
                aria-controls={format!("{}-list", props.id)}
                aria-activedescendant={(!shown.is_empty()).then(|| format!("{}-{place}", props.id))}
                value={(*typed).clone()}
                oninput={on_input}
                onkeydown={on_key}
            />
            <ul id={format!("{}-list", props.id)} class="picker__list" role="listbox" aria-label={props.name.clone()} hidden={shown.is_empty()} onpointerdown={keep_focus}>
                { for shown.iter().enumerate().map(|(at, pick)| option(&props.id, at, at == place, pick, &take)) }
            </ul>
        </div>
    }
}

fn option(id: &str, at: usize, active: bool, pick: &Pick, take: &Callback<Rc<str>>) -> Html {
    let picked = pick.id.clone();
    let choose = take.reform(move |_: MouseEvent| picked.clone());
    html! {
        <li id={format!("{id}-{at}")} class="picker__option" role="option" aria-selected={active.to_string()} onclick={choose}>
            <span class="picker__words" dir="auto">{ pick.words.as_ref() }</span>
            <span class="picker__hint" dir="auto">{ pick.hint.as_ref() }</span>
        </li>
    }
}
