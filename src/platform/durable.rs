//! The stores that write in the background: the program's side of `js/durable.js`.
//!
//! The script opens and reads them while the program is still being loaded. In a page without the
//! script, such as a test's, there are none of them.

use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::rescue;
use crate::storage::{Background, Found, Health, Leg, StoreError};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = postilDurable, js_name = found)]
    fn js_found() -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilDurable, js_name = listen)]
    fn js_listen(on: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilDurable, js_name = put)]
    fn js_put(key: &str, value: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilDurable, js_name = mend)]
    fn js_mend(leg: &str, key: &str, value: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilDurable, js_name = remove)]
    fn js_remove(key: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilDurable, js_name = retry)]
    fn js_retry() -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilDurable, js_name = look)]
    fn js_look() -> Result<(), JsValue>;
}

/// The background stores of this page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Durable;

/// What the background stores say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Health(Leg, Health),
    /// A store has these records for good.
    Acknowledged(Leg, Vec<String>),
    /// Records of other tabs, or of a store that was slow.
    Arrived(Vec<(Rc<str>, Rc<str>)>),
    /// The browser has thrown a damaged store away.
    Lost(Leg),
}

/// Listening that ends when this is dropped.
#[must_use]
#[derive(Debug)]
pub struct Hearing {
    _until_dropped: Closure<dyn FnMut(String, String, Array)>,
}

impl Drop for Hearing {
    fn drop(&mut self) {
        let _ = js_listen(&JsValue::NULL);
    }
}

impl Background for Durable {
    fn put(&mut self, key: &str, value: &str) {
        if !rescue::is_dead() {
            let _ = js_put(key, value);
        }
    }

    fn mend(&mut self, leg: Leg, key: &str, value: &str) {
        if !rescue::is_dead() {
            let _ = js_mend(leg.name(), key, value);
        }
    }

    fn remove(&mut self, key: &str) {
        if !rescue::is_dead() {
            let _ = js_remove(key);
        }
    }

    fn retry(&mut self) {
        let _ = js_retry();
    }
}

/// What the stores held when the page was opened; `None` in a page without them.
pub async fn found() -> Option<Vec<Found>> {
    let all = JsFuture::from(js_found().ok()?).await.ok()?;
    Some(Array::from(&all).iter().filter_map(|store| found_in(&Array::from(&store))).collect())
}

/// Tells from now on what the stores say, from the beginning.
pub fn listen(on: impl Fn(Heard) + 'static) -> Hearing {
    let closure = Closure::new(move |kind: String, leg: String, strings: Array| {
        if let Some(heard) = heard(&kind, &leg, &strings) {
            on(heard);
        }
    });
    let _ = js_listen(closure.as_ref());
    Hearing { _until_dropped: closure }
}

/// Looks for what other tabs have written, for a page that slept.
pub fn look() {
    let _ = js_look();
}

fn found_in(store: &Array) -> Option<Found> {
    Some(Found {
        leg: Leg::of_name(&store.get(0).as_string()?)?,
        is_empty: store.get(1).is_truthy(),
        unlike: pairs(&Array::from(&store.get(2))),
        lacks: strings(&Array::from(&store.get(3))).map(Rc::from).collect(),
    })
}

fn heard(kind: &str, leg: &str, told: &Array) -> Option<Heard> {
    let leg = Leg::of_name(leg);
    match kind {
        "health" => Some(Heard::Health(leg?, health(told))),
        "acknowledged" => Some(Heard::Acknowledged(leg?, strings(told).collect())),
        "arrived" => Some(Heard::Arrived(pairs(told))),
        "lost" => Some(Heard::Lost(leg?)),
        _ => None,
    }
}

fn health(told: &Array) -> Health {
    let why = told.get(1).as_string().unwrap_or_default();
    match told.get(0).as_string().as_deref() {
        Some("works") => Health::Works,
        Some("opening") => Health::Opening,
        Some("missing") => Health::Missing,
        _ if why.starts_with("QuotaExceededError") => Health::Broken(StoreError::Full),
        _ => Health::Broken(StoreError::Failed(why.into())),
    }
}

fn strings(array: &Array) -> impl Iterator<Item = String> {
    array.iter().filter_map(|string| string.as_string())
}

fn pairs(array: &Array) -> Vec<(Rc<str>, Rc<str>)> {
    let mut pairs = Vec::new();
    let mut all = array.iter();
    while let (Some(key), Some(value)) = (all.next(), all.next()) {
        if let (Some(key), Some(value)) = (key.as_string(), value.as_string()) {
            pairs.push((key.into(), value.into()));
        }
    }
    pairs
}
