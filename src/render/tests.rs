//! What is drawn of small articles.

use std::fmt::Write;
use std::rc::Rc;

use expect_test::{Expect, expect};

use super::{Plan, annotations_at, plan};
use crate::model::sample::{marked, project, tag, take, take_all};
use crate::model::{
    Anchor, AnnotationField, AnnotationId, Command, Edit, Hue, Project, Transaction,
};
use crate::text::{CharOffset, Span, Spans};

/// Tags the marked spans as claims and persons by turns.
#[track_caller]
fn tagged(text: &str) -> Project {
    let (project, spans) = marked(text);
    let labels = ["CLAIM", "PERSON"].into_iter().cycle();
    let tags = labels.zip(spans).enumerate().map(|(n, (label, span))| tag(n, label, span));
    take_all(&project, &tags.collect::<Vec<_>>())
}

#[track_caller]
fn check(text: &str, expected: Expect) {
    let project = tagged(text);
    expected.assert_eq(&outline(&project, &plan(&project, None)));
}

/// One line a run: its words, and its marks from the innermost, with their lanes. `<` and `>`
/// show where one starts and ends.
fn outline(project: &Project, plan: &Plan) -> String {
    let mut lines = String::new();
    for section in &plan.sections {
        for block in &section.blocks {
            writeln!(lines, "{:?} {}", block.kind, block.span).unwrap();
            for run in &block.runs {
                write!(lines, "  {:?}", project.article.text.slice(run.span)).unwrap();
                for mark in &run.marks {
                    let start = if mark.starts { "<" } else { "" };
                    let end = if mark.ends { ">" } else { "" };
                    write!(lines, " {start}{}:{}{end}", mark.id, mark.lane).unwrap();
                }
                lines.push('\n');
            }
        }
    }
    lines
}

#[test]
fn runs_are_the_stretches_under_one_set_of_annotations() {
    check("", expect![""]);
    check(
        "bare",
        expect![[r#"
        Title 0..4
          "bare"
    "#]],
    );
    check(
        "«whole»",
        expect![[r#"
        Title 0..5
          "whole" <a0:0>
    "#]],
    );
    check(
        "«start»[touching] ⟦end⟧",
        expect![[r#"
        Title 0..17
          "start" <a0:0>
          "touching" <a1:0>
          " "
          "end" <a2:0>
    "#]],
    );
    check(
        "«all [in] it»",
        expect![[r#"
        Title 0..9
          "all " <a0:0
          "in" <a1:1> a0:0
          " it" a0:0>
    "#]],
    );
    check(
        "«cros[si»ng] 🤝",
        expect![[r#"
        Title 0..10
          "cros" <a0:0
          "si" <a1:1 a0:0>
          "ng" a1:1>
          " 🤝"
    "#]],
    );
    check(
        "«a [b ⟦c» d] e⟧",
        expect![[r#"
        Title 0..9
          "a " <a0:0
          "b " <a1:1 a0:0
          "c" <a2:2 a1:1 a0:0>
          " d" a2:2 a1:1>
          " e" a2:2>
    "#]],
    );
}

#[test]
fn a_span_over_blocks_keeps_its_lane() {
    check(
        "[first] «one [two]\n\nthree ⟦four» five⟧",
        expect![[r#"
        Title 0..13
          "first" <a0:0>
          " "
          "one " <a1:0
          "two" <a2:1> a1:0
        Caption 15..30
          "three " a1:0
          "four" <a3:1 a1:0>
          " five" a3:1>
    "#]],
    );
}

#[test]
fn a_part_that_starts_between_blocks_yields_to_what_goes_on() {
    let (project, spans) = marked("«one»\n[two⟦\nthree⟧ four]");
    let broken = Spans::new(vec![spans[0], spans[2]]).unwrap();
    let project = take_all(&project, &[tag(0, "CLAIM", broken), tag(1, "PERSON", spans[1])]);
    expect![[r#"
        Title 0..3
          "one" <a0:0>
        Caption 4..7
          "two" <a1:0
        Caption 8..18
          "three" <a0:1> a1:0
          " four" a1:0>
    "#]]
    .assert_eq(&outline(&project, &plan(&project, None)));
}

#[test]
fn a_broken_quotation_is_one_annotation() {
    let (project, spans) = marked("«Yes» he said [no] more");
    let spans = Spans::new(spans).unwrap();
    let project = take(&project, &tag(0, "CLAIM", spans)).unwrap();
    expect![[r#"
        Title 0..19
          "Yes" <a0:0>
          " he said "
          "no" <a0:0>
          " more"
    "#]]
    .assert_eq(&outline(&project, &plan(&project, None)));
}

#[test]
fn what_lost_its_place_is_not_drawn_and_not_hit() {
    let project = tagged("«one [two]»");
    let set = |anchor| Edit::SetAnnotation(a(1), AnnotationField::Anchor(anchor));
    let (lost, _) = Transaction::from(vec![set(Anchor::Orphaned)]).apply(&project);
    expect![[r#"
        Title 0..7
          "one two" <a0:0>
    "#]]
    .assert_eq(&outline(&lost, &plan(&lost, None)));
    assert_eq!(annotations_at(&lost, CharOffset(5)), [a(0)]);
    let (proposed, _) = Transaction::from(vec![set(Anchor::Proposed)]).apply(&project);
    let plan = plan(&proposed, None);
    let marks = &plan.sections[0].blocks[0].runs[1].marks;
    assert_eq!(marks.iter().map(|it| it.proposed).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn marks_show_label_kind_and_doubt() {
    let project = tagged("«one [two]»");
    let project = take_all(&project, &[Command::SetUnsure { id: a(1), unsure: true }]);
    let plan = plan(&project, None);
    let inner = plan.sections[0].blocks[0].runs[1].innermost().unwrap();
    assert_eq!((inner.hue, inner.unsure), (Hue(0), true));
}

#[test]
fn the_innermost_is_hit_first() {
    let project = tagged("«a [b ⟦c» d] e⟧\nf");
    let hit = |at| annotations_at(&project, CharOffset(at));
    assert_eq!(hit(0), [a(0)]);
    assert_eq!(hit(4), [a(2), a(1), a(0)]);
    assert_eq!(hit(9), [], "a line end between blocks");
    assert_eq!(hit(10), []);
    assert_eq!(hit(99), []);
    assert_eq!(annotations_at(&tagged(""), CharOffset(0)), []);
}

/// 26 blocks of 200 characters.
fn paragraphs() -> Project {
    project(&vec!["word ".repeat(40); 26].join("\n"))
}

fn in_paragraph(n: u32) -> Span {
    Span::new(CharOffset(201 * n), CharOffset(201 * n + 5)).unwrap()
}

#[test]
fn sections_hold_twelve_blocks_or_8000_characters() {
    let lens = |project: &Project| -> Vec<(u32, usize, u32)> {
        let plan = plan(project, None);
        plan.sections.iter().map(|it| (it.key, it.blocks.len(), it.chars)).collect()
    };
    assert_eq!(lens(&project("")), []);
    assert_eq!(lens(&paragraphs()), [(0, 12, 2_400), (2_412, 12, 2_400), (4_824, 2, 400)]);
    let line = "x".repeat(3_000);
    let long = project(&[line.as_str(); 5].join("\n"));
    assert_eq!(lens(&long), [(0, 2, 6_000), (6_002, 2, 6_000), (12_004, 1, 3_000)]);
}

#[test]
fn a_very_long_block_is_cut_at_the_ends_of_sentences() {
    let cuts = |text: &str| -> Vec<u32> {
        let plan = plan(&project(text), None);
        let blocks = plan.sections.iter().flat_map(|section| &section.blocks);
        blocks.inspect(|it| assert_eq!(it.continues, 0 < it.key)).map(|it| it.key).collect()
    };
    let sentence = format!("A {}. ", "word ".repeat(199).trim_end());
    assert_eq!(sentence.len(), 998);
    assert_eq!(cuts(&sentence.repeat(4)), [0]);
    assert_eq!(cuts(&sentence.repeat(9)), [0, 3_992, 7_984]);
    assert_eq!(cuts(&"seven7 ".repeat(1_000)), [0, 3_997], "one sentence: between words");
    assert_eq!(cuts(&"x".repeat(9_000)), [0, 4_000, 8_000], "one word: anywhere");
    let flag = format!("{}🇫🇷{}", "x".repeat(3_999), "x".repeat(2_000));
    assert_eq!(cuts(&flag), [0, 3_999], "but not in a grapheme");
}

#[test]
fn sections_that_do_not_change_are_shared() {
    let mut project = paragraphs();
    let mut last = plan(&project, None);
    let mut shared_after = |command: &Command| -> Vec<bool> {
        project = take(&project, command).unwrap();
        let next = plan(&project, Some(&last));
        assert_eq!(next, plan(&project, None));
        let pairs = next.sections.iter().zip(&last.sections);
        let shared = pairs.map(|(one, other)| Rc::ptr_eq(one, other)).collect();
        last = next;
        shared
    };
    assert_eq!(shared_after(&tag(1, "ORG", in_paragraph(13))), [true, false, true]);
    assert_eq!(shared_after(&tag(2, "ORG", in_paragraph(14))), [true, false, true]);
    let note = Command::SetNote { id: a(1), note: Some("not shown here".into()) };
    assert_eq!(shared_after(&note), [true; 3]);
    let long = in_paragraph(10).hull(in_paragraph(13));
    assert_eq!(shared_after(&tag(3, "CLAIM", long)), [false, false, true]);
    // It is longer, so that the lanes change where it starts, and with them where the other ends.
    let longer = in_paragraph(1).hull(in_paragraph(10));
    assert_eq!(shared_after(&tag(4, "CLAIM", longer)), [false, false, true]);
    assert_eq!(shared_after(&Command::Remove(vec![a(2)])), [true, false, true]);
}

fn a(n: usize) -> AnnotationId {
    AnnotationId::new(format!("a{n}"))
}
