//! The numbers of claims in the margin: a press on one selects its claim.
//!
//! They are drawn once the page rests, and only those near the window. Who does not see them has
//! the list and the descriptions of the marks.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::Dispatch;
use crate::app::Action;
use crate::app::select::margin::{next_of, numbered, stacked};
use crate::app::wording;
use crate::model::AnnotationId;
use crate::platform::margin::{Numbered, draw, lanes, pressed, stretches};
use crate::platform::{focus, listen, parts, visible};
use crate::storage::Document;

/// Editing and scrolling come in bursts (milliseconds).
const REST: u32 = 60;

/// More than three lines side by side tell nobody anything.
const LANES: usize = 3;

/// What the numbers depend on.
#[derive(Clone, Debug)]
struct Drawn {
    document: Rc<Document>,
    selected: Option<AnnotationId>,
}

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document) && self.selected == other.selected
    }
}

/// The element that the numbers are drawn into.
pub fn margin(selected: Option<&AnnotationId>, dispatch: &Dispatch) -> Html {
    let selected = selected.cloned();
    let dispatch = dispatch.clone();
    let on_press = Callback::from(move |event: MouseEvent| {
        if let Some(id) = next_of(&pressed(&event), selected.as_ref()) {
            focus::focus("article");
            dispatch.emit(Action::AnnotationSelected(id.clone()));
        }
    });
    html! { <svg id="margin" class="margin" aria-hidden="true" onclick={on_press} /> }
}

/// Keeps the numbers where their claims are.
#[hook]
pub fn use_margin(document: &Rc<Document>, selected: Option<&AnnotationId>) {
    let drawn = Drawn { document: document.clone(), selected: selected.cloned() };
    use_effect_with(drawn, |drawn| {
        let resting = Rc::new(Cell::new(None));
        rest(&resting, drawn);
        let scrolling = {
            let (resting, drawn) = (resting.clone(), drawn.clone());
            listen::scrolling(move || rest(&resting, &drawn))
        };
        move || {
            drop(scrolling);
            resting.set(None);
        }
    });
}

fn rest(resting: &Rc<Cell<Option<Timeout>>>, drawn: &Drawn) {
    let (again, drawn) = (resting.clone(), drawn.clone());
    resting.set(Some(Timeout::new(REST, move || {
        if parts::is_whole() {
            show(&drawn);
        } else {
            rest(&again, &drawn);
        }
    })));
}

#[inline(never)] // Comes after the first picture.
fn show(drawn: &Drawn) {
    let project = &drawn.document.project;
    let text = &project.article.text;
    let Some(seen) = visible::visible(text) else { return draw(&[]) };
    let claims = numbered(project, seen);
    let spans: Vec<_> = claims.iter().map(|claim| claim.span).collect();
    let placed = stretches(text, &spans).into_iter().zip(claims);
    let placed = placed.filter_map(|(stretch, claim)| Some((stretch?, claim)));
    let (stretches, claims): (Vec<_>, Vec<_>) = placed.unzip();
    let stacks = stacked(&stretches, lanes().min(LANES)).into_iter();
    let numbers = stacks.filter_map(|stack| {
        let claims: Vec<_> = stack.claims.iter().filter_map(|place| claims.get(*place)).collect();
        let first = claims.first()?;
        Some(Numbered {
            words: wording::claim::numbers(first.number, claims.len() - 1),
            hue: first.hue,
            selected: claims.iter().any(|it| Some(&it.id) == drawn.selected.as_ref()),
            lane: stack.lane,
            top: stack.top,
            bottom: stack.bottom,
            claims: claims.into_iter().map(|it| it.id.clone()).collect(),
        })
    });
    draw(&numbers.collect::<Vec<_>>());
}
