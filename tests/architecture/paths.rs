//! The paths that a source names: `a::b`, `use a::{b, c::*}`, `use a as b`.
//!
//! A path inside braces is joined with what stands before them, and `super` and `self` are resolved,
//! so `super::super::model` in `text::span` reads `crate::model`.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

#[derive(Debug, PartialEq, Eq)]
pub struct Path {
    pub segments: Vec<String>,
    pub line: usize,
    /// `use a as b`, other than `as _`.
    pub renamed: bool,
}

/// All paths of a file whose module path is `module`, such as `["text", "span"]`.
pub fn all(tokens: TokenStream, module: &[String]) -> Vec<Path> {
    let mut reader = Reader { module: module.to_vec(), found: Vec::new() };
    reader.scan(tokens);
    reader.found
}

struct Reader {
    module: Vec<String>,
    found: Vec<Path>,
}

impl Reader {
    fn scan(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = self.step(&tokens, at);
        }
    }

    /// Reads what begins at `at`; the answer is where the next thing begins.
    fn step(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        match &tokens[at] {
            TokenTree::Group(group) => {
                self.scan(group.stream());
                at + 1
            }
            TokenTree::Ident(word) if word == "mod" => self.module(tokens, at),
            TokenTree::Ident(word) if word == "use" => {
                let end = at + 1 + until(&tokens[at + 1..], ';');
                self.tree(&tokens[at + 1..end], &[], true);
                end
            }
            TokenTree::Ident(word) if word == "extern" && is_word(tokens.get(at + 1), "crate") => {
                let end = at + 2 + until(&tokens[at + 2..], ';');
                self.tree(&tokens[at + 2..end], &[], true);
                end
            }
            TokenTree::Ident(_) => self.tree(&tokens[at..], &[], false).max(1) + at,
            _ => at + 1,
        }
    }

    /// `mod name { ... }`: paths inside are one level deeper.
    fn module(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) =
            (tokens.get(at + 1), tokens.get(at + 2))
        else {
            return at + 1;
        };
        self.module.push(name.to_string());
        self.scan(body.stream());
        self.module.pop();
        at + 3
    }

    /// One path with what hangs on it; the answer is how many tokens it took.
    fn tree(&mut self, tokens: &[TokenTree], prefix: &[String], in_use: bool) -> usize {
        let mut segments = prefix.to_vec();
        let mut at = separator(tokens, 0);
        let line = tokens.first().map_or(0, |token| token.span().start().line);
        while let Some(TokenTree::Ident(word)) = tokens.get(at) {
            segments.push(word.to_string().trim_start_matches("r#").to_owned());
            at += 1;
            let next = separator(tokens, at);
            if next == at {
                break;
            }
            at = next;
        }
        let branches = prefix.len() < segments.len() || in_use;
        match tokens.get(at) {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace && branches => {
                let after_separator = 0 < at && is_punct(tokens.get(at - 1), ':');
                if after_separator || (in_use && at == 0) {
                    for branch in commas(group.stream()) {
                        self.tree(&branch, &segments, true);
                    }
                    return at + 1;
                }
            }
            Some(TokenTree::Punct(star)) if star.as_char() == '*' && in_use => {
                segments.push("*".to_owned());
                at += 1;
            }
            _ => {}
        }
        let renamed = in_use && is_word(tokens.get(at), "as") && !is_word(tokens.get(at + 1), "_");
        if in_use || 1 < segments.len() {
            self.record(segments, line, renamed);
        }
        at
    }

    fn record(&mut self, segments: Vec<String>, line: usize, renamed: bool) {
        let mut segments = segments;
        if segments.last().is_some_and(|last| last == "self") && 1 < segments.len() {
            segments.pop();
        }
        let ups = segments.iter().take_while(|word| *word == "super" || *word == "self");
        let (skip, supers) = ups
            .fold((0, 0), |(skip, supers), word| (skip + 1, supers + usize::from(word == "super")));
        if 0 < skip {
            let depth = self.module.len().saturating_sub(supers);
            let mut absolute = vec!["crate".to_owned()];
            absolute.extend(self.module[..depth].iter().cloned());
            absolute.extend(segments.drain(skip..));
            segments = absolute;
        }
        if !segments.is_empty() {
            self.found.push(Path { segments, line, renamed });
        }
    }
}

/// Where the token after `::` stands, or `at` itself.
fn separator(tokens: &[TokenTree], at: usize) -> usize {
    let is_joint = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(colon)) if colon.as_char() == ':' && colon.spacing() == Spacing::Joint);
    if is_joint(tokens.get(at)) && is_punct(tokens.get(at + 1), ':') { at + 2 } else { at }
}

fn commas(stream: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let parts = tokens.split(|token| is_punct(Some(token), ','));
    parts.filter(|part| !part.is_empty()).map(<[TokenTree]>::to_vec).collect()
}

fn until(tokens: &[TokenTree], mark: char) -> usize {
    let end = tokens.iter().position(|token| is_punct(Some(token), mark));
    end.unwrap_or(tokens.len())
}

pub fn is_punct(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

pub fn is_word(token: Option<&TokenTree>, word: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &[&str]) {
        let module = ["text".to_owned(), "span".to_owned()];
        let paths = all(source.parse().unwrap(), &module);
        let paths: Vec<String> = paths.iter().map(|path| path.segments.join("::")).collect();
        assert_eq!(paths, expected, "{source}");
    }

    #[test]
    fn paths_are_read_and_made_absolute() {
        check("use a;", &["a"]);
        check("use ::a::b;", &["a::b"]);
        check(
            "use a::{self, b, c::{d, e as f}, g::*};",
            &["a", "a::b", "a::c::d", "a::c::e", "a::g::*"],
        );
        check("use {a, b::c};", &["a", "b::c"]);
        check("extern crate a;", &["a"]);
        check("use self::a;", &["crate::text::span::a"]);
        check("use super::a;", &["crate::text::a"]);
        check("use super::super::a;", &["crate::a"]);
        check("mod inner { use super::super::super::a; }", &["crate::a"]);
        check("fn f() { a::b(c::d, e) }", &["a::b", "c::d"]);
        check("m! { [ a::b ] }", &["a::b"]);
        check("#[derive(a::B)] struct S;", &["a::B"]);
        check("if x == a::B { c::d }", &["a::B", "c::d"]);
        check("match x { a::B {..} => c::d { e: f::g } }", &["a::B", "c::d", "f::g"]);
        check("let x: u8 = y; // a::b\n/* a::b */ \"a::b\"", &[]);
        check("use r#a::b;", &["a::b"]);
    }
}
