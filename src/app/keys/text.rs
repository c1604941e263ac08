//! Moving the caret and selecting.

use super::{KeyCommand, in_article};
use crate::app::action::{Action, HandAction};
use crate::app::selection::Motion;

const fn motion(
    id: &'static str,
    name: &'static str,
    keys: &'static [&'static str],
    action: fn() -> Action,
) -> KeyCommand {
    in_article(id, name, keys, action)
}

const fn go(motion: Motion) -> Action {
    Action::Moved { motion, extend: false }
}

pub(super) const ROWS: &[KeyCommand] = &[
    motion("caret.back", "Move the caret back", &["ArrowLeft"], || go(Motion::CharacterBack)),
    motion("caret.on", "Move the caret on", &["ArrowRight"], || go(Motion::CharacterOn)),
    motion("caret.wordBack", "A word back", &["Ctrl+ArrowLeft", "Alt+ArrowLeft"], || {
        go(Motion::WordBack)
    }),
    motion("caret.wordOn", "A word on", &["Ctrl+ArrowRight", "Alt+ArrowRight"], || {
        go(Motion::WordOn)
    }),
    motion("caret.up", "A line up", &["ArrowUp"], || go(Motion::LineUp)),
    motion("caret.down", "A line down", &["ArrowDown"], || go(Motion::LineDown)),
    motion("caret.lineStart", "To the start of the line", &["Home"], || go(Motion::LineStart)),
    motion("caret.lineEnd", "To the end of the line", &["End"], || go(Motion::LineEnd)),
    motion("caret.textStart", "To the start of the article", &["Ctrl+Home"], || {
        go(Motion::TextStart)
    }),
    motion("caret.textEnd", "To the end of the article", &["Ctrl+End"], || go(Motion::TextEnd)),
    motion("caret.pageUp", "A page up", &["PageUp"], || go(Motion::PageUp)),
    motion("caret.pageDown", "A page down", &["PageDown"], || go(Motion::PageDown)),
    in_article("select.all", "Select the whole article", &["Ctrl+a"], || Action::SelectedAll),
    in_article("select.exact", "Select characters instead of words, and back", &["x"], || {
        Action::ExactToggled
    }),
    in_article("select.grow", "Grow the selection: name, sentence, paragraph", &["g"], || {
        Action::Hand(HandAction::Grown)
    }),
    in_article("select.shrink", "Shrink the selection again", &["Shift+g"], || {
        Action::Hand(HandAction::Shrunk)
    }),
    in_article("escape", "Close, take back, make no label ready", &["Escape"], || Action::Escaped),
];
