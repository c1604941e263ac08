//! The bytes of a file as characters.
//!
//! Strict: a text with a fault in it is refused rather than shown with characters replaced, so
//! that the user can be asked which encoding it is in.

use std::fmt;

use super::ByteOffset;

/// The encodings that a file can announce or have by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
}

/// Why bytes are no text. Positions count from the first byte of the file, its mark included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The bytes at `at` stand for no character.
    Malformed { encoding: Encoding, at: ByteOffset },
    /// The file ends within the character that begins at `at`.
    CutOff { encoding: Encoding, at: ByteOffset },
}

impl DecodeError {
    #[must_use]
    pub fn encoding(self) -> Encoding {
        match self {
            DecodeError::Malformed { encoding, .. } | DecodeError::CutOff { encoding, .. } => {
                encoding
            }
        }
    }

    /// Where the fault is.
    #[must_use]
    pub fn at(self) -> ByteOffset {
        match self {
            DecodeError::Malformed { at, .. } | DecodeError::CutOff { at, .. } => at,
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
        })
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (encoding, at) = (self.encoding(), self.at().0);
        match self {
            DecodeError::Malformed { .. } => write!(f, "malformed {encoding} at byte {at}"),
            DecodeError::CutOff { .. } => write!(f, "{encoding} cut off at byte {at}"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// The characters of a file: UTF-8, or UTF-16 if it begins with the mark of that.
///
/// The mark names the encoding and is no part of the text. Otherwise the text is as in the file,
/// not [canonical](super::canonical).
///
/// # Errors
/// [`DecodeError`] where the bytes stand for no character.
pub fn decode(bytes: &[u8]) -> Result<String, DecodeError> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => decode_utf8(rest, 3),
        [0xff, 0xfe, rest @ ..] => decode_utf16(rest, Encoding::Utf16Le, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => decode_utf16(rest, Encoding::Utf16Be, u16::from_be_bytes),
        _ => decode_utf8(bytes, 0),
    }
}

fn decode_utf8(bytes: &[u8], len_mark: usize) -> Result<String, DecodeError> {
    let text = std::str::from_utf8(bytes).map_err(|fault| {
        let (encoding, at) = (Encoding::Utf8, ByteOffset(len_mark + fault.valid_up_to()));
        match fault.error_len() {
            Some(_) => DecodeError::Malformed { encoding, at },
            None => DecodeError::CutOff { encoding, at },
        }
    })?;
    Ok(text.to_owned())
}

fn decode_utf16(
    bytes: &[u8],
    encoding: Encoding,
    unit: fn([u8; 2]) -> u16,
) -> Result<String, DecodeError> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut at = ByteOffset(2);
    for decoded in char::decode_utf16(pairs.iter().copied().map(unit)) {
        let Ok(character) = decoded else {
            let is_last = at.0 + 2 >= bytes.len();
            let is_high = decoded.is_err_and(|fault| fault.unpaired_surrogate() < 0xdc00);
            return Err(if is_last && is_high {
                DecodeError::CutOff { encoding, at }
            } else {
                DecodeError::Malformed { encoding, at }
            });
        };
        text.push(character);
        at.0 += 2 * character.len_utf16();
    }
    if odd.is_empty() { Ok(text) } else { Err(DecodeError::CutOff { encoding, at }) }
}
