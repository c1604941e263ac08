//! A press of a key as it is written down.

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

/// A press in words, such as `Shift+g`, `Ctrl+ArrowLeft` or `?`; `None` for modifiers alone.
///
/// Command counts as Ctrl; with an arrow it goes to the end of the line or text, as on a Mac. Digits
/// go by their place on the keyboard, so that they work on a French one; those of a number pad go
/// by what they type, which may be an arrow. Shift is named with letters, digits and named keys,
/// not with other signs, which it may be needed to type.
#[must_use]
pub fn stroke(key: &Key) -> Option<String> {
    if matches!(
        key.key.as_str(),
        "Shift" | "Control" | "Alt" | "Meta" | "Dead" | "Unidentified" | ""
    ) {
        return None;
    }
    let command = key.ctrl || key.meta;
    let (ctrl, name) = match (key.key.as_str(), key.code.strip_prefix("Digit")) {
        ("ArrowLeft", _) if key.meta => (false, "Home".to_owned()),
        ("ArrowRight", _) if key.meta => (false, "End".to_owned()),
        ("ArrowUp", _) if key.meta => (true, "Home".to_owned()),
        ("ArrowDown", _) if key.meta => (true, "End".to_owned()),
        (_, Some(digit)) => (command, digit.to_owned()),
        (" ", None) => (command, "Space".to_owned()),
        (typed, None) if is_single(typed) => (command, lower_case(typed)),
        (named, None) => (command, named.to_owned()),
    };
    let shift = key.shift && (!is_single(&name) || name.chars().all(char::is_alphanumeric));
    let mut written = String::new();
    for (pressed, modifier) in [(ctrl, "Ctrl+"), (key.alt, "Alt+"), (shift, "Shift+")] {
        if pressed {
            written.push_str(modifier);
        }
    }
    written.push_str(&name);
    Some(written)
}

fn is_single(key: &str) -> bool {
    let mut characters = key.chars();
    characters.next().is_some() && characters.next().is_none()
}

/// Whether a stroke is one that typing needs, too: no Ctrl, no Alt, one character.
#[must_use]
pub(super) fn is_single_key(stroke: &str) -> bool {
    is_single(stroke.strip_prefix("Shift+").unwrap_or(stroke))
}

/// A stroke as keyboards print it, in parts: `Ctrl+ArrowLeft` is `Ctrl`, `←`.
#[must_use]
pub fn stroke_shown(stroke: &str) -> String {
    let mut shown = String::new();
    let mut rest = stroke;
    for modifier in ["Ctrl+", "Alt+", "Shift+"] {
        if let Some(after) = rest.strip_prefix(modifier)
            && !after.is_empty()
        {
            shown.push_str(modifier.trim_end_matches('+'));
            shown.push_str(" + ");
            rest = after;
        }
    }
    shown.push_str(match rest {
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "PageUp" => "Page up",
        "PageDown" => "Page down",
        "Escape" => "Esc",
        other => other,
    });
    shown
}
