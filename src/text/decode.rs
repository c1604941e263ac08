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
            let is_last = at.0 >= 2 * pairs.len();
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample;
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], wanted: Result<&str, &str>) {
        let actual = decode(bytes).map_err(|fault| fault.to_string());
        assert_eq!(actual.as_deref().map_err(String::as_str), wanted, "{bytes:x?}");
    }

    #[test]
    fn files_are_utf_8_unless_they_say_utf_16() {
        for (bytes, wanted) in [
            (&b""[..], Ok("")),
            (b"Hanoi", Ok("Hanoi")),
            ("שלום é🤝".as_bytes(), Ok("שלום é🤝")),
            (b"\xef\xbb\xbf", Ok("")),
            (b"\xef\xbb\xbfa\r\n", Ok("a\r\n")),
            (b"\xef\xbb\xbf\xef\xbb\xbfa", Ok("\u{feff}a")),
            (b"\xff\xfe", Ok("")),
            (b"\xff\xfea\0\x3e\xd8\x1d\xdd", Ok("a🤝")),
            (b"\xfe\xff\0a\xd8\x3e\xdd\x1d", Ok("a🤝")),
            (b"a\0b\0", Ok("a\0b\0")),
        ] {
            check(bytes, wanted);
        }
    }

    #[test]
    fn a_fault_is_named_with_its_place() {
        for (bytes, wanted) in [
            (&b"caf\xe9 noir"[..], Err("malformed utf-8 at byte 3")),
            (b"\xef\xbb\xbfa\x80", Err("malformed utf-8 at byte 4")),
            (b"a\xed\xa0\x80", Err("malformed utf-8 at byte 1")),
            (b"a\xc0\x80", Err("malformed utf-8 at byte 1")),
            (b"a\xf0\x9f\xa4", Err("utf-8 cut off at byte 1")),
            (b"\xff\xfea\0\x3e\xd8", Err("utf-16le cut off at byte 4")),
            (b"\xff\xfea\0\x1d\xdd", Err("malformed utf-16le at byte 4")),
            (b"\xff\xfea\0\x3e\xd8a\0", Err("malformed utf-16le at byte 4")),
            (b"\xfe\xff\0a\0", Err("utf-16be cut off at byte 4")),
            (b"\xfe\xff\xd8\x3e\xdd", Err("utf-16be cut off at byte 2")),
            (b"\xff", Err("malformed utf-8 at byte 0")),
        ] {
            check(bytes, wanted);
        }
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn every_text_comes_back_from_each_encoding(text in sample::nasty()) {
            let marked = format!("\u{feff}{text}");
            let units = || marked.encode_utf16();
            let utf_8 = marked.clone().into_bytes();
            let utf_16le = units().flat_map(u16::to_le_bytes).collect();
            let utf_16be = units().flat_map(u16::to_be_bytes).collect();
            for bytes in [utf_8, utf_16le, utf_16be] {
                prop_assert_eq!(decode(&bytes), Ok(text.clone()));
            }
        }

        #[test]
        fn no_bytes_are_too_wild(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            if let Err(fault) = decode(&bytes) {
                prop_assert!(fault.at().0 <= bytes.len());
            }
        }
    }
}
