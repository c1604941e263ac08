//! The link that is being made: its kind, then what it leads to.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::choice::swatch;
use crate::app::action::LinkAction;
use crate::app::names::Linking;
use crate::app::select::links::{LinkTarget, kinds_from, targets, words_of};
use crate::app::{Action, wording};
use crate::model::{LabelKey, Project};

/// Targets listed at most; typing finds the others.
const LISTED: usize = 30;

#[derive(Clone, Debug, Properties)]
pub struct LinkBarProps {
    pub project: Rc<Project>,
    pub linking: Linking,
    pub dispatch: Dispatch,
}

impl PartialEq for LinkBarProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.project, &other.project) && self.linking == other.linking
    }
}

#[component]
pub fn LinkBar(props: &LinkBarProps) -> Html {
    let query = use_state_eq(|| AttrValue::from(""));
    let at = use_state_eq(|| 0_usize);
    let found: Rc<[LinkTarget]> = targets(&props.project, &props.linking, &query, LISTED).into();
    let chosen = (*at).min(found.len().saturating_sub(1));
    let on_key = {
        let dispatch = props.dispatch.clone();
        let kinds: Vec<LabelKey> =
            kinds_from(&props.project, &props.linking.from).map(|it| it.key.clone()).collect();
        Callback::from(move |event: KeyboardEvent| in_bar(&event, &kinds, &dispatch))
    };
    let close = act(&props.dispatch, LinkAction::Closed);
    let title = wording::names::link_from(&words_of(&props.project, &props.linking.from));
    html! {
        <section id="linking" class="linking" aria-labelledby="linking-title" onkeydown={on_key}>
            <header class="linking__head">
                <h2 id="linking-title" class="panel-title">{ title }</h2>
                { kinds(props) }
                <button type="button" class="linking__close" aria-label="Stop linking" onclick={close}>{ "✕" }</button>
            </header>
            if props.linking.label.is_some() {
                <p class="linking__hint">{ wording::names::TARGET_HINT }</p>
                { search(&found, chosen, &query, &at, &props.dispatch) }
                <ul class="commands linking__targets" id="link-targets" role="listbox" aria-label="What it leads to">
                    { for found.iter().enumerate().map(|(place, it)| row(place, place == chosen, it, &props.dispatch)) }
                </ul>
                if found.is_empty() {
                    <p class="commands__none">{ "Nothing it could lead to." }</p>
                }
            }
        </section>
    }
}

fn act(dispatch: &Dispatch, action: LinkAction) -> Callback<MouseEvent> {
    dispatch.reform(move |_: MouseEvent| Action::Link(action.clone()))
}

fn kinds(props: &LinkBarProps) -> Html {
    let kinds = kinds_from(&props.project, &props.linking.from);
    html! {
        <div class="linking__kinds" role="group" aria-label="Kind of link">
            { for kinds.enumerate().map(|(place, label)| {
                let chosen = props.linking.label.as_ref() == Some(&label.key);
                let choose = act(&props.dispatch, LinkAction::KindChosen(label.key.clone()));
                html! {
                    <button key={label.key.as_str()} type="button" class="choice" aria-pressed={chosen.to_string()} onclick={choose}>
                        { label.shown() }
                        if place < 9 {
                            <kbd aria-hidden="true">{ place + 1 }</kbd>
                        }
                    </button>
                }
            }) }
        </div>
    }
}

fn search(
    found: &Rc<[LinkTarget]>,
    chosen: usize,
    query: &UseStateHandle<AttrValue>,
    at: &UseStateHandle<usize>,
    dispatch: &Dispatch,
) -> Html {
    let on_input = {
        let (query, at) = (query.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            query.set(field.value().into());
            at.set(0);
        })
    };
    let on_key = {
        let (found, at, dispatch) = (found.clone(), at.clone(), dispatch.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = found.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => at.set(if chosen < last { chosen + 1 } else { 0 }),
                "ArrowUp" => at.set(if 0 < chosen { chosen - 1 } else { last }),
                "Enter" if !event.is_composing() => {
                    if let Some(target) = found.get(chosen) {
                        dispatch.emit(Action::Link(LinkAction::Ended(target.id.clone())));
                    }
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let active = found.get(chosen).map(|_| option_id(chosen));
    html! {
        <input
            id="link-search"
            type="text"
            role="combobox"
            aria-label="Search what it leads to"
            aria-expanded="true"
            aria-controls="link-targets"
            aria-autocomplete="list"
            aria-activedescendant={active}
            placeholder="Some of its words, or claim 3"
            autocomplete="off"
            value={(**query).clone()}
            oninput={on_input}
            onkeydown={on_key}
        />
    }
}

fn option_id(place: usize) -> String {
    ["link-target-", &place.to_string()].concat()
}

fn row(place: usize, chosen: bool, item: &LinkTarget, dispatch: &Dispatch) -> Html {
    html! {
        <li
            key={item.id.to_string()}
            id={option_id(place)}
            class="commands__row"
            role="option"
            aria-selected={chosen.to_string()}
            onclick={act(dispatch, LinkAction::Ended(item.id.clone()))}
        >
            { swatch(item.hue) }
            <span class="linking__what">{ item.what.as_ref() }</span>
            <span class="commands__name" dir="auto">{ item.words.as_ref() }</span>
        </li>
    }
}

/// Escape stops; outside the search a digit takes the kind at its place.
fn in_bar(event: &KeyboardEvent, kinds: &[LabelKey], dispatch: &Dispatch) {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let field: Option<HtmlInputElement> = event.target_dyn_into();
    let action = match event.key().parse::<usize>() {
        _ if event.key() == "Escape" => LinkAction::Closed,
        Ok(digit) if field.is_none() && 0 < digit => match kinds.get(digit - 1) {
            Some(label) => LinkAction::KindChosen(label.clone()),
            None => return,
        },
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    dispatch.emit(Action::Link(action));
}
