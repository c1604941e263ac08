//! A store as version 0.1 left it. It must open for ever; the file is never written anew.

use std::fmt::Write as _;

use expect_test::expect;

use super::laws::only_document;
use super::read;
use crate::storage::{Document, Settings, SimStore};

const STORE: &str = include_str!("../../../tests/fixtures/journal-v1.txt");

/// Lines of key, TAB, value, in which `␤` stands for a line end.
fn store() -> SimStore {
    let lines = STORE.lines().map(|line| line.split_once('\t').expect("a TAB"));
    SimStore::holding(lines.map(|(key, value)| (key.into(), value.replace('␤', "\n"))))
}

#[test]
fn the_store_of_version_0_1_opens() {
    let recovered = read(&store());
    assert!(recovered.quarantined.is_empty() && recovered.newer.is_empty());
    assert!(recovered.missing.is_empty());
    let document = only_document(recovered);
    assert!(!document.read_only);
    expect![[r#"
        p1/1 at 1, Some("2026-01-01T00:00:00Z")
        p1/2 at 2, Some("2026-01-01T00:00:01Z")
        p1/3 at 3, Some("2026-01-01T00:00:02Z")
        p1/4 at 4, Some("2026-01-01T00:00:03Z")
        p1/5 at 5, Some("2026-01-01T00:00:04Z")
        p1/6 at 6, Some("2026-01-01T00:00:05Z")
        p1/7 at 7, Some("2026-01-01T00:00:06Z")
        p1/8 at 8, Some("2026-01-01T00:00:07Z")
        p1/9 at 9, Some("2026-01-01T00:00:08Z")
        p1/10 at 10, Some("2026-01-01T00:00:09Z")
        p1/11 at 11, Some("2026-01-01T00:00:10Z")
        p1/12 at 12, Some("2026-01-01T00:00:11Z")
        p1/13 at 13, Some("2026-01-01T00:00:12Z")
        p1/14 at 14, Some("2026-01-01T00:00:13Z")
        p1/15 at 15, Some("2026-01-01T00:00:14Z")
        p1/16 at 16, Some("2026-01-01T00:00:15Z")
        p1/17 at 17, Some("2026-01-01T00:00:16Z")
        p1/18 at 18, Some("2026-01-01T00:00:17Z")
        p1/19 at 19, Some("2026-01-01T00:00:18Z")
        p1/20 at 20, Some("2026-01-01T00:00:19Z")
        p1/21 at 21, Some("2026-01-01T00:00:20Z")
        p1/22 at 22, Some("2026-01-01T00:00:21Z")
        p1/23 at 23, Some("2026-01-01T00:00:22Z")
        p2/1 at 24, Some("2026-01-01T00:00:01Z")
        p2/2 at 25, Some("2026-01-01T00:00:02Z")
        p2/3 at 26, Some("2026-01-01T00:00:03Z")
        p2/4 at 27, Some("2026-01-01T00:00:04Z")
        p2/5 at 28, Some("2026-01-01T00:00:05Z")
        p2/6 at 29, Some("2026-01-01T00:00:06Z")
        Some("Example") Some("2026-01-01T00:00:06Z")
        a1 Some("Ana") Some(InProgress)
        e_p1_1 GPE Some("Hanoi University")
        e_p2_0 ORG Some("Putin")
        m_p1_1 «Saigon» Orphaned
          None Some(RawJson("{\"n\": 1.50, \"deep\":[[{}]]}"))
        c_p1_2 «on Mon ay» Anchored
          Some("one \"two\"\n🤝") None
          None None None
        m_p2_0 «Putin» Anchored
          None None
        c_p1_3 «told TASS they "went well"» Anchored
          None None
          Some(Entity { entity: EntityId("e_p1_1"), mention: Some(AnnotationId("m_p1_1")) }) Some(None) Some(AnnotationId("c_p1_2"))
        r_p1_17 c_p1_2 > c_p1_3
        undo true redo true
    "#]].assert_eq(&outline(&document));
}

#[test]
fn the_settings_of_version_0_1_are_read() {
    expect![[r#"
        Settings {
            article: Some(
                ArticleId(
                    "doc-1",
                ),
            ),
            annotator: Some(
                AnnotatorId(
                    "a1",
                ),
            ),
            annotators: {
                AnnotatorId(
                    "a1",
                ): Some(
                    "Ana",
                ),
                AnnotatorId(
                    "a2",
                ): None,
            },
            practice_closed: true,
            choices: {
                "grouping": "entity",
            },
        }
    "#]]
    .assert_debug_eq(&Settings::read(&store()));
}

fn outline(document: &Document) -> String {
    let project = &document.project;
    let text = &project.article.text;
    let mut lines = String::new();
    for frame in document.frames() {
        writeln!(lines, "{} at {}, {:?}", frame.id(), frame.lamport, frame.time).unwrap();
    }
    writeln!(lines, "{:?} {:?}", project.article.details.title, project.modified).unwrap();
    for annotator in project.annotators.iter() {
        writeln!(lines, "{} {:?} {:?}", annotator.id, annotator.name, annotator.status).unwrap();
    }
    for entity in project.entities() {
        writeln!(lines, "{} {} {:?}", entity.id, entity.label, entity.name).unwrap();
    }
    for annotation in project.annotations() {
        let words = annotation.selector.words(text);
        writeln!(lines, "{} «{words}» {:?}", annotation.id, annotation.anchor).unwrap();
        writeln!(lines, "  {:?} {:?}", annotation.note, annotation.attributes).unwrap();
        if let Some(claim) = annotation.claim() {
            let claimant = claim.claimant.as_ref().map(|claimant| &claimant.who);
            writeln!(lines, "  {claimant:?} {:?} {:?}", claim.quote, claim.reported_in).unwrap();
        }
    }
    for relation in project.relations() {
        writeln!(lines, "{} {} > {}", relation.id, relation.from, relation.to).unwrap();
    }
    let history = &document.history;
    writeln!(lines, "undo {} redo {}", history.can_undo(), history.can_redo()).unwrap();
    lines
}
