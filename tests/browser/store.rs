//! Local storage as it really is: full, blocked, shared with others.

use postil::model::{IdKind, draw_id};
use postil::platform::local_store::LocalStore;
use postil::platform::{clock, ids, rescue};
use postil::storage::{Receipt, Store, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Storage;

use crate::stage::script;

fn raw() -> Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
fn what_is_put_is_there() {
    let mut store = LocalStore::new();
    let value = "frame 🤝 \u{0}\n";
    assert_eq!(store.get("postil1/test"), Ok(None));
    assert_eq!(store.put("postil1/test", value), Ok(Receipt::Acknowledged));
    assert_eq!(raw().get_item("postil1/test").unwrap().as_deref(), Some(value));
    assert_eq!(store.get("postil1/test").unwrap().as_deref(), Some(value));
    raw().set_item("a neighbor", "").unwrap();
    let mut keys = store.keys().unwrap();
    keys.sort();
    assert_eq!(keys, ["a neighbor", "postil1/test"]);
    assert_eq!(store.remove("postil1/test"), Ok(()));
    assert_eq!(store.get("postil1/test"), Ok(None));
    raw().remove_item("a neighbor").unwrap();
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_the_older_value() {
    let mut store = LocalStore::new();
    store.put("postil1/test", "old").unwrap();
    let mut size = 4_000_000;
    let mut n_ballast = 0;
    while 0 < size {
        let key = format!("ballast {n_ballast}");
        n_ballast += 1;
        if raw().set_item(&key, &"x".repeat(size)).is_err() {
            size /= 2;
        }
    }
    assert_eq!(store.put("postil1/test", &"new".repeat(100)), Err(StoreError::Full));
    assert_eq!(store.get("postil1/test").unwrap().as_deref(), Some("old"));
    for idx in 0..n_ballast {
        raw().remove_item(&format!("ballast {idx}")).unwrap();
    }
    assert_eq!(store.put("postil1/test", "new"), Ok(Receipt::Acknowledged));
    store.remove("postil1/test").unwrap();
}

/// Makes looking at local storage throw, or give nothing, until the guard is dropped.
struct Instead;

impl Instead {
    fn of(getter: &str) -> Instead {
        script(&format!(
            "globalThis.kept = Object.getOwnPropertyDescriptor(window, 'localStorage');
             Object.defineProperty(window, 'localStorage', {{ configurable: true, get() {{ {getter} }} }});"
        ));
        Instead
    }
}

impl Drop for Instead {
    fn drop(&mut self) {
        script(
            "Object.defineProperty(window, 'localStorage', globalThis.kept); delete globalThis.kept",
        );
    }
}

#[wasm_bindgen_test]
fn a_browser_that_blocks_storage_is_an_error_not_a_panic() {
    for (getter, expected) in [
        ("throw new DOMException('no', 'SecurityError')", StoreError::Blocked),
        ("return null", StoreError::Blocked),
        ("throw new Error('odd')", StoreError::Failed("odd".into())),
    ] {
        let _instead = Instead::of(getter);
        let mut store = LocalStore::new();
        assert_eq!(store.get("postil1/test"), Err(expected.clone()), "{getter}");
        assert_eq!(store.put("postil1/test", ""), Err(expected.clone()), "{getter}");
        assert_eq!(store.remove("postil1/test"), Err(expected.clone()), "{getter}");
        assert_eq!(store.keys(), Err(expected), "{getter}");
    }
    assert_eq!(LocalStore::new().get("postil1/test"), Ok(None));
}

/// The rescue script, as far as it notes what it is told.
struct Noted;

impl Noted {
    fn new() -> Noted {
        script(
            "globalThis.notes = [];
             globalThis.postilRescue = Object.fromEntries(
                 ['show', 'keepFrame', 'keepText', 'expectBeat', 'beat'].map((name) =>
                     [name, (...all) => { notes.push([name, ...all].join(' ')); }]));
             globalThis.postilRescue.isDead = () => notes.includes('show the end');",
        );
        Noted
    }

    fn notes(&self) -> String {
        script("notes.join(', ')").as_string().unwrap()
    }
}

impl Drop for Noted {
    fn drop(&mut self) {
        script("delete globalThis.postilRescue; delete globalThis.notes");
    }
}

#[wasm_bindgen_test]
fn after_the_end_nothing_is_written() {
    let noted = Noted::new();
    let mut store = LocalStore::new();
    store.put("postil1/test", "before").unwrap();
    rescue::show("the end");
    assert!(rescue::is_dead());
    let stopped = StoreError::Failed("the program has stopped".into());
    assert_eq!(store.put("postil1/test", "after"), Err(stopped.clone()));
    assert_eq!(store.remove("postil1/test"), Err(stopped));
    assert_eq!(store.get("postil1/test").unwrap().as_deref(), Some("before"));
    drop(noted);
    store.remove("postil1/test").unwrap();
}

#[wasm_bindgen_test]
fn the_rescue_script_is_told_everything() {
    let noted = Noted::new();
    rescue::keep_text("abc", "text");
    rescue::keep_frame("PST1 frame");
    rescue::expect_beat();
    rescue::beat();
    assert_eq!(noted.notes(), "keepText abc text, keepFrame PST1 frame, expectBeat, beat");
    drop(noted);
    // Without the script it is only silent.
    rescue::keep_frame("PST1 frame");
    assert!(!rescue::is_dead());
}

#[wasm_bindgen_test]
fn the_clock_gives_seconds_in_utc() {
    let now = clock::now();
    let shape: String = now.chars().map(|it| if it.is_ascii_digit() { '0' } else { it }).collect();
    assert_eq!(shape, "0000-00-00T00:00:00Z");
    let read = js_sys::Date::parse(&now);
    assert!((js_sys::Date::now() - read).abs() < 2000.0);
}

#[wasm_bindgen_test]
fn ids_differ() {
    let mut drawn: Vec<_> = (0..1000).map(|_| draw_id(IdKind::Mention, ids::draw())).collect();
    drawn.sort();
    drawn.dedup();
    assert_eq!(drawn.len(), 1000);
}
