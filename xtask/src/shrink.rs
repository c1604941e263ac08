//! Text files without what only their readers in the sources need.

/// Style sheets without comments, and without white space where it means nothing.
pub fn css(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    let mut quote = None;
    while let Some(letter) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            continue;
        }
        rest = &rest[letter.len_utf8()..];
        match quote {
            Some(mark) => {
                if letter == mark && !out.ends_with('\\') {
                    quote = None;
                }
                out.push(letter);
            }
            None if letter.is_ascii_whitespace() => {
                if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',']) {
                    out.push(' ');
                }
            }
            None => {
                if matches!(letter, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                    out.pop();
                }
                if letter == '}' && out.ends_with(';') {
                    out.pop();
                }
                if letter == '"' || letter == '\'' {
                    quote = Some(letter);
                }
                out.push(letter);
            }
        }
    }
    out.trim_end().to_owned()
}

/// Scripts without indentation and without lines that are only comment. `None` where a string goes
/// over several lines, whose white space may count.
pub fn js(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut is_comment = false;
    for line in text.lines().map(str::trim) {
        if is_comment || line.starts_with("/*") {
            is_comment = !line.ends_with("*/");
            continue;
        }
        if line.matches('`').count() % 2 == 1 {
            return None;
        }
        if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    Some(out)
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
        let text = "/* x */\n@layer a {\n  .b :hover, .c > d {\n    content: \"a /* } \\\" b\";\n    width: calc(1px + 2px);\n  }\n}\n";
        assert_eq!(
            css(text),
            "@layer a{.b :hover,.c > d{content: \"a /* } \\\" b\";width: calc(1px + 2px)}}"
        );
    }

    #[test]
    fn a_script_keeps_its_lines() {
        assert_eq!(js("// a\n  /** b\n   * c */\n  d(); // e\n\n").unwrap(), "d(); // e\n");
        assert_eq!(js("/* a */\nb\n").unwrap(), "b\n");
        assert_eq!(js("x = `a\n  b`;\n"), None);
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
