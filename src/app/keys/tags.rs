//! Walking, opening and changing tags.

use super::{KeyCommand, in_article, on_page};
use crate::app::action::{Action, HandAction};

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
    in_article("tag.every", "Tag all of these words", &["Shift+v"], || {
        Action::Hand(HandAction::EveryTagged(None))
    }),
    in_article("tag.review", "Look at all of these words", &["v"], || {
        Action::Hand(HandAction::ReviewOpened(None))
    }),
    in_article("tag.deleteEvery", "Delete all tags of these words", &["Shift+Delete"], || {
        Action::Hand(HandAction::EveryRemoved(None))
    }),
    in_article("tag.unsure", "Unsure, and sure again", &["u"], || {
        Action::Hand(HandAction::UnsureToggled(None))
    }),
    in_article("tag.addPart", "Add the selection to the tag", &["a"], || {
        Action::Hand(HandAction::PartAdded)
    }),
    in_article("tag.removePart", "Take this part away from the tag", &["Shift+a"], || {
        Action::Hand(HandAction::PartRemoved)
    }),
    in_article("tag.split", "Make this part a tag of its own", &["s"], || {
        Action::Hand(HandAction::Split)
    }),
    in_article("tag.duplicate", "Another label for the same words", &["Ctrl+d"], || {
        Action::Hand(HandAction::Duplicated(None))
    }),
    in_article("tag.mark", "Choose this tag with others", &["k"], || {
        Action::Hand(HandAction::Marked(None))
    }),
    in_article("tag.merge", "Make one tag of those chosen", &["Shift+k"], || {
        Action::Hand(HandAction::Merged)
    }),
    in_article("tag.deleteMany", "Delete those chosen, or all that the list shows", &[], || {
        Action::Hand(HandAction::ManyRemoved)
    }),
    on_page("undo", "Undo", &["Ctrl+z"], || Action::Undone),
    on_page("redo", "Redo", &["Ctrl+Shift+z", "Ctrl+y"], || Action::Redone),
];
