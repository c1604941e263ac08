//! Finding and checking.

use super::{KeyCommand, everywhere, in_article};
use crate::app::action::{Action, FindAction};

pub(super) const ROWS: &[KeyCommand] = &[
    in_article("find.open", "Find in text and tags", &["f"], || Action::Find(FindAction::Opened)),
    everywhere("find.next", "Next hit", &["F3"], || {
        Action::Find(FindAction::Stepped { back: false })
    }),
    everywhere("find.previous", "Previous hit", &["Shift+F3"], || {
        Action::Find(FindAction::Stepped { back: true })
    }),
    everywhere("find.tagAll", "Tag all hits", &[], || Action::Find(FindAction::TagAllAsked)),
    in_article("find.sameCase", "Same case, when finding", &[], || {
        Action::Find(FindAction::CaseToggled)
    }),
    in_article("find.wholeWords", "Whole words, when finding", &[], || {
        Action::Find(FindAction::WholeWordsToggled)
    }),
];
