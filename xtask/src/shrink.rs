//! Text files without what only their readers in the sources need.

use std::io::Write;
use std::process::Stdio;

use crate::failure::{Failure, Outcome, While};
use crate::npm;
use crate::process::command;

/// What a text file is written in.
#[derive(Clone, Copy, Debug)]
pub enum Language {
    Css,
    JavaScript,
}

/// Style sheets and scripts as esbuild shortens them. Nothing is rewritten for older browsers than
/// the sources are for.
pub fn shortened(text: &str, language: Language) -> Outcome<String> {
    let loader = match language {
        Language::Css => "--loader=css",
        Language::JavaScript => "--loader=js",
    };
    let mut esbuild = command(npm::ensure()?.join("esbuild"));
    esbuild.args(["--minify", "--target=esnext", "--charset=utf8", "--log-level=warning", loader]);
    esbuild.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = esbuild.spawn().during("starting esbuild")?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes()).during("writing to esbuild")?;
    }
    let output = child.wait_with_output().during("waiting for esbuild")?;
    match String::from_utf8(output.stdout) {
        Ok(short) if output.status.success() => Ok(short.trim_end().to_owned()),
        _ => Err(Failure::new("esbuild did not take a script or a style sheet; see above")),
    }
}

/// A page without comments and indentation.
pub fn html(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// `text` with these words in place of those, where they stand as whole words of a script.
pub fn renamed(text: &str, name: impl Fn(&str) -> Option<String>) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        out.push_str(&name(word).unwrap_or_else(|| word.to_owned()));
        let next = after.find(is_part).unwrap_or(after.len());
        out.push_str(&after[..next]);
        rest = &after[next..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_keeps_what_has_a_meaning() {
        let text = "/* x */\n@layer a {\n  .b :hover {\n    content: \"a /* b\";\n    color: light-dark(red, blue);\n  }\n}\n";
        assert_eq!(
            shortened(text, Language::Css).unwrap(),
            "@layer a{.b :hover{content:\"a /* b\";color:light-dark(red,blue)}}"
        );
    }

    #[test]
    fn a_script_that_is_none_is_refused() {
        assert_eq!(shortened("// a\nb( 1 )\n", Language::JavaScript).unwrap(), "b(1);");
        assert!(shortened("b(", Language::JavaScript).is_err());
    }

    #[test]
    fn a_page_loses_its_comments() {
        assert_eq!(html("<a>\n  <!-- b\n c --> <d>\n\n</a>\n"), "<a>\n<d>\n</a>\n");
    }

    #[test]
    fn only_whole_words_are_renamed() {
        let name = |word: &str| (word == "abc").then(|| "x".to_owned());
        assert_eq!(renamed("abc(abcd, $abc, \u{e4}.abc)abc", name), "x(abcd, $abc, \u{e4}.x)x");
    }
}
