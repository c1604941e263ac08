//! Claims.

use super::{KeyCommand, Reach};
use crate::app::action::Action;
use crate::app::action::claim::ClaimAction;
use crate::app::state::Dialog;

pub(super) const ROWS: &[KeyCommand] = &[
    KeyCommand::new("claim.ask", "Who says this?", &["w"], || Action::Claim(ClaimAction::Asked)),
    KeyCommand::new("claim.accept", "Accept what is offered about the claim", &["y"], || {
        Action::Claim(ClaimAction::OffersAccepted)
    }),
    KeyCommand::new("claim.table", "Claims table", &["l"], || Action::DialogOpened(Dialog::Claims))
        .reaching(Reach::Page),
];
