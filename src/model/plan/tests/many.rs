//! Many at once, several made one, one made several.

use super::*;
use crate::model::{Relation, RelationId, Split, TagAll, Unknown};

fn tag_all(labels: &str, entity: &str, spans: &[Span]) -> Command {
    Command::TagAll(TagAll {
        tags: (1..).zip(spans).map(|(n, span)| (a(n), (*span).into())).collect(),
        entity: EntityId::new(entity),
        label: LabelKey::new(labels),
        by: Some(AnnotatorId::new("ana")),
        origin: None,
    })
}

fn merge(keep: usize, gone: &[usize]) -> Command {
    Command::Merge { keep: a(keep), gone: gone.iter().map(|n| a(*n)).collect() }
}

fn split(kept: Span, taken: Span) -> Command {
    Command::Split(Split {
        id: a(1),
        kept: kept.into(),
        taken: taken.into(),
        fresh: a(2),
        entity: e(2),
    })
}

fn reported(n: usize, entity: usize, mention: usize) -> Command {
    let who = Who::Entity { entity: e(entity), mention: Some(a(mention)) };
    Command::SetClaimant { id: a(n), claimant: Some(Claimant::from(who)) }
}

#[test]
fn many_words_become_mentions_of_one_thing() {
    let (project, spans) = marked("«Kim», [Kim] and ⟦Kim⟧");
    let all = take(&project, &tag_all("PERSON", "e1", &spans)).unwrap();
    expect![[r#"
        a1 PERSON «Kim» = e1 PERSON "Kim"
        a2 PERSON «Kim» = e1 PERSON "Kim"
        a3 PERSON «Kim» = e1 PERSON "Kim"
    "#]]
    .assert_eq(&outline(&all));
    check_refusal(&all, &tag_all("ORG", "e2", &spans), &Refusal::IdInUse("a1".into()));
    let twice = take(&project, &tag_all("PERSON", "e1", &[spans[0], spans[0]])).unwrap();
    assert_eq!(twice.n_annotations(), 1);
    let known = take(&project, &tag(9, "PERSON", spans[1])).unwrap();
    let known = take(&known, &tag_all("PERSON", "e9", &spans)).unwrap();
    assert_eq!(known.mentions_of(&e(9)).len(), 3, "the one that was there, and two more");
    let claims = take(&project, &tag_all("CLAIM", "e1", &spans)).unwrap();
    assert_eq!((claims.n_annotations(), claims.entities().count()), (3, 0));
    check_refusal(&project, &tag_all("PERSON", "e1", &[]), &Refusal::NoChange);
    check_refusal(&project, &tag_all("PERSON", "a1", &spans), &Refusal::IdInUse("a1".into()));
}

#[test]
fn many_get_another_label_and_so_does_what_they_name() {
    let (project, spans) = marked("«Kim», [Kim] and ⟦it is so⟧ ⟨Ann⟩");
    let project = take(&project, &tag_all("PERSON", "e1", &spans[..2])).unwrap();
    let project = take_all(&project, &[tag(3, "CLAIM", spans[2]), tag(4, "ORG", spans[3])]);
    let ids = (1..5).map(|n| (a(n), e(n + 10))).chain([(a(9), e(19))]).collect::<Vec<_>>();
    let to = |label: &str| Command::RelabelAll { ids: ids.clone(), label: LabelKey::new(label) };
    expect![[r#"
        a1 ORG «Kim» = e1 ORG "Kim" modified
        a2 ORG «Kim» = e1 ORG "Kim" modified
        a3 ORG «it is so» = e13 ORG "it is so" modified
        a4 ORG «Ann» = e4 ORG "Ann"
    "#]]
    .assert_eq(&outline(&take(&project, &to("ORG")).unwrap()));
    let claims = take(&project, &to("CLAIM")).unwrap();
    assert_eq!(claims.entities().count(), 0);
    check_refusal(&claims, &to("CLAIM"), &Refusal::NoChange);
    check_refusal(&claims, &to("NONE"), &Refusal::UnknownLabel(LabelKey::new("NONE")));
}

#[test]
fn what_overlaps_or_stands_side_by_side_becomes_one_part() {
    let merged = |text: &str, labels: &[&str], gone: &[usize]| {
        let project = take(&tagged(text, labels), &merge(1, gone)).unwrap();
        project.annotation(&a(1)).unwrap().selector.words(&project.article.text)
    };
    let names = ["PERSON"; 3];
    assert_eq!(merged("«Donald» [Trump] went", &names[..2], &[2]), "Donald Trump");
    assert_eq!(merged("«Donald [J.» Trump] went", &names[..2], &[2, 2, 1]), "Donald J. Trump");
    assert_eq!(merged("«Kim» and [Un], ⟦they⟧", &names, &[2, 3]), "Kim Un they");
    assert_eq!(merged("«Kim»\n\n[Un]", &names[..2], &[2]), "Kim Un");
}

#[test]
fn what_pointed_at_the_others_points_at_what_is_kept() {
    let text = "«Kim» [Kim] ⟦all is well⟧ ⟨he won⟩";
    let project = tagged(text, &["PERSON", "PERSON", "CLAIM", "CLAIM"]);
    let project = take_all(&project, &[reported(3, 2, 2), reported(4, 1, 1)]);
    let relation = Relation {
        id: RelationId::new("r1"),
        label: LabelKey::new("supports"),
        from: "a3".into(),
        to: "e2".into(),
        note: None,
        by: None,
        unknown: Unknown::default(),
    };
    let linked = Transaction::from(vec![Edit::CreateRelation(Rc::new(relation))]);
    let (project, _) = linked.apply(&project);
    let merged = take(&project, &merge(1, &[2])).unwrap();
    expect![[r#"
        a1 PERSON «Kim Kim» = e1 PERSON "Kim Kim" modified
        a3 CLAIM «all is well» None by e1 as a1 modified
        a4 CLAIM «he won» None by e1 as a1 modified
    "#]]
    .assert_eq(&outline(&merged));
    let relation = merged.relation(&RelationId::new("r1")).unwrap();
    assert_eq!((&*relation.from, &*relation.to), ("a3", "e1"));
    let claims = take(&project, &merge(3, &[4])).unwrap();
    let claimant = claims.annotation(&a(3)).unwrap().claim().unwrap().speaker().cloned();
    assert_eq!(claimant, Some(e(2)), "what the kept one says stays");
    check_refusal(&project, &merge(1, &[3]), &Refusal::OtherKind(a(3)));
    check_refusal(&project, &merge(1, &[1]), &Refusal::NoChange);
    check_refusal(&project, &merge(1, &[7]), &Refusal::NoAnnotation(a(7)));
}

#[test]
fn what_only_the_others_say_goes_over() {
    let project = tagged("«it is» [so]", &["CLAIM", "CLAIM"]);
    let project = take_all(
        &project,
        &[
            Command::SetNote { id: a(2), note: Some("look".into()) },
            Command::SetClaimant { id: a(2), claimant: Some(Claimant::from(Who::Article)) },
        ],
    );
    let merged = take(&project, &merge(1, &[2])).unwrap();
    let kept = merged.annotation(&a(1)).unwrap();
    assert_eq!(kept.note.as_deref(), Some("look"));
    assert_eq!(kept.claim().unwrap().claimant, Some(Claimant::from(Who::Article)));
}

#[test]
fn one_becomes_two_that_say_the_same() {
    let project = tagged("«Kim and Ann» spoke.", &["PERSON"]);
    let project = take_all(&project, &[Command::SetUnsure { id: a(1), unsure: true }]);
    let parted = take(&project, &split(span(0, 3), span(8, 11))).unwrap();
    expect![[r#"
        a1 PERSON «Kim» = e1 PERSON "Kim" unsure modified
        a2 PERSON «Ann» = e2 PERSON "Ann" unsure
    "#]]
    .assert_eq(&outline(&parted));
    let again = split(span(0, 3), span(8, 11));
    check_refusal(&parted, &again, &Refusal::IdInUse("a2".into()));
    let claim = tagged("«“I won” and he lost».", &["CLAIM"]);
    let parted = take(&claim, &split(span(0, 7), span(12, 19))).unwrap();
    expect![[r#"
        a1 CLAIM «“I won”» Direct modified
        a2 CLAIM «he lost» None
    "#]]
    .assert_eq(&outline(&parted));
    check_refusal(&claim, &split(span(0, 19), span(12, 19)), &Refusal::NoChange);
    check_refusal(&claim, &split(span(0, 7), span(7, 8)), &Refusal::Blank(span(7, 8)));
}
