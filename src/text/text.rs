//! The immutable text of an article, with an index for converting positions.
//!
//! Every 64 code points the index keeps how many bytes and UTF-16 units come before, so a
//! conversion reads at most 64 characters wherever in a million it falls. A text of ASCII only
//! needs no index at all: all three units agree.

use std::fmt;
use std::rc::Rc;

use sha2::{Digest, Sha256};

use super::{ByteOffset, CharOffset, Span, Utf16Offset};

/// Code points between two entries of the index.
const STRIDE: u32 = 64;

/// An immutable text, cheap to clone, named by the SHA-256 of its UTF-8 bytes.
#[derive(Clone)]
pub struct Text(Rc<Indexed>);

struct Indexed {
    chars: Box<str>,
    len: CharOffset,
    len_utf16: Utf16Offset,
    sha256: Rc<str>,
    /// Entry `i` is the position of code point `i * STRIDE`; empty for ASCII.
    index: Vec<Mark>,
}

#[derive(Clone, Copy)]
struct Mark {
    byte: usize,
    utf16: u32,
}

/// A position that no character starts at: past the end, or in the middle of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffGrid;

impl fmt::Display for OffGrid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no character of the text starts there")
    }
}

impl std::error::Error for OffGrid {}

impl Text {
    /// Takes the text as it is; see [`super::canonical`] for what an article's text must be.
    #[must_use]
    pub fn new(chars: impl Into<Box<str>>) -> Text {
        let chars: Box<str> = chars.into();
        let sha256 = hex(&Sha256::digest(chars.as_bytes()));
        let mut index = Vec::new();
        let mut len = 0;
        let mut len_utf16 = 0;
        if chars.is_ascii() {
            len = clamp(chars.len());
            len_utf16 = len;
        } else {
            for (byte, character) in chars.char_indices() {
                if len % STRIDE == 0 {
                    index.push(Mark { byte, utf16: len_utf16 });
                }
                len += 1;
                len_utf16 += units(character);
            }
        }
        Text(Rc::new(Indexed {
            chars,
            len: CharOffset(len),
            len_utf16: Utf16Offset(len_utf16),
            sha256: sha256.into(),
            index,
        }))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.chars
    }

    /// The end of the text, which is its length in code points.
    #[must_use]
    pub fn end(&self) -> CharOffset {
        self.0.len
    }

    /// Its length in UTF-16 units, as browsers count and limit it.
    #[must_use]
    pub fn len_utf16(&self) -> Utf16Offset {
        self.0.len_utf16
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.chars.is_empty()
    }

    /// The whole text as a span, `None` if it is empty.
    #[must_use]
    pub fn whole(&self) -> Option<Span> {
        Span::new(CharOffset::ZERO, self.end()).ok()
    }

    /// SHA-256 of the UTF-8 bytes, in lower-case hexadecimal: the text's name.
    #[must_use]
    pub fn sha256(&self) -> &Rc<str> {
        &self.0.sha256
    }

    /// The characters of a span; what lies past the end of the text is left out.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.between(span.start(), span.end())
    }

    /// The characters from `start` to `end`, `""` if there are none.
    #[must_use]
    pub fn between(&self, start: CharOffset, end: CharOffset) -> &str {
        let start = self.to_byte(start.min(self.end())).unwrap_or_default().0;
        let end = self.to_byte(end.min(self.end())).unwrap_or_default().0;
        self.0.chars.get(start..end).unwrap_or_default()
    }

    /// Whether the span ends within the text.
    #[must_use]
    pub fn holds(&self, span: Span) -> bool {
        span.end() <= self.end()
    }

    /// # Errors
    /// [`OffGrid`] past the end of the text.
    pub fn to_byte(&self, at: CharOffset) -> Result<ByteOffset, OffGrid> {
        self.seek(at).map(|mark| ByteOffset(mark.byte))
    }

    /// # Errors
    /// [`OffGrid`] past the end of the text.
    pub fn to_utf16(&self, at: CharOffset) -> Result<Utf16Offset, OffGrid> {
        self.seek(at).map(|mark| Utf16Offset(mark.utf16))
    }

    /// # Errors
    /// [`OffGrid`] past the end of the text or between the surrogates of one character.
    pub fn from_utf16(&self, at: Utf16Offset) -> Result<CharOffset, OffGrid> {
        self.find(
            u64::from(at.0),
            |mark| u64::from(mark.utf16),
            |character| u64::from(units(character)),
        )
    }

    /// # Errors
    /// [`OffGrid`] past the end of the text or inside a character.
    pub fn from_byte(&self, at: ByteOffset) -> Result<CharOffset, OffGrid> {
        self.find(at.0 as u64, |mark| mark.byte as u64, |character| character.len_utf8() as u64)
    }

    fn seek(&self, at: CharOffset) -> Result<Mark, OffGrid> {
        if at > self.end() {
            return Err(OffGrid);
        }
        let nearest = self.0.index.get((at.0 / STRIDE) as usize).copied();
        let Some(mut mark) = nearest else {
            // ASCII, or the end of a text whose length is a multiple of the stride.
            return Ok(if self.0.index.is_empty() {
                Mark { byte: at.0 as usize, utf16: at.0 }
            } else {
                Mark { byte: self.0.chars.len(), utf16: self.0.len_utf16.0 }
            });
        };
        let rest = self.0.chars.get(mark.byte..).unwrap_or_default();
        for character in rest.chars().take((at.0 % STRIDE) as usize) {
            mark.byte += character.len_utf8();
            mark.utf16 += units(character);
        }
        Ok(mark)
    }

    /// The code point at which `target` units of another kind have gone by.
    fn find(
        &self,
        target: u64,
        of_mark: impl Fn(&Mark) -> u64,
        of_char: impl Fn(char) -> u64,
    ) -> Result<CharOffset, OffGrid> {
        if self.0.index.is_empty() {
            let at = CharOffset(u32::try_from(target).map_err(|_| OffGrid)?);
            return if at <= self.end() { Ok(at) } else { Err(OffGrid) };
        }
        let after = self.0.index.partition_point(|mark| of_mark(mark) <= target);
        let entry = after.saturating_sub(1);
        let Some(mark) = self.0.index.get(entry) else { return Err(OffGrid) };
        let mut gone = of_mark(mark);
        let mut at = clamp(entry).saturating_mul(STRIDE);
        let rest = self.0.chars.get(mark.byte..).unwrap_or_default();
        for character in rest.chars() {
            if target <= gone {
                break;
            }
            gone += of_char(character);
            at += 1;
        }
        if gone == target { Ok(CharOffset(at)) } else { Err(OffGrid) }
    }
}

fn units(character: char) -> u32 {
    if character.len_utf16() == 2 { 2 } else { 1 }
}

fn clamp(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0.sha256 == other.0.sha256
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Text({:?}, {} chars)",
            self.0.chars.chars().take(24).collect::<String>(),
            self.0.len
        )
    }
}

#[cfg(test)]
mod tests;
