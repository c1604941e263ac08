//! What storage promises, tried out on a simulated store.

mod damage;
mod faults;
mod fixture;
mod golden;
mod laws;
mod script;

use std::collections::BTreeSet;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

use crate::model::{Body, Project, Who};
use crate::storage::{Recovered, SimStore, recover};

/// Enough cases for a law, few enough for every build.
fn cases(n: u32) -> Config {
    Config { cases: n, failure_persistence: None, ..Config::default() }
}

/// The same value in every run.
fn always<T>(strategy: impl Strategy<Value = T>) -> T {
    let mut runner = TestRunner::deterministic();
    strategy.new_tree(&mut runner).expect("a value").current()
}

#[track_caller]
fn read(store: &SimStore) -> Recovered {
    let recovered = recover(store).expect("a readable store");
    for document in recovered.documents.values() {
        check_invariants(&document.project);
    }
    recovered
}

/// What must hold of every project, whatever became of its records.
#[track_caller]
fn check_invariants(project: &Project) {
    let mut seen = BTreeSet::new();
    for annotation in project.annotations() {
        assert!(seen.insert(annotation.id.clone()), "{} twice", annotation.id);
        match &annotation.body {
            Body::Mention(mention) => {
                assert!(mention.entity.iter().all(|id| project.entity(id).is_some()));
            }
            Body::Claim(claim) => {
                assert!(claim.about.iter().all(|id| project.entity(id).is_some()));
                if let Some(Who::Entity { entity, mention }) =
                    claim.claimant.as_ref().map(|c| &c.who)
                {
                    assert!(project.entity(entity).is_some());
                    assert!(mention.iter().all(|id| project.annotation(id).is_some()));
                }
            }
        }
        let mut above = annotation.claim().and_then(|claim| claim.reported_in.clone());
        let mut steps = 0;
        while let Some(id) = above {
            let reporting = project.annotation(&id).expect("the claim that passes it on");
            above = reporting.claim().and_then(|claim| claim.reported_in.clone());
            steps += 1;
            assert!(steps <= project.n_annotations(), "{} is passed on by itself", annotation.id);
        }
    }
    assert_eq!(seen.len(), project.n_annotations());
    for relation in project.relations() {
        assert!(project.has_end(&relation.from) && project.has_end(&relation.to));
    }
}
