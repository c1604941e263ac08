//! The way out when the program has stopped: the program's side of `js/rescue.js`.
//!
//! After a panic nothing that is compiled here may run again, so the page that offers the work for
//! download is plain JavaScript. It is handed every frame and every text before the screen
//! changes: what is shown can be downloaded, even where the browser stores nothing.
//!
//! In a page without the script, such as a test's, all this does nothing.

use std::panic::PanicHookInfo;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = postilRescue, js_name = show)]
    fn js_show(message: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilRescue, js_name = isDead)]
    fn js_is_dead() -> Result<bool, JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilRescue, js_name = keepFrame)]
    fn js_keep_frame(record: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilRescue, js_name = keepText)]
    fn js_keep_text(sha256: &str, text: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilRescue, js_name = expectBeat)]
    fn js_expect_beat() -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = postilRescue, js_name = beat)]
    fn js_beat() -> Result<(), JsValue>;
}

/// What every panic ends in. The page must hand it to Yew as its hook before anything else, since
/// Yew replaces a hook that it was not given.
pub fn on_panic(panic: &PanicHookInfo<'_>) {
    show(&panic.to_string());
}

/// Stops the program for good and offers everything for download.
pub fn show(message: &str) {
    // Without the script there is nothing left that could be told.
    let _ = js_show(message);
}

/// Whether the program has stopped. Whoever would write something asks first.
#[must_use]
pub fn is_dead() -> bool {
    js_is_dead().unwrap_or(false)
}

/// Hands over a frame as it is stored, before the screen shows what it changes.
pub fn keep_frame(record: &str) {
    let _ = js_keep_frame(record);
}

/// Hands over an article's text before its first frame.
pub fn keep_text(sha256: &str, text: &str) {
    let _ = js_keep_text(sha256, text);
}

/// A render is due: if no [`beat`] follows within two seconds, the screen is frozen and the rescue
/// page appears. Only for a state that is really another one, since no other is rendered.
pub fn expect_beat() {
    let _ = js_expect_beat();
}

/// A render is complete.
pub fn beat() {
    let _ = js_beat();
}
