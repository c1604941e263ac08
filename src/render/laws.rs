//! Laws of what is drawn, on random articles.

use std::collections::BTreeMap;
use std::rc::Rc;

use proptest::prelude::*;

use super::{Plan, RenderedBlock, annotations_at, plan};
use crate::model::sample::NOW;
use crate::model::sample::random::{Ask, articles, asks};
use crate::model::sample::wild::wilds;
use crate::model::{self, Anchor, Annotation, AnnotationId, Project};
use crate::text::{CharOffset, Span, sample};

/// Articles of up to five sections; one in twenty has a block that is shown as several.
fn long_articles() -> impl Strategy<Value = Project> {
    let lines = proptest::collection::vec("[ab🤝 ]{0,3}\\S", 1..50);
    let long = proptest::option::weighted(0.05, sample::long_line());
    (sample::nasty(), lines, long).prop_map(|(nasty, mut lines, long)| {
        // Long enough that sections lie on different strips of the index.
        lines.iter_mut().for_each(|line| *line = line.repeat(30));
        lines.insert(lines.len() / 2, nasty);
        lines.extend(long.map(|it| it.as_str().to_owned()));
        model::sample::project(&crate::text::canonical(&lines.join("\n")))
    })
}

fn step(project: &Project, ask: &Ask, n: usize) -> Option<Project> {
    let step = model::plan(project, &ask.of(project, n), &NOW.into()).ok()?;
    Some(step.apply(project).0)
}

/// The annotations drawn over a character, the shortest first: looked for among all of them.
fn covering(project: &Project, at: CharOffset) -> Vec<AnnotationId> {
    let covers =
        |it: &&Rc<Annotation>| it.anchor != Anchor::Orphaned && it.selector.spans.contains(at);
    let mut covering: Vec<_> = project.annotations().filter(covers).collect();
    covering.sort_by_cached_key(|it| {
        let spans = &it.selector.spans;
        (spans.len(), std::cmp::Reverse(spans.start()), it.id.clone())
    });
    covering.iter().map(|it| it.id.clone()).collect()
}

#[track_caller]
fn check_runs(project: &Project, block: &RenderedBlock) {
    let mut at = block.span.start();
    for run in &block.runs {
        assert_eq!(run.span.start(), at, "runs follow each other");
        let ids: Vec<_> = run.marks.iter().map(|mark| mark.id.clone()).collect();
        while at < run.span.end() {
            assert_eq!(ids, covering(project, at), "at {at}");
            assert_eq!(ids, annotations_at(project, at), "at {at}");
            at = at.plus(1);
        }
        for mark in &run.marks {
            let annotation = project.annotation(&mark.id).unwrap();
            let spans = || annotation.selector.spans.iter();
            // Where a span shows its first and its last character, if not in a gap.
            let shown = |span: Span| {
                let blocks = project.article.blocks_of(span);
                let blocks =
                    blocks.filter_map(|it| project.article.blocks[it].span.intersection(span));
                let blocks: Vec<_> = blocks.collect();
                blocks[0].hull(blocks[blocks.len() - 1])
            };
            assert_eq!(mark.starts, spans().any(|it| shown(it).start() == run.span.start()));
            assert_eq!(mark.ends, spans().any(|it| shown(it).end() == run.span.end()));
        }
    }
    assert_eq!(at, block.span.end(), "runs make up the block");
    for two in block.runs.windows(2) {
        let parts =
            two[0].marks.iter().any(|it| it.ends) || two[1].marks.iter().any(|it| it.starts);
        assert!(parts, "runs are as long as can be: {two:?}");
    }
}

/// Annotations that overlap differ in lane, each has one in a block, and a span that goes on in
/// the next block keeps it.
#[track_caller]
fn check_lanes(plan: &Plan) {
    let blocks = plan.sections.iter().flat_map(|section| &section.blocks);
    let mut before: BTreeMap<AnnotationId, u8> = BTreeMap::new();
    for block in blocks {
        let mut lanes: BTreeMap<AnnotationId, u8> = BTreeMap::new();
        for run in &block.runs {
            let mut taken: Vec<u8> = run.marks.iter().map(|mark| mark.lane).collect();
            taken.sort_unstable();
            taken.dedup();
            assert_eq!(taken.len(), run.marks.len(), "{run:?}");
            for mark in &run.marks {
                let lane = *lanes.entry(mark.id.clone()).or_insert(mark.lane);
                assert_eq!(lane, mark.lane, "{} changes its lane in a block", mark.id);
            }
        }
        for mark in block.runs.first().iter().flat_map(|run| &run.marks) {
            if !mark.starts {
                assert_eq!(before.get(&mark.id), Some(&mark.lane), "{} changes its lane", mark.id);
            }
        }
        before = lanes;
    }
}

/// The plan as made with the one before it, once it was seen to be the one made from nothing.
#[track_caller]
fn replan(project: &Project, before: &Plan) -> Plan {
    let next = plan(project, Some(before));
    assert_eq!(next, plan(project, None), "made with the one before, and from nothing");
    for (section, old) in next.sections.iter().zip(&before.sections) {
        assert_eq!(section == old, Rc::ptr_eq(section, old), "what is the same is shared");
    }
    next
}

proptest! {
    #![proptest_config(sample::config())]

    #[test]
    fn runs_carry_the_annotations_that_cover_them(
        project in articles(),
        asks in asks(),
        wilds in wilds(),
    ) {
        let mut project = project;
        for (n, ask) in asks.iter().enumerate() {
            project = step(&project, ask, n).unwrap_or(project);
        }
        for (n, wild) in wilds.iter().enumerate() {
            let edit = wild.of(&project, n);
            project.apply(&edit, &mut Vec::new());
        }
        let plan = plan(&project, None);
        let blocks: Vec<_> = plan.sections.iter().flat_map(|section| &section.blocks).collect();
        let spans: Vec<_> = blocks.iter().map(|it| it.span).collect();
        let all: Vec<_> = project.article.blocks.iter().map(|it| it.span).collect();
        prop_assert_eq!(spans, all);
        for block in blocks {
            check_runs(&project, block);
        }
        check_lanes(&plan);
    }

    #[test]
    fn a_plan_made_with_the_one_before_is_the_one_made_from_nothing(
        project in long_articles(),
        asks in asks(),
        wilds in wilds(),
    ) {
        let mut project = project;
        let mut plan = plan(&project, None);
        for (n, ask) in asks.iter().enumerate() {
            let Some(next) = step(&project, ask, n) else { continue };
            project = next;
            plan = replan(&project, &plan);
            check_lanes(&plan);
        }
        for (n, wild) in wilds.iter().enumerate() {
            let edit = wild.of(&project, n);
            project.apply(&edit, &mut Vec::new());
            plan = replan(&project, &plan);
        }
        check_lanes(&plan);
        let keys = plan.sections.iter().flat_map(|it| it.blocks.iter().map(|it| it.key));
        prop_assert!(keys.is_sorted_by(|one, other| one < other), "no two blocks share a key");
    }

    #[test]
    fn a_plan_of_another_article_shares_nothing_wrong(
        (one, other) in (articles(), articles()),
        asks in asks(),
    ) {
        let annotated = asks.iter().enumerate().fold(one, |project, (n, ask)| {
            step(&project, ask, n).unwrap_or(project)
        });
        prop_assert_eq!(plan(&other, Some(&plan(&annotated, None))), plan(&other, None));
    }
}
