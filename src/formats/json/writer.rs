//! Writing JSON, in one line or in many.

use super::Json;

/// JSON that is being written, value by value.
///
/// ```
/// use postil::formats::json::Writer;
///
/// let mut json = Writer::compact();
/// json.open('{');
/// json.key("spans");
/// json.open('[');
/// json.item();
/// json.number(3);
/// json.close(']');
/// json.close('}');
/// assert_eq!(json.finish(), r#"{"spans":[3]}"#);
/// ```
#[derive(Debug)]
pub struct Writer {
    json: String,
    is_pretty: bool,
    depth: usize,
    /// Whether nothing was written yet into what was opened last.
    is_empty: bool,
}

impl Writer {
    /// Writes one line without spaces.
    #[must_use]
    pub fn compact() -> Writer {
        Writer { json: String::new(), is_pretty: false, depth: 0, is_empty: true }
    }

    /// Writes every member and item on a line of its own, with one space a level before it.
    #[must_use]
    pub fn pretty() -> Writer {
        Writer { is_pretty: true, ..Writer::compact() }
    }

    #[must_use]
    pub fn finish(self) -> String {
        self.json
    }

    /// Opens an object with `{` or a list with `[`.
    pub fn open(&mut self, bracket: char) {
        self.json.push(bracket);
        self.depth += 1;
        self.is_empty = true;
    }

    pub fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        if !self.is_empty {
            self.new_line();
        }
        self.json.push(bracket);
        self.is_empty = false;
    }

    /// Begins an item of a list; its value comes next.
    pub fn item(&mut self) {
        if !self.is_empty {
            self.json.push(',');
        }
        self.is_empty = false;
        self.new_line();
    }

    /// Begins a member of an object; its value comes next.
    pub fn key(&mut self, key: &str) {
        self.item();
        self.string(key);
        self.json.push_str(if self.is_pretty { ": " } else { ":" });
    }

    pub fn string(&mut self, text: &str) {
        write_quoted(&mut self.json, text);
    }

    pub fn number(&mut self, number: u64) {
        self.json.push_str(&number.to_string());
    }

    pub fn flag(&mut self, flag: bool) {
        self.json.push_str(if flag { "true" } else { "false" });
    }

    pub fn null(&mut self) {
        self.json.push_str("null");
    }

    /// Writes a value as its text.
    pub fn raw(&mut self, text: &str) {
        match Json::parse(text) {
            Ok(value) => self.json.push_str(value.text()),
            // Nobody should keep other text as JSON; if somebody did, it is not lost.
            Err(_) => self.string(text),
        }
    }

    fn new_line(&mut self) {
        if self.is_pretty {
            self.json.push('\n');
            self.json.extend(std::iter::repeat_n(' ', self.depth));
        }
    }
}

/// A text as a JSON string.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    write_quoted(&mut json, text);
    json
}

fn write_quoted(json: &mut String, text: &str) {
    json.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(needs_escape) {
        let (plain, special) = rest.split_at(at);
        json.push_str(plain);
        let mut characters = special.chars();
        if let Some(character) = characters.next() {
            push_escape(json, character);
        }
        rest = characters.as_str();
    }
    json.push_str(rest);
    json.push('"');
}

fn needs_escape(character: char) -> bool {
    character < ' ' || character == '"' || character == '\\'
}

fn push_escape(json: &mut String, character: char) {
    let short = match character {
        '\u{8}' => 'b',
        '\u{c}' => 'f',
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        '"' | '\\' => character,
        _ => {
            json.push_str(&format!("\\u{:04x}", u32::from(character)));
            return;
        }
    };
    json.push('\\');
    json.push(short);
}
