//! Entities and links.

use super::{KeyCommand, Reach};
use crate::app::action::{Action, LinkAction, NameAction};
use crate::app::state::{Dialog, Panel};

pub(super) const ROWS: &[KeyCommand] = &[
    KeyCommand::new("name.same", "Same person, place or thing as…", &["e"], || {
        Action::Name(NameAction::SameAsAsked(None))
    }),
    KeyCommand::new("name.split", "Split the tag from its name", &[], || {
        Action::Name(NameAction::SplitOut(None))
    }),
    KeyCommand::new("name.join", "Join what may be the same", &[], || {
        Action::Name(NameAction::OfferTaken)
    }),
    KeyCommand::new("name.apart", "Not the same: keep apart", &[], || {
        Action::Name(NameAction::OfferRefused)
    }),
    KeyCommand::new("name.card", "Everything about what the tag names", &[], || {
        Action::Name(NameAction::CardAsked(None))
    }),
    KeyCommand::new("link.start", "Link to…", &["r"], || Action::Link(LinkAction::Asked(None))),
    KeyCommand::new("link.graph", "Claims and their speakers", &[], || {
        Action::DialogOpened(Dialog::Graph)
    })
    .reaching(Reach::Page),
    KeyCommand::new("panel.tags", "Show the list of tags", &[], || {
        Action::PanelChosen(Panel::Tags)
    })
    .reaching(Reach::Page),
    KeyCommand::new("panel.names", "Show the names", &[], || Action::PanelChosen(Panel::Names))
        .reaching(Reach::Page),
];
