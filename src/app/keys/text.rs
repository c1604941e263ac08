//! Moving the caret and selecting.

use super::KeyCommand;
use crate::app::action::{Action, HandAction};
use crate::app::selection::Motion;

const fn go(motion: Motion) -> Action {
    Action::Moved { motion, extend: false }
}

pub(super) const ROWS: &[KeyCommand] = &[
    KeyCommand::new("caret.back", "Move the caret back", &["ArrowLeft"], || {
        go(Motion::CharacterBack)
    }),
    KeyCommand::new("caret.on", "Move the caret on", &["ArrowRight"], || go(Motion::CharacterOn)),
    KeyCommand::new("caret.wordBack", "A word back", &["Ctrl+ArrowLeft", "Alt+ArrowLeft"], || {
        go(Motion::WordBack)
    }),
    KeyCommand::new("caret.wordOn", "A word on", &["Ctrl+ArrowRight", "Alt+ArrowRight"], || {
        go(Motion::WordOn)
    }),
    KeyCommand::new("caret.up", "A line up", &["ArrowUp"], || go(Motion::LineUp)),
    KeyCommand::new("caret.down", "A line down", &["ArrowDown"], || go(Motion::LineDown)),
    KeyCommand::new("caret.lineStart", "To the start of the line", &["Home"], || {
        go(Motion::LineStart)
    }),
    KeyCommand::new("caret.lineEnd", "To the end of the line", &["End"], || go(Motion::LineEnd)),
    KeyCommand::new("caret.textStart", "To the start of the article", &["Ctrl+Home"], || {
        go(Motion::TextStart)
    }),
    KeyCommand::new("caret.textEnd", "To the end of the article", &["Ctrl+End"], || {
        go(Motion::TextEnd)
    }),
    KeyCommand::new("caret.pageUp", "A page up", &["PageUp"], || go(Motion::PageUp)),
    KeyCommand::new("caret.pageDown", "A page down", &["PageDown"], || go(Motion::PageDown)),
    KeyCommand::new("select.all", "Select the whole article", &["Ctrl+a"], || Action::SelectedAll),
    KeyCommand::new("select.exact", "Select characters instead of words, and back", &["x"], || {
        Action::ExactToggled
    }),
    KeyCommand::new("select.grow", "Grow the selection: name, sentence, paragraph", &["g"], || {
        Action::Hand(HandAction::Grown)
    }),
    KeyCommand::new("select.shrink", "Shrink the selection again", &["Shift+g"], || {
        Action::Hand(HandAction::Shrunk)
    }),
    KeyCommand::new("escape", "Close, take back, make no label ready", &["Escape"], || {
        Action::Escaped
    }),
];
