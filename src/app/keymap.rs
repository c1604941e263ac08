//! Which key does what.
//!
//! Single keys act only while the focus is in the article or in the list, never while text is
//! typed or composed; the shell asks this table only then. Digits go by their place on the
//! keyboard, so that they work on a French one.

use super::action::Action;
use super::selection::{Motion, SpanEnd};
use super::state::Dialog;
use crate::model::{Label, LabelKey, LabelSet};
use crate::text::lower_case;

/// One key as the browser reports it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    /// The place on the keyboard, such as `Digit1`.
    pub code: String,
    /// What it types, such as `c` or `ArrowLeft`.
    pub key: String,
    pub shift: bool,
    pub ctrl: bool,
    pub alt: bool,
    pub meta: bool,
}

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Press {
    Move { motion: Motion, extend: bool },
    SelectAll,
    Label(LabelKey),
    ToggleExact,
    Walk { back: bool, same_label: bool },
    Climb { inward: bool },
    Open,
    Boundaries,
    Resize { end: SpanEnd, motion: Motion },
    Delete,
    Note,
    Undo,
    Redo,
    Save,
    Help,
    Escape,
}

/// Whether arrows move the caret or a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Reading,
    Resizing,
}

/// One row of the sheet of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyRow {
    pub keys: &'static [&'static str],
    pub does: &'static str,
}

/// The sheet of keys, in the order it is shown. Labels bring their own keys.
pub const SHEET: &[KeyRow] = &[
    KeyRow { keys: &["←", "→", "↑", "↓", "Home", "End"], does: "Move the caret" },
    KeyRow { keys: &["Ctrl + ←", "Ctrl + →"], does: "Move by word" },
    KeyRow { keys: &["Shift + a motion"], does: "Select" },
    KeyRow { keys: &["Ctrl + A"], does: "Select the whole article" },
    KeyRow {
        keys: &["1 … 9", "c"], does: "Tag the selection; without one, make the label ready"
    },
    KeyRow { keys: &["the same key twice"], does: "Keep the label ready for more than one tag" },
    KeyRow { keys: &["x"], does: "Select characters instead of words, and back" },
    KeyRow { keys: &["n", "p"], does: "Next, previous tag" },
    KeyRow { keys: &["Shift + n", "Shift + p"], does: "Next, previous tag of the same label" },
    KeyRow { keys: &["o", "Shift + o"], does: "Next tag outward, inward at this place" },
    KeyRow { keys: &["Enter"], does: "Open the tag at the caret" },
    KeyRow { keys: &["b"], does: "Move the ends of a tag" },
    KeyRow { keys: &["m"], does: "Write a note" },
    KeyRow { keys: &["Delete", "Backspace"], does: "Delete the tag" },
    KeyRow { keys: &["Ctrl + Z", "Ctrl + Shift + Z", "Ctrl + Y"], does: "Undo, redo" },
    KeyRow { keys: &["Ctrl + S"], does: "Save a file" },
    KeyRow { keys: &["Esc"], does: "Close, take back, make no label ready" },
    KeyRow { keys: &["?", "F1"], does: "All keys" },
];

/// Keys that stand for commands, so that no label may take them.
pub const RESERVED: &[char] = &['x', 'n', 'p', 'o', 'b', 'g', 'e', 'r', 'm', 'u', 'f', '?'];

/// What a key asks for in the article or in the list, `None` if nothing.
#[must_use]
pub fn press(key: &Key, mode: Mode, labels: &LabelSet) -> Option<Press> {
    let command = key.ctrl || key.meta;
    match key.key.as_str() {
        "Escape" => return Some(Press::Escape),
        "F1" | "?" if !command => return Some(Press::Help),
        "Enter" if !command && !key.shift => return Some(Press::Open),
        "Delete" | "Backspace" if !command => return Some(Press::Delete),
        _ => {}
    }
    if let Some(press) = motion(key, mode) {
        return Some(press);
    }
    if command {
        return with_command(key);
    }
    if key.alt {
        return None;
    }
    if !key.shift
        && let Some(label) = label_of(key, labels)
    {
        return Some(Press::Label(label.key.clone()));
    }
    match key.key.to_ascii_lowercase().as_str() {
        "x" if !key.shift => Some(Press::ToggleExact),
        "n" => Some(Press::Walk { back: false, same_label: key.shift }),
        "p" => Some(Press::Walk { back: true, same_label: key.shift }),
        "o" => Some(Press::Climb { inward: key.shift }),
        "b" if !key.shift => Some(Press::Boundaries),
        "m" if !key.shift => Some(Press::Note),
        _ => None,
    }
}

/// What a key asks for wherever the focus is, unless text is typed: undo, redo, save, help.
#[must_use]
pub fn press_anywhere(key: &Key) -> Option<Press> {
    match key.key.as_str() {
        "F1" => Some(Press::Help),
        "?" if !key.ctrl && !key.meta => Some(Press::Help),
        _ if key.ctrl || key.meta => match with_command(key) {
            Some(Press::SelectAll) => None,
            press => press,
        },
        _ => None,
    }
}

fn with_command(key: &Key) -> Option<Press> {
    if key.alt {
        return None;
    }
    match key.key.to_ascii_lowercase().as_str() {
        "z" if key.shift => Some(Press::Redo),
        "z" => Some(Press::Undo),
        "y" if !key.shift => Some(Press::Redo),
        "s" if !key.shift => Some(Press::Save),
        "a" if !key.shift => Some(Press::SelectAll),
        _ => None,
    }
}

fn motion(key: &Key, mode: Mode) -> Option<Press> {
    let by_word = key.ctrl || key.alt;
    // On a Mac, Command with an arrow goes to the end of the line or text.
    let far = key.meta;
    let motion = match key.key.as_str() {
        "ArrowLeft" if far => Motion::LineStart,
        "ArrowRight" if far => Motion::LineEnd,
        "ArrowUp" if far => Motion::TextStart,
        "ArrowDown" if far => Motion::TextEnd,
        "ArrowLeft" if by_word => Motion::WordBack,
        "ArrowRight" if by_word => Motion::WordOn,
        "ArrowLeft" => Motion::CharacterBack,
        "ArrowRight" => Motion::CharacterOn,
        "ArrowUp" if !by_word => Motion::LineUp,
        "ArrowDown" if !by_word => Motion::LineDown,
        "Home" if key.ctrl => Motion::TextStart,
        "End" if key.ctrl => Motion::TextEnd,
        "Home" => Motion::LineStart,
        "End" => Motion::LineEnd,
        "PageUp" => Motion::PageUp,
        "PageDown" => Motion::PageDown,
        _ => return None,
    };
    if mode == Mode::Reading {
        return Some(Press::Move { motion, extend: key.shift });
    }
    // While boundaries are moved, words are the usual step and Ctrl means characters.
    let end = if key.shift { SpanEnd::Start } else { SpanEnd::End };
    let motion = match motion {
        Motion::CharacterBack => Motion::WordBack,
        Motion::CharacterOn => Motion::WordOn,
        Motion::WordBack => Motion::CharacterBack,
        Motion::WordOn => Motion::CharacterOn,
        _ => return None,
    };
    Some(Press::Resize { end, motion })
}

fn label_of<'a>(key: &Key, labels: &'a LabelSet) -> Option<&'a Label> {
    let digit = key.code.strip_prefix("Digit").or_else(|| key.code.strip_prefix("Numpad"));
    labels.taggable().find(|label| {
        let Some(shortcut) = label.shortcut.as_deref() else { return false };
        match digit {
            Some(digit) => shortcut == digit,
            None => shortcut == lower_case(&key.key),
        }
    })
}

/// What happened when a key asked for something.
#[must_use]
pub fn action(press: Press) -> Action {
    match press {
        Press::Move { motion, extend } => Action::Moved { motion, extend },
        Press::SelectAll => Action::SelectedAll,
        Press::Label(label) => Action::LabelChosen(label),
        Press::ToggleExact => Action::ExactToggled,
        Press::Walk { back, same_label } => Action::Walked { back, same_label },
        Press::Climb { inward } => Action::Climbed { inward },
        Press::Open => Action::Opened,
        Press::Boundaries => Action::BoundariesStarted,
        Press::Resize { end, motion } => Action::Resized { end, motion },
        Press::Delete => Action::Deleted(None),
        Press::Note => Action::NoteAsked(None),
        Press::Undo => Action::Undone,
        Press::Redo => Action::Redone,
        Press::Save => Action::ExportAsked,
        Press::Help => Action::DialogOpened(Dialog::Keys),
        Press::Escape => Action::Escaped,
    }
}

/// Labels of a set whose key another label or a command has already.
#[must_use]
pub fn clashes(labels: &LabelSet) -> Vec<&Label> {
    let mut taken: Vec<char> = RESERVED.to_vec();
    let mut clashing = Vec::new();
    for label in labels.taggable() {
        let Some(shortcut) = label.shortcut.as_deref().and_then(|key| key.chars().next()) else {
            continue;
        };
        if taken.contains(&shortcut) {
            clashing.push(label);
        } else {
            taken.push(shortcut);
        }
    }
    clashing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news;

    fn key(words: &str) -> Key {
        let mut key = Key::default();
        for word in words.split('+') {
            match word {
                "Ctrl" => key.ctrl = true,
                "Shift" => key.shift = true,
                "Alt" => key.alt = true,
                "Cmd" => key.meta = true,
                digit if digit.len() == 1 && digit.chars().all(|c| c.is_ascii_digit()) => {
                    key.code = format!("Digit{digit}");
                    key.key = digit.to_owned();
                }
                other => other.clone_into(&mut key.key),
            }
        }
        key
    }

    #[track_caller]
    fn check(words: &str, expected: Option<Press>) {
        assert_eq!(press(&key(words), Mode::Reading, &news()), expected, "{words}");
    }

    #[test]
    fn every_key_does_what_the_sheet_says() {
        let go = |motion, extend| Some(Press::Move { motion, extend });
        check("ArrowLeft", go(Motion::CharacterBack, false));
        check("Ctrl+ArrowRight", go(Motion::WordOn, false));
        check("Alt+ArrowRight", go(Motion::WordOn, false));
        check("Shift+ArrowDown", go(Motion::LineDown, true));
        check("Ctrl+Shift+End", go(Motion::TextEnd, true));
        check("Cmd+ArrowLeft", go(Motion::LineStart, false));
        check("PageDown", go(Motion::PageDown, false));
        check("1", Some(Press::Label(LabelKey::new("PERSON"))));
        check("c", Some(Press::Label(LabelKey::new("CLAIM"))));
        check("Ctrl+c", None);
        check("x", Some(Press::ToggleExact));
        check("n", Some(Press::Walk { back: false, same_label: false }));
        check("Shift+P", Some(Press::Walk { back: true, same_label: true }));
        check("Shift+O", Some(Press::Climb { inward: true }));
        check("Enter", Some(Press::Open));
        check("b", Some(Press::Boundaries));
        check("Backspace", Some(Press::Delete));
        check("Ctrl+z", Some(Press::Undo));
        check("Cmd+Shift+z", Some(Press::Redo));
        check("Ctrl+y", Some(Press::Redo));
        check("Cmd+s", Some(Press::Save));
        check("Shift+?", Some(Press::Help));
        check("F1", Some(Press::Help));
        check("Tab", None);
        check("q", None);
    }

    #[test]
    fn digits_go_by_their_place_on_the_keyboard() {
        let azerty = Key { code: "Digit3".into(), key: "\"".into(), ..Key::default() };
        let expected = Some(Press::Label(LabelKey::new("GPE")));
        assert_eq!(press(&azerty, Mode::Reading, &news()), expected);
    }

    #[test]
    fn arrows_move_boundaries_by_word_while_resizing() {
        let resize = |end, motion| Some(Press::Resize { end, motion });
        let pressed = |words| press(&key(words), Mode::Resizing, &news());
        assert_eq!(pressed("ArrowLeft"), resize(SpanEnd::End, Motion::WordBack));
        assert_eq!(pressed("Shift+ArrowRight"), resize(SpanEnd::Start, Motion::WordOn));
        assert_eq!(pressed("Ctrl+ArrowRight"), resize(SpanEnd::End, Motion::CharacterOn));
        assert_eq!(pressed("ArrowUp"), None);
    }

    #[test]
    fn no_label_of_the_default_set_clashes() {
        assert_eq!(clashes(&news()), Vec::<&Label>::new());
        let mut set = news();
        set.labels[0].shortcut = Some("x".into());
        set.labels[1].shortcut = Some("3".into());
        let keys: Vec<_> = clashes(&set).into_iter().map(|label| label.key.as_str()).collect();
        assert_eq!(keys, ["PERSON", "GPE"]);
    }
}
