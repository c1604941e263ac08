//! Entities and links.

use super::{KeyCommand, on_page};
use crate::app::action::Action;
use crate::app::state::Panel;

pub(super) const ROWS: &[KeyCommand] =
    &[on_page("panel.tags", "Show the list of tags", &[], || Action::PanelChosen(Panel::Tags))];
