//! Label sets change, labels are made, fields of a tag are filled in.

use std::rc::Rc;

use super::{Denied, Turn};
use crate::app::action::labels::LabelAction;
use crate::app::effect::{Effect, Target};
use crate::app::label_draft::{Applied, free_digit, new_key};
use crate::app::select;
use crate::app::selection::Selection;
use crate::app::wording::{self, labels as words};
use crate::formats;
use crate::model::{
    AnnotationId, Command, EntityId, IdKind, Label, LabelChange, LabelKind, LabelSet, Origin,
    Refusal, Tag,
};

impl Turn<'_, '_> {
    pub(super) fn labels(&mut self, action: LabelAction) {
        match action {
            LabelAction::Applied(applied) => self.labels_applied(applied),
            LabelAction::Made(name) => self.label_made(name.trim()),
            LabelAction::SetSaved(set) => {
                let file = formats::write_labels(&set);
                self.say(words::set_saved(&file.name, set.labels.len()));
                self.effects.push(Effect::Download(file));
            }
            LabelAction::FieldWritten { id, key, value } => {
                self.change(Command::SetAttribute { id, key, value: Some(value) });
            }
        }
    }

    fn labels_applied(&mut self, applied: Applied) {
        let Applied { set, gone } = applied;
        let entity = EntityId(self.id(IdKind::Entity));
        let usual = set.clone();
        match self.command(&Command::SetLabels(LabelChange { set, gone, entity })) {
            Ok(()) => {
                self.say(words::SET_CHANGED);
                self.keep_usual(&usual);
            }
            Err(Denied::Plan(Refusal::NoChange)) => self.say(words::SET_UNCHANGED),
            Err(denied) => return self.warn(wording::denied(&denied)),
        }
        self.state.dialog = None;
        let armed = self.state.armed.take();
        self.state.armed = armed.filter(|it| self.kind_of(&it.label).is_some());
        self.forget_what_is_gone();
    }

    /// The next new article begins with the labels that were applied last.
    fn keep_usual(&mut self, set: &LabelSet) {
        let mut usual = set.clone();
        usual.labels.retain(|label| !label.retired);
        let file = formats::write_labels(&usual);
        self.keep_choice("labels", &String::from_utf8_lossy(&file.bytes));
        self.state.usual_labels = Rc::new(usual);
    }

    /// One step: the label, and the selection tagged with it.
    fn label_made(&mut self, name: &str) {
        let Some(span) = select::selected_span(&self.state) else { return };
        let Some(project) = self.state.project() else { return };
        if name.is_empty() {
            return;
        }
        let mut label = Label::bare(new_key(&project.labels, name), LabelKind::Entity);
        label.name = Some(name.into());
        label.shortcut = free_digit(&project.labels);
        let id = AnnotationId(self.id(IdKind::Mention));
        let tag = Tag {
            id: id.clone(),
            entity: EntityId(self.id(IdKind::Entity)),
            label: label.key.clone(),
            spans: span.into(),
            by: Some(self.state.me.clone()),
            origin: Some(Origin::Person),
        };
        match self.command(&Command::TagWithNew { label: Rc::new(label), tag }) {
            Ok(()) => self.tagged(&id),
            Err(denied) => self.warn(wording::denied(&denied)),
        }
        self.state.selection = Selection::caret(span.end());
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Focus(Target::Article));
    }
}
