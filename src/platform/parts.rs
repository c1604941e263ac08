//! The two parts of the program: the program's side of `js/boot.js`.
//!
//! A build to be shipped is parted behind the compiler's back (`xtask/src/split.rs`), so nothing here
//! knows what is in which part. There only has to be a way to ask for the second one.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = postilParts, js_name = begin)]
    fn js_begin(exports: &JsValue);

    /// Found by this name when the program is parted, and called with a place of the table by every
    /// call of a function that is not there yet.
    #[wasm_bindgen(js_namespace = postilParts, js_name = needLater)]
    fn js_need_later(place: u32);

    #[wasm_bindgen(js_namespace = postilParts, js_name = isWhole)]
    fn js_is_whole() -> bool;

    #[wasm_bindgen(thread_local_v2, js_namespace = postilParts, js_name = whole)]
    static WHOLE: Promise;
}

/// Not in a page without the script, such as a test's.
fn has_script() -> bool {
    Reflect::has(&js_sys::global(), &"postilParts".into()).unwrap_or(false)
}

/// Whether both parts are there. What nobody waits for can wait for that, too.
#[must_use]
pub fn is_whole() -> bool {
    !has_script() || js_is_whole()
}

/// Waits until both parts are there.
pub async fn whole() {
    if has_script() {
        let _ = JsFuture::from(WHOLE.with(Promise::clone)).await;
    }
}

/// Lets the second part come. To be called before anything else.
pub fn begin() {
    if has_script() {
        js_begin(&wasm_bindgen::exports());
        // No place is no need, but without a call the program would not know how to ask.
        js_need_later(0);
    }
}
