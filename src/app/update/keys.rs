//! Other keys for commands.

use std::rc::Rc;

use super::Turn;
use crate::app::keys::{self, Bindings};
use crate::app::wording;
use crate::model::LabelSet;

impl Turn<'_, '_> {
    /// A command gets another stroke, unless that is taken: then the reason is shown and said.
    pub(super) fn key_bound(&mut self, command: &'static str, stroke: Option<&str>) {
        let Some(command) = keys::find(command) else { return };
        let labels = self.state.project().map(|project| project.labels.clone());
        let none = LabelSet::default();
        match self.state.bindings.bind(command, stroke, labels.as_deref().unwrap_or(&none)) {
            Ok(bindings) => {
                self.say(wording::key_bound(command, stroke));
                self.keys_changed(bindings);
            }
            Err(clash) => {
                self.warn(wording::key_clash(&clash));
                self.state.clash = Some((command.id, clash));
            }
        }
    }

    pub(super) fn single_keys_switched(&mut self, on: bool) {
        self.keys_changed(self.state.bindings.with_single_keys(on));
    }

    pub(super) fn keys_changed(&mut self, bindings: Bindings) {
        self.keep_choice("keys", &bindings.written());
        self.state.bindings = Rc::new(bindings);
        self.state.clash = None;
    }
}
