//! What a new label set does with what was tagged, and fields of one annotation.

use std::rc::Rc;

use expect_test::{Expect, expect};

use crate::model::sample::{marked, outline, tag, take, take_all};
use crate::model::{
    AnnotationId, AttributeType, Command, Edit, EntityId, Fate, Label, LabelAttribute, LabelChange,
    LabelFault, LabelKey, LabelKind, LabelSet, Project, Refusal, Relation, RelationId, Tag,
    Transaction, WrongLabel, invariants, news,
};

fn key(key: &str) -> LabelKey {
    LabelKey::new(key)
}

/// The article with its marked spans tagged.
#[track_caller]
fn tagged(text: &str, labels: &[&str]) -> Project {
    let (project, spans) = marked(text);
    let tags = (1..).zip(labels).zip(spans).map(|((n, label), span)| tag(n, label, span));
    take_all(&project, &tags.collect::<Vec<_>>())
}

/// The project without some labels.
fn without(project: &Project, gone: &[(&str, Fate)]) -> Command {
    let mut set = (*project.labels).clone();
    set.labels.retain(|label| !gone.iter().any(|(it, _)| *it == label.key.as_str()));
    changed(set, gone)
}

fn changed(set: LabelSet, gone: &[(&str, Fate)]) -> Command {
    let gone = gone.iter().map(|(it, fate)| (key(it), fate.clone())).collect();
    Command::SetLabels(LabelChange { set: Rc::new(set), gone, entity: EntityId::new("fresh") })
}

fn becomes(label: &str) -> Fate {
    Fate::Becomes(key(label))
}

#[track_caller]
fn check(text: &str, labels: &[&str], gone: &[(&str, Fate)], expected: Expect) -> Project {
    let project = tagged(text, labels);
    let after = take(&project, &without(&project, gone)).unwrap();
    assert_eq!(invariants(&after), []);
    expected.assert_eq(&outline(&after));
    after
}

#[track_caller]
fn check_refusal(project: &Project, command: &Command, expected: &Refusal) {
    assert_eq!(take(project, command).as_ref(), Err(expected));
}

const TEXT: &str = "«Hanoi» and [the Mekong]: ⟦Kim said it is so⟧.";

#[test]
fn tags_of_a_label_that_goes_get_another() {
    check(
        TEXT,
        &["GPE", "LOC", "CLAIM"],
        &[("GPE", becomes("LOC"))],
        expect![[r#"
        a1 LOC «Hanoi» = e1 LOC "Hanoi" modified
        a2 LOC «the Mekong» = e2 LOC "the Mekong"
        a3 CLAIM «Kim said it is so» Indirect
    "#]],
    );
}

#[test]
fn names_become_claims_and_claims_become_names() {
    let after = check(
        TEXT,
        &["EVENT", "EVENT", "CLAIM"],
        &[("EVENT", becomes("CLAIM"))],
        expect![[r#"
        a1 CLAIM «Hanoi» Indirect modified
        a2 CLAIM «the Mekong» Indirect modified
        a3 CLAIM «Kim said it is so» Indirect
    "#]],
    );
    assert_eq!(after.entities().count(), 0, "what nothing names any more goes");
    let project = tagged(TEXT, &["CLAIM", "LOC", "CLAIM"]);
    let mut set = news();
    // Links between claims can have no claim at their ends any more.
    set.labels.truncate(9);
    let after = take(&project, &changed(set, &[("CLAIM", becomes("EVENT"))])).unwrap();
    expect![[r#"
        a1 EVENT «Hanoi» = fresh EVENT "Hanoi" modified
        a2 LOC «the Mekong» = e2 LOC "the Mekong"
        a3 EVENT «Kim said it is so» = fresh-2 EVENT "Kim said it is so" modified
    "#]]
    .assert_eq(&outline(&after));
}

#[test]
fn a_label_that_is_kept_stays_for_what_has_it_and_for_nothing_more() {
    let after = check(
        TEXT,
        &["GPE", "LOC"],
        &[("GPE", Fate::Keep)],
        expect![[r#"
        a1 GPE «Hanoi» = e1 GPE "Hanoi"
        a2 LOC «the Mekong» = e2 LOC "the Mekong"
    "#]],
    );
    let kept = after.labels.find(&key("GPE")).unwrap();
    assert!(kept.retired && kept.shown() == "Country, city, state");
    assert_eq!(after.labels.taggable().filter(|it| it.key == kept.key).count(), 0);
    let (_, spans) = marked(TEXT);
    let more = tag(9, "GPE", spans[2]);
    check_refusal(&after, &more, &Refusal::UnknownLabel(key("GPE")));
    // Nobody has it: it goes without a word.
    let project = tagged(TEXT, &["LOC"]);
    let after = take(&project, &without(&project, &[("GPE", Fate::Keep)])).unwrap();
    assert_eq!(after.labels.find(&key("GPE")), None);
}

#[test]
fn tags_are_deleted_only_if_that_was_said() {
    check(
        TEXT,
        &["GPE", "LOC"],
        &[("GPE", Fate::Delete)],
        expect![[r#"
        a2 LOC «the Mekong» = e2 LOC "the Mekong"
    "#]],
    );
    let project = tagged(TEXT, &["GPE", "LOC"]);
    let unsaid = without(&project, &[("GPE", Fate::Delete), ("LOC", Fate::Delete)]);
    let Command::SetLabels(change) = unsaid else { panic!() };
    let unsaid = Command::SetLabels(LabelChange { gone: Vec::new(), ..change });
    check_refusal(&project, &unsaid, &Refusal::NoFate(key("GPE")));
    let away = without(&project, &[("GPE", becomes("NONE"))]);
    check_refusal(&project, &away, &Refusal::UnknownLabel(key("NONE")));
    let link = without(&project, &[("GPE", becomes("supports"))]);
    check_refusal(&project, &link, &Refusal::LabelOfLinks(key("supports")));
}

#[test]
fn a_key_is_renamed_with_all_that_has_it() {
    let project = tagged(TEXT, &["GPE", "LOC"]);
    let mut set = news();
    set.labels[2].key = key("COUNTRY");
    let after = take(&project, &changed(set, &[("GPE", becomes("COUNTRY"))])).unwrap();
    expect![[r#"
        a1 COUNTRY «Hanoi» = e1 COUNTRY "Hanoi" modified
        a2 LOC «the Mekong» = e2 LOC "the Mekong"
    "#]]
    .assert_eq(&outline(&after));
}

#[test]
fn a_label_can_become_one_of_claims_under_its_key() {
    let project = tagged(TEXT, &["EVENT", "LOC"]);
    let mut set = news();
    set.labels[5].kind = LabelKind::Claim;
    check_refusal(&project, &changed(set.clone(), &[]), &Refusal::NoFate(key("EVENT")));
    let after = take(&project, &changed(set, &[("EVENT", becomes("EVENT"))])).unwrap();
    expect![[r#"
        a1 EVENT «Hanoi» Indirect modified
        a2 LOC «the Mekong» = e2 LOC "the Mekong"
    "#]]
    .assert_eq(&outline(&after));
}

#[test]
fn links_get_another_label_or_go() {
    let project = tagged("«One.» [Two.]", &["CLAIM", "CLAIM"]);
    let relation = Relation {
        id: RelationId::new("r1"),
        label: key("supports"),
        from: "a1".into(),
        to: "a2".into(),
        note: None,
        by: None,
        unknown: Default::default(),
    };
    let edit = Edit::CreateRelation(Rc::new(relation));
    let project = Transaction::from(vec![edit]).apply(&project).0;
    let labels = |fate| {
        let after = take(&project, &without(&project, &[("supports", fate)])).unwrap();
        after.relations().map(|it| it.label.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(labels(becomes("repeats")), ["repeats"]);
    assert_eq!(labels(Fate::Keep), ["supports"]);
    assert_eq!(labels(Fate::Delete), [""; 0]);
    let words = without(&project, &[("supports", becomes("CLAIM"))]);
    check_refusal(&project, &words, &Refusal::NoLabelOfLinks(key("CLAIM")));
}

#[test]
fn an_entity_follows_its_mentions_where_its_own_label_goes() {
    // a1 says GPE of e1, whose label is ORG.
    let project = tagged(TEXT, &["ORG", "LOC"]);
    let field = crate::model::AnnotationField::Label(key("GPE"));
    let edit = Edit::SetAnnotation(AnnotationId::new("a1"), field);
    let project = Transaction::from(vec![edit]).apply(&project).0;
    let after = take(&project, &without(&project, &[("ORG", becomes("MISC"))])).unwrap();
    assert!(outline(&after).starts_with("a1 GPE «Hanoi» = e1 MISC"), "{}", outline(&after));
    let after = take(&project, &without(&project, &[("ORG", Fate::Delete)])).unwrap();
    assert!(outline(&after).starts_with("a1 GPE «Hanoi» = e1 GPE"), "{}", outline(&after));
}

#[test]
fn a_set_with_a_fault_or_without_a_change_is_refused() {
    let project = tagged(TEXT, &["ORG"]);
    check_refusal(&project, &changed(news(), &[]), &Refusal::NoChange);
    let mut set = news();
    set.labels[1].shortcut = Some("1".into());
    let wrong = WrongLabel::ShortcutTaken(key("PERSON"));
    let fault = LabelFault { label: key("ORG"), wrong };
    check_refusal(&project, &changed(set, &[]), &Refusal::Labels(fault));
}

fn weapon(n: usize, spans: impl Into<crate::text::Spans>, shortcut: Option<&str>) -> Command {
    let mut label = Label::bare(key("WEAPON"), LabelKind::Entity);
    label.name = Some("Weapon".into());
    label.shortcut = shortcut.map(Rc::from);
    let Command::Tag(Tag { id, entity, spans, by, origin, .. }) = tag(n, "WEAPON", spans) else {
        panic!()
    };
    let tag = Tag { id, entity, label: label.key.clone(), spans, by, origin };
    Command::TagWithNew { label: Rc::new(label), tag }
}

#[test]
fn a_label_is_made_with_its_first_tag() {
    let (project, spans) = marked("«The Kalashnikov» fired.");
    let after = take(&project, &weapon(1, spans[0], None)).unwrap();
    expect![[r#"
        a1 WEAPON «The Kalashnikov» = e1 WEAPON "The Kalashnikov"
    "#]]
    .assert_eq(&outline(&after));
    assert_eq!(after.labels.labels.last().unwrap().shown(), "Weapon");
    let taken = LabelFault { label: key("WEAPON"), wrong: WrongLabel::KeyTaken };
    check_refusal(&after, &weapon(2, spans[0], None), &Refusal::Labels(taken));
    let wrong = WrongLabel::ShortcutTaken(key("PERSON"));
    let taken = LabelFault { label: key("WEAPON"), wrong };
    check_refusal(&project, &weapon(1, spans[0], Some("1")), &Refusal::Labels(taken));
}

fn with_attributes() -> Project {
    let project = tagged(TEXT, &["ORG"]);
    let attribute = |key: &str, kind, choices: &[&str], default: Option<&str>| LabelAttribute {
        key: LabelKey::new(key),
        name: None,
        kind,
        choices: choices.iter().map(|it| Rc::from(*it)).collect(),
        default: default.map(Rc::from),
        required: false,
        unknown: Default::default(),
    };
    let mut set = news();
    set.labels[3].attributes = vec![
        attribute("role", AttributeType::Text, &[], None),
        attribute("n", AttributeType::Number, &[], Some("1.0")),
        attribute("is", AttributeType::Flag, &[], None),
        attribute("which", AttributeType::Choice, &["a", "b \"c\""], Some("b \"c\"")),
    ];
    let project = take(&project, &changed(set, &[])).unwrap();
    let (_, spans) = marked(TEXT);
    take(&project, &tag(2, "LOC", spans[1])).unwrap()
}

fn attribute(id: &str, name: &str, value: Option<&str>) -> Command {
    let value = value.map(Rc::from);
    Command::SetAttribute { id: AnnotationId::new(id), key: key(name), value }
}

#[test]
fn fields_are_set_by_what_the_label_says_of_them() {
    let project = with_attributes();
    let text = |project: &Project| {
        let annotation = project.annotation(&AnnotationId::new("a2")).unwrap();
        annotation.attributes.as_ref().map(|it| it.0.to_string()).unwrap_or_default()
    };
    assert_eq!(text(&project), r#"{"n":1.0,"which":"b \"c\""}"#);
    let mut after = project.clone();
    for (name, value, expected) in [
        ("role", Some(" a \"source\" "), r#"{"n":1.0,"which":"b \"c\"","role":"a \"source\""}"#),
        ("n", Some("-3.10"), r#"{"n":-3.10,"which":"b \"c\"","role":"a \"source\""}"#),
        ("is", Some("true"), r#"{"n":-3.10,"which":"b \"c\"","role":"a \"source\"","is":true}"#),
        ("which", Some("a"), r#"{"n":-3.10,"which":"a","role":"a \"source\"","is":true}"#),
        ("role", Some(" "), r#"{"n":-3.10,"which":"a","is":true}"#),
        ("n", None, r#"{"which":"a","is":true}"#),
        ("which", None, r#"{"is":true}"#),
        ("is", None, ""),
    ] {
        after = take(&after, &attribute("a2", name, value)).unwrap();
        assert_eq!(text(&after), expected);
    }
    check_refusal(&after, &attribute("a2", "is", None), &Refusal::NoChange);
    for (name, value) in [("n", "1e3"), ("is", "yes"), ("which", "c")] {
        let refusal = Refusal::NotAValue { attribute: key(name), value: value.into() };
        check_refusal(&project, &attribute("a2", name, Some(value)), &refusal);
    }
    let none = Refusal::NoAttribute(key("role"));
    check_refusal(&project, &attribute("a1", "role", Some("x")), &none);
}
