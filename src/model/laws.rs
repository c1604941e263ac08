//! Laws of edits, plans and the history, on random articles.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;

use super::sample::random::{Ask, articles, asks};
use super::sample::wild::{Wild, wilds};
use super::sample::{NOW, outline};
use super::{Edit, History, Project, StepId, Transaction, invariants, plan};
use crate::text::sample::config;

/// Applies a step, and sees that it can be taken back and done again.
#[track_caller]
fn apply(project: &Project, step: &Transaction) -> (Project, Vec<Edit>) {
    let (after, inverse) = step.apply(project);
    let changes = after != *project;
    assert!(!changes || !inverse.is_empty(), "cannot be taken back: {step:?}");
    // Several edits may come to nothing together, one may not.
    let is_one = step.edits.len() == 1;
    assert!(changes || !is_one || inverse.is_empty(), "nothing to take back: {step:?}");
    let (back, again) = Transaction::from(inverse.clone()).apply(&after);
    same(&back, project, || format!("not taken back: {step:?} by {inverse:?}"));
    let (again, _) = Transaction::from(again).apply(&back);
    same(&again, &after, || format!("not done again: {step:?}"));
    assert_eq!(invariants(&after), [], "after {step:?}");
    (after, inverse)
}

/// Compares two projects; annotators may have come back in another order.
#[track_caller]
fn same(one: &Project, other: &Project, what: impl FnOnce() -> String) {
    let sorted = |project: &Project| {
        let mut project = project.clone();
        let mut annotators = project.annotators.to_vec();
        annotators.sort_by(|one, other| one.id.cmp(&other.id));
        project.annotators = annotators.into();
        project
    };
    // Whole projects fill pages; the outline mostly shows what differs.
    let is_same = sorted(one) == sorted(other);
    assert!(is_same, "{}\n{}\n{}", what(), outline(one), outline(other));
}

fn step_of(project: &Project, ask: &Ask, n: usize) -> Option<Transaction> {
    plan(project, &ask.of(project, n), &NOW.into()).ok()
}

/// The project with everything that planned steps may have made, and all their edits.
fn grown(project: Project, asks: &[Ask]) -> (Project, Vec<Edit>) {
    let steps = (0..).zip(asks);
    steps.fold((project, Vec::new()), |(project, mut edits), (n, ask)| {
        let Some(step) = step_of(&project, ask, n) else { return (project, edits) };
        let project = step.apply(&project).0;
        edits.extend(step.edits);
        (project, edits)
    })
}

/// What a person did last, of all they do with the history.
#[derive(Clone, Debug)]
enum Move {
    Ask(Ask),
    Undo,
    Redo,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let turns = proptest::collection::vec(any::<Index>(), 20);
    (asks(), turns).prop_map(|(asks, turns)| {
        let asked = asks.into_iter().map(Move::Ask);
        let turn = |index: Index| *index.get(&[None, Some(false), Some(false), Some(true)]);
        asked
            .zip(turns)
            .flat_map(|(ask, index)| {
                let back = turn(index).map(|redo| if redo { Move::Redo } else { Move::Undo });
                [ask].into_iter().chain(back)
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_planned_step_can_be_taken_back(project in articles(), asks in asks()) {
        let mut project = project;
        for (n, ask) in asks.iter().enumerate() {
            let Some(step) = step_of(&project, ask, n) else { continue };
            let (after, _) = apply(&project, &step);
            prop_assert_ne!(&after, &project, "a plan changes something");
            let idle = after.entities().find(|it| after.mentions_of(&it.id).is_empty());
            prop_assert_eq!(idle, None, "an entity goes with its last mention");
            project = after;
        }
    }

    #[test]
    fn every_edit_can_be_taken_back(project in articles(), asks in asks(), wilds in wilds()) {
        let (mut project, _) = grown(project, &asks);
        for (n, wild) in wilds.iter().enumerate() {
            let step = Transaction::from(vec![wild.of(&project, n)]);
            project = apply(&project, &step).0;
        }
    }

    #[test]
    fn many_edits_are_taken_back_at_once(project in articles(), asks in asks(), wilds in wilds()) {
        let (start, _) = grown(project, &asks);
        let mut project = start.clone();
        let mut edits = Vec::new();
        for (n, wild) in wilds.iter().enumerate() {
            let edit = wild.of(&project, n);
            project.apply(&edit, &mut Vec::new());
            edits.push(edit);
        }
        apply(&start, &Transaction::from(edits));
    }

    #[test]
    fn any_part_of_a_log_in_any_order_is_a_log(
        project in articles(),
        asks in asks(),
        wilds in wilds(),
        order in proptest::collection::vec(any::<(bool, u32)>(), 100),
    ) {
        let start = project.clone();
        let (mut project, mut edits) = grown(project, &asks);
        for (n, wild) in wilds.iter().enumerate() {
            let edit = wild.of(&project, n);
            project.apply(&edit, &mut Vec::new());
            edits.push(edit);
        }
        let kept = order.into_iter().zip(edits).filter(|((keep, _), _)| *keep);
        let mut kept: Vec<_> = kept.map(|((_, place), edit)| (place, edit)).collect();
        kept.sort_by_key(|(place, _)| *place);
        let edits: Vec<Edit> = kept.into_iter().map(|(_, edit)| edit).collect();
        apply(&start, &Transaction::from(edits));
    }

    #[test]
    fn undo_and_redo_walk_the_states_as_they_were(project in articles(), moves in moves()) {
        let mut history = History::default();
        let mut project = project;
        // What a history is by definition: the states themselves, and where among them one is.
        let (mut states, mut at) = (vec![project.clone()], 0);
        for (n, a_move) in moves.iter().enumerate() {
            let step = match a_move {
                Move::Ask(ask) => step_of(&project, ask, n),
                Move::Undo => history.undo(),
                Move::Redo => history.redo(),
            };
            prop_assert_eq!(history.can_undo(), 0 < at);
            prop_assert_eq!(history.can_redo(), at + 1 < states.len());
            let Some(step) = step else { continue };
            let (after, inverse) = apply(&project, &step);
            history.push(StepId::new(format!("s{n}")), &step.role, inverse);
            match a_move {
                Move::Ask(_) => {
                    states.truncate(at + 1);
                    states.push(after.clone());
                    at += 1;
                }
                Move::Undo => at -= 1,
                Move::Redo => at += 1,
            }
            same(&after, &states[at], || format!("step {n}"));
            project = after;
        }
        for n in moves.len().. {
            let Some(step) = history.undo() else { break };
            let (after, inverse) = step.apply(&project);
            history.push(StepId::new(format!("s{n}")), &step.role, inverse);
            project = after;
        }
        same(&project, &states[0], || "all undone".to_owned());
    }
}

#[test]
fn wild_edits_are_of_all_kinds_and_often_fit() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let cases = (articles(), asks(), wilds());
    let (mut fit, mut tried) = (0, 0);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..300 {
        let (project, asks, wilds): (_, _, Vec<Wild>) =
            cases.new_tree(&mut runner).unwrap().current();
        let (mut project, _) = grown(project, &asks);
        for (n, wild) in wilds.iter().enumerate() {
            let edit = wild.of(&project, n);
            let mut undo = Vec::new();
            project.apply(&edit, &mut undo);
            tried += 1;
            if !undo.is_empty() {
                fit += 1;
                let kind = format!("{edit:?}");
                *kinds.entry(kind.split('(').next().unwrap().to_owned()).or_default() += 1;
            }
        }
    }
    assert!(tried < 3 * fit, "{fit} of {tried} fit");
    assert_eq!(kinds.len(), 16, "{kinds:?}");
}
