//! From what is selected in the document to offsets, and back.

use postil::platform::selection::{self, RawSelection};
use postil::text::{CharOffset, Span};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Node;

use crate::stage::{Stage, document, native, select};

const VECTORS: &str = include_str!("../fixtures/unicode_vectors.json");

#[derive(serde::Deserialize)]
struct Vector {
    name: String,
    text: String,
    utf16: u32,
    codepoints: u32,
    boundaries: Boundaries,
}

#[derive(serde::Deserialize)]
struct Boundaries {
    utf16: Vec<u32>,
    cp: Vec<u32>,
}

/// The fixture's strings, without those that no block can hold.
fn vectors() -> Vec<Vector> {
    let all: Vec<Vector> = serde_json::from_str(VECTORS).unwrap();
    assert!(30 < all.len());
    all.into_iter().filter(|it| !it.text.is_empty() && !it.text.contains('\r')).collect()
}

fn selected(stage: &Stage) -> Option<(u32, u32)> {
    let found = selection::selected(&stage.text)?;
    Some((found.anchor.0, found.focus.0))
}

/// Selects from text node to text node of a block with one run.
fn run(stage: &Stage, block: usize) -> Node {
    stage.block(block).first_child().unwrap().first_child().unwrap()
}

#[wasm_bindgen_test]
fn units_of_the_dom_become_code_points() {
    for vector in vectors() {
        let stage = Stage::of_runs("𠮷 before", &[&vector.text], "after");
        let node = run(&stage, 1);
        let start = "𠮷 before\n".chars().count() as u32;
        let pairs = vector.boundaries.utf16.iter().zip(&vector.boundaries.cp);
        for (units, points) in pairs {
            select(&node, *units, &node, *units);
            let there = Some((start + points, start + points));
            assert_eq!(selected(&stage), there, "{} at {units}", vector.name);
        }
        select(&node, 0, &node, vector.utf16);
        let whole = Some((start, start + vector.codepoints));
        assert_eq!(selected(&stage), whole, "all of {}", vector.name);
    }
}

#[wasm_bindgen_test]
fn what_is_shown_is_read_back_wherever_marks_split_the_runs() {
    for vector in vectors() {
        let chars: Vec<(usize, char)> = vector.text.char_indices().collect();
        for (byte, _) in &chars {
            let (one, other) = vector.text.split_at(*byte);
            let stage = Stage::of_runs("before", &[one, "", other], "after");
            check_all_spans(&stage, &vector);
        }
        let runs: Vec<String> = chars.iter().map(|(_, it)| it.to_string()).collect();
        let runs: Vec<&str> = runs.iter().map(String::as_str).collect();
        check_all_spans(&Stage::of_runs("before", &runs, "after"), &vector);
    }
}

fn check_all_spans(stage: &Stage, vector: &Vector) {
    let start = CharOffset("before\n".len() as u32);
    for from in 0..=vector.codepoints {
        for to in 0..=vector.codepoints {
            let (from, to) = (start.plus(from), start.plus(to));
            selection::show(&stage.text, from, to);
            let expected = RawSelection { anchor: from, focus: to };
            let back = selection::selected(&stage.text);
            assert_eq!(back, Some(expected), "{} {from}..{to}", vector.name);
            // The browser itself says which words it has selected.
            let words = native().get_range_at(0).unwrap().to_string();
            let slice = Span::between(from, to).map_or("", |span| stage.text.slice(span));
            assert_eq!(String::from(words), slice, "{} {from}..{to}", vector.name);
        }
    }
}

#[wasm_bindgen_test]
fn a_point_between_surrogates_counts_as_before_the_character() {
    let stage = Stage::of("a𠮷b");
    let node = run(&stage, 0);
    select(&node, 2, &node, 4);
    assert_eq!(selected(&stage), Some((1, 3)));
}

#[wasm_bindgen_test]
fn a_triple_click_means_its_own_block() {
    for aside in ["", "(1)|"] {
        let stage = Stage::of(&format!("{aside}one|two|three\n{aside}next\n{aside}last"));
        let first = stage.find("[data-block='0'] :not(sup)").first_child().unwrap();
        let next = stage.find("[data-block='1'] :not(sup)");
        for (focus, offset) in [
            (Node::from(stage.block(1)), 0),
            (next.clone().into(), 0),
            (next.first_child().unwrap(), 0),
            (stage.root().into(), 1),
        ] {
            select(&first, 0, &focus, offset);
            assert_eq!(selected(&stage), Some((0, 11)), "{}", focus.node_name());
            // Upside down it means the same.
            select(&focus, offset, &first, 0);
            assert_eq!(selected(&stage), Some((11, 0)), "{}", focus.node_name());
        }
    }
}

#[wasm_bindgen_test]
fn a_caret_at_the_start_of_a_block_stays_there() {
    let stage = Stage::of("one\nnext");
    let node = run(&stage, 1);
    select(&node, 0, &node, 0);
    assert_eq!(selected(&stage), Some((4, 4)));
}

#[wasm_bindgen_test]
fn a_selection_across_blocks_covers_the_line_end() {
    let stage = Stage::of("one|two\nnext|and\nlast");
    selection::show(&stage.text, CharOffset(1), CharOffset(9));
    assert_eq!(selected(&stage), Some((1, 9)));
    selection::show(&stage.text, CharOffset(9), CharOffset(1));
    assert_eq!(selected(&stage), Some((9, 1)));
}

#[wasm_bindgen_test]
fn parts_of_a_giant_paragraph_read_as_one() {
    let stage = Stage::of_parts("One sentence. |Another. |Last.");
    let end = stage.text.end().0;
    for from in 0..=end {
        for to in 0..=end {
            selection::show(&stage.text, CharOffset(from), CharOffset(to));
            assert_eq!(selected(&stage), Some((from, to)));
        }
    }
}

#[wasm_bindgen_test]
fn asides_hold_no_text_of_the_article() {
    let stage = Stage::of("one|(aside)| two");
    let aside = stage.find("sup").first_child().unwrap();
    let node = run(&stage, 0);
    select(&node, 1, &aside, 3);
    assert_eq!(selected(&stage), Some((1, 3)));
    select(&aside, 0, stage.block(0).last_child().unwrap().first_child().as_ref().unwrap(), 4);
    assert_eq!(selected(&stage), Some((3, 7)));
    for from in 0..=7 {
        for to in 0..=7 {
            selection::show(&stage.text, CharOffset(from), CharOffset(to));
            assert_eq!(selected(&stage), Some((from, to)));
            let focus = native().focus_node();
            assert_ne!(focus.as_ref(), Some(&aside), "{from}..{to}");
        }
    }
}

#[wasm_bindgen_test]
fn the_end_of_a_selection_stands_in_the_run_it_ends() {
    for stage in [Stage::of, Stage::of_parts] {
        let stage = stage("one|two");
        for (anchor, focus, node) in [(0, 3, "one"), (6, 3, "two"), (3, 0, "one"), (3, 3, "two")] {
            selection::show(&stage.text, CharOffset(anchor), CharOffset(focus));
            let words = native().focus_node().and_then(|it| it.node_value());
            assert_eq!(words.as_deref(), Some(node), "{anchor} to {focus}");
        }
    }
}

#[wasm_bindgen_test]
fn what_lies_outside_is_cut_off() {
    let stage = Stage::of("one\ntwo");
    let outside: Node = stage.outside().first_child().unwrap();
    let body: Node = document().body().unwrap().into();
    let inside = run(&stage, 1);
    select(&outside, 0, &outside, 6);
    assert_eq!(selected(&stage), None, "only outside");
    select(&outside, 3, &inside, 2);
    assert_eq!(selected(&stage), Some((0, 6)), "from outside");
    select(&inside, 2, &outside, 3);
    assert_eq!(selected(&stage), Some((6, 0)), "to outside");
    select(&body, 0, &body, body.child_nodes().length());
    assert_eq!(selected(&stage), Some((0, 7)), "everything");
    native().remove_all_ranges().unwrap();
    assert_eq!(selected(&stage), None, "nothing");
}

#[wasm_bindgen_test]
fn elements_stand_for_the_text_in_them() {
    let stage = Stage::of("one|two|three\nnext");
    let block: Node = stage.block(0).into();
    select(&block, 1, &block, 2);
    assert_eq!(selected(&stage), Some((3, 6)));
    let mark: Node = block.child_nodes().item(1).unwrap().unchecked_into();
    select(&mark, 0, &mark, 1);
    assert_eq!(selected(&stage), Some((3, 6)));
}

#[wasm_bindgen_test]
fn without_an_article_nothing_is_selected_and_nothing_fails() {
    let text = postil::text::Text::new("gone");
    selection::show(&text, CharOffset(0), CharOffset(2));
    selection::clear();
    assert_eq!(selection::selected(&text), None);
    assert_eq!(selection::dom_point(&text, CharOffset(1)), None);
}
