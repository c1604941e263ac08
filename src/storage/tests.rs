//! What storage promises, tried out on a simulated store.

mod damage;
mod faults;
mod fixture;
mod golden;
mod laws;
mod protocol;
mod rescued;
mod script;
mod stores;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

use crate::model::invariants;
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
        assert_eq!(invariants(&document.project), []);
    }
    recovered
}
