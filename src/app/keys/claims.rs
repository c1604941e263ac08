//! Claims.

use super::{KeyCommand, in_article, on_page};
use crate::app::action::Action;
use crate::app::action::claim::ClaimAction;
use crate::app::state::Dialog;

pub(super) const ROWS: &[KeyCommand] = &[
    in_article("claim.ask", "Who says this?", &["w"], || Action::Claim(ClaimAction::Asked)),
    in_article("claim.accept", "Accept what is offered about the claim", &["y"], || {
        Action::Claim(ClaimAction::OffersAccepted)
    }),
    on_page("claim.table", "Claims table", &["t"], || Action::DialogOpened(Dialog::Claims)),
];
