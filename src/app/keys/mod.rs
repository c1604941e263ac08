//! What can be asked for by key or by name: one table for the keys, the sheet of them, the command
//! palette and the scripting door.
//!
//! Every row is an action that needs nothing but the state: it acts on the selection, or on the
//! annotation that is selected or at the caret. Single keys act only while the focus is in the
//! article or in a list, never while text is typed or composed; the shell asks only then.

mod articles;
mod bindings;
mod claims;
mod entities;
mod find;
mod offer;
mod resolve;
mod stroke;
mod tags;
#[cfg(test)]
mod tests;
mod text;

pub use bindings::{Bindings, Clash};
pub use offer::{Offer, offers};
pub use resolve::{Mode, Resolved, clashes, is_taken, resolve, resolve_anywhere};
pub use stroke::{Key, stroke, stroke_shown};

use super::action::Action;

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct KeyCommand {
    /// What bindings and programs call it, such as `tag.delete`. Never changes.
    pub id: &'static str,
    /// What the screen calls it.
    pub name: &'static str,
    /// Its strokes unless the person chose others, as [`stroke`] writes them; none for what stands
    /// in the command palette only. Where one of several keys is printed, it is the first.
    pub keys: &'static [&'static str],
    pub reach: Reach,
    pub action: fn() -> Action,
}

/// Where a command's keys act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// In the article and in the lists.
    Article,
    /// Wherever the focus is, unless text is typed there.
    Page,
    /// Also while text is typed.
    Everywhere,
}

/// A part of the table, under a heading.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    pub name: &'static str,
    pub rows: &'static [KeyCommand],
}

/// The whole table, in the order it is shown.
pub const GROUPS: &[Group] = &[
    Group { name: "Moving and selecting", rows: text::ROWS },
    Group { name: "Tags", rows: tags::ROWS },
    Group { name: "People, places and things", rows: entities::ROWS },
    Group { name: "Claims", rows: claims::ROWS },
    Group { name: "Finding and checking", rows: find::ROWS },
    Group { name: "Articles and settings", rows: articles::ROWS },
];

/// Every command once.
pub fn all() -> impl Iterator<Item = &'static KeyCommand> {
    GROUPS.iter().flat_map(|group| group.rows)
}

/// The command of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static KeyCommand> {
    all().find(|command| command.id == id)
}

impl KeyCommand {
    /// A row whose keys act in the article and in the lists.
    const fn new(
        id: &'static str,
        name: &'static str,
        keys: &'static [&'static str],
        action: fn() -> Action,
    ) -> KeyCommand {
        KeyCommand { id, name, keys, reach: Reach::Article, action }
    }

    /// The same row, with keys that act further.
    const fn reaching(self, reach: Reach) -> KeyCommand {
        KeyCommand { reach, ..self }
    }

    /// Whether it moves the caret, so that with Shift it selects.
    fn is_motion(&self) -> bool {
        matches!((self.action)(), Action::Moved { .. })
    }
}
