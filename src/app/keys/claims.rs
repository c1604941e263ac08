//! Claims.

use super::KeyCommand;
use crate::app::action::Action;
use crate::app::action::claim::ClaimAction;

pub(super) const ROWS: &[KeyCommand] = &[
    KeyCommand::new("claim.ask", "Who says this?", &["w"], || Action::Claim(ClaimAction::Asked)),
    KeyCommand::new("claim.accept", "Accept what is offered about the claim", &["y"], || {
        Action::Claim(ClaimAction::OffersAccepted)
    }),
];
