//! Walking, opening and changing tags.

use super::{KeyCommand, Reach};
use crate::app::action::{Action, HandAction};

const fn walk(back: bool, same_label: bool) -> Action {
    Action::Walked { back, same_label }
}

pub(super) const ROWS: &[KeyCommand] = &[
    KeyCommand::new("tag.next", "Next tag", &["n"], || walk(false, false)),
    KeyCommand::new("tag.previous", "Previous tag", &["p"], || walk(true, false)),
    KeyCommand::new("tag.nextOfLabel", "Next tag of the same label", &["Shift+n"], || {
        walk(false, true)
    }),
    KeyCommand::new("tag.previousOfLabel", "Previous tag of the same label", &["Shift+p"], || {
        walk(true, true)
    }),
    KeyCommand::new("tag.outward", "Next tag outward at this place", &["o"], || Action::Climbed {
        inward: false,
    }),
    KeyCommand::new("tag.inward", "Next tag inward at this place", &["Shift+o"], || {
        Action::Climbed { inward: true }
    }),
    KeyCommand::new("tag.open", "Open the tag at the caret", &["Enter"], || Action::Opened),
    KeyCommand::new("tag.boundaries", "Move the ends of the tag", &["b"], || {
        Action::BoundariesStarted
    }),
    KeyCommand::new("tag.note", "Write a note", &["m"], || Action::NoteAsked(None)),
    KeyCommand::new("tag.delete", "Delete the tag", &["Delete", "Backspace"], || {
        Action::Deleted(None)
    }),
    KeyCommand::new("tag.every", "Tag all of these words", &["Shift+v"], || {
        Action::Hand(HandAction::EveryTagged(None))
    }),
    KeyCommand::new("tag.review", "Look at all of these words", &["v"], || {
        Action::Hand(HandAction::ReviewOpened(None))
    }),
    KeyCommand::new("tag.deleteEvery", "Delete all tags of these words", &["Shift+Delete"], || {
        Action::Hand(HandAction::EveryRemoved(None))
    }),
    KeyCommand::new("tag.unsure", "Unsure, and sure again", &["u"], || {
        Action::Hand(HandAction::UnsureToggled(None))
    }),
    KeyCommand::new("tag.addPart", "Add the selection to the tag", &["a"], || {
        Action::Hand(HandAction::PartAdded)
    }),
    KeyCommand::new("tag.removePart", "Take this part away from the tag", &["Shift+a"], || {
        Action::Hand(HandAction::PartRemoved)
    }),
    KeyCommand::new("tag.split", "Make this part a tag of its own", &["s"], || {
        Action::Hand(HandAction::Split)
    }),
    KeyCommand::new("tag.duplicate", "Another label for the same words", &["Ctrl+d"], || {
        Action::Hand(HandAction::Duplicated(None))
    }),
    KeyCommand::new("tag.mark", "Choose this tag with others", &["k"], || {
        Action::Hand(HandAction::Marked(None))
    }),
    KeyCommand::new("tag.merge", "Make one tag of those chosen", &["Shift+k"], || {
        Action::Hand(HandAction::Merged)
    }),
    KeyCommand::new(
        "tag.deleteMany",
        "Delete those chosen, or all that the list shows",
        &[],
        || Action::Hand(HandAction::ManyRemoved),
    ),
    KeyCommand::new("undo", "Undo", &["Ctrl+z"], || Action::Undone).reaching(Reach::Page),
    KeyCommand::new("redo", "Redo", &["Ctrl+Shift+z", "Ctrl+y"], || Action::Redone)
        .reaching(Reach::Page),
];
