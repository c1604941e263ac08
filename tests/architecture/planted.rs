//! Violations planted on purpose: each must be found, and what is allowed must not be.

use crate::rooms::violations;

fn check(file: &str, source: &str, expected: &[&str]) {
    let found = violations(file, source);
    let found: Vec<&str> = found.iter().map(|violation| violation.what.as_str()).collect();
    assert_eq!(found, expected, "{file}: {source}");
}

#[test]
fn a_room_may_use_the_rooms_to_its_left() {
    for (file, source) in [
        ("src/model/edit.rs", "use crate::text::Span;"),
        ("src/model/edit.rs", "use crate::model::Label; use super::Label; use super::super::text;"),
        ("src/app/mod.rs", "use crate::{text::Span, render, storage::{Frame, journal}};"),
        ("src/platform/door.rs", "use crate::{storage, render}; use web_sys::Window;"),
        ("src/platform/files.rs", "use gloo_events::EventListener; use std::time::Duration;"),
        ("src/formats/json/tests.rs", "use serde_json::Value;"),
        ("src/text/sample.rs", "use serde_json::Value;"),
        ("src/ui/card.rs", "use yew::prelude::*; use crate::{app, platform, text};"),
        ("src/main.rs", "use yew::prelude::*; fn main() { postil::ui::run() }"),
        (
            "src/text/span.rs",
            "mod tests { use super::*; } use std::{fmt, time_like}; use core::cmp::Ordering;",
        ),
        ("src/text/span.rs", "// crate::ui\n/// crate::ui\nconst A: &str = \"crate::ui\";"),
        ("src/ui/card.rs", "html! { <p class=\"style\">{ style }</p> }; let style = 1; forget;"),
        ("src/ui/card.rs", "html! { if { let style = 1; style == 2 } { <p/> } }"),
    ] {
        check(file, source, &[]);
    }
}

#[test]
fn a_room_to_the_right_is_found_however_it_is_written() {
    let forbidden = ["`text` may not use `model`"];
    for source in [
        "use crate::model::Label;",
        "use crate::model;",
        "use ::postil::model::Label;",
        "use super::super::model;",
        "use super::super::{model};",
        "mod tests { use super::super::super::model::Label; }",
        "use crate::{text::Span, model::{Label}};",
        "use {std::fmt, crate::model};",
        "fn f() { crate::model::label() }",
        "fn f() { println!(\"{}\", crate::model::LABEL) }",
        "macro_rules! m { () => { $crate::model::label() } }",
        "#[doc(inline)] pub use crate::model::Label as Mark;",
        "const A: [u8; crate::model::N] = [0; 1];",
        "type A = Vec<crate::model::Label>;",
        "use crate::r#model::Label;",
        "#[allow(x)] fn f(_: &dyn crate :: model :: Label) {}",
    ] {
        check("src/text/span.rs", source, &forbidden);
    }
}

#[test]
fn every_wrong_arrow_between_rooms_is_found() {
    for (room, used) in [
        ("text", "ui"),
        ("model", "render"),
        ("model", "formats"),
        ("render", "formats"),
        ("formats", "render"),
        ("formats", "storage"),
        ("storage", "render"),
        ("storage", "app"),
        ("app", "platform"),
        ("app", "ui"),
        ("platform", "app"),
        ("platform", "ui"),
    ] {
        let expected = format!("`{room}` may not use `{used}`");
        check(&format!("src/{room}/a.rs"), &format!("use crate::{used}::A;"), &[&expected]);
        check(&format!("src/{room}.rs"), &format!("use crate::{used}::A;"), &[&expected]);
    }
}

#[test]
fn other_names_for_rooms_are_refused() {
    const ROOT: &str = "the root of the crate gets no other name";
    const ALL: &str = "everything of the root at once hides which rooms are used";
    for (source, expected) in [
        ("use crate as c;", ROOT),
        ("use crate::{self as c};", ROOT),
        ("use super::super as c;", ROOT),
        ("extern crate postil as c;", ROOT),
        ("use postil;", ROOT),
        ("use crate::*;", ALL),
        ("use super::super::*;", ALL),
        ("use crate::text as t;", "the room `text` gets no other name"),
        ("use crate::Span;", "`model` may not use `Span`"),
        ("#[path = \"../ui/mod.rs\"] mod a;", "a module stands where its name says"),
        ("include!(\"../ui/mod.rs\");", "what is included is not read by this test"),
    ] {
        check("src/model/edit.rs", source, &[expected]);
    }
    check("src/cellar/a.rs", "use crate::text::Span;", &["`cellar` is no room of this house"]);
}

#[test]
fn crates_stay_in_their_rooms() {
    for (file, source, what) in [
        ("src/text/a.rs", "use web_sys::Window;", "`text` may not use `web_sys::Window`"),
        ("src/app/a.rs", "fn f() { js_sys::Date::now() }", "`app` may not use `js_sys::Date::now`"),
        (
            "src/app/a.rs",
            "use wasm_bindgen_futures as w;",
            "`app` may not use `wasm_bindgen_futures`",
        ),
        (
            "src/render/a.rs",
            "#[wasm_bindgen::prelude::wasm_bindgen] fn f() {}",
            "`render` may not use `wasm_bindgen::prelude::wasm_bindgen`",
        ),
        ("src/render/a.rs", "use gloo::timers;", "`render` may not use `gloo::timers`"),
        ("src/app/a.rs", "use yew::Callback;", "`app` may not use `yew::Callback`"),
        ("src/platform/a.rs", "yew::html! {}", "`platform` may not use `yew::html`"),
        ("src/app/a.rs", "use std::time::Instant;", "`app` may not use `std::time::Instant`"),
        ("src/app/a.rs", "use std::{fmt, thread};", "`app` may not use `std::thread`"),
        (
            "src/storage/a.rs",
            "fn f() { std::fs::read(p) }",
            "`storage` may not use `std::fs::read`",
        ),
        ("src/formats/a.rs", "use std::net::IpAddr;", "`formats` may not use `std::net::IpAddr`"),
        ("src/formats/a.rs", "std::env::args()", "`formats` may not use `std::env::args`"),
        ("src/model/a.rs", "rand::random()", "`model` may not use `rand::random`"),
        (
            "src/model/a.rs",
            "#[derive(serde::Serialize)] struct A;",
            "`model` may not use `serde::Serialize`",
        ),
        ("src/app/a.rs", "use serde_json::Value;", "`app` may not use `serde_json::Value`"),
        ("src/ui/a.rs", "use serde_json::Value;", "`ui` may not use `serde_json::Value`"),
        (
            "src/platform/files.rs",
            "use serde::Serialize;",
            "`platform` may not use `serde::Serialize`",
        ),
    ] {
        check(file, source, &[what]);
    }
}

#[test]
fn what_turns_text_into_elements_is_found_everywhere() {
    for word in [
        "VRaw",
        "inner_html",
        "set_inner_html",
        "insert_adjacent_html",
        "DomParser",
        "DOMParser",
        "from_html_unchecked",
    ] {
        let expected = format!("`{word}` is banned everywhere");
        for file in ["src/ui/a.rs", "src/platform/a.rs", "src/main.rs", "src/text/a.rs"] {
            check(file, &format!("fn f() {{ a.{word}(b) }}"), &[&expected]);
            check(file, &format!("html! {{ <p>{{ {word}(b) }}</p> }}"), &[&expected]);
        }
    }
}

#[test]
fn what_leaks_or_is_blocked_is_found() {
    const LEAK: &str = "a forgotten listener is never freed: keep it and drop it";
    const STYLE: &str = "the policy of the page blocks `style=`: use a class or a data attribute";
    for (source, what) in [
        ("closure.forget();", LEAK),
        ("std::mem::forget(closure);", LEAK),
        ("html! { <p style=\"color: red\" /> }", STYLE),
        ("html! { <div><p class=\"a\" style={css} /></div> }", STYLE),
        ("html! { if a { { for b.map(|c| html! { <i ~style={c} /> }) } } }", STYLE),
        ("yew::html_nested! { <p style=\"a\" /> }", STYLE),
        ("js_sys::eval(\"1\")", "the policy of the page blocks `eval`"),
    ] {
        check("src/ui/a.rs", source, &[what]);
    }
}
