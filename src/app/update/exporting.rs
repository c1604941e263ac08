//! Exports, and the name that goes into them.

use super::Turn;
use crate::app::effect::{Effect, Target};
use crate::app::select;
use crate::app::state::{Dialog, News};
use crate::app::wording;
use crate::formats;
use crate::model::{Annotator, AnnotatorId, IdKind, Unknown};
use crate::storage::Setting;

impl Turn<'_, '_> {
    /// Saves a file, after the one question for a name.
    pub(super) fn export_asked(&mut self) {
        if self.state.project().is_none() {
            return self.warn(wording::NO_ARTICLE);
        }
        if self.state.name().is_none() && !self.state.name_asked {
            self.state.dialog = Some(Dialog::Name { then_export: true });
            return;
        }
        self.export();
    }

    fn export(&mut self) {
        let Some(project) = self.state.project() else { return };
        let n_annotations = project.n_annotations();
        let named = select::with_names(&self.state, project);
        let name = self.state.name().cloned();
        match formats::export("postil", &named, name.as_deref()) {
            Ok(export) => {
                for file in export.files {
                    let words = wording::exported(&file.name, n_annotations);
                    self.effects.push(Effect::Download(file));
                    self.say(words);
                }
            }
            Err(error) => self.notify(News::Unproven { what: error.to_string() }),
        }
    }

    /// A first name belongs to all that was done so far; another name is another person, and what
    /// was done before stays as it is.
    pub(super) fn name_given(&mut self, name: &str) {
        let then_export = matches!(self.state.dialog, Some(Dialog::Name { then_export: true }));
        self.state.dialog = None;
        self.state.name_asked = true;
        self.keep_choice("name-asked", "yes");
        let name = name.trim();
        if !name.is_empty() && self.state.name().is_none_or(|mine| **mine != *name) {
            self.become_annotator(name);
        }
        if then_export {
            self.export();
        } else {
            self.effects.push(Effect::Focus(Target::Article));
        }
    }

    fn become_annotator(&mut self, name: &str) {
        let known = self.state.people.iter().find(|one| one.name.as_deref() == Some(name));
        let id = match known.map(|one| one.id.clone()) {
            Some(id) => id,
            None if self.state.name().is_none() => self.state.me.clone(),
            None => AnnotatorId(self.id(IdKind::Annotator)),
        };
        let person = Annotator {
            id: id.clone(),
            name: Some(name.into()),
            status: None,
            unknown: Unknown::default(),
        };
        let others = self.state.people.iter().filter(|one| one.id != id).cloned();
        self.state.people = others.chain([person]).collect();
        self.state.me = id.clone();
        self.effects.push(Effect::Keep(Setting::Name(id.clone(), Some(name.into()))));
        self.effects.push(Effect::Keep(Setting::Annotator(id)));
    }
}
