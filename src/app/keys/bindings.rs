//! Which strokes a person chose for which commands.

use std::rc::Rc;

use super::stroke::is_single_key;
use super::{KeyCommand, all, resolve};
use crate::model::{LabelSet, Map};

/// The keys of this browser, where they differ from the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bindings {
    changed: Map<Rc<str>, Option<Rc<str>>>,
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
        chosen.and_then(|stroke| stroke.as_deref()).into_iter().chain(usual.iter().copied())
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
            next.changed.insert(command.id.into(), stroke.map(Rc::from));
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
        let others = all().filter(|other| other.id != command.id);
        if let Some(other) = others.into_iter().find(|other| self.has(other, stroke)) {
            return Err(Clash::Command(other.name));
        }
        match resolve::label_of_stroke(stroke, labels) {
            Some((label, _)) => Err(Clash::Label(label.shown().into())),
            None => Ok(()),
        }
    }

    /// Whether a command answers to a stroke; with Shift, a motion selects.
    fn has(&self, command: &KeyCommand, stroke: &str) -> bool {
        let plain = resolve::without_shift(stroke);
        self.strokes(command).any(|own| {
            own == stroke || (command.id.starts_with("caret.") && plain.as_deref() == Some(own))
        })
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
            written.push_str(stroke.as_deref().unwrap_or_default());
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
                let stroke = Some(stroke).filter(|stroke| !stroke.is_empty());
                bindings.changed.insert(command.id.into(), stroke.map(Rc::from));
            }
        }
        bindings
    }
}
