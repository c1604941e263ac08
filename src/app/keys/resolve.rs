//! From a press of a key to what it asks for.

use super::stroke::is_single_key;
use super::{Bindings, Key, Reach, all, stroke};
use crate::app::action::Action;
use crate::app::selection::{Motion, SpanEnd};
use crate::model::{Label, LabelSet};

/// Whether arrows move the caret or a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Reading,
    Resizing,
}

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    pub action: Action,
    /// Whether it acts even while text is typed.
    pub while_typing: bool,
}

/// What a key asks for in the article or in a list, `None` if nothing.
#[must_use]
pub fn resolve(key: &Key, mode: Mode, labels: &LabelSet, bindings: &Bindings) -> Option<Action> {
    let stroke = stroke(key)?;
    if let Some(command) = bindings.command_of(&stroke) {
        return in_mode((command.action)(), mode, false);
    }
    if let Some(plain) = without_shift(&stroke)
        && let Some(command) = bindings.command_of(&plain).filter(|command| command.is_motion())
    {
        return in_mode((command.action)(), mode, true);
    }
    let label = label_of_stroke(&stroke, labels).filter(|_| bindings.single_keys)?;
    let every = label.shortcut.as_deref() != Some(stroke.as_str());
    let label = label.key.clone();
    Some(if every { Action::EveryTagged(label) } else { Action::LabelChosen(label) })
}

/// What a key asks for wherever the focus is.
#[must_use]
pub fn resolve_anywhere(key: &Key, bindings: &Bindings) -> Option<Resolved> {
    let command = bindings.command_of(&stroke(key)?)?;
    (command.reach != Reach::Article).then(|| Resolved {
        action: (command.action)(),
        while_typing: command.reach == Reach::Everywhere,
    })
}

/// A motion selects with Shift, and moves a boundary while boundaries are moved: there, words are
/// the usual step, and the keys for words mean characters.
fn in_mode(action: Action, mode: Mode, shift: bool) -> Option<Action> {
    let Action::Moved { motion, extend } = action else { return Some(action) };
    if mode == Mode::Reading {
        return Some(Action::Moved { motion, extend: extend || shift });
    }
    let motion = match motion {
        Motion::CharacterBack => Motion::WordBack,
        Motion::CharacterOn => Motion::WordOn,
        Motion::WordBack => Motion::CharacterBack,
        Motion::WordOn => Motion::CharacterOn,
        _ => return None,
    };
    let end = if shift { SpanEnd::Start } else { SpanEnd::End };
    Some(Action::Resized { end, motion })
}

/// A stroke with Shift taken away, if it had it.
pub(super) fn without_shift(stroke: &str) -> Option<String> {
    let at = stroke.find("Shift+")?;
    let (before, rest) = stroke.split_at_checked(at)?;
    Some([before, rest.strip_prefix("Shift+")?].concat())
}

/// The label whose key a stroke is, with or without Shift.
pub(super) fn label_of_stroke<'a>(stroke: &str, labels: &'a LabelSet) -> Option<&'a Label> {
    let key = stroke.strip_prefix("Shift+").unwrap_or(stroke);
    labels.taggable().find(|label| label.shortcut.as_deref() == Some(key))
}

/// Labels of a set whose key another label or a command has already.
#[must_use]
pub fn clashes<'a>(labels: &'a LabelSet, bindings: &Bindings) -> Vec<&'a Label> {
    let mut taken: Vec<&str> = Vec::new();
    let mut clashing = Vec::new();
    for label in labels.taggable() {
        let Some(shortcut) = label.shortcut.as_deref() else { continue };
        if taken.contains(&shortcut) || is_taken(shortcut, bindings) {
            clashing.push(label);
        } else {
            taken.push(shortcut);
        }
    }
    clashing
}

/// Whether a command has a single key, with or without Shift, so that no label may take it.
#[must_use]
pub fn is_taken(shortcut: &str, bindings: &Bindings) -> bool {
    all().any(|command| {
        bindings.strokes(command).any(|stroke| {
            is_single_key(stroke) && stroke.strip_prefix("Shift+").unwrap_or(stroke) == shortcut
        })
    })
}
