//! The rules of the house, read off the sources: who may use whom, and what stands nowhere.
//!
//! Sources are read as tokens, so what stands inside a macro counts like everything else.

#![cfg(not(target_arch = "wasm32"))]

mod paths;
mod planted;
mod rooms;
mod sources;
mod tidy;

use std::fmt::Write;

/// What is wrong, and where.
#[derive(Debug)]
pub struct Violation {
    pub file: String,
    pub line: usize,
    pub what: String,
}

/// Fails with a list of all violations, so that one run shows them all.
pub fn none(violations: &[Violation]) {
    let mut list = String::new();
    for Violation { file, line, what } in violations {
        let _never_fails = write!(list, "\n  {file}:{line}: {what}");
    }
    assert!(violations.is_empty(), "{} violations:{list}", violations.len());
}

#[test]
fn every_room_uses_only_what_it_may() {
    let files = sources::rust_under("src");
    assert!(!files.is_empty());
    let violations = files.iter().flat_map(|file| rooms::violations(&file.name, &file.text));
    none(&violations.collect::<Vec<_>>());
}
