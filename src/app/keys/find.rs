//! Finding and checking.

use super::{KeyCommand, Reach};
use crate::app::action::{Action, CheckAction, FindAction};
use crate::app::state::Panel;

pub(super) const ROWS: &[KeyCommand] = &[
    KeyCommand::new("find.open", "Find in text and tags", &["f"], || {
        Action::Find(FindAction::Opened)
    }),
    KeyCommand::new("find.next", "Next hit", &["F3"], || {
        Action::Find(FindAction::Stepped { back: false })
    })
    .reaching(Reach::Everywhere),
    KeyCommand::new("find.previous", "Previous hit", &["Shift+F3"], || {
        Action::Find(FindAction::Stepped { back: true })
    })
    .reaching(Reach::Everywhere),
    KeyCommand::new("find.tagAll", "Tag all hits", &[], || Action::Find(FindAction::TagAllAsked))
        .reaching(Reach::Everywhere),
    KeyCommand::new("find.sameCase", "Same case, when finding", &[], || {
        Action::Find(FindAction::CaseToggled)
    }),
    KeyCommand::new("find.wholeWords", "Whole words, when finding", &[], || {
        Action::Find(FindAction::WholeWordsToggled)
    }),
    KeyCommand::new("check.next", "Next undecided name, quotation, number", &["j"], || {
        Action::Check(CheckAction::Walked { back: false })
    }),
    KeyCommand::new("check.previous", "Previous undecided", &["Shift+j"], || {
        Action::Check(CheckAction::Walked { back: true })
    }),
    KeyCommand::new("check.deny", "Not a name, not a claim", &["d"], || {
        Action::Check(CheckAction::Denied { everywhere: false })
    }),
    KeyCommand::new("check.denyAll", "Not a name wherever it stands", &["Shift+d"], || {
        Action::Check(CheckAction::Denied { everywhere: true })
    }),
    KeyCommand::new("panel.check", "Show the checks", &[], || Action::PanelChosen(Panel::Check))
        .reaching(Reach::Page),
];
