//! Random things to ask of links.

use std::rc::Rc;

use proptest::sample::Index;

use super::{Ask, Kind, annotator, pick};
use crate::model::{Command, LabelKey, Link, LinkCommand, Project, RelationField, RelationId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LinkAsk {
    Add,
    Remove,
    Set,
    Turn,
}

/// How often each is asked.
pub(super) const LINK_ASKS: &[Kind] = &[
    Kind::Link(LinkAsk::Add),
    Kind::Link(LinkAsk::Add),
    Kind::Link(LinkAsk::Add),
    Kind::Link(LinkAsk::Add),
    Kind::Link(LinkAsk::Add),
    Kind::Link(LinkAsk::Add),
    Kind::Link(LinkAsk::Remove),
    Kind::Link(LinkAsk::Remove),
    Kind::Link(LinkAsk::Remove),
    Kind::Link(LinkAsk::Set),
    Kind::Link(LinkAsk::Set),
    Kind::Link(LinkAsk::Set),
    Kind::Link(LinkAsk::Turn),
    Kind::Link(LinkAsk::Turn),
    Kind::Link(LinkAsk::Turn),
];

impl LinkAsk {
    pub(super) fn of(command: &LinkCommand) -> LinkAsk {
        match command {
            LinkCommand::Add(_) => LinkAsk::Add,
            LinkCommand::Remove(_) => LinkAsk::Remove,
            LinkCommand::Set { .. } => LinkAsk::Set,
            LinkCommand::Turn(_) => LinkAsk::Turn,
        }
    }
}

impl Ask {
    pub(super) fn of_links(&self, ask: LinkAsk, project: &Project, n: usize) -> Option<Command> {
        let [one, other, third, ..] = self.picks;
        let links: Vec<_> = project.relations().map(|it| it.id.clone()).collect();
        let link = pick(&links, one);
        Some(Command::Link(match ask {
            LinkAsk::Add => self.link(project, RelationId::new(format!("r{n}")))?,
            LinkAsk::Remove => LinkCommand::Remove(link?),
            LinkAsk::Set => {
                let label = RelationField::Label(LabelKey::new("follows"));
                let to = RelationField::To(id_of_any(project, third).unwrap_or("gone".into()));
                let note = RelationField::Note(Some("note".into()));
                LinkCommand::Set { id: link?, field: other.get(&[note, label, to]).clone() }
            }
            LinkAsk::Turn => LinkCommand::Turn(link?),
        }))
    }

    /// Mostly between two claims, or with a label that allows anything.
    fn link(&self, project: &Project, id: RelationId) -> Option<LinkCommand> {
        let [one, other, third, label, ..] = self.picks;
        let label = *label.get(&["follows", "follows", "supports", "contradicts", "PERSON"]);
        let claims = project.annotations().filter(|it| it.is_claim()).map(|it| it.id.0.clone());
        let claims: Vec<_> = claims.collect();
        let end = |index| match label {
            "supports" | "contradicts" => pick(&claims, index),
            _ => id_of_any(project, index),
        };
        let (from, to) = (end(one)?, end(other)?);
        let by = Some(annotator(third));
        Some(LinkCommand::Add(Link { id, label: LabelKey::new(label), from, to, by }))
    }
}

fn id_of_any(project: &Project, index: Index) -> Option<Rc<str>> {
    let annotations = project.annotations().map(|it| it.id.0.clone());
    let ids: Vec<_> = annotations.chain(project.entities().map(|it| it.id.0.clone())).collect();
    pick(&ids, index)
}
