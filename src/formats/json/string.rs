//! What the escapes in a JSON string stand for.

use std::borrow::Cow;
use std::str::Chars;

/// The text between the quotes without escapes; it is copied only if it has some. `None` if half
/// of a UTF-16 pair stands alone.
pub(super) fn unescaped(written: &str) -> Option<Cow<'_, str>> {
    if !written.contains('\\') {
        return Some(Cow::Borrowed(written));
    }
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut characters = escape.chars();
        text.push(match characters.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => code_point(&mut characters)?,
            itself => itself,
        });
        rest = characters.as_str();
    }
    text.push_str(rest);
    Some(Cow::Owned(text))
}

/// What stands after `\u`: four digits, or the first half of a pair with the second one.
fn code_point(escape: &mut Chars<'_>) -> Option<char> {
    let first = unit(escape)?;
    if !(0xD800..0xDC00).contains(&first) {
        return char::from_u32(first);
    }
    if !(escape.next() == Some('\\') && escape.next() == Some('u')) {
        return None;
    }
    let second = unit(escape).filter(|second| (0xDC00..0xE000).contains(second))?;
    char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
}

fn unit(escape: &mut Chars<'_>) -> Option<u32> {
    let mut unit = 0;
    for _ in 0..4 {
        unit = unit * 16 + escape.next()?.to_digit(16)?;
    }
    Some(unit)
}
