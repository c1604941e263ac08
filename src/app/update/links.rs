//! Making, changing and following links.

use std::rc::Rc;

use super::{Denied, Turn};
use crate::app::action::LinkAction;
use crate::app::effect::{Effect, Target};
use crate::app::names::Linking;
use crate::app::select;
use crate::app::state::Panel;
use crate::app::wording;
use crate::model::{
    AnnotationId, Command, EntityId, IdKind, LabelKey, Link, LinkCommand, Refusal, RelationId,
};
use crate::text::CharOffset;

impl Turn<'_, '_> {
    pub(super) fn link_action(&mut self, action: LinkAction) {
        match action {
            LinkAction::Asked(from) => self.link_asked(from),
            LinkAction::KindChosen(label) => self.link_kind_chosen(label),
            LinkAction::Ended(to) => self.link_ended(to),
            LinkAction::Closed => self.link_closed(),
            LinkAction::Removed(id) => {
                self.link_step(LinkCommand::Remove(id), wording::names::LINK_REMOVED);
            }
            LinkAction::Set { id, field } => {
                self.change(Command::Link(LinkCommand::Set { id, field }));
            }
            LinkAction::Turned(id) => self.change(Command::Link(LinkCommand::Turn(id))),
            LinkAction::Followed(end) => self.link_followed(end),
        }
    }

    fn link_asked(&mut self, from: Option<Rc<str>>) {
        let Some(from) = from.or_else(|| self.meant().map(|id| id.0)) else {
            return self.say(wording::NO_TAG_HERE);
        };
        let Some(project) = self.state.project() else { return };
        let kinds: Vec<LabelKey> =
            select::links::kinds_from(project, &from).map(|label| label.key.clone()).collect();
        let label = match kinds.as_slice() {
            [] => return self.say(wording::names::NO_KIND),
            [one] => Some(one.clone()),
            _ => None,
        };
        if project.annotation(&AnnotationId(from.clone())).is_some() {
            self.state.selected = Some(AnnotationId(from.clone()));
        }
        self.state.linking = Some(Linking { from, label });
        self.effects.push(Effect::Focus(Target::Linking));
    }

    fn link_kind_chosen(&mut self, label: LabelKey) {
        let Some(linking) = &mut self.state.linking else { return };
        linking.label = Some(label);
        self.effects.push(Effect::Focus(Target::Linking));
        self.say(wording::names::TARGET_HINT);
    }

    /// The innermost annotation at a place that the link can lead to.
    pub(super) fn link_clicked(&mut self, at: CharOffset) {
        let here = self.state.project().map(|project| select::at(project, at)).unwrap_or_default();
        let (Some(linking), Some(project)) = (&self.state.linking, self.state.project()) else {
            return;
        };
        if linking.label.is_none() {
            return self.say(wording::names::PICK_KIND);
        }
        match select::links::target_among(project, linking, &here).cloned() {
            Some(id) => self.link_ended(id.0),
            None => self.say(wording::names::NO_LINK_THERE),
        }
    }

    pub(super) fn link_ended(&mut self, to: Rc<str>) {
        let Some(Linking { from, label }) = self.state.linking.clone() else { return };
        let Some(label) = label else { return self.say(wording::names::PICK_KIND) };
        let kind = self.name_of(&label);
        let id = RelationId(self.id(IdKind::Relation));
        let by = Some(self.state.me.clone());
        let link = Link { id, label, from, to: to.clone(), by };
        match self.command(&Command::Link(LinkCommand::Add(link))) {
            Ok(()) => {
                self.state.linking = None;
                let project = self.state.project();
                let other = project.map(|project| select::links::called(project, &to));
                self.say(wording::names::linked(&kind, &other.unwrap_or_default()));
                self.effects.push(Effect::ShowSelection);
                self.effects.push(Effect::Focus(Target::Article));
            }
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    fn link_closed(&mut self) {
        if self.state.linking.take().is_some() {
            self.say(wording::names::LINK_STOPPED);
            self.effects.push(Effect::ShowSelection);
            self.effects.push(Effect::Focus(Target::Article));
        }
    }

    fn link_step(&mut self, command: LinkCommand, done: &str) {
        match self.command(&Command::Link(command)) {
            Ok(()) => self.say(done),
            Err(Denied::Plan(Refusal::NoChange)) => {}
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    fn link_followed(&mut self, end: Rc<str>) {
        let annotation = AnnotationId(end.clone());
        let Some(project) = self.state.project() else { return };
        if project.annotation(&annotation).is_some() {
            self.go_to(&annotation);
            self.effects.push(Effect::Focus(Target::Article));
        } else if project.entity(&EntityId(end.clone())).is_some() {
            self.state.panel = Panel::Names;
            self.state.names.open = Some(EntityId(end.clone()));
            self.effects.push(Effect::Focus(Target::Name(EntityId(end))));
        }
    }
}
