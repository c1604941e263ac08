//! Which strokes a person chose for which commands.

use std::rc::Rc;

use super::stroke::is_single_key;
use super::{KeyCommand, all, resolve};
use crate::model::{LabelSet, Map};

/// The keys of this browser, where they differ from the table.
///
/// # Limitations
/// A key is checked against the labels of the article that is open. Where another article has a
/// label with that key, the command goes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bindings {
    /// The stroke of each command that has another; an empty one for none.
    changed: Map<Rc<str>, Rc<str>>,
    /// Whether keys without Ctrl or Alt do anything. Who dictates to the computer switches them
    /// off, since every word would be a burst of commands.
    pub single_keys: bool,
}

/// Why a stroke cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Another command has it.
    Command(&'static str),
    /// A label has it.
    Label(Rc<str>),
    /// It leaves the article, which nothing else may prevent.
    Tab,
    /// The browser keeps it for itself.
    Browser,
}

impl Default for Bindings {
    fn default() -> Bindings {
        Bindings { changed: Map::new(), single_keys: true }
    }
}

/// Strokes that browsers act on before a page hears of them.
const OF_BROWSERS: &[&str] = &[
    "Ctrl+w",
    "Ctrl+t",
    "Ctrl+n",
    "Ctrl+q",
    "Ctrl+l",
    "Ctrl+r",
    "Ctrl+f",
    "Ctrl+p",
    "Ctrl+c",
    "Ctrl+v",
    "Ctrl+x",
    "Ctrl+Shift+t",
    "Ctrl+Shift+n",
    "Ctrl+Shift+w",
    "F5",
    "F11",
    "F12",
];

impl Bindings {
    /// The strokes of a command: the one chosen for it, or those of the table.
    pub fn strokes<'a>(&'a self, command: &'a KeyCommand) -> impl Iterator<Item = &'a str> + 'a {
        let chosen = self.changed.get(&command.id.into());
        let usual: &[&str] = if chosen.is_some() { &[] } else { command.keys };
        let chosen = chosen.map(|stroke| &**stroke).filter(|stroke| !stroke.is_empty());
        chosen.into_iter().chain(usual.iter().copied())
    }

    /// Whether a person chose other keys for a command.
    #[must_use]
    pub fn is_changed(&self, command: &KeyCommand) -> bool {
        self.changed.contains_key(&command.id.into())
    }

    /// Gives a command another stroke, or none.
    ///
    /// # Errors
    /// [`Clash`] if the stroke is taken; nothing has changed then.
    pub fn bind(
        &self,
        command: &'static KeyCommand,
        stroke: Option<&str>,
        labels: &LabelSet,
    ) -> Result<Bindings, Clash> {
        if let Some(stroke) = stroke {
            self.check(command, stroke, labels)?;
        }
        let mut next = self.clone();
        if stroke.map_or(command.keys.is_empty(), |stroke| command.keys == [stroke]) {
            next.changed.remove(&command.id.into());
        } else {
            next.changed.insert(command.id.into(), stroke.unwrap_or_default().into());
        }
        Ok(next)
    }

    fn check(&self, command: &KeyCommand, stroke: &str, labels: &LabelSet) -> Result<(), Clash> {
        if stroke == "Tab" || stroke == "Shift+Tab" {
            return Err(Clash::Tab);
        }
        if OF_BROWSERS.contains(&stroke) {
            return Err(Clash::Browser);
        }
        // A motion has its stroke with Shift, too.
        let plain = resolve::without_shift(stroke);
        let has = |other: &&KeyCommand| {
            self.strokes(other).any(|own| {
                own == stroke
                    || (other.is_motion() && plain.as_deref() == Some(own))
                    || (command.is_motion()
                        && resolve::without_shift(own).as_deref() == Some(stroke))
            })
        };
        if let Some(other) = all().filter(|other| other.id != command.id).find(has) {
            return Err(Clash::Command(other.name));
        }
        match resolve::label_of_stroke(stroke, labels) {
            Some(label) => Err(Clash::Label(label.shown().into())),
            None => Ok(()),
        }
    }

    /// The same keys, with single ones switched on or off.
    #[must_use]
    pub fn with_single_keys(&self, on: bool) -> Bindings {
        Bindings { single_keys: on, ..self.clone() }
    }

    /// The usual keys again.
    #[must_use]
    pub fn reset(&self) -> Bindings {
        Bindings { changed: Map::new(), single_keys: self.single_keys }
    }

    /// The command that a stroke asks for.
    #[must_use]
    pub fn command_of(&self, stroke: &str) -> Option<&'static KeyCommand> {
        if !self.single_keys && is_single_key(stroke) {
            return None;
        }
        all().find(|command| self.strokes(command).any(|own| own == stroke))
    }

    /// As settings keep it: a line for each change, and one if single keys are off.
    #[must_use]
    pub fn written(&self) -> String {
        let mut written = String::new();
        if !self.single_keys {
            written.push_str("single-keys off\n");
        }
        for (id, stroke) in self.changed.iter() {
            written.push_str(id);
            written.push(' ');
            written.push_str(stroke);
            written.push('\n');
        }
        written
    }

    /// Reads what [`Bindings::written`] wrote; what is not known is passed over.
    #[must_use]
    pub fn read(written: &str) -> Bindings {
        let mut bindings = Bindings::default();
        for (id, stroke) in written.lines().filter_map(|line| line.split_once(' ')) {
            if id == "single-keys" {
                bindings.single_keys = stroke != "off";
            } else if let Some(command) = super::find(id) {
                bindings.changed.insert(command.id.into(), stroke.into());
            }
        }
        bindings
    }
}
