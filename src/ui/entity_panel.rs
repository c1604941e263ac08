//! The panel of persons, places and things: filter, rows, cards, and names that may be the same.

use std::rc::Rc;

use web_sys::{DragEvent, HtmlInputElement};
use yew::prelude::*;

use super::Dispatch;
use super::choice::swatch;
use super::entity_card::entity_card;
use super::entity_section::act;
use crate::app::action::NameAction;
use crate::app::names::Names;
use crate::app::select::names::{JoinOffer, NameRow};
use crate::app::{Action, select, wording};
use crate::model::{EntityId, Project};
use crate::platform::focus;

#[derive(Clone, Debug, Properties)]
pub struct EntityPanelProps {
    pub project: Rc<Project>,
    pub names: Names,
    pub dispatch: Dispatch,
}

impl PartialEq for EntityPanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.project, &other.project) && self.names == other.names
    }
}

/// Compared by being the same object: an edit always makes another.
#[derive(Clone)]
struct Identity(Rc<Project>);

impl PartialEq for Identity {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
pub fn EntityPanel(props: &EntityPanelProps) -> Html {
    let names = &props.names;
    let listed = (Identity(props.project.clone()), names.filter.clone(), names.by_label);
    let rows = use_memo(listed, |(Identity(project), filter, by_label)| {
        select::names::rows(project, filter, *by_label)
    });
    // What is dragged is known here only: the browser does not tell it before it is dropped.
    let dragged = use_mut_ref(|| None::<EntityId>);
    let shown: Vec<&NameRow> = rows.iter().take(names.rows).collect();
    let open = names.open.as_ref().filter(|id| !shown.iter().any(|row| row.id == **id));
    let far = rows.iter().find(|row| open == Some(&row.id));
    let total = rows.len();
    let on_key = {
        let (dispatch, open) = (props.dispatch.clone(), names.open.clone());
        Callback::from(move |event: KeyboardEvent| on_key(&event, open.as_ref(), &dispatch))
    };
    let more = act(&props.dispatch, NameAction::MoreShown);
    html! {
        <section class="list" aria-labelledby="names-title">
            <header class="list__head">
                <h2 id="names-title" class="panel-title">
                    { "People, places, things" }
                    <span class="list__count">{ total }</span>
                </h2>
                { tools(props) }
            </header>
            { offers(props) }
            <ul class="list__rows" role="list" aria-label="Names" onkeydown={on_key}>
                { for shown.iter().copied().chain(far).enumerate().map(|(place, it)| row(props, place, it, &dragged)) }
            </ul>
            if names.rows < total {
                <button type="button" class="list__more" onclick={more}>
                    { "Show more" }<span class="list__count">{ total - names.rows }</span>
                </button>
            }
            if total == 0 {
                <p class="list__none">{
                    if names.filter.trim().is_empty() { wording::names::NO_NAMES } else { wording::names::NONE_FOUND }
                }</p>
            }
        </section>
    }
}

fn tools(props: &EntityPanelProps) -> Html {
    let names = &props.names;
    let by = |by_label| act(&props.dispatch, NameAction::GroupedByLabel(by_label));
    let on_filter = props.dispatch.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::Name(NameAction::Filtered(field.value().into()))
    });
    html! {
        <div class="list__tools">
            <div role="group" aria-label="Order of the names" class="segmented">
                <button type="button" aria-pressed={(!names.by_label).to_string()} onclick={by(false)}>{ "In text order" }</button>
                <button type="button" aria-pressed={names.by_label.to_string()} onclick={by(true)}>{ "By label" }</button>
            </div>
            <input
                class="list__filter"
                type="search"
                placeholder="Filter"
                aria-label="Filter the names"
                value={AttrValue::from(names.filter.clone())}
                oninput={on_filter}
            />
        </div>
    }
}

/// Names that may mean one thing, once one asks for them.
fn offers(props: &EntityPanelProps) -> Html {
    let shown = props.names.offers;
    let toggle = act(&props.dispatch, NameAction::OffersShown(!shown));
    let found =
        if shown { select::names::offers(&props.project, &props.names) } else { Vec::new() };
    html! {
        <div class="alike">
            <button type="button" id="alike" class="alike__toggle" aria-expanded={shown.to_string()} onclick={toggle}>
                { "Names that may be the same" }
            </button>
            if shown && found.is_empty() {
                <p class="list__none">{ wording::names::NO_ALIKE }</p>
            }
            if shown {
                <ul class="alike__list" role="list" aria-label="Names that may be the same">
                    { for found.into_iter().map(|offer| alike(offer, &props.dispatch)) }
                </ul>
            }
        </div>
    }
}

fn alike(offer: JoinOffer, dispatch: &Dispatch) -> Html {
    let key = format!("{} {}", offer.into, offer.from.len());
    let (join, apart) = answers(&offer);
    let more = offer.from.len().saturating_sub(1);
    // The row goes with the answer, so the focus has to leave it before.
    let answer = |action: NameAction| {
        dispatch.reform(move |_: MouseEvent| {
            focus::focus("alike");
            Action::Name(action.clone())
        })
    };
    html! {
        <li {key} class="alike__pair">
            <span class="alike__names">
                <bdi>{ offer.own.as_ref() }</bdi>{ " · " }<bdi>{ offer.other.as_ref() }</bdi>
                if 0 < more {
                    <span class="list__count">{ wording::names::more(more) }</span>
                }
            </span>
            <button type="button" onclick={answer(join)}>{ "Join" }</button>
            <button type="button" onclick={answer(apart)}>{ "Not the same" }</button>
        </li>
    }
}

/// What to do if an offer is right, and if it is not.
pub fn answers(offer: &JoinOffer) -> (NameAction, NameAction) {
    let JoinOffer { into, from, .. } = offer;
    let join = NameAction::Joined { into: into.clone(), from: from.clone() };
    (join, NameAction::KeptApart { one: into.clone(), others: from.clone() })
}

type Dragged = Rc<std::cell::RefCell<Option<EntityId>>>;

fn row(props: &EntityPanelProps, place: usize, item: &NameRow, dragged: &Dragged) -> Html {
    let open = props.names.open.as_ref() == Some(&item.id);
    let toggle = act(&props.dispatch, NameAction::CardToggled(item.id.clone()));
    let entity = props.project.entity(&item.id).filter(|_| open);
    let (on_start, on_over, on_drop) = dragging(&item.id, dragged, &props.dispatch);
    html! {
        <li key={item.id.as_str()} class="list__item" data-selected={open.then_some("true")} ondragover={on_over} ondrop={on_drop}>
            if let Some((name, size)) = &item.opens_group {
                <h3 class="list__group">{ name.as_ref() }<span class="list__count">{ size }</span></h3>
            }
            <button
                type="button"
                class="list__row name-row"
                draggable="true"
                ondragstart={on_start}
                data-name={item.id.as_str().to_owned()}
                tabindex={if open || (place == 0 && props.names.open.is_none()) { "0" } else { "-1" }}
                aria-expanded={open.to_string()}
                onclick={toggle}
            >
                <span class="list__label" data-kind="name">{ swatch(item.hue) }{ item.label.as_ref() }</span>
                <span class="list__words" dir="auto">{ item.name.as_ref() }</span>
                <span class="name-row__count">{ wording::tags(item.mentions) }</span>
                if item.conflict {
                    <span class="list__flag list__flag--warning">{ "two labels" }</span>
                }
            </button>
            if let Some(entity) = entity {
                { entity_card(&props.project, entity, &props.dispatch) }
            }
        </li>
    }
}

type OnDrag = Callback<DragEvent>;

/// One row dropped on another joins the two.
fn dragging(id: &EntityId, dragged: &Dragged, dispatch: &Dispatch) -> (OnDrag, OnDrag, OnDrag) {
    let start = {
        let (id, dragged) = (id.clone(), dragged.clone());
        Callback::from(move |event: DragEvent| {
            if let Some(transfer) = event.data_transfer() {
                // Firefox drags nothing that carries no data. The name of the article's own format
                // keeps other pages from taking it for a text.
                let _ = transfer.set_data("application/x-postil-name", id.as_str());
            }
            dragged.replace(Some(id.clone()));
        })
    };
    let over = {
        let (id, dragged) = (id.clone(), dragged.clone());
        Callback::from(move |event: DragEvent| {
            if dragged.borrow().as_ref().is_some_and(|it| *it != id) {
                event.prevent_default();
            }
        })
    };
    let drop = {
        let (id, dragged, dispatch) = (id.clone(), dragged.clone(), dispatch.clone());
        Callback::from(move |event: DragEvent| {
            if let Some(from) = dragged.take().filter(|it| *it != id) {
                event.prevent_default();
                let joined = NameAction::Joined { into: id.clone(), from: vec![from] };
                dispatch.emit(Action::Name(joined));
            }
        })
    };
    (start, over, drop)
}

/// Arrows walk the rows; the key of "same as" joins the row with another; Escape closes the card.
fn on_key(event: &KeyboardEvent, open: Option<&EntityId>, dispatch: &Dispatch) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowDown" => focus::walk("[data-name]", false),
        "ArrowUp" => focus::walk("[data-name]", true),
        "e" => {
            if let Some(id) = focus::current_name() {
                dispatch.emit(Action::Name(NameAction::JoinAsked(id)));
            }
        }
        "Escape" => {
            let Some(open) = open.cloned() else { return };
            dispatch.emit(Action::Name(NameAction::CardToggled(open)));
        }
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}
