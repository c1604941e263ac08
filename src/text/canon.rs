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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample;
    use super::*;

    #[track_caller]
    fn check(text: &str, wanted: &str) {
        assert_eq!(canonical(text), wanted, "{text:?}");
        assert_eq!(is_canonical(text), text == wanted, "{text:?}");
    }

    #[test]
    fn only_line_ends_marks_and_controls_change() {
        for (text, wanted) in [
            ("", ""),
            ("\u{feff}", ""),
            ("\u{feff}a\u{feff}b", "a\u{feff}b"),
            ("\u{feff}\u{feff}a", "a"),
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            ("\r\r\n\n\r", "\n\n\n\n"),
            ("\0a\u{1}\u{8}\u{b}\u{c}\u{1f}", "\u{fffd}a\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("\ta \u{a0}\u{3000}  b\n\n", "\ta \u{a0}\u{3000}  b\n\n"),
            ("\u{7f}\u{80}\u{85}\u{2028}\u{ad}", "\u{7f}\u{80}\u{85}\u{2028}\u{ad}"),
            ("e\u{301}é\u{200d}👨‍👩‍👧‍👦", "e\u{301}é\u{200d}👨‍👩‍👧‍👦"),
            ("\u{202e}שלום\u{202c}", "\u{202e}שלום\u{202c}"),
        ] {
            check(text, wanted);
        }
    }

    proptest! {
        #![proptest_config(sample::config())]

        #[test]
        fn canonical_text_is_what_the_slow_way_gives_and_stays(text in sample::nasty()) {
            let without_marks = text.trim_start_matches('\u{feff}');
            let slow = without_marks.replace("\r\n", "\n").replace('\r', "\n");
            let slow = slow.replace(|it: char| it < ' ' && it != '\t' && it != '\n', "\u{fffd}");
            let canon = canonical(&text);
            prop_assert_eq!(&canon, &slow);
            prop_assert_eq!(canonical(&canon), canon.clone());
            prop_assert!(is_canonical(&canon));
            prop_assert_eq!(is_canonical(&text), text == canon);
            let n_crlf = without_marks.matches("\r\n").count();
            prop_assert_eq!(canon.chars().count() + n_crlf, without_marks.chars().count());
        }
    }
}
