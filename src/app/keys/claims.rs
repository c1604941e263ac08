//! Claims.

use super::{KeyCommand, in_article};
use crate::app::action::Action;
use crate::app::action::claim::ClaimAction;

pub(super) const ROWS: &[KeyCommand] = &[
    in_article("claim.ask", "Who says this?", &["w"], || Action::Claim(ClaimAction::Asked)),
    in_article("claim.accept", "Accept what is offered about the claim", &["y"], || {
        Action::Claim(ClaimAction::OffersAccepted)
    }),
];
