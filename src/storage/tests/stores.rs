//! Three stores as one: who must have a frame before it counts as saved, and what mends what.

use std::rc::Rc;

use super::script::{Gesture, Tab, article_id, project_of, sample_project};
use crate::storage::{
    Background, Found, Health, Key, Leg, NotSaved, SaveState, SimStore, Store, StoreError, Stores,
    TEXT_LIMIT, Union, Vault, recover,
};

/// Background stores that note what they are given.
#[derive(Default)]
struct Noted(Vec<(Option<Leg>, String, String)>);

impl Background for Noted {
    fn put(&mut self, key: &str, value: &str) {
        self.0.push((None, key.into(), value.into()));
    }

    fn mend(&mut self, leg: Leg, key: &str, value: &str) {
        self.0.push((Some(leg), key.into(), value.into()));
    }

    fn remove(&mut self, _: &str) {}

    fn retry(&mut self) {}
}

type Sim = Vault<SimStore, Noted>;

/// A vault whose background stores do as said, after one frame was written.
fn written(file: Health, database: Health, local: SimStore) -> (Sim, String) {
    let mut vault = Vault::new(Stores::new(local, Noted::default()));
    vault.turned(Leg::File, file);
    vault.turned(Leg::Database, database);
    let tab = Tab::creating("p1", sample_project(), &mut SimStore::default());
    let frame = tab.document.frames().next().unwrap().clone();
    vault.append(&frame, &tab.document.project.article.text);
    (vault, frame.key().to_string())
}

fn broken() -> Health {
    Health::Broken(StoreError::Failed("gone".into()))
}

fn blocked() -> SimStore {
    let mut store = SimStore::default();
    store.block();
    store
}

#[test]
fn the_durable_store_says_what_is_saved() {
    use Health::{Missing, Opening, Works};
    for (file, database, first, second) in [
        // Who must answer: the file where there is one, the database only where there is none.
        (Works, Works, Leg::Database, Some(Leg::File)),
        (Opening, Works, Leg::Database, Some(Leg::File)),
        (Works, Missing, Leg::Database, Some(Leg::File)),
        (Missing, Works, Leg::File, Some(Leg::Database)),
        (broken(), Works, Leg::File, Some(Leg::Database)),
    ] {
        let (mut vault, key) = written(file, database, SimStore::default());
        assert_eq!(vault.state(&article_id()), SaveState::Saving);
        vault.acknowledged(first, [key.as_str()]);
        assert_eq!(vault.state(&article_id()), SaveState::Saving, "{first:?}");
        vault.acknowledged(second.unwrap(), [key.as_str()]);
        assert_eq!(vault.state(&article_id()), SaveState::Saved);
    }
}

#[test]
fn with_local_storage_alone_its_word_counts() {
    let (vault, _) = written(Health::Missing, broken(), SimStore::default());
    assert_eq!(vault.state(&article_id()), SaveState::Saved);
    assert_eq!(vault.health().durable(), Leg::Local);
    let (vault, _) = written(Health::Missing, Health::Missing, blocked());
    let none = SaveState::NotSaved { why: NotSaved::Blocked, steps: 1 };
    assert_eq!(vault.state(&article_id()), none);
    assert!(vault.is_any_only_here());
}

#[test]
fn a_store_that_breaks_hands_over_to_the_next() {
    let (mut vault, key) = written(Health::Works, Health::Works, blocked());
    assert!(vault.is_any_only_here());
    vault.acknowledged(Leg::Database, [key.as_str()]);
    assert_eq!(vault.state(&article_id()), SaveState::Saving);
    vault.turned(Leg::File, broken());
    assert_eq!(vault.state(&article_id()), SaveState::Saved);
    assert!(!vault.is_any_only_here());

    let (mut vault, key) = written(Health::Works, Health::Works, blocked());
    vault.turned(Leg::Database, Health::Broken(StoreError::Full));
    vault.turned(Leg::File, Health::Broken(StoreError::Full));
    let none = SaveState::NotSaved { why: NotSaved::Blocked, steps: 1 };
    assert_eq!(vault.state(&article_id()), none);
    // One of them works again: it is given what waits.
    vault.turned(Leg::Database, Health::Works);
    assert_eq!(vault.state(&article_id()), SaveState::Saving);
    vault.acknowledged(Leg::Database, [key.as_str()]);
    assert_eq!(vault.state(&article_id()), SaveState::Saved);
}

#[test]
fn a_long_text_goes_to_the_background_stores_only() {
    let long = "a".repeat(TEXT_LIMIT as usize + 1);
    let tab = Tab::creating("p1", project_of(article_id(), &long), &mut SimStore::default());
    let frame = tab.document.frames().next().unwrap().clone();
    let text = &tab.document.project.article.text;
    let text_key = Key::Text { sha256: text.sha256().clone() }.to_string();
    let mut vault = Vault::new(Stores::new(SimStore::default(), Noted::default()));
    assert_eq!(vault.append(&frame, text), SaveState::Saving);
    assert_eq!(vault.stores.local().get(&text_key), Ok(None));
    let given = &vault.stores.background().0;
    let (_, key, value) = &given[0];
    assert_eq!((key, value.len()), (&text_key, long.len()));
    assert_eq!(given[1].1, frame.key().to_string());
    assert!(vault.acknowledged(Leg::File, [frame.key().to_string().as_str()]).len() == 1);
    assert_eq!(vault.state(&article_id()), SaveState::Saved);
}

/// A store with two frames, and the keys of all that is in it.
fn whole() -> (SimStore, Vec<String>) {
    let mut store = SimStore::default();
    let mut tab = Tab::creating("p1", sample_project(), &mut store);
    tab.perform(&Gesture::Mention { at: 2, len: 5 }, &mut store);
    let keys = store.entries().map(|(key, _)| key.to_owned()).collect();
    (store, keys)
}

fn found(leg: Leg, unlike: &[(&str, &str)], lacks: &[&str]) -> Found {
    let pairs = unlike.iter().map(|(key, value)| (Rc::from(*key), Rc::from(*value)));
    Found {
        leg,
        is_empty: false,
        unlike: pairs.collect(),
        lacks: lacks.iter().map(|key| Rc::from(*key)).collect(),
    }
}

#[test]
fn what_one_store_has_damaged_another_gives_back() {
    let (store, keys) = whole();
    let frame = keys.iter().find(|key| key.ends_with("0000000002")).unwrap();
    let text = keys.iter().find(|key| key.starts_with("postil1/t/")).unwrap();
    for key in [frame, text] {
        let good = store.get(key).unwrap().unwrap();
        let mut local = store.clone();
        local.put(key, "damaged").unwrap();
        let others =
            [found(Leg::File, &[(key, "rotten")], &[]), found(Leg::Database, &[(key, &good)], &[])];
        let union = Union::new(&local, &others);
        let recovered = recover(&union).unwrap();
        assert!(recovered.quarantined.is_empty() && recovered.unopenable.is_empty());
        assert_eq!(recovered.documents.values().next().unwrap().revision(), 2);
        let mending = union.mending(&[]);
        assert_eq!(mending.n_damaged(), 2);
        let mut stores = Stores::new(local, Noted::default());
        stores.turned(Leg::File, Health::Works);
        assert_eq!(mending.mend(&mut stores), 0);
        assert_eq!(stores.get(key), Ok(Some(good.clone())));
        let asides: Vec<_> =
            stores.local().entries().filter(|(key, _)| key.starts_with("postil1/q/")).collect();
        assert_eq!(asides.len(), 2);
        let given = &stores.background().0;
        assert!(given.contains(&(Some(Leg::File), key.clone(), good)));
    }
}

#[test]
fn a_damaged_record_that_cannot_be_copied_aside_stays() {
    let (store, keys) = whole();
    let frame = keys.iter().find(|key| key.ends_with("0000000002")).unwrap();
    let good = store.get(frame).unwrap().unwrap();
    let mut local = store.clone();
    local.put(frame, "damaged").unwrap();
    let others = [found(Leg::Database, &[(frame, &good)], &[])];
    let mending = Union::new(&local, &others).mending(&[]);
    local.set_quota(Some(0));
    let mut stores = Stores::new(local, Noted::default());
    for leg in [Leg::File, Leg::Database] {
        stores.turned(leg, Health::Missing);
    }
    assert_eq!(mending.mend(&mut stores), 1);
    assert_eq!(stores.get(frame), Ok(Some("damaged".into())));
}

#[test]
fn a_store_that_lost_everything_is_noticed_and_filled() {
    let (store, keys) = whole();
    let entries: Vec<_> = store.entries().collect();
    let empty = SimStore::default();
    let others = [found(Leg::Database, &entries, &[])];
    let union = Union::new(&empty, &others);
    assert_eq!(union.mending(&[Leg::Local]).wiped, [Leg::Local]);
    assert!(union.mending(&[]).wiped.is_empty(), "a store that is used for the first time");
    let mut stores = Stores::new(empty.clone(), Noted::default());
    stores.turned(Leg::File, Health::Missing);
    assert_eq!(union.mending(&[]).mend(&mut stores), 0);
    assert!(stores.local().entries().eq(store.entries()));

    let records: Vec<&str> =
        keys.iter().map(String::as_str).filter(|key| !key.contains("/hi/")).collect();
    let others = [Found { is_empty: true, ..found(Leg::File, &[], &records) }];
    let mending = Union::new(&store, &others).mending(&[Leg::File, Leg::Local]);
    assert_eq!(mending.wiped, [Leg::File]);
    let mut stores = Stores::new(store.clone(), Noted::default());
    assert_eq!(mending.mend(&mut stores), 0);
    assert_eq!(stores.background().0.len(), records.len());
}

#[test]
fn a_blocked_local_storage_does_not_hide_the_others() {
    let (store, _) = whole();
    let entries: Vec<_> = store.entries().collect();
    let blocked = blocked();
    let others = [found(Leg::File, &entries, &[])];
    let recovered = recover(&Union::new(&blocked, &others)).unwrap();
    assert_eq!(recovered.documents.values().next().unwrap().revision(), 2);
    assert_eq!(recover(&Union::new(&blocked, &[])), Err(StoreError::Blocked));
}
