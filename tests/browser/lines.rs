//! Lines and places on the screen.

use postil::platform::geometry::{offset_at_point, rect_of};
use postil::platform::lines::{LineMove, Moved, line_move};
use postil::platform::{caret, focus, selection};
use postil::text::{CharOffset, Span};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, select};

const VERSE: &str = "a long| first line\nab\na long| third line\nand a| fourth";

fn moved(stage: &Stage, from: &str, moves: &[LineMove]) -> Moved {
    let mut place = Moved { to: stage.at(from), column: None };
    for how in moves {
        place = line_move(&stage.text, place.to, *how, place.column);
    }
    place
}

#[wasm_bindgen_test]
fn up_and_down_keep_the_column() {
    let stage = Stage::of(VERSE);
    let check = |from, moves: &[LineMove], to: CharOffset| {
        assert_eq!(moved(&stage, from, moves).to, to, "{from} {moves:?}");
    };
    check("first", &[LineMove::Down], stage.at("\na long third"));
    check("first", &[LineMove::Down, LineMove::Down], stage.at("third"));
    check("third", &[LineMove::Up, LineMove::Up], stage.at("first"));
    check("first", &[LineMove::Up], stage.at("first"));
    check("fourth", &[LineMove::Down], stage.at("fourth"));
    check("fourth", &[LineMove::LineStart], stage.at("and"));
    check("third", &[LineMove::LineEnd], stage.at("\nand"));
    // Another movement in between forgets the column.
    check(
        "first",
        &[LineMove::Down, LineMove::LineStart, LineMove::Down],
        stage.at("a long third"),
    );
}

#[wasm_bindgen_test]
fn the_end_of_a_soft_line_stays_in_its_line() {
    let stage = Stage::of("aaaa bbbb cccc");
    stage.narrow("6ch");
    let end = moved(&stage, "bbbb", &[LineMove::LineEnd]).to;
    assert!(stage.at("bbbb").plus(3) < end && end < stage.at("cccc"), "{end}");
    assert_eq!(moved(&stage, "bbb c", &[LineMove::LineStart]).to, stage.at("bbbb"));
    assert_eq!(moved(&stage, "bbbb", &[LineMove::Down]).to, stage.at("cccc"));
}

#[wasm_bindgen_test]
fn a_page_is_many_lines() {
    let lines: Vec<String> = (100..300).map(|it| format!("line {it}")).collect();
    let stage = Stage::of(&lines.join("\n"));
    let down = moved(&stage, "ine 100", &[LineMove::PageDown]).to;
    assert!(stage.at("line 104") < down && down < stage.at("line 200"), "{down}");
    assert_eq!(line_move(&stage.text, down, LineMove::PageUp, None).to, stage.at("ine 100"));
    // Less than a page is left.
    assert_eq!(moved(&stage, "e 103", &[LineMove::PageUp]).to, stage.at("e 100"));
}

#[wasm_bindgen_test]
fn moving_leaves_the_selection_alone() {
    let stage = Stage::of(VERSE);
    selection::show(&stage.text, CharOffset(9), CharOffset(2));
    let before = selection::selected(&stage.text);
    moved(&stage, "first", &[LineMove::Down, LineMove::LineEnd]);
    assert_eq!(selection::selected(&stage.text), before);
    selection::clear();
    moved(&stage, "first", &[LineMove::Down]);
    assert_eq!(selection::selected(&stage.text), None);
    let outside = stage.outside().first_child().unwrap();
    select(&outside, 1, &outside, 4);
    moved(&stage, "first", &[LineMove::Down]);
    assert_eq!(crate::stage::native().focus_node(), Some(outside));
}

#[wasm_bindgen_test]
fn every_character_is_found_where_it_is_drawn() {
    let stage = Stage::of("a𠮷b|cd e\u{301}x\nnext");
    for at in (0..3).chain(4..6) {
        let at = CharOffset(at);
        let rect = rect_of(&stage.text, Span::new(at, at.plus(1)).unwrap()).unwrap().first;
        let y = rect.top + rect.height / 2.0;
        let near_start = offset_at_point(&stage.text, rect.left + rect.width * 0.2, y);
        let near_end = offset_at_point(&stage.text, rect.left + rect.width * 0.8, y);
        assert_eq!(near_start, Some(at));
        assert_eq!(near_end, Some(at.plus(1)));
    }
}

#[wasm_bindgen_test]
fn where_no_glyph_is_there_is_no_offset() {
    let stage = Stage::of("short\nnext");
    let rect = rect_of(&stage.text, Span::new(CharOffset(0), CharOffset(5)).unwrap()).unwrap().last;
    let y = rect.top + rect.height / 2.0;
    assert_eq!(offset_at_point(&stage.text, rect.right() + 60.0, y), None);
    assert_eq!(offset_at_point(&stage.text, rect.left + 1.0, rect.bottom() + 300.0), None);
    let beside = stage.outside().get_bounding_client_rect();
    assert_eq!(offset_at_point(&stage.text, beside.x() + 9.0, beside.y() + 9.0), None);
}

#[wasm_bindgen_test]
fn a_span_has_a_rectangle_at_each_end() {
    let stage = Stage::of("one| two\nnext");
    let ends = rect_of(&stage.text, Span::new(CharOffset(4), CharOffset(10)).unwrap()).unwrap();
    let word = rect_of(&stage.text, Span::new(CharOffset(4), CharOffset(7)).unwrap()).unwrap();
    assert_eq!(ends.first, word.first);
    assert!(word.first.bottom() <= ends.last.top);
    // A span that begins where a run ends begins with the next run.
    let second = rect_of(&stage.text, Span::new(CharOffset(3), CharOffset(7)).unwrap()).unwrap();
    assert!(second.first.width > 0.0 && second.first == second.last);
    // One that begins with a line end begins in the next line.
    let next = rect_of(&stage.text, Span::new(CharOffset(7), CharOffset(10)).unwrap()).unwrap();
    assert_eq!(next.first, ends.last);
}

#[wasm_bindgen_test]
fn the_caret_is_drawn_at_its_character() {
    let stage = Stage::of("one| two\nnext");
    for at in [0, 3, 5, 7, 8, 12] {
        let at = CharOffset(at);
        caret::show(&stage.text, at);
        let drawn = stage.find("#caret").get_bounding_client_rect();
        let (span, at_its_end) = match Span::new(at, at.plus(1)) {
            Ok(span) if stage.text.holds(span) && stage.text.slice(span) != "\n" => (span, false),
            _ => (Span::new(at.minus(1), at).unwrap(), true),
        };
        let glyph = rect_of(&stage.text, span).unwrap().first;
        let edge = if at_its_end { glyph.right() } else { glyph.left };
        assert!((drawn.x() - edge).abs() < 1.0, "{at}: {} at {edge}", drawn.x());
        assert!((drawn.y() - glyph.top).abs() < 1.0, "{at}: {} at {}", drawn.y(), glyph.top);
        assert!((drawn.height() - glyph.height).abs() < 1.0, "{at}");
    }
    caret::hide();
    assert!(stage.find("#caret").hidden());
}

#[wasm_bindgen_test]
fn the_caret_comes_into_view() {
    let lines: Vec<String> = (100..300).map(|it| format!("line {it}")).collect();
    let stage = Stage::of(&lines.join("\n"));
    let height = web_sys::window().unwrap().inner_height().unwrap().as_f64().unwrap();
    caret::show(&stage.text, stage.at("line 290"));
    let y = || stage.find("#caret").get_bounding_client_rect().y();
    assert!(height < y());
    caret::reveal();
    assert!(0.0 <= y() && y() < height, "{}", y());
    caret::center();
    assert!((y() - height / 2.0).abs() < height / 4.0, "{}", y());
}

#[wasm_bindgen_test]
fn typing_is_told_from_commands() {
    let stage = Stage::of("text");
    for (name, editable, typing) in [
        ("input", false, true),
        ("textarea", false, true),
        ("select", false, true),
        ("div", true, true),
        ("div", false, false),
        ("button", false, false),
    ] {
        let element = crate::stage::element(name);
        if editable {
            element.set_attribute("contenteditable", "true").unwrap();
        }
        stage.outside().append_child(&element).unwrap();
        assert_eq!(focus::is_typing(Some(&element)), typing, "{name}");
    }
    assert!(!focus::is_typing(None));
}

#[wasm_bindgen_test]
fn an_annotation_is_brought_into_view_by_its_id() {
    let lines: Vec<String> = (100..300).map(|it| format!("line {it}")).collect();
    let stage = Stage::of(&format!("{}\nlast|mark", lines.join("\n")));
    let id = |id: &str| postil::model::AnnotationId::new(id);
    assert!(focus::scroll_to_annotation(&id("m1")));
    assert!(focus::scroll_to_annotation(&id("other")));
    assert!(!focus::scroll_to_annotation(&id("m")));
    assert!(!focus::scroll_to_annotation(&id("m1 other")));
    assert!(!focus::scroll_to_annotation(&id("x\"], [data-ids~=\"m1")));
    stage.outside().set_attribute("id", "beside").unwrap();
    assert!(!focus::focus("beside"), "it cannot be focused");
    stage.outside().set_tab_index(-1);
    assert!(focus::focus("beside"));
    assert!(!focus::focus("nothing"));
}
