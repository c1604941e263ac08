//! Findings and their fixes, in marked text.

use std::rc::Rc;

use super::*;
use crate::app::wording::check as words;
use crate::model::sample::{marked, tag, take, take_all};
use crate::model::{
    Anchor, Annotation, AnnotationId, AttributeType, Claimant, Command, EntityCommand, EntityId,
    IsNot, Kept, LabelAttribute, LabelKey, Selector, Unknown, Who,
};
use crate::text::{CharOffset, Quote, Span};

fn tagged(text: &str, labels: &str) -> Project {
    let (project, spans) = marked(text);
    let tags = labels.split_whitespace().zip(spans).enumerate();
    let tags: Vec<_> = tags.map(|(n, (label, span))| tag(n, label, span)).collect();
    take_all(&project, &tags)
}

/// What is found: the words, what is wrong, and the fix.
fn found(project: &Project) -> Vec<String> {
    let line = |finding: &Finding| {
        let annotation = project.annotation(&finding.id).unwrap();
        let fix = fix(project, finding).map(|it| words::fix(project, &it)).unwrap_or_default();
        let text = annotation.selector.words(&project.article.text);
        let what = words::fault(project, &finding.fault);
        [&text, " | ", words::faults(&finding.fault), " ", &what, " | ", &fix].concat()
    };
    findings(project).iter().map(line).collect()
}

#[track_caller]
fn check(text: &str, labels: &str, expected: &[&str]) {
    assert_eq!(found(&tagged(text, labels)), expected, "{text}");
}

#[test]
fn what_looks_wrong_is_found_with_its_fix() {
    check("nothing", "", &[]);
    check("«Kim» met [Putin]", "PERSON PERSON", &[]);
    check(
        "«Kim» said [it is so]",
        "PERSON CLAIM",
        &["it is so | Claims without a speaker  | Kim says it"],
    );
    check("«it is so»", "CLAIM", &["it is so | Claims without a speaker  | The article says it"]);
    check("he said «it is so»", "CLAIM", &["it is so | Claims without a speaker  | Answer"]);
    check(
        "«Kim», [Kim] and ⟦kim⟧",
        "PERSON ORG PERSON",
        &["Kim | The same words with two labels elsewhere Person | Make it Person"],
    );
    check(
        "«Kim» and [Kim]",
        "PERSON ORG",
        &["Kim | The same words with two labels elsewhere Person | Make it Person"],
    );
    check(
        "met «Kim, »and [U.S.], ⟦ Bo⟧",
        "PERSON GPE PERSON",
        &[
            "Kim,  | Punctuation or spaces at the ends  | Shorten to “Kim”",
            " Bo | Punctuation or spaces at the ends  | Shorten to “Bo”",
        ],
    );
    check(
        "«Kim [Jong» Un]",
        "PERSON PERSON",
        &["Jong Un | Names that cross crosses “Kim Jong” | Shorten to “Un”"],
    );
    check("«Kim [Jong] Un»", "PERSON PERSON", &[]);
    check(
        "«Kim [Jong» Un]",
        "PERSON CLAIM",
        &["Jong Un | Claims without a speaker  | The article says it"],
    );
}

#[test]
fn a_speaker_that_is_not_tagged_is_found() {
    let project = tagged("Kim said «it is so»", "CLAIM");
    let said =
        |claimant| Command::SetClaimant { id: AnnotationId::new("a0"), claimant: Some(claimant) };
    let words: Span = Span::new(CharOffset(0), CharOffset(3)).unwrap();
    let picked = Claimant { words: Some(words.into()), ..Claimant::from(Who::Named) };
    let typed = |text: &str| Claimant { text: Some(text.into()), ..Claimant::from(Who::Named) };
    let fix = |claimant| found(&take(&project, &said(claimant)).unwrap());
    assert_eq!(fix(picked), ["it is so | Speakers that are not tagged  | Tag “Kim” as Person"]);
    assert_eq!(
        fix(typed("Kim")),
        ["it is so | Speakers that are not tagged  | Tag “Kim” as Person"]
    );
    assert_eq!(fix(typed("Ann")), ["it is so | Speakers that are not tagged  | Answer"]);
    assert_eq!(fix(Claimant::from(Who::Unknown)), Vec::<String>::new());
}

#[test]
fn what_is_required_must_be_there() {
    let mut project = tagged("«Kim»", "PERSON");
    let mut labels = (*project.labels).clone();
    let attribute = |key: &str, default: Option<&str>| LabelAttribute {
        key: LabelKey::new(key),
        name: None,
        kind: AttributeType::Text,
        choices: Vec::new(),
        default: default.map(Rc::from),
        required: true,
        unknown: Unknown::default(),
    };
    labels.labels[0].attributes = vec![attribute("role", None), attribute("land", Some("KP"))];
    project.labels = Rc::new(labels);
    let expected = [
        "Kim | Something required is empty role | Answer",
        "Kim | Something required is empty land | Set to “KP”",
    ];
    assert_eq!(found(&project), expected);
    let set = Command::SetAttribute {
        id: AnnotationId::new("a0"),
        key: LabelKey::new("role"),
        value: Some("leader".into()),
    };
    assert_eq!(found(&take(&project, &set).unwrap()), expected[1..]);
}

#[test]
fn what_has_lost_its_place_is_found_again_or_deleted() {
    let lost = |words: &str| {
        let mut project = tagged("Kim met «Bo». Kim left.", "PERSON");
        let quote = Quote { exact: words.into(), prefix: "".into(), suffix: "".into() };
        let kept = Kept { quote: Some(quote), unknown: Unknown::default() };
        let span = Span::new(CharOffset(8), CharOffset(10)).unwrap();
        let old = (**project.annotation(&AnnotationId::new("a0")).unwrap()).clone();
        let selector = Selector::with_kept(vec![(span, kept)]).unwrap();
        let annotation = Annotation { selector, anchor: Anchor::Orphaned, ..old };
        project.insert_annotation(Rc::new(annotation));
        let finding = &findings(&project)[0];
        (found(&project), fix(&project, finding))
    };
    let (found, put_back) = lost("Kim");
    assert_eq!(found, ["Kim | Lost their place  | Put it back at “Kim”"]);
    let second = Span::new(CharOffset(12), CharOffset(15)).unwrap();
    assert_eq!(put_back, Some(Fix::PutBack(second.into())));
    assert_eq!(lost("Ann").0, ["Ann | Lost their place  | Delete it"]);
}

#[test]
fn one_name_with_two_labels_is_found_once() {
    let project = tagged("«Kim», [Chairman Kim] and ⟦the chairman⟧", "PERSON ORG ORG");
    let join = |from: &str| {
        Command::Entity(EntityCommand::Join {
            into: EntityId::new("e0"),
            from: vec![EntityId::new(from)],
        })
    };
    let project = take_all(&project, &[join("e1"), join("e2")]);
    let expected =
        "Chairman Kim | One name with tags of two labels the name is Person | Make 2 tags Person";
    assert_eq!(found(&project), [expected]);
}

#[test]
fn one_walks_through_what_is_open() {
    let (project, _) = marked("a title\n\nhe told Ann “it is so”, and Bo.");
    let mut check = Check::default();
    let sweep = check.sweep_anew(&project);
    let text = |it: Option<Candidate>| it.map(|it| project.article.text.slice(it.span).to_owned());
    let walk = |at, from, back| sweep.following(at, CharOffset(from), back);
    let first = walk(None, 0, false);
    assert_eq!(text(first).as_deref(), Some("he"));
    assert_eq!(text(walk(first, 0, false)).as_deref(), Some("Ann"));
    assert_eq!(text(walk(first, 0, true)).as_deref(), Some("Bo"));
    assert_eq!(text(walk(None, 18, false)).as_deref(), Some("“it is so”"));
    assert_eq!(text(walk(None, 18, true)).as_deref(), Some("Ann"));
    assert_eq!(text(walk(None, 99, false)).as_deref(), Some("he"));
    let decided =
        Command::Decide { each: vec![sweep.open[1].span.into()], is_not: IsNot::Entity, by: None };
    let after = check.sweep_anew(&take(&project, &decided).unwrap());
    assert_eq!((after.n_decided(), after.decided(CandidateKind::Name)), (1, (1, 2)));
}
