//! The list of annotations: the article's other view, complete without the text.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::annotation_card::AnnotationCard;
use super::choice::{choice, swatch};
use super::many::many;
use crate::app::action::{FindAction, HandAction};
use crate::app::find::Only;
use crate::app::select::ListItem;
use crate::app::state::{Card, Dialog, Grouping};
use crate::app::{Action, wording};
use crate::model::{AnnotationId, Project};

#[derive(Clone, Debug, Properties)]
pub struct AnnotationListProps {
    pub items: Rc<[ListItem]>,
    pub total: usize,
    pub project: Rc<Project>,
    pub selected: Option<AnnotationId>,
    /// Those that are chosen together.
    pub marked: Rc<[AnnotationId]>,
    pub card: Card,
    pub more: bool,
    pub grouping: Grouping,
    pub only: Only,
    pub on_key: Callback<KeyboardEvent>,
    pub dispatch: Dispatch,
}

impl PartialEq for AnnotationListProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.items, &other.items)
            && Rc::ptr_eq(&self.project, &other.project)
            && self.selected == other.selected
            && self.marked == other.marked
            && self.card == other.card
            && self.more == other.more
            && self.grouping == other.grouping
            && self.only == other.only
    }
}

#[component]
pub fn AnnotationList(props: &AnnotationListProps) -> Html {
    html! {
        <section class="list" aria-labelledby="list-title">
            <header class="list__head">
                <h2 id="list-title" class="panel-title">
                    { "Tags" }
                    <span class="list__count">{ count(props) }</span>
                </h2>
                { tools(props) }
                { many(props.items.len(), props.marked.len(), &props.project.labels, &props.dispatch) }
            </header>
            <ul class="list__rows" role="list" aria-label="Annotations" onkeydown={props.on_key.clone()}>
                { for props.items.iter().enumerate().map(|(place, item)| row(props, place, item)) }
            </ul>
            if props.total == 0 {
                <p class="list__none">{ wording::NO_TAGS }</p>
            } else if props.items.is_empty() {
                <p class="list__none">{ wording::NO_SUCH_TAGS }</p>
            }
        </section>
    }
}

fn count(props: &AnnotationListProps) -> String {
    if props.items.len() == props.total {
        props.total.to_string()
    } else {
        format!("{} of {}", props.items.len(), props.total)
    }
}

fn row(props: &AnnotationListProps, place: usize, item: &ListItem) -> Html {
    let selected = props.selected.as_ref() == Some(&item.id);
    // One row is in the order of Tab: the selected one, or else the first.
    let in_list = props.selected.as_ref().is_some_and(|id| props.items.iter().any(|i| i.id == *id));
    let tab = if selected || (!in_list && place == 0) { "0" } else { "-1" };
    let open = selected && matches!(props.card, Card::Open | Card::Note);
    let id = item.id.clone();
    let choose = props.dispatch.reform(move |event: MouseEvent| {
        let id = id.clone();
        if event.shift_key() {
            Action::Hand(HandAction::MarkedTo(id))
        } else if event.ctrl_key() || event.meta_key() {
            Action::Hand(HandAction::Marked(Some(id)))
        } else {
            Action::AnnotationOpened(id)
        }
    });
    let marked = props.marked.contains(&item.id);
    html! {
        <li key={item.id.as_str()} class="list__item" data-selected={selected.then_some("true")}>
            if let Some((name, size)) = &item.opens_group {
                <h3 class="list__group">{ name.as_ref() }<span class="list__count">{ size }</span></h3>
            }
            <button
                type="button"
                class="list__row"
                data-row={item.id.as_str().to_owned()}
                tabindex={tab}
                aria-expanded={open.to_string()}
                aria-current={selected.then_some("true")}
                data-marked={marked.then_some("true")}
                aria-description={marked.then_some("chosen")}
                onclick={choose}
            >
                { face(item) }
            </button>
            if open {
                <AnnotationCard
                    key={item.id.as_str()}
                    id={item.id.clone()}
                    project={props.project.clone()}
                    more={props.more}
                    dispatch={props.dispatch.clone()}
                />
            }
        </li>
    }
}

fn face(item: &ListItem) -> Html {
    html! {
        <>
            <span class="list__label" data-kind={if item.is_claim { "claim" } else { "name" }}>
                { swatch(item.hue) }{ item.label.as_ref() }
            </span>
            <span class="list__words" dir="auto">{ item.words.as_ref() }</span>
            if let Some(speaker) = &item.speaker {
                <span class="list__speaker">{ "— " }<bdi>{ speaker.as_ref() }</bdi></span>
            } else if item.is_claim {
                <span class="list__speaker list__speaker--open">{ "Who says this?" }</span>
            }
            if item.orphaned {
                <span class="list__flag">{ "lost its place" }</span>
            }
            if item.has_note {
                <span class="list__flag">{ "note" }</span>
            }
            if item.unsure {
                <span class="list__flag">{ "unsure" }</span>
            }
        </>
    }
}

fn tools(props: &AnnotationListProps) -> Html {
    let group =
        |grouping| props.dispatch.reform(move |_: MouseEvent| Action::GroupingChosen(grouping));
    let pressed = |grouping| (props.grouping == grouping).to_string();
    let only = |only| {
        props.dispatch.reform(move |_: MouseEvent| Action::Find(FindAction::OnlyChosen(only)))
    };
    html! {
        <div class="list__tools">
            <div role="group" aria-label="Order of the list" class="segmented">
                <button type="button" aria-pressed={pressed(Grouping::TextOrder)} onclick={group(Grouping::TextOrder)}>{ "In text order" }</button>
                <button type="button" aria-pressed={pressed(Grouping::Label)} onclick={group(Grouping::Label)}>{ "By label" }</button>
            </div>
            { claims_table(&props.dispatch) }
            <div role="group" aria-label="Which tags" class="list__only">
                { for Only::EACH.iter().map(|&each| choice(each == props.only, only(each), wording::only(each))) }
            </div>
        </div>
    }
}

fn claims_table(dispatch: &Dispatch) -> Html {
    let open = dispatch.reform(|_: MouseEvent| Action::DialogOpened(Dialog::Claims));
    html! {
        <button type="button" class="quiet" aria-haspopup="dialog" aria-keyshortcuts="l" onclick={open}>
            { "Claims table" }<kbd aria-hidden="true">{ "l" }</kbd>
        </button>
    }
}
