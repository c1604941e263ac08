//! The mouse, pens and fingers in the article.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::runtime::Runtime;
use crate::app::Action;
use crate::app::action::HandAction;
use crate::app::selection::Selection;
use crate::platform::highlight::{self, Paint};
use crate::platform::listen::{self, Listening, Pointer, PointerKind, PointerPhase};
use crate::platform::{article, faults, geometry, selection};
use crate::text::Text;

/// A press that moves further than this (CSS pixels) is a drag, for a finger a scroll.
const SLOP: f64 = 10.0;

/// A finger that rests longer than this (milliseconds) asks for the browser's own selection.
const LONG_PRESS: u64 = 450;

/// The browser settles its selection only after the release; a click inside a selection lets go
/// of it then.
const SETTLE: u32 = 10;

/// How long the handles of a touch screen must rest (milliseconds).
const REST: u32 = 350;

/// Turns what pointers do in the article into actions, until it is dropped.
#[derive(Debug)]
pub struct Pointers {
    _listening: [Listening; 2],
}

impl Pointers {
    pub fn follow(runtime: &Rc<Runtime>) -> Pointers {
        let pressed: Rc<Cell<Option<Pointer>>> = Rc::default();
        let settling: RefCell<Option<Timeout>> = RefCell::default();
        // Two taps may come within the time of settling, as on a slow page: none is lost.
        let releases: Rc<RefCell<Vec<(Pointer, Pointer)>>> = Rc::default();
        let last_kind = Rc::new(Cell::new(PointerKind::Mouse));
        let pointer = {
            let (runtime, kind) = (runtime.clone(), last_kind.clone());
            listen::pointer(move |event| {
                kind.set(event.kind);
                match event.phase {
                    PointerPhase::Pressed => pressed.set(Some(event)),
                    PointerPhase::Moved => {
                        if pressed.get().is_some() && event.kind != PointerKind::Touch {
                            dragged(&runtime, event);
                        }
                    }
                    PointerPhase::Cancelled => {
                        pressed.set(None);
                        article::set_dragged(false);
                        highlight::erase(Paint::Preview);
                    }
                    PointerPhase::Released => {
                        let Some(press) = pressed.take() else { return };
                        releases.borrow_mut().push((press, event));
                        let (runtime, releases) = (runtime.clone(), releases.clone());
                        let timeout = Timeout::new(SETTLE, move || {
                            for (press, release) in releases.take() {
                                released(&runtime, press, release);
                            }
                        });
                        settling.replace(Some(timeout));
                    }
                }
            })
        };
        let handles = {
            let runtime = runtime.clone();
            // Not the timer of the release: a tap changes the browser's selection right after it.
            let resting: RefCell<Option<Timeout>> = RefCell::default();
            listen::selection_change(move || {
                if last_kind.get() == PointerKind::Touch {
                    let runtime = runtime.clone();
                    resting.replace(Some(Timeout::new(REST, move || handles_rest(&runtime))));
                }
            })
        };
        Pointers { _listening: [pointer, handles] }
    }
}

/// Paints what would be selected now: whole words, unless characters are asked for. The browser's
/// own paint is hidden as long as ours is there.
fn dragged(runtime: &Rc<Runtime>, event: Pointer) {
    let Some(text) = runtime.text().filter(|_| highlight::is_supported()) else { return };
    let raw = selection::selected(&text).filter(|raw| raw.anchor != raw.focus);
    let exact = event.alt || runtime.state().exact;
    let span = raw.and_then(|raw| {
        Selection { anchor: raw.anchor, focus: raw.focus, exact, by_tap: false }.span(&text)
    });
    article::set_dragged(true);
    highlight::paint(Paint::Preview, &text, span.as_slice());
}

fn released(runtime: &Rc<Runtime>, press: Pointer, release: Pointer) {
    faults::maybe("timer");
    article::set_dragged(false);
    let Some(text) = runtime.text() else { return };
    let moved = (press.x - release.x).hypot(press.y - release.y);
    if release.kind == PointerKind::Touch {
        let resting = release.at_ms.saturating_sub(press.at_ms);
        if moved <= SLOP && resting < LONG_PRESS {
            tapped(runtime, &text, release);
        }
        return;
    }
    match selection::selected(&text) {
        Some(raw) if raw.anchor != raw.focus => {
            let (anchor, focus, exact) = (raw.anchor, raw.focus, release.alt);
            runtime.dispatch(if release.ctrl {
                Action::Hand(HandAction::PartSelected { anchor, focus, exact })
            } else {
                Action::Selected { anchor, focus, exact }
            });
        }
        _ => {
            if let Some(at) = geometry::offset_at_point(&text, release.x, release.y) {
                runtime.dispatch(Action::Clicked { at, extend: release.shift });
            }
        }
    }
}

fn tapped(runtime: &Rc<Runtime>, text: &Text, release: Pointer) {
    if let Some(at) = geometry::offset_at_point(text, release.x, release.y) {
        runtime.dispatch(Action::Tapped { at });
    }
}

/// The person has made a selection with the browser's own handles.
fn handles_rest(runtime: &Rc<Runtime>) {
    let Some(text) = runtime.text() else { return };
    let Some(raw) = selection::selected(&text) else { return };
    if raw.anchor != raw.focus && !runtime.shows(raw.anchor, raw.focus) {
        let exact = false;
        runtime.dispatch(Action::Selected { anchor: raw.anchor, focus: raw.focus, exact });
    }
}
