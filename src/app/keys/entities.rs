//! Entities and links.

use super::{KeyCommand, in_article, on_page};
use crate::app::action::{Action, LinkAction, NameAction};
use crate::app::state::{Dialog, Panel};

pub(super) const ROWS: &[KeyCommand] = &[
    in_article("name.same", "Same person, place or thing as…", &["e"], || {
        Action::Name(NameAction::SameAsAsked(None))
    }),
    in_article("name.split", "Split the tag from its name", &[], || {
        Action::Name(NameAction::SplitOut(None))
    }),
    in_article("name.join", "Join what may be the same", &[], || {
        Action::Name(NameAction::OfferTaken)
    }),
    in_article("name.apart", "Not the same: keep apart", &[], || {
        Action::Name(NameAction::OfferRefused)
    }),
    in_article("name.card", "Everything about what the tag names", &[], || {
        Action::Name(NameAction::CardAsked(None))
    }),
    in_article("link.start", "Link to…", &["r"], || Action::Link(LinkAction::Asked(None))),
    on_page("link.graph", "Claims and their speakers", &[], || Action::DialogOpened(Dialog::Graph)),
    on_page("panel.tags", "Show the list of tags", &[], || Action::PanelChosen(Panel::Tags)),
    on_page("panel.names", "Show the names", &[], || Action::PanelChosen(Panel::Names)),
];
