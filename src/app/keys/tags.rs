//! Walking, opening and changing tags.

use super::{KeyCommand, in_article, on_page};
use crate::app::action::Action;

const fn walk(back: bool, same_label: bool) -> Action {
    Action::Walked { back, same_label }
}

pub(super) const ROWS: &[KeyCommand] = &[
    in_article("tag.next", "Next tag", &["n"], || walk(false, false)),
    in_article("tag.previous", "Previous tag", &["p"], || walk(true, false)),
    in_article("tag.nextOfLabel", "Next tag of the same label", &["Shift+n"], || walk(false, true)),
    in_article("tag.previousOfLabel", "Previous tag of the same label", &["Shift+p"], || {
        walk(true, true)
    }),
    in_article("tag.outward", "Next tag outward at this place", &["o"], || Action::Climbed {
        inward: false,
    }),
    in_article("tag.inward", "Next tag inward at this place", &["Shift+o"], || Action::Climbed {
        inward: true,
    }),
    in_article("tag.open", "Open the tag at the caret", &["Enter"], || Action::Opened),
    in_article("tag.boundaries", "Move the ends of the tag", &["b"], || Action::BoundariesStarted),
    in_article("tag.note", "Write a note", &["m"], || Action::NoteAsked(None)),
    in_article("tag.delete", "Delete the tag", &["Delete", "Backspace"], || Action::Deleted(None)),
    on_page("undo", "Undo", &["Ctrl+z"], || Action::Undone),
    on_page("redo", "Redo", &["Ctrl+Shift+z", "Ctrl+y"], || Action::Redone),
];
