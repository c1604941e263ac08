//! The picker of what a tag, or an entity, is the same as.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::choice::swatch;
use super::dialog::Dialog;
use crate::app::action::NameAction;
use crate::app::names::SameAs;
use crate::app::select::names::NameChoice;
use crate::app::{Action, select, wording};
use crate::model::Project;
use crate::text::lower_case;

/// Choices listed at most; typing finds the others.
const LISTED: usize = 50;

#[derive(Clone, Debug, Properties)]
pub struct SameAsDialogProps {
    pub project: Rc<Project>,
    pub what: SameAs,
    pub dispatch: Dispatch,
}

impl PartialEq for SameAsDialogProps {
    fn eq(&self, other: &Self) -> bool {
        self.what == other.what && self.project.id() == other.project.id()
    }
}

#[component]
pub fn SameAsDialog(props: &SameAsDialogProps) -> Html {
    let query = use_state_eq(|| AttrValue::from(""));
    let at = use_state_eq(|| 0_usize);
    let alone = use_state_eq(|| false);
    let all = use_memo((), |()| select::names::choices(&props.project, &props.what));
    let typed = lower_case(query.trim());
    let found: Rc<[NameChoice]> = all
        .iter()
        .filter(|it| typed.is_empty() || lower_case(&it.name).contains(&typed))
        .take(LISTED)
        .cloned()
        .collect();
    let chosen = (*at).min(found.len().saturating_sub(1));
    let on_input = {
        let (query, at) = (query.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            query.set(field.value().into());
            at.set(0);
        })
    };
    let pick = {
        let alone = *alone;
        props
            .dispatch
            .reform(move |it: NameChoice| Action::Name(NameAction::Picked { entity: it.id, alone }))
    };
    let on_key = {
        let (found, at, pick) = (found.clone(), at.clone(), pick.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = found.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => at.set(if chosen < last { chosen + 1 } else { 0 }),
                "ArrowUp" => at.set(if 0 < chosen { chosen - 1 } else { last }),
                "Enter" if !event.is_composing() => {
                    if let Some(choice) = found.get(chosen) {
                        pick.emit(choice.clone());
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
        <Dialog heading={heading(props)} {on_close}>
            <input
                type="text"
                class="commands__query"
                role="combobox"
                aria-label="Search names"
                aria-expanded="true"
                aria-controls="same-as"
                aria-autocomplete="list"
                aria-activedescendant={active}
                placeholder="Type a name"
                autofocus=true
                autocomplete="off"
                value={(*query).clone()}
                oninput={on_input}
                onkeydown={on_key}
            />
            { alone_box(props, *alone, { let alone = alone.clone(); Callback::from(move |on| alone.set(on)) }) }
            <ul class="commands" id="same-as" role="listbox" aria-label="Names">
                { for found.iter().enumerate().map(|(place, it)| row(place, place == chosen, it, &pick)) }
            </ul>
            if found.is_empty() {
                <p class="commands__none">{ wording::names::NONE_FOUND }</p>
            }
        </Dialog>
    }
}

fn heading(props: &SameAsDialogProps) -> AttrValue {
    let project = &props.project;
    let words = match &props.what {
        SameAs::Mention(id) => {
            project.annotation(id).map(|it| it.selector.words(&project.article.text))
        }
        SameAs::Entity(id) => {
            project.entity(id).map(|it| select::names::shown_name(project, it).to_string())
        }
    };
    wording::names::same_person(&words.unwrap_or_default()).into()
}

/// A tag of several that name one thing can go alone.
fn alone_box(props: &SameAsDialogProps, alone: bool, set: Callback<bool>) -> Html {
    let SameAs::Mention(id) = &props.what else { return html! {} };
    let entity = props.project.annotation(id).and_then(|it| it.entity());
    let others = entity.map_or(0, |id| props.project.n_mentions_of(id)).saturating_sub(1);
    if others == 0 {
        return html! {};
    }
    let on_change = set.reform(|event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        field.checked()
    });
    html! {
        <label class="same-as__alone">
            <input type="checkbox" checked={alone} onchange={on_change} />
            { wording::names::only_this(others) }
        </label>
    }
}

fn option_id(place: usize) -> String {
    ["same-as-", &place.to_string()].concat()
}

fn row(place: usize, chosen: bool, item: &NameChoice, pick: &Callback<NameChoice>) -> Html {
    let choice = item.clone();
    let choose = pick.reform(move |_: MouseEvent| choice.clone());
    html! {
        <li
            key={place}
            id={option_id(place)}
            class="commands__row"
            role="option"
            aria-selected={chosen.to_string()}
            onclick={choose}
        >
            { swatch(item.hue) }
            <span class="commands__name" dir="auto">{ item.name.as_ref() }</span>
            if item.is_likely {
                <span class="same-as__likely">{ "likely" }</span>
            }
            <span class="same-as__label">{ item.label.as_ref() }</span>
            <span class="list__count">{ item.mentions }</span>
        </li>
    }
}
