//! Random things to ask of persons, places and things.

use std::rc::Rc;

use super::{Ask, Kind, pick};
use crate::model::{AnnotationId, Command, EntityCommand, EntityField, EntityId, Level, Project};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameAsk {
    Join,
    Split,
    Move,
    Set,
    SetLevel,
}

/// How often each is asked.
pub(super) const NAME_ASKS: &[Kind] = &[
    Kind::Name(NameAsk::Join),
    Kind::Name(NameAsk::Join),
    Kind::Name(NameAsk::Join),
    Kind::Name(NameAsk::Join),
    Kind::Name(NameAsk::Split),
    Kind::Name(NameAsk::Split),
    Kind::Name(NameAsk::Split),
    Kind::Name(NameAsk::Split),
    Kind::Name(NameAsk::Move),
    Kind::Name(NameAsk::Move),
    Kind::Name(NameAsk::Set),
    Kind::Name(NameAsk::SetLevel),
];

impl NameAsk {
    pub(super) fn of(command: &EntityCommand) -> NameAsk {
        match command {
            EntityCommand::Join { .. } => NameAsk::Join,
            EntityCommand::Split { .. } => NameAsk::Split,
            EntityCommand::Move { .. } => NameAsk::Move,
            EntityCommand::Set { .. } => NameAsk::Set,
            EntityCommand::SetLevel { .. } => NameAsk::SetLevel,
        }
    }
}

impl Ask {
    pub(super) fn of_names(&self, ask: NameAsk, project: &Project, n: usize) -> Option<Command> {
        let [one, other, third, ..] = self.picks;
        let annotations: Vec<_> = project.annotations().map(|it| it.id.clone()).collect();
        let entities: Vec<_> = project.entities().map(|it| it.id.clone()).collect();
        let entity = pick(&entities, one);
        Some(Command::Entity(match ask {
            NameAsk::Join => {
                let from = [other, third].into_iter().filter_map(|it| pick(&entities, it));
                let from = from.take(1 + one.index(2)).collect();
                EntityCommand::Join { into: entity?, from }
            }
            NameAsk::Split => {
                let most = entities.iter().max_by_key(|it| project.n_mentions_of(it))?;
                let mentions = project.mentions_of(most).into_iter().map(|it| it.id.clone());
                let another = pick(&annotations, one).filter(|_| third.index(3) == 0);
                let mentions = mentions.take(1 + other.index(2)).chain(another).collect();
                EntityCommand::Split { mentions, entity: EntityId::new(format!("e{n}")) }
            }
            NameAsk::Move => {
                let mention: AnnotationId = pick(&annotations, one)?;
                EntityCommand::Move { mention, to: pick(&entities, other)? }
            }
            NameAsk::Set => EntityCommand::Set { id: entity?, field: self.entity_field(project) },
            NameAsk::SetLevel => {
                let levels = [None, Some(Level::Name), Some(Level::Pronoun)];
                let level = *other.get(&levels);
                EntityCommand::SetLevel { mention: pick(&annotations, one)?, level }
            }
        }))
    }

    fn entity_field(&self, project: &Project) -> EntityField {
        let [.., kind, which] = self.picks;
        let text = *which.get(&[Some("Ana"), Some(""), None]);
        match kind.index(5) {
            0 => EntityField::Aliases(["K.", " ", "K."].into_iter().map(Rc::from).collect()),
            1 => EntityField::Note(text.map(Rc::from)),
            2 => EntityField::Label(self.label(project)),
            3 => {
                let typed = ["Q1", "https://www.wikidata.org/wiki/Q2", "Kim", ""];
                EntityField::Wikidata(Some((*which.get(&typed)).into()))
            }
            _ => EntityField::Name(text.map(Rc::from)),
        }
    }
}
