//! What belongs to the tag that is hovered or selected: all that names the same is painted, or the
//! parts of a claim, and arcs lead to what it is linked with. Nothing is rendered anew for it.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::runtime::Runtime;
use crate::app::{State, select};
use crate::model::{AnnotationId, Project};
use crate::platform::arcs;
use crate::platform::highlight::{self, Paint};
use crate::platform::listen::{self, Listening};
use crate::platform::visible;
use crate::text::Span;

/// Scrolling tells of itself at every frame; painting waits until it rests (milliseconds).
const REST: u32 = 60;

/// Paints for what is hovered, the innermost first; for what is selected if nothing is.
pub fn show(state: &State, hovered: &[AnnotationId]) {
    let Some(project) = state.project() else { return };
    let selected = state.selected.as_slice();
    let meant = if hovered.is_empty() { selected } else { hovered };
    show_same(project, meant);
    show_arcs(project, meant);
    if let Some(linking) = &state.linking {
        let target = select::links::target_among(project, linking, hovered);
        let spans = target.and_then(|id| project.annotation(id)).map(|it| &it.selector.spans);
        let spans = spans.map(|spans| spans.as_slice()).unwrap_or_default();
        highlight::paint(Paint::Target, &project.article.text, spans);
    }
}

fn show_same(project: &Project, meant: &[AnnotationId]) {
    let text = &project.article.text;
    let spans = meant.iter().map(|id| kin(project, id)).find(|spans| 1 < spans.len());
    let spans = spans.unwrap_or_default();
    let seen = if spans.is_empty() { None } else { visible::visible(text) };
    match seen {
        Some(seen) => {
            let near: Vec<Span> = spans.into_iter().filter(|it| it.overlaps(seen)).collect();
            highlight::paint(Paint::Same, text, &near);
        }
        None => highlight::erase(Paint::Same),
    }
}

/// What is painted with a tag: of a name all that name the same, of a claim all its parts.
fn kin(project: &Project, id: &AnnotationId) -> Vec<Span> {
    match project.annotation(id) {
        Some(annotation) if annotation.is_claim() => select::claim::parts(project, id),
        Some(_) => select::names::named_alike(project, id),
        None => Vec::new(),
    }
}

fn show_arcs(project: &Project, meant: &[AnnotationId]) {
    let linked = meant.iter().find(|id| !project.links_of(&id.0).is_empty());
    let text = &project.article.text;
    let from = linked.and_then(|id| project.annotation(id)?.selector.spans.iter().next());
    let (Some(id), Some(from), Some(seen)) =
        (linked, from, linked.and_then(|_| visible::visible(text)))
    else {
        return arcs::erase();
    };
    let shown = select::links::arcs(project, &id.0).into_iter();
    let shown: Vec<arcs::Arc> = shown
        .filter(|arc| arc.to.overlaps(seen))
        .map(|arc| arcs::Arc {
            to: arc.to,
            words: arc.words,
            ends_there: arc.ends_there,
            begins_there: arc.begins_here,
        })
        .collect();
    arcs::draw(text, from, &shown);
}

/// Follows the pointer over the article, and the page as it is scrolled, until this is dropped.
pub fn follow(runtime: &Rc<Runtime>) -> [Listening; 2] {
    let hovering = {
        let runtime = runtime.clone();
        listen::hover(move |ids| {
            runtime.hover(ids);
            show(&runtime.state(), &runtime.hovered());
        })
    };
    let scrolling = {
        let runtime = runtime.clone();
        let resting: Cell<Option<Timeout>> = Cell::new(None);
        listen::scrolling(move || {
            if runtime.state().selected.is_none() && runtime.hovered().is_empty() {
                return;
            }
            let runtime = runtime.clone();
            let paint = move || show(&runtime.state(), &runtime.hovered());
            resting.set(Some(Timeout::new(REST, paint)));
        })
    };
    [hovering, scrolling]
}
