//! Stores that rot, and records that nobody wrote: nothing panics, nothing is taken for what it is
//! not, and nothing that is whole is given up.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::Index;

use super::golden::{read_whole, sealed};
use super::laws::only_document;
use super::script::{Gesture, TEXT, Tab, article_id, gestures, sample_project};
use super::{cases, read};
use crate::model::StepId;
use crate::storage::{Damage, Key, Sealed, SimStore, Store, Unreadable, WhyUnopenable};
use crate::text::Text;

fn damage() -> impl Strategy<Value = Damage> {
    let what = proptest::sample::select(vec!['0', '1', 'a', '"', '}', ' ', '\n', '🤝', '\u{0}']);
    prop_oneof![
        (0_usize..900, what.clone()).prop_map(|(at, with)| Damage::Replace { at, with }),
        (0_usize..900, what).prop_map(|(at, what)| Damage::Insert { at, what }),
        (0_usize..900).prop_map(|at| Damage::Delete { at }),
        (0_usize..900).prop_map(|at| Damage::Truncate { at }),
    ]
}

fn tab_after(gestures: &[Gesture], store: &mut SimStore) -> Tab {
    let mut tab = Tab::creating("p1", sample_project(), store);
    for gesture in gestures {
        tab.perform(gesture, store);
    }
    tab
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn damaged_records_are_set_aside_and_all_others_read(
        gestures in gestures(1..10),
        damages in proptest::collection::vec((any::<Index>(), damage()), 1..20),
    ) {
        let mut store = SimStore::default();
        let tab = tab_after(&gestures, &mut store);
        let whole: BTreeMap<String, String> =
            store.entries().map(|(key, value)| (key.into(), value.into())).collect();
        let frames: Vec<_> = whole.keys().filter(|key| Key::is_journal(key)).cloned().collect();
        for (at, damage) in damages {
            store.damage(&frames[at.index(frames.len())], damage);
        }
        let is_damaged = |key: &String| store.get(key) != Ok(Some(whole[key].clone()));
        let damaged: BTreeSet<String> = frames.iter().filter(|it| is_damaged(it)).cloned().collect();

        let recovered = read(&store);
        let listed: BTreeSet<_> =
            recovered.quarantined.iter().map(|it| it.key.to_string()).collect();
        prop_assert_eq!(&listed, &damaged);
        prop_assert_eq!(recovered.quarantined.len(), damaged.len());
        prop_assert!(recovered.missing.is_empty() && recovered.newer.is_empty());

        let found = match recovered.documents.get(&article_id()) {
            Some(document) => {
                let steps = document.frames().map(|frame| frame.key().to_string()).collect();
                let issued: Vec<_> = tab.document.frames().collect();
                prop_assert!(document.frames().all(|frame| issued.contains(&frame)));
                steps
            }
            None => {
                prop_assert!(damaged.contains(&frames[0]));
                prop_assert_eq!(recovered.unopenable[0].n_records, frames.len());
                BTreeSet::new()
            }
        };
        if !damaged.contains(&frames[0]) {
            let sound: BTreeSet<_> = frames.iter().cloned().collect();
            prop_assert_eq!(found, &sound - &damaged);
        }

        // Copied verbatim, the originals untouched, and once is enough.
        prop_assert_eq!(recovered.quarantine(&mut store), damaged.len());
        let n_writes = store.writes().len();
        prop_assert_eq!(recovered.quarantine(&mut store), damaged.len());
        prop_assert_eq!(store.writes().len(), n_writes);
        for record in &recovered.quarantined {
            let copies = store.entries().filter(|(key, value)| {
                matches!(Key::parse(key), Some(Key::Quarantine { original, .. })
                    if original == record.key && *value == &*record.record)
            });
            prop_assert_eq!(copies.count(), 1);
            prop_assert_eq!(store.get(&record.key), Ok(Some(record.record.to_string())));
        }
        prop_assert_eq!(read(&store), recovered);
    }

    #[test]
    fn any_string_is_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let string = String::from_utf8_lossy(&bytes);
        prop_assert!(Sealed::read(&string).is_err());
        let record = sealed(&string);
        prop_assert!(Sealed::read(&record).is_err());
        let headless = format!("PST1 {string}\n");
        prop_assert!(Sealed::read(&headless).is_err());
    }

    #[test]
    fn any_json_with_the_right_checksum_is_read_or_refused(
        gestures in gestures(1..6),
        which in any::<Index>(),
        damages in proptest::collection::vec(damage(), 1..4),
    ) {
        let mut store = SimStore::default();
        let tab = tab_after(&gestures, &mut store);
        let frames: Vec<_> = tab.document.frames().collect();
        let text = Text::new(TEXT);
        let record = frames[which.index(frames.len())].record(&text);
        let json = record.trim_end().splitn(4, ' ').nth(3).unwrap();
        let mut json_store = SimStore::holding([("json".to_owned(), json.to_owned())]);
        for damage in damages {
            json_store.damage("json", damage);
        }
        let json = json_store.get("json").unwrap().unwrap();
        if let Ok(frame) = read_whole(&sealed(&json), &text) {
            let again = frame.record(&text);
            prop_assert_eq!(read_whole(&again, &text), Ok(frame));
        }
    }
}

#[test]
fn a_frame_of_a_newer_version_is_kept_and_locks_its_article() {
    let head = "\"doc\":\"doc-1\",\"a\":\"p2\",\"s\":1,\"l\":9";
    let key = "postil1/j/doc-1/p2/0000000001";
    for json in [
        "{\"v\":999}".to_owned(),
        format!("{{\"v\":1,{head},\"merge\":[]}}"),
        format!("{{\"v\":1,{head},\"tx\":{{\"edits\":[{{\"move\":1}}]}}}}"),
        format!("{{\"v\":1,{head},\"g\":\"99.0.0\",\"tx\":{{\"edits\":{{}}}}}}"),
    ] {
        let mut store = SimStore::default();
        let tab = tab_after(&[Gesture::Mention { at: 2, len: 5 }], &mut store);
        store.put(key, &sealed(&json)).unwrap();
        let recovered = read(&store);
        assert_eq!(recovered.newer.len(), 1, "{json}");
        assert_eq!(&*recovered.newer[0].record, sealed(&json));
        assert_eq!(recovered.quarantine(&mut store), 0);
        let document = only_document(recovered);
        assert!(document.read_only && !tab.document.read_only);
        assert_eq!(document, tab.document.locked());
    }
}

#[test]
fn an_article_that_a_newer_version_began_is_not_openable() {
    let key = "postil1/j/doc-1/p2/0000000001".to_owned();
    let store = SimStore::holding([(key, sealed("{\"v\":2}"))]);
    let recovered = read(&store);
    assert_eq!(recovered.unopenable[0].why, WhyUnopenable::Newer);
    assert_eq!(recovered.unopenable[0].n_records, 1);
}

#[test]
fn a_record_under_another_key_is_set_aside() {
    let mut store = SimStore::default();
    let tab = tab_after(&[Gesture::Mention { at: 2, len: 5 }], &mut store);
    let record = tab.document.frames().last().unwrap().record(&Text::new(TEXT));
    let strays = [
        "postil1/j/doc-1/p1/0000000003",
        "postil1/j/doc-1/p2/0000000002",
        "postil1/j/doc-1/p1/3",
        "postil1/j/",
    ];
    for key in strays {
        store.put(key, &record).unwrap();
    }
    let recovered = read(&store);
    let listed: BTreeSet<_> = recovered.quarantined.iter().map(|it| &*it.key).collect();
    assert_eq!(listed, BTreeSet::from(strays));
    assert!(recovered.quarantined.iter().all(|it| it.why == Unreadable::Misplaced));
    assert_eq!(recovered.documents.get(&article_id()), Some(&tab.document));
}

#[test]
fn a_damaged_text_is_set_aside_and_mended_by_bringing_it_in_again() {
    let mut store = SimStore::default();
    let tab = tab_after(&[Gesture::Mention { at: 2, len: 5 }], &mut store);
    let sha256 = tab.document.project.article.text.sha256().clone();
    let key = Key::Text { sha256: sha256.clone() }.to_string();
    store.damage(&key, Damage::Truncate { at: 9 });
    let recovered = read(&store);
    assert_eq!(recovered.unopenable[0].why, WhyUnopenable::DamagedText(sha256));
    assert_eq!(recovered.quarantined[0].why, Unreadable::Text);
    assert_eq!(&*recovered.quarantined[0].record, "🤝 Hanoi U");

    Tab::creating("p2", sample_project(), &mut store);
    assert_eq!(only_document(read(&store)).project, tab.document.project);
    let copy = store.entries().find(|(key, _)| key.starts_with("postil1/q/")).unwrap();
    assert_eq!(copy.1, "🤝 Hanoi U");
}

#[test]
fn undo_of_a_step_that_was_lost_does_what_it_says() {
    let mut store = SimStore::default();
    let gestures = [
        Gesture::Claim { at: 2, len: 5, gap: 0 },
        Gesture::Note { which: 0, note: "one".into() },
        Gesture::Undo,
    ];
    let tab = tab_after(&gestures, &mut store);
    let noted = tab.document.frames().nth(2).unwrap();
    assert_eq!(noted.id(), StepId::new("p1/3"));
    store.lose(&noted.key().to_string());
    let document = only_document(read(&store));
    assert_eq!(document.project.annotations().next().unwrap().note, None);
    assert!(document.history.can_undo());
}
