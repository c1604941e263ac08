//! Label sets that change, and fields of annotations.

use std::rc::Rc;

use super::{Ask, Kind, annotator, pick};
use crate::model::{
    Annotation, AnnotationId, AttributeType, Command, EntityId, Fate, Label, LabelAttribute,
    LabelChange, LabelKey, LabelKind, Project, Tag, news,
};

pub(super) fn command(ask: &Ask, project: &Project, n: usize) -> Command {
    match (ask.kind, with_attribute(ask, project)) {
        (Kind::SetLabels, _) => Command::SetLabels(change(ask, project, n)),
        (Kind::SetAttribute, Some(id)) => Command::SetAttribute {
            id,
            key: LabelKey::new("n"),
            value: pick(&[Some("1.50".into()), Some("-2".into()), None], ask.picks[1]).flatten(),
        },
        _ => tag_with_new(ask, project, n),
    }
}

fn tag_with_new(ask: &Ask, project: &Project, n: usize) -> Command {
    let label = new_label(n);
    let tag = Tag {
        id: AnnotationId::new(format!("a{n}")),
        entity: EntityId::new(format!("e{n}")),
        label: label.key.clone(),
        spans: ask.spans(project),
        by: Some(annotator(ask.picks[2])),
        origin: None,
    };
    Command::TagWithNew { label, tag }
}

/// An annotation whose label was made here, and so has an attribute.
fn with_attribute(ask: &Ask, project: &Project) -> Option<AnnotationId> {
    let ours = |it: &&Rc<Annotation>| {
        let label = it.label().and_then(|key| project.labels.find(key));
        label.is_some_and(|label| !label.attributes.is_empty())
    };
    let ids: Vec<_> = project.annotations().filter(ours).map(|it| it.id.clone()).collect();
    pick(&ids, ask.picks[0])
}

/// Without a label or two that tests can do without, in use or not; or the set of the beginning.
fn change(ask: &Ask, project: &Project, n: usize) -> LabelChange {
    let stays = ["PERSON", "CLAIM", "supports", "follows"];
    let [one, other, third, ..] = ask.picks;
    let mut set = (*project.labels).clone();
    if one.index(3) == 0 {
        set.labels.retain(|label| label.key.as_str() == "follows");
        set.labels.splice(0..0, news().labels);
    }
    for index in [other, third] {
        let place = index.index(set.labels.len());
        if !stays.contains(&set.labels[place].key.as_str()) {
            set.labels.remove(place);
        }
    }
    let becomes = |key| Fate::Becomes(LabelKey::new(key));
    let fates = [becomes("PERSON"), becomes("CLAIM"), Fate::Keep, Fate::Delete];
    let gone = project.labels.labels.iter().map(|label| {
        let is_link = label.kind == LabelKind::Relation;
        let fate = if is_link { becomes("supports") } else { pick(&fates, one).unwrap() };
        (label.key.clone(), fate)
    });
    let entity = EntityId::new(format!("e{n}"));
    LabelChange { gone: gone.collect(), set: Rc::new(set), entity }
}

/// Its one attribute has a default.
fn new_label(n: usize) -> Rc<Label> {
    let mut label = Label::bare(LabelKey::new(format!("L{n}")), LabelKind::Entity);
    label.attributes = vec![LabelAttribute {
        key: LabelKey::new("n"),
        name: None,
        kind: AttributeType::Number,
        choices: Vec::new(),
        default: Some("1.50".into()),
        required: true,
        unknown: Default::default(),
    }];
    Rc::new(label)
}
