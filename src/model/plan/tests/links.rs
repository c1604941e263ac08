//! Which links can be made, and which cannot.

use std::rc::Rc;

use super::{a, check_refusal, e, tagged};
use crate::model::sample::take;
use crate::model::{
    AnnotatorId, Command, Label, LabelKey, LabelKind, Link, LinkCommand, Project, Refusal,
    RelationField, RelationId,
};

/// Two names and three claims. The label `about` leads from claims to any person or below it.
fn linkable() -> Project {
    let text = "«Kim» [Ann] ⟦one⟧ ⟨two⟩ ⟪six⟫";
    let mut project = tagged(text, &["PERSON", "ORG", "CLAIM", "CLAIM", "CLAIM"]);
    let mut labels = (*project.labels).clone();
    for label in &mut labels.labels {
        if label.key.as_str() == "ORG" {
            label.parent = Some(LabelKey::new("PERSON"));
        }
    }
    let mut about = Label::bare(LabelKey::new("about"), LabelKind::Relation);
    (about.from, about.to) = (vec![LabelKey::new("CLAIM")], vec![LabelKey::new("PERSON")]);
    labels.labels.push(about);
    project.labels = Rc::new(labels);
    project
}

fn r(n: usize) -> RelationId {
    RelationId::new(format!("r{n}"))
}

fn link(n: usize, label: &str, from: &Rc<str>, to: &Rc<str>) -> Command {
    Command::Link(LinkCommand::Add(Link {
        id: r(n),
        label: LabelKey::new(label),
        from: from.clone(),
        to: to.clone(),
        by: Some(AnnotatorId::new("ana")),
    }))
}

fn set(n: usize, field: RelationField) -> Command {
    Command::Link(LinkCommand::Set { id: r(n), field })
}

#[test]
fn a_link_leads_where_its_label_allows() {
    let project = linkable();
    let (claim, other) = (a(3).0, a(4).0);
    for (label, from, to, refusal) in [
        ("supports", &claim, &other, None),
        ("about", &claim, &a(1).0, None),
        ("about", &claim, &e(1).0, None),
        ("about", &claim, &a(2).0, None),
        ("about", &claim, &other, Some(Refusal::LinkNotAllowed(LabelKey::new("about")))),
        ("about", &a(1).0, &a(2).0, Some(Refusal::LinkNotAllowed(LabelKey::new("about")))),
        ("supports", &claim, &claim, Some(Refusal::LinkToItself)),
        ("supports", &claim, &"gone".into(), Some(Refusal::NoEnd("gone".into()))),
        ("PERSON", &claim, &other, Some(Refusal::NoLabelOfLinks(LabelKey::new("PERSON")))),
        ("none", &claim, &other, Some(Refusal::UnknownLabel(LabelKey::new("none")))),
    ] {
        assert_eq!(take(&project, &link(1, label, from, to)).err(), refusal, "{label}");
    }
    let Command::Link(LinkCommand::Add(it)) = link(1, "supports", &claim, &other) else { panic!() };
    let used = Command::Link(LinkCommand::Add(Link { id: RelationId::new("e1"), ..it }));
    check_refusal(&project, &used, &Refusal::IdInUse("e1".into()));
}

#[test]
fn the_same_link_is_made_once() {
    let (one, two) = (a(3).0, a(4).0);
    let project = take(&linkable(), &link(1, "supports", &one, &two)).unwrap();
    check_refusal(&project, &link(2, "supports", &one, &two), &Refusal::Linked(r(1)));
    let project = take(&project, &link(2, "supports", &two, &one)).unwrap();
    let project = take(&project, &link(3, "repeats", &one, &two)).unwrap();
    check_refusal(&project, &link(4, "repeats", &two, &one), &Refusal::Linked(r(3)));
    let label = RelationField::Label(LabelKey::new("supports"));
    check_refusal(&project, &set(3, label), &Refusal::Linked(r(1)));
    let Command::Link(LinkCommand::Add(it)) = link(5, "repeats", &one, &two) else { panic!() };
    let ben = Link { by: Some(AnnotatorId::new("ben")), ..it };
    let project = take(&project, &Command::Link(LinkCommand::Add(ben))).unwrap();
    assert!(project.annotator(&AnnotatorId::new("ben")).is_some(), "another person's layer");
}

#[test]
fn a_link_is_changed_turned_and_taken_away() {
    let (one, two) = (a(3).0, a(4).0);
    let project = take(&linkable(), &link(1, "supports", &one, &two)).unwrap();
    let turn = Command::Link(LinkCommand::Turn(r(1)));
    let turned = take(&project, &turn).unwrap();
    let relation = turned.relation(&r(1)).unwrap();
    assert_eq!((&relation.from, &relation.to), (&two, &one));
    assert_eq!(turned.links_of(&one), [relation]);
    let both = take(&project, &link(2, "supports", &two, &one)).unwrap();
    check_refusal(&both, &turn, &Refusal::Linked(r(2)));
    let note = set(1, RelationField::Note(Some("why".into())));
    let project = take(&project, &note).unwrap();
    check_refusal(&project, &note, &Refusal::NoChange);
    let project = take(&project, &set(1, RelationField::To(a(5).0))).unwrap();
    check_refusal(&project, &set(1, RelationField::To(one)), &Refusal::LinkToItself);
    let project = take(&project, &set(1, RelationField::Label(LabelKey::new("contradicts"))));
    let project = project.unwrap();
    check_refusal(&project, &turn, &Refusal::NoChange);
    let remove = Command::Link(LinkCommand::Remove(r(1)));
    let project = take(&project, &remove).unwrap();
    check_refusal(&project, &remove, &Refusal::NoLink(r(1)));
    check_refusal(&project, &turn, &Refusal::NoLink(r(1)));
    let about = take(&project, &link(1, "about", &a(3).0, &a(1).0)).unwrap();
    check_refusal(&about, &turn, &Refusal::LinkNotAllowed(LabelKey::new("about")));
}
