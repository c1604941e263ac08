//! What happens to the whole window: keys outside the article, dropped files, the page hidden.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, KeyboardEvent};

use super::Dispatch;
use super::runtime::Runtime;
use crate::app::keys::{self, Key};
use crate::app::rows::Rows;
use crate::app::{Action, FileRead, practice};
use crate::model::AnnotationId;
use crate::platform::files::{self, ReadFile};
use crate::platform::listen::{self, FileDrag, Listening, Visibility};
use crate::platform::{focus, theme};

/// The files that can be opened, as the browser's dialog filters them.
const ACCEPT: &str = ".txt,.json,text/plain,application/json";

/// Rows that the keys for a page go over.
const PAGE: usize = 20;

/// Listens until it is dropped.
#[derive(Debug)]
pub struct Shell {
    _listening: [Listening; 3],
}

impl Shell {
    pub fn follow(runtime: &Rc<Runtime>) -> Shell {
        let keys = {
            let runtime = runtime.clone();
            listen::keys(move |event| anywhere(&runtime, event))
        };
        let drag = {
            let runtime = runtime.clone();
            listen::file_drag(move |drag| {
                theme::set_dragging(drag == FileDrag::Over);
                if let FileDrag::Dropped(files) = drag {
                    let runtime = runtime.clone();
                    read(files, move |action| drop(runtime.dispatch(action)));
                }
            })
        };
        let visibility = {
            let runtime = runtime.clone();
            // A page that was hidden may have got its room back meanwhile.
            listen::visibility(move |visibility| {
                if visibility == Visibility::Visible && runtime.is_unsaved() {
                    runtime.dispatch(Action::RetryAsked);
                }
            })
        };
        Shell { _listening: [keys, drag, visibility] }
    }
}

/// Some keys act wherever the focus is, most of them unless text is typed there.
fn anywhere(runtime: &Rc<Runtime>, event: &KeyboardEvent) {
    let typing = focus::is_typing(event.target().as_ref());
    let state = runtime.state();
    if event.default_prevented() || event.is_composing() || state.dialog.is_some() {
        return;
    }
    let Some(resolved) = keys::resolve_anywhere(&key(event), &state.bindings) else { return };
    if !typing || resolved.while_typing {
        event.prevent_default();
        runtime.dispatch(resolved.action);
    }
}

/// What a card does with a key that is pressed in it: the keys of the list must not act there,
/// commands of the whole page do. Before those, the field that is typed in tells of its change.
pub fn keep_to_card(event: &KeyboardEvent) {
    let command = event.ctrl_key() || event.meta_key();
    let edits = matches!(event.key().as_str(), "a" | "c" | "v" | "x" | "y" | "z" | "Z");
    if command && !edits && keys::stroke(&key(event)).is_some() {
        focus::commit_field();
    } else {
        event.stop_propagation();
    }
}

/// A key as the key table knows it.
#[must_use]
pub fn key(event: &KeyboardEvent) -> Key {
    Key {
        code: event.code(),
        key: event.key(),
        shift: event.shift_key(),
        ctrl: event.ctrl_key(),
        alt: event.alt_key(),
        meta: event.meta_key(),
    }
}

/// Lets the person choose files and opens them.
pub fn open_files(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    files::pick_files(ACCEPT, move |files| read(files, move |action| dispatch.emit(action)));
}

fn read(files: Vec<File>, on_read: impl Fn(Action) + 'static) {
    spawn_local(async move {
        let read = files::read_files(files).await;
        on_read(Action::FilesRead(read.into_iter().map(file_read).collect()));
    });
}

fn file_read(file: ReadFile) -> FileRead {
    let bytes = file.bytes.map(Rc::from).map_err(|fault| fault.to_string());
    FileRead { name: file.name, bytes, format: None }
}

/// Opens the practice article as somebody has annotated it. It stands beside the page, since few
/// ever need it.
pub fn open_example(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let file = files::read_beside(practice::ANNOTATED).await;
        dispatch.emit(Action::FilesRead(vec![file_read(file)]));
    });
}

/// The row that an arrow key leads to in the list.
#[must_use]
pub fn row_after(
    event: &KeyboardEvent,
    rows: &Rows,
    selected: Option<&AnnotationId>,
) -> Option<AnnotationId> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return None;
    }
    let place = || selected.and_then(|selected| rows.place_of(selected));
    let last = rows.len().saturating_sub(1);
    let next = match event.key().as_str() {
        "ArrowDown" => place().map_or(0, |place| (place + 1).min(last)),
        "ArrowUp" => place().map_or(0, |place| place.saturating_sub(1)),
        "Home" => 0,
        "End" => last,
        "PageDown" => (place().unwrap_or_default() + PAGE).min(last),
        "PageUp" => place().unwrap_or_default().saturating_sub(PAGE),
        _ => return None,
    };
    rows.id_at(next)
}
