//! The labels offered at the end of a selection.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::choice::swatch;
use super::new_label::{make_label, new_label};
use crate::app::Action;
use crate::app::action::HandAction;
use crate::app::select::PaletteItem;
use crate::app::wording::hand as words;
use crate::model::{LabelKey, LabelKind};
use crate::text::lower_case;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LabelPopoverProps {
    pub items: Rc<[PaletteItem]>,
    /// The selected words.
    pub words: AttrValue,
    /// Labels that these words have already.
    pub given: Rc<[LabelKey]>,
    /// The tag that the words can be added to or taken from.
    pub part: Option<PartOffer>,
    pub dispatch: Dispatch,
}

/// A tag near the selected words.
#[derive(Clone, Debug, PartialEq)]
pub struct PartOffer {
    pub words: AttrValue,
    /// Whether the selected words are some of its own.
    pub inside: bool,
}

#[component]
pub fn LabelPopover(props: &LabelPopoverProps) -> Html {
    let query = use_state(String::new);
    let shown: Vec<&PaletteItem> = props.items.iter().filter(|item| found(item, &query)).collect();
    let on_input = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            query.set(field.value());
        })
    };
    let on_key = {
        let dispatch = props.dispatch.clone();
        let keys: Vec<LabelKey> = shown.iter().map(|item| item.key.clone()).collect();
        Callback::from(move |event: KeyboardEvent| in_search(&event, &keys, &dispatch))
    };
    let keep_focus = Callback::from(|event: PointerEvent| {
        let target: Option<HtmlInputElement> = event.target_dyn_into();
        if target.is_none() {
            event.prevent_default();
        }
    });
    let searching = !query.is_empty();
    html! {
        <div id="label-popover" class="popover" role="group" aria-label="Tag the selection" onpointerdown={keep_focus}>
            <input
                id="label-search"
                class="popover__search"
                type="search"
                placeholder="Search labels"
                aria-label="Search labels"
                autocomplete="off"
                value={(*query).clone()}
                oninput={on_input}
                onkeydown={on_key}
            />
            <div class="popover__labels">
                { for shown.iter().enumerate().map(|(place, item)| {
                    label(props, item, searching.then_some(place + 1).filter(|digit| *digit < 10))
                }) }
                { new_label(&props.items, &query, &props.dispatch) }
            </div>
            if let Some(offer) = &props.part {
                { part(offer, &props.dispatch) }
            }
        </div>
    }
}

fn found(item: &PaletteItem, query: &str) -> bool {
    lower_case(&item.name).contains(&lower_case(query.trim()))
}

/// Enter takes the first label shown, a digit the one with that place.
fn in_search(event: &KeyboardEvent, keys: &[LabelKey], dispatch: &Dispatch) {
    if event.is_composing() {
        return;
    }
    let place = match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            dispatch.emit(Action::Escaped);
            return;
        }
        "Enter" => 0,
        digit => match digit.parse::<usize>() {
            Ok(digit) if 0 < digit => digit - 1,
            _ => return,
        },
    };
    if let Some(key) = keys.get(place) {
        event.prevent_default();
        dispatch.emit(chosen(key.clone(), event.shift_key()));
    } else if place == 0 && keys.is_empty() {
        make_label(event, dispatch);
    }
}

/// With Shift the words stay selected, for more labels.
fn chosen(label: LabelKey, stays: bool) -> Action {
    if stays { Action::Hand(HandAction::LabelAdded(label)) } else { Action::LabelChosen(label) }
}

/// What can be done to a tag with the selected words.
fn part(offer: &PartOffer, dispatch: &Dispatch) -> Html {
    let button = |name: &'static str, key: &'static str, action: HandAction| {
        let act = dispatch.reform(move |_: MouseEvent| Action::Hand(action.clone()));
        html! { <button type="button" class="popover__label" onclick={act}>
            <span class="popover__name">{ name }</span><kbd aria-hidden="true">{ key }</kbd>
        </button> }
    };
    html! {
        <div class="popover__part" role="group" aria-label={words::of_tag(&offer.words)}>
            <p class="popover__none">{ words::of_tag(&offer.words) }</p>
            if offer.inside {
                { button("Take away", "Shift + a", HandAction::PartRemoved) }
                { button("Make a tag of its own", "s", HandAction::Split) }
            } else {
                { button("Add to it", "a", HandAction::PartAdded) }
            }
        </div>
    }
}

/// While searching, a digit takes the label at its place; otherwise each has its own key.
fn label(props: &LabelPopoverProps, item: &PaletteItem, digit: Option<usize>) -> Html {
    let key = item.key.clone();
    let choose =
        props.dispatch.reform(move |event: MouseEvent| chosen(key.clone(), event.shift_key()));
    let given = props.given.contains(&item.key);
    let own = item.shortcut.as_deref().map(str::to_owned);
    let kind = if item.kind == LabelKind::Claim { "claim" } else { "name" };
    let shortcut = digit.map(|digit| digit.to_string()).or(own);
    html! {
        <button
            key={item.key.as_str()}
            type="button"
            class="popover__label"
            data-kind={kind}
            onclick={choose}
        >
            { swatch(item.hue) }
            <span class="popover__name">{ item.name.as_ref() }</span>
            if given {
                <span class="popover__given" aria-label="given already">{ "✓" }</span>
            }
            if let Some(shortcut) = shortcut {
                <kbd aria-hidden="true">{ shortcut }</kbd>
            }
        </button>
    }
}
