//! An article in the page, as the program shows one, for the length of a test.
//!
//! It is written as `one run|a mark|a run` with a block in each line. `(aside)` holds no text of
//! the article.

use postil::text::{CharOffset, Text};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Node, Selection};

/// The article; it leaves the page when this is dropped.
#[derive(Debug)]
pub struct Stage {
    pub text: Text,
    host: Element,
}

impl Stage {
    pub fn of(written: &str) -> Stage {
        let blocks: Vec<Vec<&str>> =
            written.split('\n').map(|block| block.split('|').collect()).collect();
        Stage::with_blocks(&blocks, "\n")
    }

    /// The blocks of `|` in one line without anything between them, as a giant paragraph is shown.
    pub fn of_parts(written: &str) -> Stage {
        let parts: Vec<Vec<&str>> = written.split('|').map(|part| vec![part]).collect();
        Stage::with_blocks(&parts, "")
    }

    /// Runs in which `|`, `(` and line ends are only themselves.
    pub fn of_runs(before: &str, runs: &[&str], after: &str) -> Stage {
        Stage::with_blocks(&[vec![before], runs.to_vec(), vec![after]], "\n")
    }

    fn with_blocks(blocks: &[Vec<&str>], between: &str) -> Stage {
        // A test that failed leaves its article behind: here a panic drops nothing.
        if let Some(left) = document().get_element_by_id("host") {
            left.remove();
        }
        let host = element("div");
        host.set_attribute("id", "host").unwrap();
        let root = element("article");
        root.set_attribute("id", "article").unwrap();
        let outside = element("p");
        outside.set_text_content(Some("beside the article"));
        let wrapper = element("div");
        style(&wrapper, "position: relative; white-space: pre-wrap; font: 20px/2 monospace");
        let caret = element("span");
        caret.set_attribute("id", "caret").unwrap();
        style(&caret, "position: absolute; width: 2px; background: red");
        wrapper.append_with_node_2(&root, &caret).unwrap();
        host.append_with_node_2(&outside, &wrapper).unwrap();
        let mut text = String::new();
        for (idx, runs) in blocks.iter().enumerate() {
            text.push_str(if idx == 0 { "" } else { between });
            root.append_child(&block(idx, &mut text, runs)).unwrap();
        }
        document().body().unwrap().append_child(&host).unwrap();
        Stage { text: Text::new(text), host }
    }

    pub fn root(&self) -> HtmlElement {
        self.find("#article")
    }

    pub fn outside(&self) -> HtmlElement {
        self.find("p")
    }

    pub fn block(&self, idx: usize) -> HtmlElement {
        self.find(&format!("[data-block='{idx}']"))
    }

    pub fn find(&self, selector: &str) -> HtmlElement {
        self.host.query_selector(selector).unwrap().expect(selector).unchecked_into()
    }

    pub fn narrow(&self, width: &str) {
        style(&self.root(), &format!("width: {width}"));
    }

    /// The offset of the first character of `words`.
    pub fn at(&self, words: &str) -> CharOffset {
        let byte = self.text.as_str().find(words).expect(words);
        CharOffset(self.text.as_str()[..byte].chars().count() as u32)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        native().remove_all_ranges().unwrap();
        self.host.remove();
    }
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

pub fn native() -> Selection {
    web_sys::window().unwrap().get_selection().unwrap().unwrap()
}

pub fn select(anchor: &Node, anchor_offset: u32, focus: &Node, focus_offset: u32) {
    native().set_base_and_extent(anchor, anchor_offset, focus, focus_offset).unwrap();
}

pub fn element(name: &str) -> Element {
    document().create_element(name).unwrap()
}

pub fn style(element: &Element, css: &str) {
    element.set_attribute("style", css).unwrap();
}

/// The value of a script's last expression.
pub fn script(code: &str) -> JsValue {
    js_sys::eval(code).unwrap_or_else(|error| panic!("{code}: {error:?}"))
}

fn block(idx: usize, text: &mut String, runs: &[&str]) -> Element {
    let block = element("p");
    block.set_attribute("data-block", &idx.to_string()).unwrap();
    block.set_attribute("data-start", &text.chars().count().to_string()).unwrap();
    style(&block, "margin: 0");
    for (idx, run) in runs.iter().enumerate() {
        if let Some(aside) = run.strip_prefix('(').and_then(|run| run.strip_suffix(')')) {
            let label = element("sup");
            label.set_attribute("data-aside", "").unwrap();
            label.set_text_content(Some(aside));
            block.append_child(&label).unwrap();
            continue;
        }
        let name = if idx % 2 == 0 { "span" } else { "mark" };
        let shown = element(name);
        if name == "mark" {
            shown.set_attribute("data-ids", &format!("m{idx} other")).unwrap();
        }
        shown.set_text_content(Some(run));
        block.append_child(&shown).unwrap();
        text.push_str(run);
    }
    block
}
