//! What is drawn of small articles.

use std::fmt::Write;
use std::rc::Rc;

use expect_test::{Expect, expect};

use super::{Plan, annotations_at, plan};
use crate::model::sample::{marked, tag, take, take_all};
use crate::model::{
    Anchor, AnnotationField, AnnotationId, Command, Edit, LabelKey, Project, Transaction,
};
use crate::text::{CharOffset, Spans};

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
