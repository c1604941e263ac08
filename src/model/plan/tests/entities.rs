//! Mentions that name one thing, and mentions that do not.

use std::rc::Rc;

use expect_test::expect;

use super::{a, check, check_refusal, e, tagged};
use crate::model::sample::{outline, take, take_all};
use crate::model::{
    AnnotationField, Claim, ClaimField, Claimant, Command, Edit, EntityCommand, EntityField,
    LabelKey, Level, Link, LinkCommand, Project, Refusal, RelationId, Transaction, Who,
    label_conflict,
};

fn join(into: usize, from: &[usize]) -> Command {
    let from = from.iter().map(|n| e(*n)).collect();
    Command::Entity(EntityCommand::Join { into: e(into), from })
}

fn split(mentions: &[usize]) -> Command {
    let mentions = mentions.iter().map(|n| a(*n)).collect();
    Command::Entity(EntityCommand::Split { mentions, entity: e(99) })
}

fn move_to(mention: usize, to: usize) -> Command {
    Command::Entity(EntityCommand::Move { mention: a(mention), to: e(to) })
}

fn set(n: usize, field: EntityField) -> Command {
    Command::Entity(EntityCommand::Set { id: e(n), field })
}

fn note(n: usize, note: &str) -> Command {
    set(n, EntityField::Note(Some(note.into())))
}

fn said_by(n: usize, entity: usize, mention: Option<usize>) -> Command {
    let who = Who::Entity { entity: e(entity), mention: mention.map(a) };
    Command::SetClaimant { id: a(n), claimant: Some(Claimant::from(who)) }
}

fn aliases(project: &Project, n: usize) -> Vec<&str> {
    project.entity(&e(n)).unwrap().aliases.iter().map(|it| &**it).collect()
}

const TRUMPS: &str = "«Donald Trump» met [Kim]. ⟦Trump⟧ said ⟨all is well⟩.";
const LABELS: [&str; 4] = ["PERSON", "PERSON", "PERSON", "CLAIM"];

#[test]
fn what_named_one_names_the_other_once_they_are_joined() {
    let project = check(
        TRUMPS,
        &LABELS,
        &[said_by(4, 3, Some(3)), note(3, "b"), note(1, "a"), join(1, &[3, 1, 3])],
        expect![[r#"
            a1 PERSON «Donald Trump» = e1 PERSON "Donald Trump"
            a2 PERSON «Kim» = e2 PERSON "Kim"
            a3 PERSON «Trump» = e1 PERSON "Donald Trump" modified
            a4 CLAIM «all is well» Indirect by e1 as a3 modified
        "#]],
    );
    assert_eq!(aliases(&project, 1), ["Trump"]);
    assert_eq!(project.entity(&e(1)).unwrap().note.as_deref(), Some("a\nb"));
    assert_eq!(project.entity(&e(3)), None);
    check_refusal(&project, &join(1, &[1]), &Refusal::NoChange);
    check_refusal(&project, &join(1, &[]), &Refusal::NoChange);
    check_refusal(&project, &join(1, &[3]), &Refusal::NoEntity(e(3)));
    check_refusal(&project, &join(3, &[1]), &Refusal::NoEntity(e(3)));
}

#[test]
fn what_is_missing_is_taken_from_the_others() {
    let wikidata = |n, id: &str| set(n, EntityField::Wikidata(Some(id.into())));
    let names = set(3, EntityField::Aliases(Rc::new(["DT".into(), "Donald Trump".into()])));
    let commands =
        [wikidata(2, "Q1"), wikidata(3, "Q22686"), names, set(1, EntityField::Name(None))];
    let project = take_all(&tagged(TRUMPS, &LABELS), &commands);
    let project = take(&project, &join(1, &[3, 2])).unwrap();
    let joined = project.entity(&e(1)).unwrap();
    assert_eq!(joined.name.as_deref(), Some("Trump"));
    assert_eq!(joined.wikidata.as_deref(), Some("Q22686"));
    assert_eq!(aliases(&project, 1), ["DT", "Donald Trump", "Kim"]);
}

#[test]
fn what_a_claim_is_about_follows_and_is_named_once() {
    let about = Rc::new([e(2), e(3), e(1)]);
    let about = Edit::SetAnnotation(a(4), AnnotationField::Claim(ClaimField::About(about)));
    let project = Transaction::from(vec![about]).apply(&tagged(TRUMPS, &LABELS)).0;
    let project = take(&project, &join(1, &[3])).unwrap();
    let claim = project.annotation(&a(4)).unwrap().claim().unwrap();
    assert_eq!(*claim, Claim { about: Rc::new([e(2), e(1)]), ..claim.clone() });
}

#[test]
fn links_follow_unless_they_would_go_round_or_say_the_same_twice() {
    let mut project = tagged(TRUMPS, &LABELS);
    let mut labels = (*project.labels).clone();
    for label in &mut labels.labels {
        (label.from, label.to) = (Vec::new(), Vec::new());
    }
    project.labels = Rc::new(labels);
    let link = |n: usize, label: &str, from: usize, to: usize| {
        Command::Link(LinkCommand::Add(Link {
            id: RelationId::new(format!("r{n}")),
            label: LabelKey::new(label),
            from: e(from).0,
            to: e(to).0,
            by: None,
        }))
    };
    let links = [
        link(1, "supports", 2, 3),
        link(2, "supports", 3, 2),
        link(3, "supports", 1, 2),
        link(4, "supports", 1, 3),
        link(5, "repeats", 2, 1),
        link(6, "repeats", 3, 2),
    ];
    let project = take(&take_all(&project, &links), &join(1, &[3])).unwrap();
    let left = project.relations().map(|it| (it.id.as_str(), &*it.from, &*it.to));
    let left: Vec<_> = left.collect();
    assert_eq!(left, [("r1", "e2", "e1"), ("r3", "e1", "e2"), ("r5", "e2", "e1")]);
}

#[test]
fn mentions_are_split_out_and_their_claims_follow() {
    let joined = [said_by(4, 3, Some(3)), join(1, &[2, 3])];
    let project = check(
        TRUMPS,
        &LABELS,
        &[joined.as_slice(), &[split(&[3])]].concat(),
        expect![[r#"
            a1 PERSON «Donald Trump» = e1 PERSON "Donald Trump"
            a2 PERSON «Kim» = e1 PERSON "Donald Trump" modified
            a3 PERSON «Trump» = e99 PERSON "Trump" modified
            a4 CLAIM «all is well» Indirect by e99 as a3 modified
        "#]],
    );
    check_refusal(&project, &split(&[3]), &Refusal::IdInUse("e99".into()));
    let project = take_all(&tagged(TRUMPS, &LABELS), &joined);
    check_refusal(&project, &split(&[1, 2, 3]), &Refusal::NoChange);
    check_refusal(&project, &split(&[]), &Refusal::NoChange);
    check_refusal(&project, &split(&[4]), &Refusal::NotAMention(a(4)));
    check_refusal(&project, &split(&[9]), &Refusal::NoAnnotation(a(9)));
    let project = take(&tagged(TRUMPS, &LABELS), &split(&[1, 3])).unwrap();
    assert_eq!(project.entities().count(), 2, "two that are emptied go");
}

#[test]
fn a_mention_moves_and_the_only_one_takes_all_of_it_along() {
    let project = take(&tagged(TRUMPS, &LABELS), &join(1, &[3])).unwrap();
    let moved = take(&project, &move_to(3, 2)).unwrap();
    assert_eq!(moved.mentions_of(&e(2)).len(), 2);
    assert_eq!(aliases(&moved, 2), [""; 0], "a mention is not its entity");
    let moved = take(&project, &move_to(2, 1)).unwrap();
    assert_eq!(aliases(&moved, 1), ["Trump", "Kim"]);
    assert_eq!(moved.entity(&e(2)), None);
    check_refusal(&project, &move_to(3, 1), &Refusal::NoChange);
    check_refusal(&project, &move_to(3, 9), &Refusal::NoEntity(e(9)));
    check_refusal(&project, &move_to(4, 1), &Refusal::NotAMention(a(4)));
}

#[test]
fn a_label_goes_to_the_entity_and_all_its_mentions() {
    let text = "«Trump» [Tower], ⟦Tower⟧";
    let project = take(&tagged(text, &["ORG", "LOC", "ORG"]), &join(3, &[1, 2])).unwrap();
    let entity = project.entity(&e(3)).unwrap();
    assert_eq!(label_conflict(&project, entity), [LabelKey::new("LOC")]);
    let label = |key| set(3, EntityField::Label(LabelKey::new(key)));
    let project = take(&project, &label("ORG")).unwrap();
    assert_eq!(label_conflict(&project, project.entity(&e(3)).unwrap()), []);
    check_refusal(&project, &label("ORG"), &Refusal::NoChange);
    check_refusal(&project, &label("NONE"), &Refusal::UnknownLabel(LabelKey::new("NONE")));
    check_refusal(&project, &label("CLAIM"), &Refusal::NoLabelOfNames(LabelKey::new("CLAIM")));
    let project = take(&project, &label("EVENT")).unwrap();
    expect![[r#"
        a1 EVENT «Trump» = e3 EVENT "Tower" modified
        a2 EVENT «Tower» = e3 EVENT "Tower" modified
        a3 EVENT «Tower» = e3 EVENT "Tower" modified
    "#]]
    .assert_eq(&outline(&project));
}

#[test]
fn fields_of_an_entity_are_tidied() {
    let project = tagged("«Kim»", &["PERSON"]);
    let names = set(1, EntityField::Aliases([" K. ", "", "K.", "Un"].map(Rc::from).into()));
    let project = take(&project, &names).unwrap();
    assert_eq!(aliases(&project, 1), ["K.", "Un"]);
    check_refusal(&project, &names, &Refusal::NoChange);
    let wikidata = |typed: &str| set(1, EntityField::Wikidata(Some(typed.into())));
    let project = take(&project, &wikidata("https://www.wikidata.org/wiki/Q56226")).unwrap();
    assert_eq!(project.entity(&e(1)).unwrap().wikidata.as_deref(), Some("Q56226"));
    check_refusal(&project, &wikidata("Q56226"), &Refusal::NoChange);
    check_refusal(&project, &wikidata("Kim"), &Refusal::NotWikidata("Kim".into()));
    let project = take(&project, &wikidata(" ")).unwrap();
    assert_eq!(project.entity(&e(1)).unwrap().wikidata, None);
}

#[test]
fn only_mentions_have_a_level() {
    let project = tagged("«Kim» [won]", &["PERSON", "CLAIM"]);
    let level = |n, level| Command::Entity(EntityCommand::SetLevel { mention: a(n), level });
    let project = take(&project, &level(1, Some(Level::Pronoun))).unwrap();
    check_refusal(&project, &level(1, Some(Level::Pronoun)), &Refusal::NoChange);
    check_refusal(&project, &level(2, None), &Refusal::NotAMention(a(2)));
    take(&project, &level(1, None)).unwrap();
}
