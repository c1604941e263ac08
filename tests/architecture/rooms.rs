//! Who may use whom.

use proc_macro2::{TokenStream, TokenTree};

use crate::Violation;
use crate::paths::{self, Path, is_punct, is_word};

/// A room, and the rooms it may use.
const ROOMS: [(&str, &[&str]); 8] = [
    ("text", &[]),
    ("model", &["text"]),
    ("render", &["text", "model"]),
    ("formats", &["text", "model"]),
    ("storage", &["text", "model", "formats"]),
    ("app", &["text", "model", "render", "formats", "storage"]),
    ("platform", &["text", "model", "render", "formats", "storage"]),
    ("ui", &["text", "model", "render", "formats", "storage", "app", "platform"]),
];

/// Rooms that run anywhere, and give the same answer each time they are asked.
const PURE: [&str; 6] = ["text", "model", "render", "formats", "storage", "app"];

/// Parts of the standard library that know the time, the machine or chance.
const IMPURE_STD: [&str; 7] = ["env", "fs", "net", "os", "process", "thread", "time"];

/// Nowhere at all. What turns a string into elements would let an article run; what is forgotten
/// is never freed.
const BANNED: [&str; 13] = [
    "VRaw",
    "from_html_unchecked",
    "inner_html",
    "set_inner_html",
    "outer_html",
    "set_outer_html",
    "insert_adjacent_html",
    "create_contextual_fragment",
    "set_srcdoc",
    "DomParser",
    "DOMParser",
    "set_html_unsafe",
    "parse_html_unsafe",
];

/// All that is wrong with one file. `name` is like `src/text/span.rs`.
pub fn violations(name: &str, source: &str) -> Vec<Violation> {
    let tokens: TokenStream = match source.parse() {
        Ok(tokens) => tokens,
        Err(error) => panic!("{name}: {error}"),
    };
    let module = module_of(name);
    let mut found: Vec<(usize, String)> = Vec::new();
    for path in paths::all(tokens.clone(), &module) {
        let complaints = complaints(&path, name, module.first().map(String::as_str));
        found.extend(complaints.map(|what| (path.line, what)));
    }
    words(tokens, false, &mut found);
    let violation = |(line, what)| Violation { file: name.to_owned(), line, what };
    found.into_iter().map(violation).collect()
}

/// `src/text/span.rs` is `text::span`, `src/text/mod.rs` is `text`, `src/main.rs` is the root.
fn module_of(name: &str) -> Vec<String> {
    let inside = name.trim_start_matches("src/").trim_end_matches(".rs");
    let parts = inside.split('/').filter(|part| !["lib", "main", "mod"].contains(part));
    parts.map(str::to_owned).collect()
}

fn complaints(path: &Path, file: &str, room: Option<&str>) -> impl Iterator<Item = String> {
    let words: Vec<&str> = path.segments.iter().map(String::as_str).collect();
    [room_complaint(&words, path.renamed, room), crate_complaint(&words, file, room)]
        .into_iter()
        .flatten()
}

fn room_complaint(words: &[&str], renamed: bool, room: Option<&str>) -> Option<String> {
    let (&root, rest) = words.split_first()?;
    if root != "crate" && root != "postil" {
        return None;
    }
    let Some(&used) = rest.first() else {
        // `crate` alone: a second name for it would hide every path that begins with that.
        return Some("the root of the crate gets no other name".to_owned());
    };
    if used == "*" {
        return Some("everything of the root at once hides which rooms are used".to_owned());
    }
    let room = room?;
    if used == room {
        return None;
    }
    let Some((_, may_use)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return Some(format!("`{room}` is no room of this house"));
    };
    if may_use.contains(&used) {
        let renames_room = renamed && rest.len() == 1;
        return renames_room.then(|| format!("the room `{used}` gets no other name"));
    }
    Some(format!("`{room}` may not use `{used}`"))
}

fn crate_complaint(words: &[&str], file: &str, room: Option<&str>) -> Option<String> {
    let &first = words.first()?;
    // What stands directly in `src` mounts the app and lists the rooms.
    let room = room?;
    let is_pure = PURE.contains(&room);
    let allowed = match first {
        "yew" => room == "ui",
        "rand" | "getrandom" | "uuid" | "chrono" | "time" => !is_pure,
        // Tests compare our own reader with it; what is shipped does not depend on it.
        "serde" | "serde_json" => is_of_tests(file),
        "std" | "core" => {
            let impure = words.get(1).is_some_and(|part| IMPURE_STD.contains(part) || *part == "*");
            !is_pure || !impure
        }
        _ if is_of_the_browser(first) => !is_pure,
        _ => true,
    };
    (!allowed).then(|| format!("`{room}` may not use `{}`", words.join("::")))
}

/// Files that are compiled for tests only: they may read fixtures with whatever reads them.
fn is_of_tests(file: &str) -> bool {
    file.ends_with("/tests.rs") || file.ends_with("/sample.rs") || file.contains("/tests/")
}

fn is_of_the_browser(name: &str) -> bool {
    ["web_sys", "js_sys"].contains(&name)
        || name.starts_with("wasm_bindgen")
        || name.starts_with("gloo")
}

/// Words that stand nowhere, wherever they come from.
fn words(tokens: TokenStream, in_html: bool, found: &mut Vec<(usize, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        let after = tokens.get(at + 1..).unwrap_or_default();
        let line = token.span().start().line;
        match token {
            TokenTree::Group(group) => {
                let second = at.checked_sub(2).and_then(|at| tokens.get(at));
                let opens_html = is_punct(before, '!')
                    && (is_word(second, "html") || is_word(second, "html_nested"));
                words(group.stream(), in_html || opens_html, found);
            }
            TokenTree::Ident(word) => {
                let word = word.to_string();
                if let Some(what) = banned(&word, before, after, in_html) {
                    found.push((line, what));
                }
            }
            _ => {}
        }
    }
}

fn banned(
    word: &str,
    before: Option<&TokenTree>,
    after: &[TokenTree],
    in_html: bool,
) -> Option<String> {
    let is_called = matches!(after.first(), Some(TokenTree::Group(_)));
    let is_compared = is_punct(after.get(1), '=');
    let is_set = is_punct(after.first(), '=') && !is_compared && !is_word(before, "let");
    let is_macro = is_punct(after.first(), '!');
    match word {
        _ if BANNED.contains(&word) => Some(format!("`{word}` is banned everywhere")),
        "forget" if is_called => {
            Some("a forgotten listener is never freed: keep it and drop it".to_owned())
        }
        "eval" if is_called => Some("the policy of the page blocks `eval`".to_owned()),
        "style" if in_html && is_set => Some(
            "the policy of the page blocks `style=`: use a class or a data attribute".to_owned(),
        ),
        "path" if is_set && before.is_none() => {
            Some("a module stands where its name says".to_owned())
        }
        "include" if is_macro => Some("what is included is not read by this test".to_owned()),
        _ => None,
    }
}
