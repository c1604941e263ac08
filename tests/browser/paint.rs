//! Paint over the text.

use postil::platform::highlight::{Paint, erase, is_supported, paint};
use postil::text::{CharOffset, Span};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, script};

/// What is painted, as the browser reads it.
fn painted(name: &str) -> Option<String> {
    script(&format!(
        "(() => {{
            const paint = CSS.highlights.get('{name}');
            return paint && Array.from(paint, (it) => {{
                const range = new Range();
                range.setStart(it.startContainer, it.startOffset);
                range.setEnd(it.endContainer, it.endOffset);
                return range.toString();
            }}).join('/');
        }})()"
    ))
    .as_string()
}

fn span(start: u32, end: u32) -> Span {
    Span::new(CharOffset(start), CharOffset(end)).unwrap()
}

#[wasm_bindgen_test]
fn spans_are_painted_and_erased() {
    let stage = Stage::of("one| 𠮷wo\nnext");
    assert!(is_supported());
    assert_eq!(painted("preview"), None);
    paint(Paint::Preview, &stage.text, &[span(1, 5), span(6, 12)]);
    assert_eq!(painted("preview").as_deref(), Some("ne 𠮷/onext"));
    paint(Paint::Preview, &stage.text, &[span(0, 1)]);
    paint(Paint::Found, &stage.text, &[span(8, 9)]);
    assert_eq!(painted("preview").as_deref(), Some("o"));
    erase(Paint::Preview);
    assert_eq!(painted("preview"), None);
    assert_eq!(painted("found").as_deref(), Some("n"));
    erase(Paint::Found);
}

#[wasm_bindgen_test]
fn a_browser_that_cannot_paint_is_left_alone() {
    let stage = Stage::of("one");
    script("globalThis.keptCss = globalThis.CSS; globalThis.CSS = undefined");
    assert!(!is_supported());
    paint(Paint::Selection, &stage.text, &[span(0, 1)]);
    erase(Paint::Selection);
    script("globalThis.CSS = globalThis.keptCss; delete globalThis.keptCss");
    assert!(is_supported());
}
