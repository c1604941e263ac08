//! What is written is what was read, and what is read is what was written.

use expect_test::expect;
use proptest::prelude::*;

use super::schema::Schema;
use super::{EXAMPLE, FULL};
use crate::formats::json::{Json, Writer};
use crate::formats::postil::part::Part;
use crate::formats::postil::{Mismatch, read, read_back, write};
use crate::formats::sample::projects;
use crate::model::{
    AnnotationField, AnnotationId, Detail, Edit, EntityField, EntityId, Project, RawJson,
};
use crate::text::Text;

/// How every file ends.
const CLOSING: &str = "}\n";

#[test]
fn the_goldens_are_written_as_they_were_read() {
    for golden in [EXAMPLE, FULL] {
        let project = read(golden.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(write(&project)).unwrap(), golden);
        assert_eq!(read_back(&project).unwrap(), golden.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_project_is_read_as_it_was_written(project in projects()) {
        let bytes = write(&project);
        let read = read(&bytes).unwrap();
        prop_assert_eq!(&project, &read);
        prop_assert_eq!(&bytes, &write(&read));
        prop_assert_eq!(&bytes, &read_back(&project).unwrap());
        let file = String::from_utf8(bytes).unwrap();
        prop_assert_eq!(Schema::new().faults(&file), Vec::<String>::new());
        prop_assert!(file.ends_with(CLOSING));
    }

    #[test]
    fn any_part_is_read_as_it_was_written(project in projects()) {
        let text = &project.article.text;
        check_part(&project, text);
        for annotation in project.annotations() {
            check_part(&**annotation, text);
            check_part(&annotation.body, text);
        }
        for entity in project.entities() {
            check_part(&**entity, text);
        }
        for relation in project.relations() {
            check_part(&**relation, text);
        }
        for label in &project.labels.labels {
            check_part(label, text);
        }
    }

    /// The fields of a later version, in every kind of object, with numbers that no number type
    /// can hold.
    #[test]
    fn unknown_fields_are_kept_to_the_byte(
        seeds in prop::collection::vec((any::<prop::sample::Index>(), 0..VALUES.len()), 1..8),
    ) {
        let mut file = FULL.to_owned();
        for (i, (place, value)) in seeds.into_iter().enumerate() {
            let places = ends_of_objects(&file);
            let (at, indent) = places[place.index(places.len())];
            let pad = " ".repeat(indent + 1);
            file.insert_str(at, &format!(",\n{pad}\"later {i}\": {}", VALUES[value]));
        }
        let project = read(file.as_bytes()).unwrap();
        prop_assert_eq!(String::from_utf8(write(&project)).unwrap(), file);
        prop_assert!(read_back(&project).is_ok());
    }
}

fn check_part<P: Part + PartialEq + std::fmt::Debug>(part: &P, text: &Text) {
    let mut json = Writer::compact();
    part.write(&mut json, text);
    let json = json.finish();
    assert_eq!(&P::read(Json::parse(&json).unwrap(), text).unwrap(), part, "{json}");
}

const VALUES: [&str; 6] = [
    "-0.00",
    "123456789012345678901234567890.10e+400",
    "null",
    "[ 1,2 ]",
    "{\"a\":\n1}",
    r#""\u00e9""#,
];

/// Where a field can be added at the end of an object that is known, with its indentation.
fn ends_of_objects(file: &str) -> Vec<(usize, usize)> {
    let mut ends = Vec::new();
    let mut at = 0;
    let mut is_strings_only = false;
    for line in file.split_inclusive('\n') {
        is_strings_only |= line.contains("\"maps\": {");
        let indent = line.len() - line.trim_start_matches(' ').len();
        if line.trim_start_matches(' ').starts_with('}') {
            if !is_strings_only {
                ends.push((at - 1, indent));
            }
            is_strings_only = false;
        }
        at += line.len();
    }
    ends
}

#[test]
fn every_object_keeps_a_field_it_does_not_know() {
    let mut file = FULL.to_owned();
    let places = ends_of_objects(FULL);
    assert_eq!(places.len(), 51);
    for (at, indent) in places.into_iter().rev() {
        let pad = " ".repeat(indent + 1);
        file.insert_str(at, &format!(",\n{pad}\"later\": 1e400"));
    }
    let project = read(file.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(write(&project)).unwrap(), file);
}

#[track_caller]
fn check_order(edit: impl FnOnce(&mut Project), expected: expect_test::Expect) {
    let mut project = read(FULL.as_bytes()).unwrap();
    edit(&mut project);
    let file = String::from_utf8(write(&project)).unwrap();
    let ids = file.lines().filter_map(|line| line.strip_prefix("   \"id\": \""));
    let ids: Vec<_> = ids.map(|id| id.trim_end_matches(['"', ','])).collect();
    expected.assert_eq(&ids.join(" "));
}

#[test]
fn objects_stand_in_the_order_of_the_text() {
    let full = expect!["a1 a2 e2 e1 e0 m2 m1 m9 c1 c2 c3 r3 r2 r1 r0"];
    check_order(|_| {}, full);
    // An entity goes where its first mention goes, and so do relations that start from it.
    check_order(
        |project| {
            let field = AnnotationField::Entity(Some(EntityId::new("e0")));
            let edit = Edit::SetAnnotation(AnnotationId::new("m2"), field);
            project.apply(&edit, &mut Vec::new());
        },
        expect!["a1 a2 e0 e1 e2 m2 m1 m9 c1 c2 c3 r0 r2 r1 r3"],
    );
}

#[test]
fn empty_fields_are_left_out_and_are_no_difference() {
    let mut project = read(EXAMPLE.as_bytes()).unwrap();
    let edits = [
        Edit::SetDetail(Detail::Author(Some("".into()))),
        Edit::SetEntity(EntityId::new("e1"), EntityField::Note(Some("".into()))),
        Edit::SetAnnotation(AnnotationId::new("c2"), AnnotationField::Note(Some("".into()))),
    ];
    for edit in &edits {
        project.apply(edit, &mut Vec::new());
    }
    assert_eq!(String::from_utf8(read_back(&project).unwrap()).unwrap(), EXAMPLE);
}

#[test]
fn a_file_that_does_not_hold_the_project_is_not_given_away() {
    let mut project = read(FULL.as_bytes()).unwrap();
    let broken = RawJson("{not JSON".into());
    let edit =
        Edit::SetAnnotation(AnnotationId::new("m1"), AnnotationField::Attributes(Some(broken)));
    project.apply(&edit, &mut Vec::new());
    assert!(matches!(read_back(&project), Err(Mismatch::Unreadable(_))));
}

#[test]
fn being_out_of_the_library_is_not_in_the_file() {
    let mut project = read(FULL.as_bytes()).unwrap();
    project.apply(&Edit::SetRemoved(true), &mut Vec::new());
    assert_eq!(read_back(&project).unwrap(), FULL.as_bytes());
}
