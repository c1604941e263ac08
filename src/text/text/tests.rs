//! Conversions between the three units, against the vectors and against counting.

use proptest::prelude::*;

use super::super::sample;
use super::*;

#[test]
fn the_vectors_have_the_lengths_and_places_they_say() {
    for vector in sample::vectors() {
        let name = &vector.name;
        let text = Text::new(vector.text.as_str());
        let lengths = [
            text.as_str().len() as u64,
            text.len_utf16().0.into(),
            text.end().0.into(),
            vector.boundaries[2].len() as u64 - 1,
        ];
        assert_eq!(lengths, vector.lengths, "{name}");
        let [bytes, utf16s, chars] = &vector.boundaries;
        for ((byte, utf16), at) in bytes.iter().zip(utf16s).zip(chars) {
            let byte = ByteOffset(usize::try_from(*byte).unwrap());
            let utf16 = Utf16Offset(u32::try_from(*utf16).unwrap());
            let at = CharOffset(u32::try_from(*at).unwrap());
            assert_eq!(text.to_byte(at), Ok(byte), "{name}");
            assert_eq!(text.to_utf16(at), Ok(utf16), "{name}");
            assert_eq!(text.from_byte(byte), Ok(at), "{name}");
            assert_eq!(text.from_utf16(utf16), Ok(at), "{name}");
        }
    }
}

/// All conversions of all offsets, off the grid and past the end too, against counting.
#[track_caller]
fn check(chars: &str) {
    let text = Text::new(chars);
    let grid = grid(chars);
    for (at, (byte, utf16)) in (0..).map(CharOffset).zip(&grid) {
        assert_eq!(text.to_byte(at), Ok(*byte), "{chars:?} {at}");
        assert_eq!(text.to_utf16(at), Ok(*utf16), "{chars:?} {at}");
    }
    for byte in (0..chars.len() + 3).map(ByteOffset) {
        let wanted = grid.iter().position(|it| it.0 == byte);
        assert_eq!(text.from_byte(byte).ok().map(|at| at.0 as usize), wanted, "{chars:?} {byte:?}");
    }
    for utf16 in (0..text.len_utf16().0 + 3).map(Utf16Offset) {
        let wanted = grid.iter().position(|it| it.1 == utf16);
        assert_eq!(
            text.from_utf16(utf16).ok().map(|at| at.0 as usize),
            wanted,
            "{chars:?} {utf16:?}"
        );
    }
    assert_eq!(text.end().0 as usize + 1, grid.len());
    for past in [text.end().plus(1), CharOffset(u32::MAX)] {
        assert_eq!(text.to_byte(past), Err(OffGrid), "{chars:?}");
        assert_eq!(text.to_utf16(past), Err(OffGrid), "{chars:?}");
    }
    assert_eq!(text.from_byte(ByteOffset(usize::MAX)), Err(OffGrid), "{chars:?}");
    assert_eq!(text.from_utf16(Utf16Offset(u32::MAX)), Err(OffGrid), "{chars:?}");
}

/// The place of every character and of the end, counted one by one.
fn grid(chars: &str) -> Vec<(ByteOffset, Utf16Offset)> {
    let mut at = (ByteOffset(0), Utf16Offset(0));
    let mut grid = vec![at];
    for character in chars.chars() {
        at.0.0 += character.len_utf8();
        at.1.0 += u32::try_from(character.len_utf16()).unwrap();
        grid.push(at);
    }
    grid
}

#[test]
fn every_offset_is_converted_around_the_strides() {
    for n in [0, 1, 63, 64, 65, 127, 128, 129] {
        for piece in ["a", "é", "🤝", "ש", "e\u{301}", "a🤝\r\n"] {
            check(&piece.repeat(n));
            check(&format!("{}🤝", piece.repeat(n)));
        }
    }
}

#[test]
fn a_slice_is_what_lies_in_the_text() {
    let text = Text::new("a🤝é");
    let between = |start, end| text.between(CharOffset(start), CharOffset(end));
    for (actual, wanted) in [
        (between(0, 3), "a🤝é"),
        (between(1, 2), "🤝"),
        (between(2, 99), "é"),
        (between(3, 99), ""),
        (between(2, 1), ""),
        (between(1, 1), ""),
    ] {
        assert_eq!(actual, wanted);
    }
    let span = Span::new(CharOffset(1), CharOffset(9)).unwrap();
    assert_eq!(text.slice(span), "🤝é");
    assert!(!text.holds(span));
    assert!(text.holds(text.whole().unwrap()));
    assert_eq!(Text::new("").whole(), None);
}

#[test]
fn a_text_is_named_by_its_bytes() {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(&**Text::new("").sha256(), empty);
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(&**Text::new("abc").sha256(), abc);
    assert_eq!(Text::new("abc"), Text::new(String::from("abc")));
    assert_ne!(Text::new("é"), Text::new("e\u{301}"));
}

proptest! {
    #![proptest_config(sample::config())]

    #[test]
    fn conversions_agree_with_counting(chars in sample::nasty()) {
        check(&chars);
    }

    #[test]
    fn conversions_in_long_texts_agree_with_counting(text in sample::long_line(), at: u16) {
        let at = CharOffset(u32::from(at) % (text.end().0 + 1));
        let before = text.between(CharOffset::ZERO, at);
        let utf16 = u32::try_from(before.encode_utf16().count()).unwrap();
        prop_assert_eq!(before.chars().count(), at.0 as usize);
        prop_assert_eq!(text.to_byte(at), Ok(ByteOffset(before.len())));
        prop_assert_eq!(text.from_byte(ByteOffset(before.len())), Ok(at));
        prop_assert_eq!(text.to_utf16(at), Ok(Utf16Offset(utf16)));
        prop_assert_eq!(text.from_utf16(Utf16Offset(utf16)), Ok(at));
    }

    #[test]
    fn article_text_is_canonical(text in sample::article()) {
        prop_assert!(super::super::is_canonical(text.as_str()));
    }
}
