//! Passing over JSON, and seeing whether it is any.

use std::borrow::Cow;
use std::fmt;

use super::string;

/// Where a text stops being JSON. Both count from 1, the column in bytes; a text that breaks off
/// does so in the column of its last byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    pub line: usize,
    pub column: usize,
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

impl std::error::Error for NotJson {}

/// A place in a text that should be JSON.
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Scanner<'t> {
        Scanner { text, at: 0 }
    }

    /// Passes one value and answers its text. What is nested in it is counted, not recursed into:
    /// no depth is too much.
    pub(super) fn value(&mut self) -> Result<&'t str, NotJson> {
        let start = self.at;
        let mut closers = Vec::new();
        loop {
            let closer = match self.peek() {
                Some(b'{') => Some(b'}'),
                Some(b'[') => Some(b']'),
                _ => None,
            };
            if let Some(closer) = closer {
                self.at += 1;
                self.space();
                if !self.eat(closer) {
                    closers.push(closer);
                    if closer == b'}' {
                        self.key()?;
                    }
                    continue;
                }
            } else {
                self.scalar()?;
            }
            // A value has just been passed. It may have been the last one of what holds it.
            loop {
                let Some(&closer) = closers.last() else { return Ok(self.since(start)) };
                self.space();
                if !self.eat(closer) {
                    self.expect(b',')?;
                    self.space();
                    if closer == b'}' {
                        self.key()?;
                    }
                    break;
                }
                closers.pop();
            }
        }
    }

    /// Passes the key of a member with its colon, up to the value.
    pub(super) fn key(&mut self) -> Result<Cow<'t, str>, NotJson> {
        let start = self.at + 1;
        self.string()?;
        let key = self.text.get(start..self.at - 1).and_then(string::unescaped);
        let key = key.ok_or_else(|| self.wrong())?;
        self.space();
        self.expect(b':')?;
        self.space();
        Ok(key)
    }

    /// Passes what opens an object or a list: whether there is something in it. `None` if there is
    /// no such thing here.
    pub(super) fn opens(&mut self, opener: u8) -> Option<bool> {
        if !self.eat(opener) {
            return None;
        }
        self.space();
        Some(!matches!(self.peek(), Some(b'}' | b']')))
    }

    /// Passes what stands between two members or items: whether there is another one.
    pub(super) fn goes_on(&mut self) -> bool {
        self.space();
        let goes_on = self.eat(b',');
        self.space();
        goes_on
    }

    pub(super) fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    pub(super) fn end(&self) -> Result<(), NotJson> {
        if self.peek().is_none() { Ok(()) } else { Err(self.wrong()) }
    }

    fn scalar(&mut self) -> Result<(), NotJson> {
        match self.peek() {
            Some(b'"') => self.string(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'n') => self.word("null"),
            _ => Err(self.wrong()),
        }
    }

    fn string(&mut self) -> Result<(), NotJson> {
        self.expect(b'"')?;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    self.at += 1;
                    self.escape()?;
                }
                None | Some(..0x20) => return Err(self.wrong()),
                Some(_) => self.at += 1,
            }
        }
        self.expect(b'"')
    }

    fn escape(&mut self) -> Result<(), NotJson> {
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'u') => {
                self.at += 1;
                for _ in 0..4 {
                    match self.peek() {
                        Some(digit) if digit.is_ascii_hexdigit() => self.at += 1,
                        _ => return Err(self.wrong()),
                    }
                }
            }
            _ => return Err(self.wrong()),
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), NotJson> {
        self.eat(b'-');
        // No digit may follow a zero at the start.
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            if !self.eat(b'-') {
                self.eat(b'+');
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), NotJson> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if start < self.at { Ok(()) } else { Err(self.wrong()) }
    }

    fn word(&mut self, word: &str) -> Result<(), NotJson> {
        word.bytes().try_for_each(|letter| self.expect(letter))
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn expect(&mut self, byte: u8) -> Result<(), NotJson> {
        if self.eat(byte) { Ok(()) } else { Err(self.wrong()) }
    }

    fn since(&self, start: usize) -> &'t str {
        // Values begin and end with ASCII.
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The byte at which we are does not belong here.
    fn wrong(&self) -> NotJson {
        let passed = self.text.as_bytes().iter().take(self.at + 1);
        let mut place = NotJson { line: 1, column: 0 };
        for byte in passed {
            place.column += 1;
            if *byte == b'\n' {
                place = NotJson { line: place.line + 1, column: 0 };
            }
        }
        place
    }
}
