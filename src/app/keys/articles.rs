//! Articles, files and settings.

use super::{KeyCommand, everywhere, on_page};
use crate::app::action::Action;
use crate::app::state::{Dialog, Theme};

pub(super) const ROWS: &[KeyCommand] = &[
    everywhere("export", "Save a file", &["Ctrl+s"], || Action::ExportAsked),
    everywhere("palette", "All commands", &["Ctrl+k"], || Action::DialogOpened(Dialog::Commands)),
    on_page("keys", "All keys", &["?", "F1"], || Action::DialogOpened(Dialog::Keys)),
    on_page("library", "All articles", &[], || Action::DialogOpened(Dialog::Library)),
    on_page("paste", "Paste a text", &[], || Action::DialogOpened(Dialog::Paste)),
    on_page("details", "About this article", &[], || Action::DetailsAsked),
    on_page("name", "Change your name", &[], || {
        Action::DialogOpened(Dialog::Name { then_export: false })
    }),
    on_page("theme.system", "Colors as the system", &[], || Action::ThemeChosen(Theme::System)),
    on_page("theme.light", "Light colors", &[], || Action::ThemeChosen(Theme::Light)),
    on_page("theme.dark", "Dark colors", &[], || Action::ThemeChosen(Theme::Dark)),
    on_page("save.retry", "Try again to save", &[], || Action::RetryAsked),
];
