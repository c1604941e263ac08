//! Paints the hits of a search, those near the screen only.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::runtime::Runtime;
use crate::app::State;
use crate::platform::highlight::{self, Paint};
use crate::platform::listen::{self, Listening};
use crate::platform::visible;
use crate::text::Span;

/// So many are painted at a time; a page shows fewer, unless one searches for a letter.
const MOST: usize = 1_500;

/// Scrolling tells of itself at every frame; painting waits until it rests (milliseconds).
const REST: u32 = 60;

/// Paints the hits of this state.
pub fn paint(state: &State) {
    let find = &state.find;
    let hits = find.hits();
    let Some(project) = state.project().filter(|_| !hits.is_empty()) else {
        highlight::erase(Paint::Found);
        highlight::erase(Paint::FoundHere);
        return;
    };
    let text = &project.article.text;
    let Some(seen) = visible::visible(text) else { return };
    let first = hits.partition_point(|hit| hit.end() <= seen.start());
    let near = hits.iter().skip(first).take_while(|hit| hit.start() < seen.end()).take(MOST);
    let spans: Vec<Span> = near.flat_map(|hit| hit.spans()).collect();
    highlight::paint(Paint::Found, text, &spans);
    let here: Vec<Span> = find.current_hit().map(|hit| hit.spans()).unwrap_or_default();
    let here: Vec<Span> = here.into_iter().filter(|span| span.overlaps(seen)).collect();
    highlight::paint(Paint::FoundHere, text, &here);
}

/// Paints anew when other text comes onto the screen, until this is dropped.
pub fn follow(runtime: &Rc<Runtime>) -> Listening {
    let runtime = runtime.clone();
    let resting: Cell<Option<Timeout>> = Cell::new(None);
    listen::scrolling(move || {
        if runtime.state().find.hits().is_empty() {
            return;
        }
        let runtime = runtime.clone();
        resting.set(Some(Timeout::new(REST, move || paint(&runtime.state()))));
    })
}
