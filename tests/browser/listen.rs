//! Listening to the window and the document.

use std::cell::RefCell;
use std::rc::Rc;

use postil::platform::listen::{
    self, FileDrag, LeaveGuard, Listening, Pointer, PointerKind, PointerPhase,
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, script};

fn follow() -> (Rc<RefCell<Vec<Pointer>>>, Listening) {
    let seen = Rc::new(RefCell::new(Vec::new()));
    let noted = seen.clone();
    let listening = listen::pointer(move |pointer| noted.borrow_mut().push(pointer));
    (seen, listening)
}

/// Events as `selector type more`, one after another.
fn dispatch(events: &[(&str, &str, &str)]) {
    for (selector, event, more) in events {
        script(&format!(
            "document.querySelector('{selector}').dispatchEvent(new PointerEvent('{event}', {{
                bubbles: true, isPrimary: true, pointerId: 1, pointerType: 'mouse', clientX: 7, {more} }}))"
        ));
    }
}

#[wasm_bindgen_test]
fn a_press_in_the_article_is_followed_out_of_it() {
    let _stage = Stage::of("one|mark");
    let (seen, listening) = follow();
    dispatch(&[
        ("#article mark", "pointermove", ""),
        ("#article mark", "pointerdown", "pointerType: 'touch', shiftKey: true"),
        ("#article mark", "pointermove", "pointerId: 2"),
        ("#article mark", "pointermove", ""),
        ("body", "pointerup", "altKey: true, metaKey: true"),
        ("body", "pointermove", ""),
    ]);
    let phases: Vec<_> = seen.borrow().iter().map(|it| it.phase).collect();
    assert_eq!(phases, [PointerPhase::Pressed, PointerPhase::Moved, PointerPhase::Released]);
    let (first, last) = (seen.borrow()[0], seen.borrow()[2]);
    assert_eq!((first.kind, first.shift, first.x), (PointerKind::Touch, true, 7.0));
    assert!(last.alt && last.ctrl && !last.shift);
    drop(listening);
    dispatch(&[("#article mark", "pointerdown", "")]);
    assert_eq!(seen.borrow().len(), 3, "it goes on after it was dropped");
}

#[wasm_bindgen_test]
fn other_presses_are_none_of_its_business() {
    let _stage = Stage::of("one|mark");
    let (seen, _listening) = follow();
    dispatch(&[
        ("body", "pointerdown", ""),
        ("#article mark", "pointerup", ""),
        ("#article mark", "pointerdown", "button: 2"),
        ("#article mark", "pointerdown", "isPrimary: false, pointerId: 3"),
    ]);
    assert_eq!(seen.borrow().len(), 0);
    dispatch(&[("#article", "pointerdown", ""), ("body", "pointercancel", "")]);
    assert_eq!(seen.borrow().last().map(|it| it.phase), Some(PointerPhase::Cancelled));
}

#[wasm_bindgen_test]
fn files_dropped_on_the_window_are_taken() {
    let seen = Rc::new(RefCell::new(Vec::new()));
    let noted = seen.clone();
    let listening = listen::file_drag(move |drag| {
        noted.borrow_mut().push(match drag {
            FileDrag::Over => "over".to_owned(),
            FileDrag::Left => "left".to_owned(),
            FileDrag::Dropped(files) => files.iter().map(|it| it.name()).collect(),
        });
    });
    let drag = |event: &str, add: &str| {
        let code = format!(
            "(() => {{
                const dataTransfer = new DataTransfer();
                dataTransfer.items.add({add});
                const init = {{ bubbles: true, cancelable: true, dataTransfer }};
                return document.body.dispatchEvent(new DragEvent('{event}', init));
            }})()"
        );
        script(&code).as_bool()
    };
    let file = "new File(['x'], 'a.txt')";
    assert_eq!(drag("dragover", file), Some(false), "the browser would open it");
    assert_eq!(drag("dragleave", file), Some(true));
    assert_eq!(drag("drop", file), Some(false));
    assert_eq!(*seen.borrow(), ["over", "left", "a.txt"]);
    assert_eq!(drag("drop", "'words', 'text/plain'"), Some(true), "text is not ours");
    assert_eq!(seen.borrow().len(), 3);
    drop(listening);
    assert_eq!(drag("drop", file), Some(true));
}

#[wasm_bindgen_test]
fn leaving_is_asked_about_only_while_something_is_unsaved() {
    let goes = || {
        script("window.dispatchEvent(new Event('beforeunload', { cancelable: true }))").as_bool()
    };
    let guard = LeaveGuard::new();
    assert_eq!(goes(), Some(true));
    guard.set_unsaved(true);
    guard.set_unsaved(true);
    assert_eq!(goes(), Some(false));
    guard.set_unsaved(false);
    assert_eq!(goes(), Some(true));
    guard.set_unsaved(true);
    drop(guard);
    assert_eq!(goes(), Some(true));
}

#[wasm_bindgen_test]
fn the_page_says_when_it_goes() {
    let seen = Rc::new(RefCell::new(Vec::new()));
    let (one, other) = (seen.clone(), seen.clone());
    let listening = (
        listen::page_hide(move || one.borrow_mut().push("hides".to_owned())),
        listen::visibility(move |it| other.borrow_mut().push(format!("{it:?}"))),
    );
    script("window.dispatchEvent(new Event('pagehide'))");
    script("document.dispatchEvent(new Event('visibilitychange'))");
    assert_eq!(*seen.borrow(), ["hides", "Visible"]);
    drop(listening);
    script("window.dispatchEvent(new Event('pagehide'))");
    assert_eq!(seen.borrow().len(), 2);
}
