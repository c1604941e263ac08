//! The three units of position, each a type of its own, so that they cannot be confused.
//!
//! Mixing them up is the most common cause of wrong annotations in the tools of this field: a
//! browser counts UTF-16 units, Python and most corpora count code points, Rust counts bytes.

use std::fmt;

/// A position between two characters of a text, counted in Unicode code points from 0.
///
/// In `"🤝 Hanoi"` the `H` begins at 2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CharOffset(pub u32);

/// A position counted in UTF-16 code units, as the DOM counts. In `"🤝 Hanoi"` the `H` begins at 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Offset(pub u32);

/// A position counted in bytes of UTF-8. In `"🤝 Hanoi"` the `H` begins at 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteOffset(pub usize);

impl CharOffset {
    /// The start of every text.
    pub const ZERO: CharOffset = CharOffset(0);

    /// `n` code points further on; stays at the largest offset instead of wrapping.
    #[must_use]
    pub fn plus(self, n: u32) -> CharOffset {
        CharOffset(self.0.saturating_add(n))
    }

    /// `n` code points back; stays at 0 instead of wrapping.
    #[must_use]
    pub fn minus(self, n: u32) -> CharOffset {
        CharOffset(self.0.saturating_sub(n))
    }

    /// How many code points lie between two offsets, whichever comes first.
    #[must_use]
    pub fn distance(self, other: CharOffset) -> u32 {
        self.0.abs_diff(other.0)
    }
}

impl fmt::Display for CharOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_stop_at_both_ends() {
        let last = CharOffset(u32::MAX);
        for (actual, wanted) in [
            (CharOffset(3).plus(2), CharOffset(5)),
            (CharOffset(3).minus(2), CharOffset(1)),
            (CharOffset(3).minus(4), CharOffset::ZERO),
            (last.plus(1), last),
        ] {
            assert_eq!(actual, wanted);
        }
        assert_eq!(CharOffset(3).distance(CharOffset(5)), 2);
        assert_eq!(CharOffset(5).distance(CharOffset(3)), 2);
        assert_eq!(CharOffset(7).to_string(), "7");
    }
}
