//! A file as an article, whatever format it is in.

use super::json::Json;
use super::postil::{is_ours, read};
use super::refusal::Refusal;
use super::registry::{Format, POSTIL, TEXT};
use crate::model::Project;
use crate::text::{canonical, decode};

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant)] // One value in a while, moved once.
pub enum Imported {
    Project(Project),
    /// A text that nobody has annotated yet, in its canonical form.
    Text {
        text: String,
        /// Its first line, unless that is too long for a title.
        title: Option<String>,
    },
}

/// What is in the file with this name; `format` is the id of one that the user has chosen.
///
/// # Errors
/// [`Refusal`] if nobody can read it or something in it is wrong.
pub fn import(name: &str, bytes: &[u8], format: Option<&str>) -> Result<Imported, Refusal> {
    let format = match format {
        Some(id) => [POSTIL, TEXT]
            .into_iter()
            .find(|format| format.id == id)
            .ok_or_else(|| Refusal::NoSuchFormat(id.into()))?,
        None => detect(name, &decode(bytes).map_err(Refusal::NotText)?)?,
    };
    if format == POSTIL { read(bytes).map(Imported::Project) } else { import_text(bytes) }
}

/// By content first: people rename files.
fn detect(name: &str, text: &str) -> Result<Format, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let name = name.to_ascii_lowercase();
    if is_ours(text) || name.ends_with(".json") {
        return Ok(POSTIL);
    }
    let is_json = text.trim_start().starts_with(['{', '[']) && Json::parse(text).is_ok();
    if is_json && !name.ends_with(TEXT.extension) { Err(Refusal::Foreign) } else { Ok(TEXT) }
}

fn import_text(bytes: &[u8]) -> Result<Imported, Refusal> {
    let text = decode(bytes).map_err(Refusal::NotText)?;
    if text.contains('\0') {
        return Err(Refusal::Binary);
    }
    let text = canonical(&text);
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).ok_or(Refusal::Empty)?;
    let title = Some(first).filter(|line| line.chars().count() <= LONGEST_TITLE);
    let title = title.map(str::to_owned);
    Ok(Imported::Text { text, title })
}

/// A first line with more code points is the text itself, pasted without line ends.
const LONGEST_TITLE: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("../../tests/fixtures/example.postil.json");

    /// What a file is taken for: `postil`, the text with its title, or why it is refused.
    fn taken(name: &str, bytes: &[u8], format: Option<&str>) -> String {
        match import(name, bytes, format) {
            Ok(Imported::Project(_)) => "postil".to_owned(),
            Ok(Imported::Text { text, title }) => format!("{text:?} {title:?}"),
            Err(refusal) => refusal.to_string(),
        }
    }

    #[track_caller]
    fn check(name: &str, bytes: impl AsRef<[u8]>, expected: &str) {
        assert_eq!(taken(name, bytes.as_ref(), None), expected);
    }

    #[test]
    fn our_files_are_known_by_what_is_in_them() {
        for name in ["a.postil.json", "a.json", "a.JSON", "a.txt", "a", ""] {
            check(name, EXAMPLE, "postil");
        }
        let reordered = EXAMPLE.replacen("\"format\": \"postil\",", "", 1).replacen(
            "\n}\n",
            ", \"format\": \"postil\"}",
            1,
        );
        check("a.txt", reordered, "postil");
        // Half of our file is a broken file, not a text.
        check("a.txt", &EXAMPLE.as_bytes()[..100], "not JSON at line 6, column 11");
        check("a.json", "Some words", "not JSON at line 1, column 1");
    }

    #[test]
    fn json_of_others_is_refused_but_in_a_text_file() {
        check("a.json", "{\"text\": \"x\"}", "not a Postil file");
        check("a", "[1, 2]", "not a Postil file");
        check("a.txt", "[1, 2]", r#""[1, 2]" Some("[1, 2]")"#);
        check("a", "[sic] words", r#""[sic] words" Some("[sic] words")"#);
    }

    #[test]
    fn a_text_is_made_canonical_and_its_first_line_is_the_title() {
        check("a.txt", "\u{feff} Title \r\n\r\nText.\u{1}", r#"" Title \n\nText.�" Some("Title")"#);
        check("a.txt", b"\xff\xfeA\0\n\0", r#""A\n" Some("A")"#);
        let long = "a".repeat(201);
        check("a.md", &long, &format!("{long:?} None"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check("a.txt", "", "nothing in it");
        check("a.txt", " \r\n\t\n", "nothing in it");
        check("a.json", "", "nothing in it");
        check("a.txt", b"GIF89a\0\x01", "not a text: holds a NUL");
        check("a.png", b"\x89PNG\r\n\x1a\n", "not a text: malformed utf-8 at byte 0");
    }

    #[test]
    fn a_chosen_format_is_not_guessed() {
        assert!(taken("a.json", EXAMPLE.as_bytes(), Some("text")).starts_with('"'));
        assert_eq!(taken("a.txt", b"words", Some("postil")), "not JSON at line 1, column 1");
        assert_eq!(taken("a.txt", b"words", Some("brat")), "no format brat to read");
    }
}
