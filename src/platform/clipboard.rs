//! The clipboard.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag};

use super::files::words;

#[wasm_bindgen]
extern "C" {
    /// <https://w3c.github.io/clipboard-apis/>. The generated bindings need an unstable flag.
    type ClipboardItem;

    #[wasm_bindgen(constructor, catch)]
    fn new(forms: &Object) -> Result<ClipboardItem, JsValue>;

    /// `navigator.clipboard`; a page that did not come by a safe way has none.
    type Clipboard;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Clipboard, items: &Array) -> Result<Promise, JsValue>;
}

/// Puts something on the clipboard in two forms; whoever pastes takes the one they know. Says later
/// how it ended. A browser lets a page do so only while it handles a gesture.
pub fn copy(html: &str, text: &str, on_end: impl FnOnce(Result<(), String>) + 'static) {
    let written = write(html, text);
    spawn_local(async move {
        let ended = match written {
            Ok(promise) => JsFuture::from(promise).await.map(drop),
            Err(reason) => Err(reason),
        };
        on_end(ended.map_err(|reason| words(&reason)));
    });
}

fn write(html: &str, text: &str) -> Result<Promise, JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into())?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    if !clipboard.is_object() {
        return Err("the browser has no clipboard for this page".into());
    }
    let forms = Object::new();
    for (media_type, content) in [("text/html", html), ("text/plain", text)] {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = Array::of1(&content.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Reflect::set(&forms, &media_type.into(), &blob)?;
    }
    let clipboard: Clipboard = clipboard.unchecked_into();
    let item: JsValue = ClipboardItem::new(&forms)?.into();
    clipboard.write(&Array::of1(&item))
}
