//! What records look like, and that they read back as they were.

use std::rc::Rc;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::cases;
use super::script::{Gesture, Tab, annotation, gestures, lost_words, sample_project};
use crate::model::{
    Annotation, AnnotationField as Field, AnnotationId, Annotator, AnnotatorId, Body, Certainty,
    Checkworthy, Claim, ClaimField, ClaimType, Claimant, Decision, Detail, Edit, Entity,
    EntityField, EntityId, Evidence, IsNot, LabelKey, LabelKind, LabelSet, Level, Mention,
    Polarity, QuoteMode, RawJson, Relation, RelationField, RelationId, Role, Selector, Stance,
    Status, StepId, Transaction, Unknown, Verdict, Who,
};
use crate::storage::{Frame, FrameBody, Sealed, SimStore, Unreadable};
use crate::text::{CharOffset, Span, Spans, Text};

#[test]
fn a_frame_is_one_record() {
    let mut tab = Tab::creating("p1", sample_project(), &mut SimStore::default());
    let frame = tab.perform(&Gesture::Mention { at: 10, len: 10 }, &mut SimStore::default());
    let mut frame = (*frame.unwrap()).clone();
    frame.version = Some("0.1.0".into());
    frame.unknown = Unknown::new(vec![("x".into(), RawJson("{\"y\": 1.0}".into()))]);
    check_record(
        &frame,
        expect![[r#"
        PST1 8f9260ef 471 {"v":1,"doc":"doc-1","a":"p1","s":2,"l":2,"t":"2026-01-01T00:00:01Z","g":"0.1.0","tx":{"edits":[{"create":{"entity":{"id":"e_p1_0","label":"ORG","name":"iversity s","by":"a1"}}},{"create":{"mention":{"id":"m_p1_0","entity":"e_p1_0","label":"ORG","spans":[{"start":10,"end":20,"exact":"iversity s","prefix":"🤝 Hanoi Un","suffix":"aid on Monday talks failed.\n\nPut"}],"text":"iversity s","by":"a1","origin":"person","created":"2026-01-02T03:04:05Z"}}}]},"x":{"y": 1.0}}
    "#]],
    );
    frame.time = None;
    frame.version = None;
    frame.unknown = Unknown::default();
    frame.body = step(vec![Edit::SetRemoved(true)], Role::Undoes(StepId::new("p1/1")));
    check_record(
        &frame,
        expect![[r#"
        PST1 718f470b 100 {"v":1,"doc":"doc-1","a":"p1","s":2,"l":2,"tx":{"edits":[{"set":{"removed":true}}],"undoes":"p1/1"}}
    "#]],
    );
    frame.body = step(vec![], Role::Redoes(StepId::new("p1/2")));
    check_record(
        &frame,
        expect![[r#"
        PST1 9d8e268a 76 {"v":1,"doc":"doc-1","a":"p1","s":2,"l":2,"tx":{"edits":[],"redoes":"p1/2"}}
    "#]],
    );
}

#[test]
fn an_article_begins_with_its_file_but_the_text() {
    let mut project = sample_project();
    project.labels = Rc::new(LabelSet::default());
    let frame = Frame { version: None, ..Frame::creating(&"p1".into(), Rc::new(project), None) };
    check_record(
        &frame,
        expect![[r#"
        PST1 5ddd5cf7 363 {"v":1,"doc":"doc-1","a":"p1","s":1,"l":1,"create":{"format":"postil","version":"1.0.0","offset_unit":"codepoint","document":{"id":"doc-1","title":"Example","length":114,"sha256":"9798ce28cafffdaceb5fe6f320cd643f1a129581e5aa39c891d2e0088e5ef577","blocks":[{"kind":"title","start":0,"end":47},{"kind":"paragraph","start":49,"end":114}]},"mentions":[],"claims":[]}}
    "#]],
    );
}

#[test]
fn every_edit_has_a_form() {
    let span = |start, end| Span::new(CharOffset(start), CharOffset(end)).unwrap();
    let words = Selector::from(span(2, 7));
    let mention = Mention {
        entity: Some(EntityId::new("e1")),
        label: LabelKey::new("ORG"),
        level: Some(Level::Name),
    };
    let entity = Entity {
        id: EntityId::new("e1"),
        label: LabelKey::new("ORG"),
        name: Some("Hanoi \"U\"".into()),
        aliases: Rc::new(["HU".into()]),
        wikidata: None,
        note: None,
        by: None,
        unknown: Unknown::new(vec![("age".into(), RawJson("1e2".into()))]),
    };
    let relation = Relation {
        id: RelationId::new("r1"),
        label: LabelKey::new("supports"),
        from: "c1".into(),
        to: "c2".into(),
        note: None,
        by: Some(AnnotatorId::new("a1")),
        unknown: Unknown::default(),
    };
    let annotator = Annotator {
        id: AnnotatorId::new("a1"),
        name: Some("Ana".into()),
        status: Some(Status::Done),
        unknown: Unknown::default(),
    };
    let mut label = crate::model::Label::bare(LabelKey::new("ORG"), LabelKind::Entity);
    label.name = Some("Organization".into());
    let m1 = Annotation {
        anchor: crate::model::Anchor::Proposed,
        ..annotation("m1".into(), Body::Mention(mention.clone()), words.clone())
    };
    let c1 = Annotation {
        by: None,
        origin: None,
        created: None,
        ..annotation(
            "c1".into(),
            Body::Claim(Box::default()),
            Selector::from(Spans::new(vec![span(2, 4), span(5, 7)]).unwrap()),
        )
    };
    let mut edits = vec![
        Edit::CreateAnnotation(Rc::new(m1)),
        Edit::CreateAnnotation(Rc::new(c1)),
        Edit::CreateEntity(Rc::new(entity)),
        Edit::CreateRelation(Rc::new(relation)),
        Edit::SetLabels(Rc::new(LabelSet { labels: vec![label] })),
        Edit::SetAnnotator(annotator),
        Edit::SetRemoved(true),
        Edit::RemoveAnnotation(AnnotationId::new("m1")),
        Edit::RemoveEntity(EntityId::new("e1")),
        Edit::RemoveRelation(RelationId::new("r1")),
        Edit::RemoveAnnotator(AnnotatorId::new("a1")),
    ];
    edits.extend(
        [
            Detail::Title(Some("A\nB".into())),
            Detail::Lang(Some("vi".into())),
            Detail::Url(Some("https://example.org/".into())),
            Detail::Publisher(None),
            Detail::Author(Some("Ana".into())),
            Detail::Published(Some("2019".into())),
        ]
        .map(Edit::SetDetail),
    );
    edits.extend(
        [
            EntityField::Label(LabelKey::new("GPE")),
            EntityField::Name(Some("Hanoi".into())),
            EntityField::Aliases(Rc::new(["HU".into()])),
            EntityField::Wikidata(Some("Q1".into())),
            EntityField::Note(None),
        ]
        .map(|field| Edit::SetEntity(EntityId::new("e1"), field)),
    );
    edits.extend(
        [
            RelationField::Label(LabelKey::new("repeats")),
            RelationField::From("c2".into()),
            RelationField::To("e1".into()),
            RelationField::Note(Some("later".into())),
        ]
        .map(|field| Edit::SetRelation(RelationId::new("r1"), field)),
    );
    edits.extend(
        [
            Field::Body(Body::Mention(mention)),
            Field::Body(Body::Claim(Box::new(Claim {
                quote: Some(QuoteMode::None),
                ..Claim::default()
            }))),
            Field::Selector(lost_words()),
            Field::Anchor(crate::model::Anchor::Anchored),
            Field::Unsure(true),
            Field::Note(Some("é\u{1}🤝".into())),
            Field::Note(Some("".into())),
            Field::Attributes(Some(RawJson("{\"n\": 1.50}".into()))),
            Field::Modified(None),
            Field::Label(LabelKey::new("GPE")),
            Field::Entity(None),
            Field::Level(Some(Level::Pronoun)),
        ]
        .map(|field| Edit::SetAnnotation(AnnotationId::new("m1"), field)),
    );
    let speaker =
        Who::Entity { entity: EntityId::new("e1"), mention: Some(AnnotationId::new("m1")) };
    let evidence = Evidence {
        stance: Stance::Refutes,
        selector: Some(words.clone()),
        url: Some("https://example.org/".into()),
        quote: None,
        note: None,
        unknown: Unknown::default(),
    };
    edits.extend(
        [
            ClaimField::Label(Some(LabelKey::new("CLAIM"))),
            ClaimField::Claimant(Some(speaker.into())),
            ClaimField::Claimant(Some(Claimant {
                text: Some("officials".into()),
                ..Who::Unnamed.into()
            })),
            ClaimField::Quote(Some(QuoteMode::Mixed)),
            ClaimField::Kind(Some(ClaimType::Event)),
            ClaimField::Checkworthy(Some(Checkworthy::Factual)),
            ClaimField::Certainty(Some(Certainty::Probable)),
            ClaimField::Polarity(Some(Polarity::Negative)),
            ClaimField::Cue(Some(words)),
            ClaimField::ReportedIn(Some(AnnotationId::new("c2"))),
            ClaimField::Normalized(Some("It is so.".into())),
            ClaimField::About(Rc::new([EntityId::new("e1")])),
            ClaimField::Topic(Some("talks".into())),
            ClaimField::Time(Some("2019-05".into())),
            ClaimField::Evidence(Rc::new([evidence])),
            ClaimField::Verdict(Some(Verdict { value: Some("4.5".into()), ..Verdict::default() })),
            ClaimField::Verdict(None),
        ]
        .map(|field| Edit::SetAnnotation(AnnotationId::new("c1"), Field::Claim(field))),
    );
    let unknown = Unknown::default();
    let by = Some(AnnotatorId::new("a1"));
    let is_not = IsNot::Claim;
    let decision = Rc::new(Decision { selector: span(0, 1).into(), is_not, by, unknown });
    edits.extend([Edit::Decide(decision.clone()), Edit::Undecide(decision)]);
    check_edits(
        edits,
        expect![[r#"
        {"create":{"mention":{"id":"m1","entity":"e1","label":"ORG","level":"name","spans":[{"start":2,"end":7,"exact":"Hanoi","prefix":"🤝 ","suffix":" University said on Monday talks"}],"text":"Hanoi","anchor":"proposed","by":"a1","origin":"person","created":"2026-01-02T03:04:05Z"}}}
        {"create":{"claim":{"id":"c1","spans":[{"start":2,"end":4,"exact":"Ha","prefix":"🤝 ","suffix":"noi University said on Monday ta"},{"start":5,"end":7,"exact":"oi","prefix":"🤝 Han","suffix":" University said on Monday talks"}],"text":"Ha oi"}}}
        {"create":{"entity":{"id":"e1","label":"ORG","name":"Hanoi \"U\"","aliases":["HU"],"age":1e2}}}
        {"create":{"relation":{"id":"r1","type":"supports","from":"c1","to":"c2","by":"a1"}}}
        {"set":{"labels":[{"key":"ORG","kind":"entity","name":"Organization"}]}}
        {"set":{"annotator":{"id":"a1","name":"Ana","status":"done"}}}
        {"set":{"removed":true}}
        {"remove":{"annotation":"m1"}}
        {"remove":{"entity":"e1"}}
        {"remove":{"relation":"r1"}}
        {"remove":{"annotator":"a1"}}
        {"set":{"title":"A\nB"}}
        {"set":{"lang":"vi"}}
        {"set":{"url":"https://example.org/"}}
        {"set":{"publisher":null}}
        {"set":{"author":"Ana"}}
        {"set":{"published":"2019"}}
        {"set":{"entity":"e1","label":"GPE"}}
        {"set":{"entity":"e1","name":"Hanoi"}}
        {"set":{"entity":"e1","aliases":["HU"]}}
        {"set":{"entity":"e1","wikidata":"Q1"}}
        {"set":{"entity":"e1","note":null}}
        {"set":{"relation":"r1","type":"repeats"}}
        {"set":{"relation":"r1","from":"c2"}}
        {"set":{"relation":"r1","to":"e1"}}
        {"set":{"relation":"r1","note":"later"}}
        {"set":{"annotation":"m1","body":{"mention":{"entity":"e1","label":"ORG","level":"name"}}}}
        {"set":{"annotation":"m1","body":{"claim":{"quote":"none"}}}}
        {"set":{"annotation":"m1","spans":[{"start":3,"end":9,"exact":"Saigon","prefix":"in ","suffix":" they","page":4}]}}
        {"set":{"annotation":"m1","anchor":"anchored"}}
        {"set":{"annotation":"m1","unsure":true}}
        {"set":{"annotation":"m1","note":"é\u0001🤝"}}
        {"set":{"annotation":"m1","note":""}}
        {"set":{"annotation":"m1","attributes":{"n": 1.50}}}
        {"set":{"annotation":"m1","modified":null}}
        {"set":{"mention":"m1","label":"GPE"}}
        {"set":{"mention":"m1","entity":null}}
        {"set":{"mention":"m1","level":"pronoun"}}
        {"set":{"claim":"c1","label":"CLAIM"}}
        {"set":{"claim":"c1","claimant":{"kind":"entity","entity":"e1","mention":"m1"}}}
        {"set":{"claim":"c1","claimant":{"kind":"unnamed","text":"officials"}}}
        {"set":{"claim":"c1","quote":"mixed"}}
        {"set":{"claim":"c1","type":"event"}}
        {"set":{"claim":"c1","checkworthy":"factual"}}
        {"set":{"claim":"c1","certainty":"probable"}}
        {"set":{"claim":"c1","polarity":"negative"}}
        {"set":{"claim":"c1","cue":[{"start":2,"end":7,"exact":"Hanoi","prefix":"🤝 ","suffix":" University said on Monday talks"}]}}
        {"set":{"claim":"c1","reported_in":"c2"}}
        {"set":{"claim":"c1","normalized":"It is so."}}
        {"set":{"claim":"c1","about":["e1"]}}
        {"set":{"claim":"c1","topic":"talks"}}
        {"set":{"claim":"c1","time":"2019-05"}}
        {"set":{"claim":"c1","evidence":[{"stance":"refutes","spans":[{"start":2,"end":7,"exact":"Hanoi","prefix":"🤝 ","suffix":" University said on Monday talks"}],"url":"https://example.org/"}]}}
        {"set":{"claim":"c1","verdict":{"value":"4.5"}}}
        {"set":{"claim":"c1","verdict":null}}
        {"create":{"decision":{"spans":[{"start":0,"end":1,"exact":"🤝","suffix":" Hanoi University said on Monday"}],"is_not":"claim","by":"a1"}}}
        {"remove":{"decision":{"spans":[{"start":0,"end":1,"exact":"🤝","suffix":" Hanoi University said on Monday"}],"is_not":"claim","by":"a1"}}}
    "#]],
    );
}

#[test]
fn a_record_that_is_damaged_says_how() {
    let good = bare_frame(step(vec![Edit::SetRemoved(true)], Role::New)).record(&Text::new(""));
    check_error("", expect!["Magic"]);
    check_error("PST2 00000000 2 {}\n", expect!["Magic"]);
    check_error("PST1 00000000", expect!["Length"]);
    check_error("PST1 00000000 2 {}\n", expect!["Checksum"]);
    check_error("PST1 00000000 02 {}\n", expect!["Length"]);
    check_error(good.trim_end(), expect!["Length"]);
    check_error(&format!("{good}\n"), expect!["Length"]);
    check_error(&good.replace("true", "null"), expect!["Checksum"]);
    check_error(&good.to_uppercase(), expect!["Checksum"]);
    check_error(&sealed("{\"v\":1"), expect![[r#"Json("line 1, column 6")"#]]);
    check_error(&sealed(&"[".repeat(100_000)), expect![[r#"Json("nested too deep")"#]]);
    check_error(&sealed("[]"), expect![[r#"Schema("not an object")"#]]);
    check_error(&sealed("{\"v\":2,\"doc\":\"d\"}"), expect![[r#"Newer("version 2")"#]]);
    check_error(&sealed("{\"doc\":\"d\"}"), expect![[r#"Schema("v: missing")"#]]);
    check_error(&sealed("{\"v\":1,\"doc\":null}"), expect![[r#"Schema("doc: not a string")"#]]);
    check_error(&sealed("{\"v\":1,\"v\":1}"), expect![[r#"Schema("v twice")"#]]);
    check_error(
        &step_json(4_294_967_296, "\"tx\":{\"edits\":[]}"),
        expect![[r#"Schema("s: not a whole number that can stand here")"#]],
    );
    check_error(
        &step_json(1, "\"tx\":{\"edits\":[]},\"create\":{}"),
        expect![[r#"Schema("create and tx")"#]],
    );
    check_error(&step_json(1, "\"merge\":{}"), expect![[r#"Newer("neither create nor tx")"#]]);
    check_error(&step_json(1, "\"tx\":{}"), expect![[r#"Schema("edits: missing")"#]]);
    check_error(
        &step_json(1, "\"tx\":{\"edits\":[],\"why\":1}"),
        expect![[r#"Newer("field why")"#]],
    );
    check_error(
        &step_json(1, "\"tx\":{\"edits\":[],\"undoes\":\"a/1\",\"redoes\":\"a/1\"}"),
        expect![[r#"Schema("undoes and redoes")"#]],
    );
    check_error(
        &step_json(1, "\"create\":{\"document\":{}}"),
        expect![[r#"Schema("document.sha256: missing")"#]],
    );
    let mut lines = String::new();
    for edit in [
        "{}",
        "{\"move\":{}}",
        "{\"set\":{\"removed\":true},\"x\":1}",
        "{\"set\":{\"removed\":1}}",
        "{\"set\":{\"mood\":\"glad\"}}",
        "{\"set\":{\"claim\":\"c1\",\"mood\":\"glad\"}}",
        "{\"set\":{\"claim\":\"c1\",\"quote\":\"ironic\"}}",
        "{\"set\":{\"claim\":\"c1\",\"quote\":\"none\",\"x\":1}}",
        "{\"set\":{\"claim\":\"c1\",\"about\":[\"1\"]}}",
        "{\"set\":{\"mention\":\"m1\",\"label\":\"a b\"}}",
        "{\"set\":{\"relation\":\"r1\",\"to\":\"1\"}}",
        "{\"set\":{\"relation\":\"r1\",\"mood\":\"glad\"}}",
        "{\"set\":{\"mention\":\"m1\",\"claimant\":null}}",
        "{\"set\":{\"annotation\":\"m1\",\"spans\":[]}}",
        "{\"create\":{\"box\":{}}}",
        "{\"remove\":{\"box\":\"b\"}}",
    ] {
        let record = step_json(1, &format!("\"tx\":{{\"edits\":[{edit}]}}"));
        let error = read_whole(&record, &Text::new("abc")).unwrap_err();
        lines.push_str(&format!("{edit} {error:?}\n"));
    }
    expect![[r#"
        {} Schema("empty object")
        {"move":{}} Newer("move")
        {"set":{"removed":true},"x":1} Newer("field x")
        {"set":{"removed":1}} Schema("not true or false")
        {"set":{"mood":"glad"}} Newer("set article mood")
        {"set":{"claim":"c1","mood":"glad"}} Newer("set claim mood")
        {"set":{"claim":"c1","quote":"ironic"}} Schema("\"ironic\" is none of direct, indirect, mixed, none")
        {"set":{"claim":"c1","quote":"none","x":1}} Newer("field x")
        {"set":{"claim":"c1","about":["1"]}} Schema("\"1\" is no id")
        {"set":{"mention":"m1","label":"a b"}} Schema("\"a b\" is no key")
        {"set":{"relation":"r1","to":"1"}} Schema("\"1\" is no id")
        {"set":{"relation":"r1","mood":"glad"}} Newer("set relation mood")
        {"set":{"mention":"m1","claimant":null}} Newer("set mention claimant")
        {"set":{"annotation":"m1","spans":[]}} Schema("no span")
        {"create":{"box":{}}} Newer("create box")
        {"remove":{"box":"b"}} Newer("remove box")
    "#]].assert_eq(&lines);
}

#[test]
fn a_shape_that_is_not_known_is_newer_if_the_program_is() {
    let edit = "\"tx\":{\"edits\":[{\"set\":{\"claim\":\"c1\",\"quote\":\"ironic\"}}]}";
    let of = |version: &str| step_json(1, &format!("\"g\":\"{version}\",{edit}"));
    for (version, is_newer) in
        [("0.0.9", false), (env!("CARGO_PKG_VERSION"), false), ("0.10.0", true), ("2.0", true)]
    {
        let error = read_whole(&of(version), &Text::new("")).unwrap_err();
        assert_eq!(matches!(error, Unreadable::Newer(_)), is_newer, "{version}: {error}");
    }
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn records_read_back_as_they_were(gestures in gestures(1..8)) {
        let mut store = SimStore::default();
        let mut tab = Tab::creating("p1", sample_project(), &mut store);
        for gesture in &gestures {
            tab.perform(gesture, &mut store);
        }
        let text = tab.document.project.article.text.clone();
        for frame in tab.document.frames() {
            let record = frame.record(&text);
            let read = read_whole(&record, &text).unwrap();
            prop_assert_eq!(&read, &**frame);
            prop_assert_eq!(read.record(&text), record);
        }
    }
}

fn bare_frame(body: FrameBody) -> Frame {
    Frame {
        article: super::script::article_id(),
        actor: "p1".into(),
        seq: 1,
        lamport: 1,
        time: None,
        version: None,
        body,
        unknown: Unknown::default(),
    }
}

fn step(edits: Vec<Edit>, role: Role) -> FrameBody {
    FrameBody::Step(Rc::new(Transaction { edits, role }))
}

#[track_caller]
fn check_record(frame: &Frame, expected: Expect) {
    let text = Text::new(super::script::TEXT);
    let record = frame.record(&text);
    assert_eq!(read_whole(&record, &text).as_ref(), Ok(frame));
    expected.assert_eq(&record);
}

/// The JSON of each edit on a line of its own.
#[track_caller]
fn check_edits(edits: Vec<Edit>, expected: Expect) {
    let text = Text::new(super::script::TEXT);
    let mut lines = String::new();
    for edit in edits {
        let frame = bare_frame(step(vec![edit], Role::New));
        let record = frame.record(&text);
        assert_eq!(read_whole(&record, &text).as_ref(), Ok(&frame));
        let (_, json) = record.split_once("\"edits\":[").unwrap();
        lines.push_str(json.strip_suffix("]}}\n").unwrap());
        lines.push('\n');
    }
    expected.assert_eq(&lines);
}

#[track_caller]
fn check_error(record: &str, expected: Expect) {
    let error = read_whole(record, &Text::new("abc")).unwrap_err();
    expected.assert_eq(&format!("{error:?}"));
}

pub fn read_whole(record: &str, text: &Text) -> Result<Frame, Unreadable> {
    Sealed::read(record)?.open(text)
}

/// A record with the right length and checksum around any JSON.
pub fn sealed(json: &str) -> String {
    format!("PST1 {:08x} {} {json}\n", crc32c::crc32c(json.as_bytes()), json.len())
}

fn step_json(seq: u64, rest: &str) -> String {
    sealed(&format!("{{\"v\":1,\"doc\":\"d\",\"a\":\"p1\",\"s\":{seq},\"l\":1,{rest}}}"))
}
