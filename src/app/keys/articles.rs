//! Articles, files and settings.

use super::{KeyCommand, Reach};
use crate::app::action::Action;
use crate::app::state::{Dialog, Theme};

pub(super) const ROWS: &[KeyCommand] = &[
    KeyCommand::new("export", "Save a file", &["Ctrl+s"], || Action::ExportAsked)
        .reaching(Reach::Everywhere),
    KeyCommand::new("palette", "All commands", &["Ctrl+k"], || {
        Action::DialogOpened(Dialog::Commands)
    })
    .reaching(Reach::Everywhere),
    KeyCommand::new("keys", "All keys", &["?", "F1"], || Action::DialogOpened(Dialog::Keys))
        .reaching(Reach::Page),
    KeyCommand::new("article.done", "Done, and on to the next article", &["Ctrl+Enter"], || {
        Action::Finished
    })
    .reaching(Reach::Page),
    KeyCommand::new("article.reopen", "This article is not done", &[], || Action::Reopened)
        .reaching(Reach::Page),
    KeyCommand::new("library", "All articles", &[], || Action::DialogOpened(Dialog::Library))
        .reaching(Reach::Page),
    KeyCommand::new("labels.edit", "Edit labels", &[], || Action::DialogOpened(Dialog::Labels))
        .reaching(Reach::Page),
    KeyCommand::new("paste", "Paste a text", &[], || Action::DialogOpened(Dialog::Paste))
        .reaching(Reach::Page),
    KeyCommand::new("details", "About this article", &[], || Action::DetailsAsked)
        .reaching(Reach::Page),
    KeyCommand::new("name", "Change your name", &[], || {
        Action::DialogOpened(Dialog::Name { then_export: false })
    })
    .reaching(Reach::Page),
    KeyCommand::new("theme.system", "Colors as the system", &[], || {
        Action::ThemeChosen(Theme::System)
    }),
    KeyCommand::new("theme.light", "Light colors", &[], || Action::ThemeChosen(Theme::Light)),
    KeyCommand::new("theme.dark", "Dark colors", &[], || Action::ThemeChosen(Theme::Dark)),
    KeyCommand::new("save.retry", "Try again to save", &[], || Action::RetryAsked),
];
