//! Listening to the window and the document, where Yew does not.
//!
//! Every function returns the listeners; dropping them ends the listening.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{
    BeforeUnloadEvent, Document, DragEvent, Element, Event, File, KeyboardEvent, Node,
    PointerEvent, VisibilityState, Window,
};

use super::{article, files};
use crate::model::AnnotationId;

/// Listening that ends when this is dropped.
#[must_use]
#[derive(Debug, Default)]
pub struct Listening {
    _until_dropped: Vec<EventListener>,
}

/// What touches the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerKind {
    Mouse,
    Touch,
    Pen,
}

/// What it does. A press begins in the article; the others follow it, wherever they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerPhase {
    Pressed,
    Moved,
    Released,
    /// The browser took the gesture over: it scrolls, or the person moves its selection handles.
    Cancelled,
}

/// One event of a pointer, of its first button only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    pub kind: PointerKind,
    pub phase: PointerPhase,
    /// In the viewport, in CSS pixels.
    pub x: f64,
    pub y: f64,
    pub shift: bool,
    pub alt: bool,
    pub ctrl: bool,
    /// Milliseconds since the page was opened.
    pub at_ms: u64,
}

/// Follows presses that begin in the article.
pub fn pointer(on: impl Fn(Pointer) + 'static) -> Listening {
    let Some(document) = document() else { return Listening::default() };
    let on = Rc::new(on);
    let pressed = Rc::new(Cell::new(None));
    let phases = [
        ("pointerdown", PointerPhase::Pressed),
        ("pointermove", PointerPhase::Moved),
        ("pointerup", PointerPhase::Released),
        ("pointercancel", PointerPhase::Cancelled),
    ];
    let listen = |(event, phase)| {
        let (on, pressed) = (on.clone(), pressed.clone());
        EventListener::new(&document, event, move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            if follows(event, phase, &pressed) {
                on(described(event, phase));
            }
        })
    };
    listening(phases.map(listen))
}

/// Whenever the browser's selection changes, however: handles of a touch screen, "select all".
pub fn selection_change(on: impl Fn() + 'static) -> Listening {
    let Some(document) = document() else { return Listening::default() };
    listening([EventListener::new(&document, "selectionchange", move |_| on())])
}

/// Whenever something was scrolled, or the window has another size.
pub fn scroll(on: impl Fn() + 'static) -> Listening {
    let Some(window) = web_sys::window() else { return Listening::default() };
    let on = Rc::new(on);
    let resized = on.clone();
    // What scrolls inside the page tells of it only on the way down.
    let capture = EventListenerOptions::run_in_capture_phase();
    listening([
        EventListener::new_with_options(&window, "scroll", capture, move |_| on()),
        EventListener::new(&window, "resize", move |_| resized()),
    ])
}

/// Before the page is printed, with `true`, and after it was.
pub fn printing(on: impl Fn(bool) + 'static) -> Listening {
    let Some(window) = web_sys::window() else { return Listening::default() };
    let on = Rc::new(on);
    let after = on.clone();
    listening([
        EventListener::new(&window, "beforeprint", move |_| on(true)),
        EventListener::new(&window, "afterprint", move |_| after(false)),
    ])
}

/// What happens to files dragged over the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileDrag {
    Over,
    Left,
    Dropped(Vec<File>),
}

/// Files dragged anywhere over the window. Without it the browser would open them in our place.
pub fn file_drag(on: impl Fn(FileDrag) + 'static) -> Listening {
    let Some(window) = web_sys::window() else { return Listening::default() };
    let on = Rc::new(on);
    let over = on.clone();
    let left = on.clone();
    let take = EventListenerOptions::enable_prevent_default();
    listening([
        EventListener::new_with_options(&window, "dragover", take, move |event| {
            if has_files(event) {
                event.prevent_default();
                over(FileDrag::Over);
            }
        }),
        EventListener::new(&window, "dragleave", move |event| {
            // Inside the window it only goes from one element to another.
            let out = event.dyn_ref::<DragEvent>().is_some_and(|it| it.related_target().is_none());
            if out {
                left(FileDrag::Left);
            }
        }),
        EventListener::new_with_options(&window, "drop", take, move |event| {
            if has_files(event) {
                event.prevent_default();
                let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                let list = transfer.and_then(|transfer| transfer.files());
                on(FileDrag::Dropped(files::files_in(list.as_ref())));
            }
        }),
    ])
}

/// Whether the page can be seen. A hidden page may be ended without another word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    Visible,
    Hidden,
}

pub fn visibility(on: impl Fn(Visibility) + 'static) -> Listening {
    let Some(document) = document() else { return Listening::default() };
    let watched = document.clone();
    listening([EventListener::new(&document, "visibilitychange", move |_| {
        on(match watched.visibility_state() {
            VisibilityState::Hidden => Visibility::Hidden,
            _ => Visibility::Visible,
        });
    })])
}

/// The page is left: the last moment in which something can be stored.
pub fn page_hide(on: impl Fn() + 'static) -> Listening {
    let Some(window) = web_sys::window() else { return Listening::default() };
    listening([EventListener::new(&window, "pagehide", move |_| on())])
}

/// Asks before the page is left while something is not saved.
///
/// It listens only then: a page that always listens is never kept for going back to.
#[derive(Debug, Default)]
pub struct LeaveGuard(RefCell<Option<EventListener>>);

impl LeaveGuard {
    #[must_use]
    pub fn new() -> LeaveGuard {
        LeaveGuard::default()
    }

    /// Whether something would be lost.
    pub fn set_unsaved(&self, unsaved: bool) {
        let Ok(mut listener) = self.0.try_borrow_mut() else { return };
        if unsaved == listener.is_some() {
            return;
        }
        *listener = web_sys::window().filter(|_| unsaved).map(|window| ask_before_leaving(&window));
    }
}

fn ask_before_leaving(window: &Window) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(window, "beforeunload", options, |event| {
        event.prevent_default();
        // Safari asks only for a value; browsers show words of their own.
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            event.set_return_value("unsaved");
        }
    })
}

/// Whether the event belongs to a press that began in the article; keeps which pointer pressed.
fn follows(event: &PointerEvent, phase: PointerPhase, pressed: &Cell<Option<i32>>) -> bool {
    let id = event.pointer_id();
    match phase {
        PointerPhase::Pressed => {
            let node = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            let inside = article::root().is_some_and(|root| root.contains(node.as_ref()));
            let first = event.button() == 0 && event.is_primary();
            if inside && first {
                pressed.set(Some(id));
            }
            inside && first
        }
        PointerPhase::Moved => pressed.get() == Some(id),
        PointerPhase::Released | PointerPhase::Cancelled => {
            let ends = pressed.get() == Some(id);
            if ends {
                pressed.set(None);
            }
            ends
        }
    }
}

fn described(event: &PointerEvent, phase: PointerPhase) -> Pointer {
    let kind = match event.pointer_type().as_str() {
        "touch" => PointerKind::Touch,
        "pen" => PointerKind::Pen,
        _ => PointerKind::Mouse,
    };
    Pointer {
        kind,
        phase,
        x: f64::from(event.client_x()),
        y: f64::from(event.client_y()),
        shift: event.shift_key(),
        alt: event.alt_key(),
        ctrl: event.ctrl_key() || event.meta_key(),
        at_ms: event.time_stamp() as u64,
    }
}

fn has_files(event: &Event) -> bool {
    let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    transfer.is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

fn listening(listeners: impl IntoIterator<Item = EventListener>) -> Listening {
    Listening { _until_dropped: listeners.into_iter().collect() }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The annotations under the pointer, the innermost first, whenever they become others.
pub fn hover(on: impl Fn(Vec<AnnotationId>) + 'static) -> Listening {
    let Some(document) = document() else { return Listening::default() };
    let last = RefCell::new(String::new());
    listening([EventListener::new(&document, "pointerover", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let mark = target.and_then(|target| target.closest("#article [data-ids]").ok()?);
        let ids = mark.and_then(|mark| mark.get_attribute("data-ids")).unwrap_or_default();
        let is_new = last.try_borrow().is_ok_and(|last| *last != ids);
        if is_new {
            on(ids.split_whitespace().map(AnnotationId::new).collect());
            last.replace(ids);
        }
    })])
}

/// The page is scrolled, or its window changes size.
pub fn scrolling(on: impl Fn() + 'static) -> Listening {
    let Some(window) = web_sys::window() else { return Listening::default() };
    let on = Rc::new(on);
    let events = ["scroll", "resize"];
    listening(events.map(|event| {
        let on = on.clone();
        EventListener::new(&window, event, move |_| on())
    }))
}

/// Keys anywhere on the page, after what has the focus had its turn.
pub fn keys(on: impl Fn(&KeyboardEvent) + 'static) -> Listening {
    let Some(document) = document() else { return Listening::default() };
    let take = EventListenerOptions::enable_prevent_default();
    listening([EventListener::new_with_options(&document, "keydown", take, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            on(event);
        }
    })])
}
