//! The checksum of records, CRC-32C.
//!
//! Four bits at a time: the tables for eight bytes at a time are 12 KB that do not compress, and
//! records are short.

/// The polynomial of Castagnoli, reflected.
const POLYNOMIAL: u32 = 0x82f6_3b78;

/// What each value of the four bits that are shifted out does to the rest.
const TABLE: [u32; 16] = table();

const fn table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut value: u32 = 0;
    while value < 16 {
        let mut rest = value;
        let mut bit = 0;
        while bit < 4 {
            rest = if rest & 1 == 1 { (rest >> 1) ^ POLYNOMIAL } else { rest >> 1 };
            bit += 1;
        }
        #[allow(clippy::indexing_slicing)] // Run when it is compiled.
        {
            table[value as usize] = rest;
        }
        value += 1;
    }
    table
}

#[must_use]
pub(super) fn crc32c(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..2 {
            let lowest = TABLE.get((crc & 0xf) as usize).copied().unwrap_or_default();
            crc = (crc >> 4) ^ lowest;
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_check_value_is_that_of_the_catalogue() {
        assert_eq!(crc32c(b"123456789"), 0xe306_9283);
        assert_eq!(crc32c(b""), 0);
    }

    proptest! {
        #[test]
        fn it_is_what_the_crate_says(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(crc32c(&bytes), crc32c::crc32c(&bytes));
        }
    }
}
