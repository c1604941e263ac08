//! One row of the list of annotations. Rendered anew only when it changed.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::annotation_card::AnnotationCard;
use super::choice::swatch;
use crate::app::Action;
use crate::app::action::HandAction;
use crate::app::select::ListItem;
use crate::model::Project;

#[derive(Clone, Debug, Properties)]
pub struct ListRowProps {
    pub item: ListItem,
    pub selected: bool,
    /// Whether it is one of those that are chosen together.
    pub marked: bool,
    /// Whether Tab comes to it.
    pub in_tab_order: bool,
    /// While its card is open: the project that the card shows.
    pub card: Option<Rc<Project>>,
    /// Whether the card shows all that there is to a claim.
    pub more: bool,
    pub dispatch: Dispatch,
}

impl PartialEq for ListRowProps {
    fn eq(&self, other: &Self) -> bool {
        let same_card = match (&self.card, &other.card) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        same_card
            && self.more == other.more
            && self.selected == other.selected
            && self.marked == other.marked
            && self.in_tab_order == other.in_tab_order
            && self.item == other.item
    }
}

#[component]
pub fn ListRow(props: &ListRowProps) -> Html {
    let item = &props.item;
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
    html! {
        <>
            if let Some((name, size)) = &item.opens_group {
                <h3 class="list__group">{ name.as_ref() }<span class="list__count">{ size }</span></h3>
            }
            <button
                type="button"
                class="list__row"
                data-kind={if item.is_claim { "claim" } else { "name" }}
                data-row={item.id.as_str().to_owned()}
                tabindex={if props.in_tab_order { "0" } else { "-1" }}
                aria-expanded={props.card.is_some().to_string()}
                aria-current={props.selected.then_some("true")}
                data-marked={props.marked.then_some("true")}
                aria-description={props.marked.then_some("chosen")}
                onclick={choose}
            >
                { face(item) }
            </button>
            if let Some(project) = &props.card {
                <AnnotationCard
                    key={item.id.as_str()}
                    id={item.id.clone()}
                    project={project.clone()}
                    more={props.more}
                    dispatch={props.dispatch.clone()}
                />
            }
        </>
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
