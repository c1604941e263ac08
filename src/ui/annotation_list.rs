//! The list of annotations: the article's other view, complete without the text.
//!
//! Of a long list only the rows near the view are in the document, and the selected one; each says
//! its place in the whole, and the arrow keys walk all of them.

use std::ops::Range;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::Dispatch;
use super::choice::choice;
use super::list_row::ListRow;
use super::many::many;
use crate::app::action::FindAction;
use crate::app::find::Only;
use crate::app::rows::Rows;
use crate::app::select::ListItem;
use crate::app::state::{Card, Dialog, Grouping};
use crate::app::{Action, wording};
use crate::model::{AnnotationId, Project};
use crate::platform::{listen, rows};

/// Rows that are in the document at once; a list of no more is there whole. A screen shows about
/// thirty.
const SHOWN: usize = 80;

#[derive(Clone, Debug, Properties)]
pub struct AnnotationListProps {
    pub rows: Rc<Rows>,
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
        Rc::ptr_eq(&self.rows, &other.rows)
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
    let place = props.selected.as_ref().and_then(|id| props.rows.place_of(id));
    let list = use_node_ref();
    let (shown, height) = use_shown(props.rows.len(), place, &list);
    html! {
        <section class="list" aria-labelledby="list-title">
            <header class="list__head">
                <h2 id="list-title" class="panel-title">
                    { "Tags" }
                    <span class="list__count">{ count(props) }</span>
                </h2>
                { tools(props) }
                { many(props.rows.len(), props.marked.len(), &props.project.labels, &props.dispatch) }
            </header>
            <div ref={list} class="list__rows" role="list" aria-label="Annotations" tabindex="-1" onkeydown={props.on_key.clone()}>
                { for children(props, parts(&shown, place, props.rows.len()), place, height) }
            </div>
            if props.total == 0 {
                <p class="list__none">{ wording::NO_TAGS }</p>
            } else if props.rows.is_empty() {
                <p class="list__none">{ wording::NO_SUCH_TAGS }</p>
            }
        </section>
    }
}

/// The rows that are in the document, some around what is in view, and their mean height.
#[hook]
fn use_shown(len: usize, selected: Option<usize>, list: &NodeRef) -> (Range<usize>, Option<f64>) {
    let state = use_state(|| (selected.unwrap_or_default().saturating_sub(SHOWN / 2), None));
    let (first, height) = *state;
    {
        let (state, list) = (state.setter(), list.clone());
        use_effect_with((len <= SHOWN, first), move |(whole, first)| {
            let first = *first;
            let listening = (!whole).then(|| {
                listen::scroll(move || {
                    let Some(list) = list.cast::<HtmlElement>() else { return };
                    let Some(missing) = rows::missing(&list) else { return };
                    let next = missing.saturating_sub(SHOWN / 2);
                    if next != first {
                        rows::keep_focus(&list);
                        state.set((next, rows::row_height(&list)));
                    }
                })
            });
            move || drop(listening)
        });
    }
    let start = first.min(len.saturating_sub(SHOWN));
    (start..(start + SHOWN).min(len), height)
}

/// What the list consists of, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Rows(Range<usize>),
    /// Rows that are not in the document.
    Gap(Range<usize>),
}

/// The shown rows and the selected one, with the gaps around them.
fn parts(shown: &Range<usize>, selected: Option<usize>, len: usize) -> Vec<Part> {
    let selected = selected.filter(|place| !shown.contains(place));
    let lone = |is_before: bool| {
        let place = selected.filter(move |place| (*place < shown.start) == is_before);
        place.map(|place| place..place + 1)
    };
    let mut parts = Vec::new();
    let mut at = 0;
    for rows in lone(true).into_iter().chain([shown.clone()]).chain(lone(false)) {
        if at < rows.start {
            parts.push(Part::Gap(at..rows.start));
        }
        at = rows.end;
        parts.push(Part::Rows(rows));
    }
    if at < len {
        parts.push(Part::Gap(at..len));
    }
    parts
}

/// All keyed, so that a row that stays is kept as it is.
fn children(
    props: &AnnotationListProps,
    parts: Vec<Part>,
    selected: Option<usize>,
    height: Option<f64>,
) -> Vec<Html> {
    let mut children = Vec::with_capacity(SHOWN + 4);
    for (nth, part) in parts.into_iter().enumerate() {
        match part {
            Part::Gap(places) => {
                // No id has a space in it.
                let key = ["gap ", &nth.to_string()].concat();
                children.push(
                    html! { <Gap {key} first={places.start} rows={places.len()} row={height} /> },
                );
            }
            Part::Rows(places) => {
                let items = props.rows.items(places.clone());
                children.extend(
                    places.zip(items).map(|(place, item)| row(props, place, item, selected)),
                );
            }
        }
    }
    children
}

fn row(props: &AnnotationListProps, place: usize, item: ListItem, selected: Option<usize>) -> Html {
    let is_selected = selected == Some(place);
    // One row is in the order of Tab: the selected one, or else the first.
    let in_tab_order = is_selected || (selected.is_none() && place == 0);
    let open = is_selected && matches!(props.card, Card::Open | Card::Note);
    let marked = props.marked.contains(&item.id);
    let len = props.rows.len();
    // Where all rows are in the document, the browser counts them.
    let of_many = SHOWN < len;
    html! {
        <div
            key={item.id.as_str()}
            class="list__item"
            role="listitem"
            data-place={of_many.then(|| place.to_string())}
            aria-posinset={of_many.then(|| (place + 1).to_string())}
            aria-setsize={of_many.then(|| len.to_string())}
            data-selected={is_selected.then_some("true")}
        >
            <ListRow
                {item}
                selected={is_selected}
                {marked}
                {in_tab_order}
                card={open.then(|| props.project.clone())}
                more={props.more}
                dispatch={props.dispatch.clone()}
            />
        </div>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct GapProps {
    first: usize,
    rows: usize,
    /// The mean height of a row, if it was measured.
    row: Option<f64>,
}

/// Stands for rows that are not in the document.
#[component]
fn Gap(props: &GapProps) -> Html {
    let gap = use_node_ref();
    {
        let gap = gap.clone();
        use_effect_with((props.rows, props.row), move |(rows, row)| {
            if let Some(gap) = gap.cast::<HtmlElement>() {
                rows::stretch(&gap, *rows, *row);
            }
        });
    }
    html! {
        <div ref={gap} role="none" class="list__gap" data-gap={props.first.to_string()} data-rows={props.rows.to_string()} />
    }
}

fn count(props: &AnnotationListProps) -> String {
    if props.rows.len() == props.total {
        props.total.to_string()
    } else {
        format!("{} of {}", props.rows.len(), props.total)
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
