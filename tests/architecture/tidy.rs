//! Order in the house: short files that say what they are for, and nothing lying about.

use crate::sources::{self, File};
use crate::{Violation, none};

const LONGEST: usize = 500;

/// Beside names that begin with a dot.
const TOP: [&str; 13] = [
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "Trunk.toml",
    "clippy.toml",
    "deny.toml",
    "index.html",
    "src",
    "styles",
    "tests",
    "xtask",
];

/// What turns a string into elements or code, in JavaScript.
const BANNED_IN_SCRIPTS: [&str; 8] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "DOMParser",
    "srcdoc",
    "eval(",
    "new Function",
];

fn violation(file: &str, line: usize, what: impl Into<String>) -> Violation {
    Violation { file: file.to_owned(), line, what: what.into() }
}

#[test]
fn the_top_holds_only_what_belongs_there() {
    let names = sources::names();
    assert!(names.len() > 5, "{names:?}");
    none(&strangers(names.iter().map(String::as_str)));
}

fn strangers<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Violation> {
    let tops = names.map(|name| name.split('/').next().unwrap_or(name));
    let strangers = tops.filter(|top| !TOP.contains(top) && !top.starts_with('.'));
    strangers.map(|top| violation(top, 0, "does not belong at the top level")).collect()
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut files = Vec::new();
    for folder in ["src", "xtask", "tests"] {
        files.extend(sources::under(folder, &[".rs", ".js", ".mjs"]));
    }
    none(&files.iter().flat_map(shape).collect::<Vec<_>>());
}

fn shape(file: &File) -> Vec<Violation> {
    let lines = file.text.lines().count();
    let is_rust = file.name.ends_with(".rs");
    // The crate's own doc is a page of its own, included at the top.
    let included = is_rust && file.text.starts_with("#![doc = include_str!(");
    let opening = if is_rust { "//! " } else { "// " };
    let mut found = Vec::new();
    if LONGEST < lines {
        found.push(violation(
            &file.name,
            lines,
            format!("is longer than {LONGEST} lines: which two things is it?"),
        ));
    }
    if !included && !file.text.starts_with(opening) {
        found.push(violation(
            &file.name,
            1,
            format!("does not begin with `{opening}` and what it is for"),
        ));
    }
    found
}

#[test]
fn nothing_is_left_for_later() {
    let mut files = Vec::new();
    for folder in ["src", "xtask", "tests", "styles"] {
        files.extend(sources::under(folder, &[".rs", ".js", ".mjs", ".css", ".html"]));
    }
    none(&files.iter().flat_map(left).collect::<Vec<_>>());
}

fn left(file: &File) -> Vec<Violation> {
    // Put together here, or this file would find itself.
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["#[ig", "nore"].concat()];
    let mut found = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        let mark = marks.iter().find(|mark| line.contains(mark.as_str()));
        found.extend(
            mark.map(|mark| violation(&file.name, at + 1, format!("`{mark}` is left for later"))),
        );
    }
    found
}

#[test]
fn scripts_make_no_elements_from_strings() {
    let files = sources::under("src", &[".js"]);
    none(&files.iter().flat_map(banned_in_script).collect::<Vec<_>>());
}

fn banned_in_script(file: &File) -> Vec<Violation> {
    let mut found = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        let banned = BANNED_IN_SCRIPTS.iter().filter(|word| line.contains(**word));
        found.extend(
            banned.map(|word| {
                violation(&file.name, at + 1, format!("`{word}` is banned everywhere"))
            }),
        );
    }
    found
}

#[test]
fn planted_disorder_is_found() {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    let long = format!("//! Long.\n{}", "\n".repeat(LONGEST));
    let what = |violations: Vec<Violation>| {
        violations.into_iter().map(|found| found.line).collect::<Vec<_>>()
    };

    assert_eq!(what(shape(&file("src/a.rs", "//! Short.\n"))), []);
    assert_eq!(what(shape(&file("src/a.rs", &long))), [LONGEST + 1]);
    assert_eq!(what(shape(&file("src/a.rs", "use std::fmt;\n"))), [1]);
    assert_eq!(what(shape(&file("src/a.js", "// Short.\n"))), []);
    assert_eq!(what(shape(&file("src/a.js", "let a;\n"))), [1]);
    assert_eq!(what(left(&file("src/a.rs", &format!("//! A.\n// TO{}: b\n", "DO")))), [2]);
    assert_eq!(what(left(&file("src/a.rs", &format!("#[ignor{}]\n", "e = \"slow\"")))), [1]);
    assert_eq!(what(banned_in_script(&file("src/a.js", "// A.\na.innerHTML = b;\n"))), [2]);
    assert_eq!(what(strangers(["src/lib.rs", ".ci/run", "notes.md"].into_iter())), [0]);
}
