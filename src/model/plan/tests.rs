//! What each command does, and what is refused.

mod entities;
mod links;

use std::rc::Rc;

use expect_test::{Expect, expect};

use crate::model::sample::{NOW, marked, outline, tag, take, take_all};
use crate::model::{
    Anchor, AnnotationField, AnnotationId, AnnotatorId, Claimant, Command, Detail, Edit,
    EntityCommand, EntityField, EntityId, IsNot, LabelKey, Project, QuoteMode, Refusal, Selector,
    Transaction, Who, plan,
};
use crate::text::{CharOffset, Span, Spans};

/// Tags the marked spans with these labels, then takes the commands.
#[track_caller]
fn check(text: &str, labels: &[&str], commands: &[Command], expected: Expect) -> Project {
    let project = take_all(&tagged(text, labels), commands);
    expected.assert_eq(&outline(&project));
    project
}

#[track_caller]
fn tagged(text: &str, labels: &[&str]) -> Project {
    let (project, spans) = marked(text);
    let tags = (1..).zip(labels).zip(spans).map(|((n, label), span)| tag(n, label, span));
    take_all(&project, &tags.collect::<Vec<_>>())
}

#[track_caller]
fn check_refusal(project: &Project, command: &Command, expected: &Refusal) {
    assert_eq!(take(project, command).as_ref(), Err(expected));
}

fn a(n: usize) -> AnnotationId {
    AnnotationId::new(format!("a{n}"))
}

fn e(n: usize) -> EntityId {
    EntityId::new(format!("e{n}"))
}

fn relabel(n: usize, label: &str) -> Command {
    Command::Relabel { id: a(n), label: LabelKey::new(label), entity: EntityId::new("fresh") }
}

fn span(start: u32, end: u32) -> Span {
    Span::new(CharOffset(start), CharOffset(end)).unwrap()
}

fn set_spans(n: usize, spans: impl Into<Spans>) -> Command {
    Command::SetSpans { id: a(n), spans: spans.into() }
}

#[test]
fn tagging_makes_an_entity_with_its_mention() {
    let project = check(
        "«🤝 [Hanoi]» and ⟦Kim said it is so⟧.",
        &["ORG", "GPE", "CLAIM"],
        &[],
        expect![[r#"
            a1 ORG «🤝 Hanoi» = e1 ORG "🤝 Hanoi"
            a2 GPE «Hanoi» = e2 GPE "Hanoi"
            a3 CLAIM «Kim said it is so» Indirect
        "#]],
    );
    let annotators: Vec<_> = project.annotators.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(annotators, ["ana"]);
}

#[test]
fn spans_that_nobody_can_mean_are_refused() {
    let (project, spans) = marked("«Title» \n\n[ \n\n]A ⟦👩‍👩⟧⟨‍👧⟩ \u{1f1fb}⟪\u{1f1f3}⟫ é");
    let refusals = [
        (spans[1], Refusal::Blank(spans[1])),
        (spans[2], Refusal::SplitsCharacter(spans[2].end())),
        (spans[3], Refusal::SplitsCharacter(spans[3].start())),
        (spans[4], Refusal::SplitsCharacter(spans[4].start())),
        (span(0, 99), Refusal::OutOfText(span(0, 99))),
        (span(98, 99), Refusal::OutOfText(span(98, 99))),
    ];
    let project = take(&project, &tag(0, "MISC", spans[0])).unwrap();
    for (span, refusal) in refusals {
        check_refusal(&project, &tag(1, "MISC", span), &refusal);
        check_refusal(&project, &set_spans(0, span), &refusal);
        let both = Spans::new(vec![spans[0], span]);
        let Ok(both) = both else { continue };
        check_refusal(&project, &tag(1, "MISC", both), &refusal);
    }
}

#[test]
fn labels_and_ids_are_checked() {
    let project = tagged("«One» [two]", &["MISC"]);
    let two = span(4, 7);
    let refusal = Refusal::UnknownLabel(LabelKey::new("NONE"));
    check_refusal(&project, &tag(2, "NONE", two), &refusal);
    check_refusal(&project, &relabel(1, "NONE"), &refusal);
    let refusal = Refusal::LabelOfLinks(LabelKey::new("supports"));
    check_refusal(&project, &tag(2, "supports", two), &refusal);
    check_refusal(&project, &relabel(1, "supports"), &refusal);
    check_refusal(&project, &tag(1, "MISC", two), &Refusal::IdInUse("a1".into()));
    let Command::Tag(mut tag) = tag(2, "MISC", two) else { panic!() };
    tag.entity = e(1);
    check_refusal(&project, &Command::Tag(tag.clone()), &Refusal::IdInUse("e1".into()));
    tag.entity = EntityId::new("a2");
    check_refusal(&project, &Command::Tag(tag.clone()), &Refusal::IdInUse("a2".into()));
    tag.label = LabelKey::new("CLAIM");
    assert!(take(&project, &Command::Tag(tag)).is_ok(), "a claim needs no entity");
}

#[test]
fn the_same_words_get_the_same_label_once_from_one_person() {
    let project = tagged("«One» [two]", &["MISC", "ORG"]);
    let duplicate = Refusal::Duplicate(a(1));
    check_refusal(&project, &tag(3, "MISC", span(0, 3)), &duplicate);
    let Command::Tag(mut other) = tag(3, "MISC", span(0, 3)) else { panic!() };
    other.by = Some(AnnotatorId::new("ben"));
    assert!(take(&project, &Command::Tag(other)).is_ok(), "another person's layer");
    let project = take(&project, &tag(3, "ORG", span(0, 3))).unwrap();
    check_refusal(&project, &relabel(3, "MISC"), &duplicate);
    check_refusal(&project, &set_spans(2, span(0, 3)), &Refusal::Duplicate(a(3)));
}

#[test]
fn an_entity_goes_with_its_last_mention_and_the_claim_keeps_the_words() {
    let who = Who::Entity { entity: e(1), mention: Some(a(1)) };
    let claimant = Some(Claimant::from(who));
    check(
        "«Kim» said: [all is well].",
        &["PERSON", "CLAIM"],
        &[Command::SetClaimant { id: a(2), claimant }, Command::Remove(vec![a(9), a(1), a(1)])],
        expect![[r#"
            a2 CLAIM «all is well» Indirect by Named Some("Kim") modified
        "#]],
    );
    let project = tagged("«Kim» [Kim]", &["PERSON", "PERSON"]);
    let join = Edit::SetAnnotation(a(2), AnnotationField::Entity(Some(e(1))));
    let (project, _) = Transaction::from(vec![join]).apply(&project);
    let remove = |ids| plan(&project, &Command::Remove(ids), &NOW.into()).unwrap().edits;
    let removed = [a(1), a(2)].map(Edit::RemoveAnnotation);
    assert_eq!(remove(vec![a(1)]), removed[..1], "another mention is left");
    assert_eq!(remove(vec![a(2), a(1)]), [&removed[..], &[Edit::RemoveEntity(e(1))]].concat());
    check_refusal(&project, &Command::Remove(vec![]), &Refusal::NoChange);
    check_refusal(&project, &Command::Remove(vec![a(7)]), &Refusal::NoAnnotation(a(7)));
}

#[test]
fn a_new_label_changes_the_entity_if_nothing_else_names_it() {
    check(
        "«Kim» spoke.",
        &["PERSON"],
        &[relabel(1, "ORG")],
        expect![[r#"
            a1 ORG «Kim» = e1 ORG "Kim" modified
        "#]],
    );
    let project = tagged("«Kim», [Kim]", &["PERSON", "PERSON"]);
    let edits = vec![
        Edit::SetAnnotation(a(2), AnnotationField::Entity(Some(e(1)))),
        Edit::RemoveEntity(e(2)),
    ];
    let (project, _) = Transaction::from(edits).apply(&project);
    let project = take_all(&project, &[relabel(2, "ORG")]);
    expect![[r#"
        a1 PERSON «Kim» = e1 PERSON "Kim"
        a2 ORG «Kim» = e1 PERSON "Kim" modified
    "#]]
    .assert_eq(&outline(&project));
    check_refusal(&project, &relabel(2, "ORG"), &Refusal::NoChange);
    check_refusal(&project, &relabel(7, "ORG"), &Refusal::NoAnnotation(a(7)));
}

#[test]
fn a_mention_becomes_a_claim_and_back() {
    let note = Command::SetNote { id: a(1), note: Some("look again".into()) };
    let project = check(
        "She said: “«all is well»”.",
        &["MISC"],
        &[note, relabel(1, "CLAIM")],
        expect![[r#"
            a1 CLAIM «all is well» Direct modified
        "#]],
    );
    assert_eq!(project.entities().count(), 0);
    let project = take_all(&project, &[relabel(1, "EVENT")]);
    expect![[r#"
        a1 EVENT «all is well» = fresh EVENT "all is well" modified
    "#]]
    .assert_eq(&outline(&project));
    assert_eq!(project.annotation(&a(1)).unwrap().note.as_deref(), Some("look again"));
}

#[test]
fn the_entity_is_named_for_its_only_mention_until_it_is_renamed() {
    let named = |n, name: Option<&str>| {
        let field = EntityField::Name(name.map(Rc::from));
        Command::Entity(EntityCommand::Set { id: e(n), field })
    };
    let rename = |name| named(1, Some(name));
    check(
        "Kim «Jong» Un",
        &["PERSON"],
        &[set_spans(1, span(0, 8))],
        expect![[r#"
            a1 PERSON «Kim Jong» = e1 PERSON "Kim Jong" modified
        "#]],
    );
    let project = check(
        "Kim «Jong» Un",
        &["PERSON"],
        &[rename("K."), set_spans(1, Spans::new(vec![span(0, 3), span(9, 11)]).unwrap())],
        expect![[r#"
            a1 PERSON «Kim Un» = e1 PERSON "K." modified
        "#]],
    );
    check_refusal(&project, &rename("K."), &Refusal::NoChange);
    check_refusal(&project, &named(7, None), &Refusal::NoEntity(e(7)));
}

#[test]
fn the_quote_mode_follows_the_boundaries_until_a_person_sets_it() {
    let set = |quote| Command::SetQuoteMode { id: a(1), quote };
    let grow = set_spans(1, span(0, 9));
    let project = check(
        "He “«won»” it.",
        &["CLAIM"],
        std::slice::from_ref(&grow),
        expect![[r#"
            a1 CLAIM «He “won” » Mixed modified
        "#]],
    );
    check_refusal(&project, &grow, &Refusal::NoChange);
    check_refusal(&project, &set(Some(QuoteMode::Mixed)), &Refusal::NoChange);
    check(
        "He “«won»” it.",
        &["CLAIM"],
        &[set(Some(QuoteMode::Indirect)), grow.clone()],
        expect![[r#"
            a1 CLAIM «He “won” » Indirect modified
        "#]],
    );
    check(
        "He “«won»” it.",
        &["CLAIM"],
        &[set(None), grow],
        expect![[r#"
            a1 CLAIM «He “won” » modified
        "#]],
    );
}

#[test]
fn an_orphan_finds_its_place_where_a_person_says() {
    let project = tagged("He «won» it.", &["CLAIM"]);
    let lost = Edit::SetAnnotation(a(1), AnnotationField::Anchor(Anchor::Orphaned));
    let (project, _) = Transaction::from(vec![lost]).apply(&project);
    let there = project.annotation(&a(1)).unwrap().selector.spans.clone();
    assert!(take(&project, &tag(2, "CLAIM", there.clone())).is_ok(), "an orphan is no duplicate");
    let project = take_all(&project, &[Command::SetSpans { id: a(1), spans: there }]);
    expect![[r#"
        a1 CLAIM «won» None modified
    "#]]
    .assert_eq(&outline(&project));
}

#[test]
fn a_claimant_must_be_there() {
    let project = tagged("«Kim» and [Ann] say: ⟦all is well⟧.", &["PERSON", "PERSON", "CLAIM"]);
    let said_by = |n, entity, mention| {
        let claimant = Claimant::from(Who::Entity { entity: e(entity), mention });
        Command::SetClaimant { id: a(n), claimant: Some(claimant) }
    };
    check_refusal(&project, &said_by(3, 7, None), &Refusal::NoEntity(e(7)));
    check_refusal(&project, &said_by(3, 1, Some(a(7))), &Refusal::NoAnnotation(a(7)));
    let refusal = Refusal::NamesAnother { mention: a(2), entity: e(1) };
    check_refusal(&project, &said_by(3, 1, Some(a(2))), &refusal);
    check_refusal(&project, &said_by(1, 2, None), &Refusal::NotAClaim(a(1)));
    check_refusal(&project, &Command::SetClaimant { id: a(3), claimant: None }, &Refusal::NoChange);
    let out = span(0, 99);
    let claimant = Claimant { words: Some(Selector::from(out)), ..Claimant::from(Who::Named) };
    let command = Command::SetClaimant { id: a(3), claimant: Some(claimant) };
    check_refusal(&project, &command, &Refusal::OutOfText(out));
    assert!(take(&project, &said_by(3, 2, Some(a(2)))).is_ok());
}

#[test]
fn words_are_decided_once_and_freed_again() {
    let project = tagged("«Kim» met", &["PERSON"]);
    let spans: Spans = Span::new(CharOffset(4), CharOffset(7)).unwrap().into();
    let (is_not, by) = (IsNot::Entity, Some(AnnotatorId::new("new")));
    let decide =
        Command::Decide { each: vec![spans.clone(), spans.clone()], is_not, by: by.clone() };
    let undecide = |by| Command::Undecide { spans: spans.clone(), is_not, by };
    check_refusal(&project, &undecide(by.clone()), &Refusal::NoChange);
    let decided = take(&project, &decide).unwrap();
    assert!(decided.annotator(&AnnotatorId::new("new")).is_some());
    check_refusal(&decided, &decide, &Refusal::NoChange);
    check_refusal(&decided, &undecide(None), &Refusal::NoChange);
    let freed = take(&decided, &undecide(by)).unwrap();
    assert!(freed.decisions.is_empty());
    let blank = Span::new(CharOffset(3), CharOffset(4)).unwrap();
    let blank = Command::Decide { each: vec![blank.into()], is_not, by: None };
    assert!(matches!(plan(&project, &blank, &NOW.into()), Err(Refusal::Blank(_))));
}

#[test]
fn small_changes_are_made_once() {
    let project = tagged("«Kim»", &["PERSON"]);
    let name: Option<Rc<str>> = Some("Ana Ruiz".into());
    let commands = [
        Command::SetNote { id: a(1), note: name.clone() },
        Command::SetUnsure { id: a(1), unsure: true },
        Command::Describe(Detail::Title(name.clone())),
        Command::NameAnnotator { id: AnnotatorId::new("ana"), name: name.clone() },
        Command::NameAnnotator { id: AnnotatorId::new("new"), name },
        Command::RemoveArticle,
        Command::RestoreArticle,
    ];
    let mut project = project;
    for command in commands {
        project = take(&project, &command).unwrap();
        check_refusal(&project, &command, &Refusal::NoChange);
    }
    for empty in ["", " \n"] {
        let note = Command::SetNote { id: a(1), note: Some(empty.into()) };
        let emptied = take_all(&project, &[note]);
        assert_eq!(emptied.annotation(&a(1)).unwrap().note, None);
    }
}

mod many;
