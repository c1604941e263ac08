//! Finding and checking.

use super::{KeyCommand, everywhere, in_article, on_page};
use crate::app::action::{Action, CheckAction, FindAction};
use crate::app::state::Panel;

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
    in_article("check.next", "Next undecided name, quotation, number", &["j"], || {
        Action::Check(CheckAction::Walked { back: false })
    }),
    in_article("check.previous", "Previous undecided", &["Shift+j"], || {
        Action::Check(CheckAction::Walked { back: true })
    }),
    in_article("check.deny", "Not a name, not a claim", &["d"], || {
        Action::Check(CheckAction::Denied { everywhere: false })
    }),
    in_article("check.denyAll", "Not a name wherever it stands", &["Shift+d"], || {
        Action::Check(CheckAction::Denied { everywhere: true })
    }),
    on_page("panel.check", "Show the checks", &[], || Action::PanelChosen(Panel::Check)),
];
