//! What an article's text must be before any offset into it exists.
//!
//! This is done once, when an article comes in. Nothing else is changed, ever: no composing of
//! accents, no trimming, no collapsing of white space, since each of them would move offsets that
//! other tools wrote.

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The canonical form of `text`: no byte order mark at the start, line ends as LF, and U+FFFD for
/// each C0 control but TAB and LF.
///
/// If there are several byte order marks at the start, all of them go: one left would be taken
/// for a mark when the text is read from a file again, and every offset would be off by one.
///
/// ```
/// assert_eq!(postil::text::canonical("\u{feff}one\r\ntwo\rthree\0"), "one\ntwo\nthree\u{fffd}");
/// ```
#[must_use]
pub fn canonical(text: &str) -> String {
    let text = text.trim_start_matches(BYTE_ORDER_MARK);
    let mut canonical = String::with_capacity(text.len());
    let mut after_return = false;
    for character in text.chars() {
        match character {
            '\n' if after_return => {}
            '\r' => canonical.push('\n'),
            _ if is_legal(character) => canonical.push(character),
            _ => canonical.push(char::REPLACEMENT_CHARACTER),
        }
        after_return = character == '\r';
    }
    canonical
}

/// Whether [`canonical`] would leave `text` as it is.
#[must_use]
pub fn is_canonical(text: &str) -> bool {
    !text.starts_with(BYTE_ORDER_MARK) && text.chars().all(is_legal)
}

fn is_legal(character: char) -> bool {
    ' ' <= character || character == '\t' || character == '\n'
}
