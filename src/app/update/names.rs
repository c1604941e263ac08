//! Joining, splitting and describing persons, places and things.

use std::rc::Rc;

use super::{Denied, Turn};
use crate::app::action::NameAction;
use crate::app::effect::{Effect, Target};
use crate::app::names::{ROWS, SameAs};
use crate::app::select;
use crate::app::state::{Dialog, Panel};
use crate::app::wording;
use crate::model::{AnnotationId, Command, EntityCommand, EntityField, EntityId, IdKind, Refusal};

impl Turn<'_, '_> {
    pub(super) fn name_action(&mut self, action: NameAction) {
        match action {
            NameAction::SameAsAsked(id) => self.same_as_asked(id),
            NameAction::JoinAsked(id) => self.pick_same(SameAs::Entity(id)),
            NameAction::Picked { entity, alone } => self.same_picked(entity, alone),
            NameAction::Joined { into, from } => self.join(into, from),
            NameAction::OfferTaken => match select::names::offer(&self.state) {
                Some(offer) => self.join(offer.into, offer.from),
                None => self.say(wording::names::NO_OFFER),
            },
            NameAction::OfferRefused => match select::names::offer(&self.state) {
                Some(offer) => self.kept_apart(&offer.into, &offer.from),
                None => self.say(wording::names::NO_OFFER),
            },
            NameAction::KeptApart { one, others } => self.kept_apart(&one, &others),
            NameAction::SplitOut(id) => self.split_out(id),
            NameAction::Set { id, field } => self.set_entity(id, field),
            NameAction::AliasAdded { id, name } => self.alias_added(id, &name),
            NameAction::AliasRemoved { id, name } => self.alias_removed(id, &name),
            NameAction::LevelSet { mention, level } => {
                self.change(Command::Entity(EntityCommand::SetLevel { mention, level }));
            }
            NameAction::CardToggled(id) => self.card_toggled(id),
            NameAction::CardAsked(id) => self.name_card_asked(id),
            NameAction::Filtered(filter) => {
                self.state.names.filter = filter;
                self.state.names.rows = ROWS;
            }
            NameAction::GroupedByLabel(by_label) => self.state.names.by_label = by_label,
            NameAction::MoreShown => self.state.names.rows += ROWS,
            NameAction::OffersShown(shown) => self.state.names.offers = shown,
        }
    }

    /// The tag that names something, if that is what is meant.
    fn meant_mention(&mut self, id: Option<AnnotationId>) -> Option<AnnotationId> {
        let Some(id) = id.or_else(|| self.meant()) else {
            self.say(wording::NO_TAG_HERE);
            return None;
        };
        let annotation = self.state.project().and_then(|project| project.annotation(&id));
        if annotation.is_some_and(|it| it.is_claim()) {
            self.say(wording::names::A_CLAIM);
            return None;
        }
        Some(id)
    }

    fn same_as_asked(&mut self, id: Option<AnnotationId>) {
        let Some(id) = self.meant_mention(id) else { return };
        self.state.selected = Some(id.clone());
        self.pick_same(SameAs::Mention(id));
    }

    fn pick_same(&mut self, what: SameAs) {
        let project = self.state.project();
        if project.is_none_or(|project| select::names::choices(project, &what).is_empty()) {
            return self.say(wording::names::NOTHING_ELSE);
        }
        self.dialog_opened(Dialog::SameAs(what));
    }

    fn same_picked(&mut self, to: EntityId, alone: bool) {
        let Some(Dialog::SameAs(what)) = self.state.dialog.take() else { return };
        match what {
            SameAs::Entity(id) => self.join(to, vec![id]),
            SameAs::Mention(id) => {
                let annotation = self.state.project().and_then(|project| project.annotation(&id));
                match annotation.and_then(|it| it.entity()).filter(|_| !alone).cloned() {
                    Some(from) => self.join(to, vec![from]),
                    None => {
                        self.entity_step(EntityCommand::Move { mention: id, to: to.clone() }, &to)
                    }
                }
            }
        }
    }

    fn join(&mut self, into: EntityId, from: Vec<EntityId>) {
        let was_open = self.state.names.open.as_ref().is_some_and(|it| from.contains(it));
        if was_open {
            self.state.names.open = Some(into.clone());
        }
        self.entity_step(EntityCommand::Join { into: into.clone(), from }, &into);
    }

    fn entity_step(&mut self, command: EntityCommand, to: &EntityId) {
        match self.command(&Command::Entity(command)) {
            Ok(()) => {
                let name = self.name_of_entity(to);
                self.say(wording::names::joined(&name));
            }
            Err(Denied::Plan(Refusal::NoChange)) => {}
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    fn name_of_entity(&self, id: &EntityId) -> Rc<str> {
        let project = self.state.project();
        let found = project.and_then(|it| Some(select::names::shown_name(it, it.entity(id)?)));
        found.unwrap_or_default()
    }

    fn kept_apart(&mut self, one: &EntityId, others: &[EntityId]) {
        let all: Vec<&EntityId> = others.iter().chain([one]).collect();
        for (place, first) in all.iter().enumerate() {
            for second in all.iter().skip(place + 1) {
                self.state.names.keep_apart(first, second);
            }
        }
        self.say(wording::names::KEPT_APART);
    }

    fn split_out(&mut self, id: Option<AnnotationId>) {
        let Some(id) = self.meant_mention(id) else { return };
        let entity = EntityId(self.id(IdKind::Entity));
        let command = EntityCommand::Split { mentions: vec![id], entity };
        match self.command(&Command::Entity(command)) {
            Ok(()) => self.say(wording::names::SPLIT),
            Err(Denied::Plan(Refusal::NoChange)) => self.say(wording::names::ONLY_ONE),
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    fn set_entity(&mut self, id: EntityId, field: EntityField) {
        self.change(Command::Entity(EntityCommand::Set { id, field }));
    }

    fn aliases(&self, id: &EntityId) -> Vec<Rc<str>> {
        let entity = self.state.project().and_then(|project| project.entity(id));
        entity.map(|it| it.aliases.to_vec()).unwrap_or_default()
    }

    fn alias_added(&mut self, id: EntityId, name: &str) {
        let mut aliases = self.aliases(&id);
        aliases.push(name.trim().into());
        self.set_entity(id, EntityField::Aliases(aliases.into()));
    }

    fn alias_removed(&mut self, id: EntityId, name: &Rc<str>) {
        let mut aliases = self.aliases(&id);
        aliases.retain(|it| it != name);
        self.set_entity(id, EntityField::Aliases(aliases.into()));
    }

    fn card_toggled(&mut self, id: EntityId) {
        if self.state.linking.is_some() {
            return self.link_ended(id.0);
        }
        let open = self.state.names.open.take();
        self.state.names.open = Some(id).filter(|id| open.as_ref() != Some(id));
    }

    fn name_card_asked(&mut self, id: Option<AnnotationId>) {
        let Some(id) = self.meant_mention(id) else { return };
        let annotation = self.state.project().and_then(|project| project.annotation(&id));
        let Some(entity) = annotation.and_then(|it| it.entity()).cloned() else { return };
        self.state.panel = Panel::Names;
        self.state.names.filter = "".into();
        self.state.names.open = Some(entity.clone());
        self.effects.push(Effect::Focus(Target::Name(entity)));
    }
}
