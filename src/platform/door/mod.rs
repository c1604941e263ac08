//! The door for scripts: `window.postil`.
//!
//! A call becomes a plain [`Request`]; the program fills a [`Reply`] with a plain [`Answer`].
//! Every method returns a promise. What a script hands over in a wrong shape is refused with an
//! error that names it.

mod answer;
mod given;
mod request;

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use js_sys::{Error, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::console;

pub use answer::{Answer, Event, ExportedFile, FormatLine};
pub use request::Request;

use given::Given;
use request::{Method, read};

const NAME: &str = "postil";

/// The open door; dropping it takes `window.postil` away.
#[derive(Debug)]
pub struct Door {
    subscribers: Rc<Subscribers>,
    _methods: Vec<Closure<dyn Fn(JsValue) -> Promise>>,
    _on: Closure<dyn Fn(JsValue, JsValue) -> Promise>,
    _off: Closure<dyn Fn(u32)>,
}

/// What a promise waits for. It settles once; a reply that is dropped unanswered rejects it.
pub struct Reply {
    resolve: Function,
    reject: Function,
    settled: Cell<bool>,
}

#[derive(Debug, Default)]
struct Subscribers {
    list: RefCell<Vec<Subscriber>>,
    next: Cell<u32>,
}

#[derive(Clone, Debug)]
struct Subscriber {
    id: u32,
    event: String,
    callback: Function,
}

/// Puts `window.postil` in place. `on_request` may answer at once or later.
///
/// # Errors
/// The browser's reason, for example that the page has something of that name already.
pub fn install(on_request: Rc<dyn Fn(Request, Reply)>) -> Result<Door, String> {
    build(on_request).map_err(|reason| super::files::words(&reason))
}

impl Door {
    /// Tells the scripts that asked for it.
    ///
    /// They are called in a turn of their own, so that a request they make finds the program at
    /// rest.
    pub fn emit(&self, event: &Event) {
        let Ok(detail) = event.to_js() else { return };
        for subscriber in self.subscribers.to(event.name()) {
            let detail = detail.clone();
            spawn_local(async move {
                if let Err(reason) = subscriber.callback.call1(&JsValue::UNDEFINED, &detail) {
                    console::error_1(&reason);
                }
            });
        }
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        // It was defined so that it can be taken away.
        let _ = Reflect::delete_property(&js_sys::global(), &NAME.into());
    }
}

impl Reply {
    pub fn answer(self, answer: &Answer) {
        match answer.to_js() {
            Ok(value) => self.settle(&self.resolve, &value),
            Err(reason) => self.settle(&self.reject, &reason),
        }
    }

    pub fn refuse(self, message: &str) {
        self.settle(&self.reject, &Error::new(message));
    }

    fn settle(&self, function: &Function, value: &JsValue) {
        if !self.settled.replace(true) {
            // A function that settles a promise throws nothing.
            let _ = function.call1(&JsValue::UNDEFINED, value);
        }
    }
}

impl Drop for Reply {
    fn drop(&mut self) {
        if !self.settled.get() {
            self.settle(&self.reject, &Error::new("postil gave no answer"));
        }
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply").field("settled", &self.settled).finish_non_exhaustive()
    }
}

impl Subscribers {
    fn add(&self, event: String, callback: Function) -> u32 {
        let id = self.next.get();
        self.next.set(id.wrapping_add(1));
        if let Ok(mut list) = self.list.try_borrow_mut() {
            list.push(Subscriber { id, event, callback });
        }
        id
    }

    fn remove(&self, id: u32) {
        if let Ok(mut list) = self.list.try_borrow_mut() {
            list.retain(|subscriber| subscriber.id != id);
        }
    }

    fn to(&self, event: &str) -> Vec<Subscriber> {
        let Ok(list) = self.list.try_borrow() else { return Vec::new() };
        list.iter().filter(|subscriber| subscriber.event == event).cloned().collect()
    }
}

fn build(on_request: Rc<dyn Fn(Request, Reply)>) -> Result<Door, JsValue> {
    let subscribers = Rc::new(Subscribers::default());
    let api = Object::new();
    Reflect::set(&api, &"version".into(), &env!("CARGO_PKG_VERSION").into())?;
    let mut methods = Vec::new();
    for method in Method::ALL {
        let closure = calling(*method, on_request.clone());
        Reflect::set(&api, &method.name().into(), closure.as_ref())?;
        methods.push(closure);
    }
    let off = {
        let subscribers = subscribers.clone();
        Closure::new(move |id| subscribers.remove(id))
    };
    let on = subscribing(subscribers.clone(), off.as_ref().clone().unchecked_into());
    Reflect::set(&api, &"on".into(), on.as_ref())?;
    let descriptor = Object::new();
    Reflect::set(&descriptor, &"value".into(), &Object::freeze(&api))?;
    Reflect::set(&descriptor, &"enumerable".into(), &JsValue::TRUE)?;
    // Not writable. It can be taken away, which only the door itself has a reason for.
    Reflect::set(&descriptor, &"configurable".into(), &JsValue::TRUE)?;
    if !Reflect::define_property(&js_sys::global(), &NAME.into(), &descriptor)? {
        return Err(Error::new("window.postil is taken").into());
    }
    Ok(Door { subscribers, _methods: methods, _on: on, _off: off })
}

fn calling(
    method: Method,
    on_request: Rc<dyn Fn(Request, Reply)>,
) -> Closure<dyn Fn(JsValue) -> Promise> {
    Closure::new(move |argument| match read(method, argument) {
        Ok(request) => promise(|reply| on_request(request, reply)),
        Err(message) => refused(&message),
    })
}

fn subscribing(
    subscribers: Rc<Subscribers>,
    off: Function,
) -> Closure<dyn Fn(JsValue, JsValue) -> Promise> {
    Closure::new(move |event: JsValue, callback: JsValue| {
        let event = match Given::new("on", "event", event).word(Event::NAMES) {
            Ok(event) => event,
            Err(message) => return refused(&message),
        };
        let Ok(callback) = callback.dyn_into::<Function>() else {
            return refused("on: `callback`: it must be a function");
        };
        let id = subscribers.add(event, callback);
        let unsubscribe = JsValue::from(off.bind1(&JsValue::UNDEFINED, &id.into()));
        Promise::resolve(&unsubscribe)
    })
}

fn promise(start: impl FnOnce(Reply)) -> Promise {
    let mut start = Some(start);
    Promise::new(&mut |resolve, reject| {
        if let Some(start) = start.take() {
            start(Reply { resolve, reject, settled: Cell::new(false) });
        }
    })
}

fn refused(message: &str) -> Promise {
    Promise::reject(&js_sys::TypeError::new(message))
}
