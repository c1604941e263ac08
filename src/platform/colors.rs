//! The one style sheet that the program writes itself: the own colors of labels.
//!
//! It is constructed, since the policy of the page blocks style elements.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// <https://drafts.csswg.org/cssom/#cssstylesheet>
    type CSSStyleSheet;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<CSSStyleSheet, JsValue>;

    #[wasm_bindgen(method, catch, js_name = replaceSync)]
    fn replace(this: &CSSStyleSheet, rules: &str) -> Result<(), JsValue>;
}

/// Shows these rules and no others of the program's own. A browser that cannot shows the labels
/// without a color, their names stand beside it.
pub fn show(rules: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let sheets = Array::new();
    if !rules.is_empty() {
        let Ok(sheet) = CSSStyleSheet::new() else { return };
        if sheet.replace(rules).is_err() {
            return;
        }
        sheets.push(&sheet);
    }
    // A browser without the property takes it for one of the page's own.
    let _ = Reflect::set(&document, &"adoptedStyleSheets".into(), &sheets);
}
