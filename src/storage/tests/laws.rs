//! Laws: what is on the screen is what a reload finds, in every order and after every loss.

use std::collections::BTreeSet;
use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::Index;

use super::golden::read_whole;
use super::script::{Gesture, Tab, article_id, gesture, gestures, sample_project};
use super::{cases, read};
use crate::model::sample::NOW;
use crate::model::sample::random::{articles, asks};
use crate::model::sample::wild::wilds;
use crate::model::{ArticleId, Transaction, plan};
use crate::storage::{Document, Frame, Journal, Key, Recovered, SaveState, SimStore, Write};

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn what_is_on_the_screen_is_what_a_reload_finds(
        gestures in gestures(0..16),
        reloads in proptest::collection::vec(any::<Index>(), 0..3),
    ) {
        let reloads: BTreeSet<_> = reloads.iter().map(|at| at.index(16)).collect();
        let mut store = SimStore::default();
        let mut tab = Tab::creating("p0", sample_project(), &mut store);
        for (i, gesture) in gestures.iter().enumerate() {
            if reloads.contains(&i) {
                let found = only_document(read(&store));
                prop_assert_eq!(&found, &tab.document);
                tab = Tab::opening(&format!("p{i}"), found);
            }
            tab.perform(gesture, &mut store);
        }
        let recovered = read(&store);
        prop_assert!(recovered.quarantined.is_empty() && recovered.missing.is_empty());
        prop_assert_eq!(tab.journal.state(&article_id()), SaveState::Saved);
        prop_assert_eq!(only_document(recovered), tab.document);
        prop_assert!(no_record_is_rewritten(&store));
    }

    #[test]
    fn what_people_ask_for_is_what_a_reload_finds(project in articles(), asks in asks()) {
        let mut store = SimStore::default();
        let mut tab = Tab::creating("p1", project, &mut store);
        for (n, ask) in asks.iter().enumerate() {
            let project = &tab.document.project;
            if let Ok(transaction) = plan(project, &ask.of(project, n), &NOW.into()) {
                tab.take(transaction, &mut store);
            }
        }
        prop_assert_eq!(only_document(read(&store)), tab.document);
    }

    #[test]
    fn what_nobody_asks_for_is_what_a_reload_finds(project in articles(), wilds in wilds()) {
        let mut store = SimStore::default();
        let mut tab = Tab::creating("p1", project, &mut store);
        for (n, wild) in wilds.iter().enumerate() {
            let transaction = Transaction::from(vec![wild.of(&tab.document.project, n)]);
            let frame = tab.document.next_frame(&tab.actor, transaction.clone(), None);
            let text = &tab.document.project.article.text;
            // Spans past the end of the text have no words to be found by.
            if read_whole(&frame.record(text), text) == Ok(frame) {
                tab.take(transaction, &mut store);
            }
        }
        prop_assert_eq!(only_document(read(&store)), tab.document);
    }

    #[test]
    fn any_subset_of_the_records_is_a_valid_store(
        gestures in gestures(0..16),
        kept in proptest::collection::vec(proptest::bool::weighted(0.7), 64),
    ) {
        let mut store = SimStore::default();
        let mut tab = Tab::creating("p0", sample_project(), &mut store);
        for gesture in &gestures {
            tab.perform(gesture, &mut store);
        }
        let issued: BTreeSet<_> = tab.document.frames().map(|frame| frame.id()).collect();
        let left = store.with_writes(|at| kept[at % kept.len()]);
        let n_left = left.entries().filter(|(key, _)| Key::is_journal(key)).count();
        let recovered = read(&left);
        prop_assert!(recovered.quarantined.is_empty());
        for document in recovered.documents.values() {
            prop_assert_eq!(document.revision(), n_left);
            prop_assert!(document.frames().all(|frame| issued.contains(&frame.id())));
        }
        let n_unopenable: usize = recovered.unopenable.iter().map(|it| it.n_records).sum();
        let opened: usize = recovered.documents.values().map(Document::revision).sum();
        prop_assert_eq!(n_unopenable + opened, n_left);
        let expected: u32 = recovered.missing.iter().map(|it| it.expected - it.found).sum();
        prop_assert!(expected as usize <= issued.len() - n_left);
    }

    #[test]
    fn two_tabs_come_to_the_same_article_in_whatever_order_frames_arrive(
        script in proptest::collection::vec((any::<bool>(), any::<bool>(), gesture()), 1..14),
        order in proptest::collection::vec(any::<Index>(), 32),
    ) {
        let (store, tabs) = two_tabs(&script);
        let union: Vec<Rc<Frame>> =
            tabs.iter().flat_map(|tab| tab.document.frames()).cloned().collect();
        let expected = only_document(read(&store));
        let folded = Document::fold(union.iter().cloned());
        prop_assert_eq!(folded.as_ref(), Some(&expected));

        let mut shuffled = union.clone();
        for (i, at) in order.iter().enumerate().take(shuffled.len()) {
            let at = at.index(shuffled.len());
            shuffled.swap(i, at);
        }
        let folded = Document::fold(shuffled.iter().cloned());
        prop_assert_eq!(folded.as_ref(), Some(&expected));

        for tab in &tabs {
            let caught_up = shuffled.iter().fold(tab.document.clone(), |it, frame| it.apply(frame));
            prop_assert_eq!(&caught_up, &expected);
        }
        prop_assert!(no_record_is_rewritten(&store));
    }
}

#[test]
fn undo_and_redo_survive_a_reload() {
    let mut store = SimStore::default();
    let mut tab = Tab::creating("p1", sample_project(), &mut store);
    tab.perform(&Gesture::Mention { at: 2, len: 5 }, &mut store);
    tab.perform(&Gesture::Note { which: 0, note: "one".into() }, &mut store);
    tab.perform(&Gesture::Undo, &mut store);

    let mut tab = Tab::opening("p2", only_document(read(&store)));
    assert!(tab.document.history.can_redo());
    tab.perform(&Gesture::Undo, &mut store);
    assert_eq!(tab.document.project.n_annotations(), 0);
    tab.perform(&Gesture::Redo, &mut store);
    tab.perform(&Gesture::Redo, &mut store);
    let note = |document: &Document| document.project.annotations().next().unwrap().note.clone();
    assert_eq!(note(&tab.document).as_deref(), Some("one"));
    assert_eq!(only_document(read(&store)), tab.document);
}

#[test]
fn two_tabs_that_open_one_file_add_up() {
    let mut store = SimStore::default();
    let one = Tab::creating("p1", sample_project(), &mut store);
    let mut richer = Tab::creating("px", sample_project(), &mut SimStore::default());
    for gesture in [
        Gesture::Claim { at: 0, len: 4, gap: 0 },
        Gesture::Claim { at: 20, len: 4, gap: 0 },
        REPORTED_IN_SECOND,
        Gesture::Mention { at: 9, len: 4 },
        Gesture::Claim { at: 60, len: 4, gap: 0 },
        SAID_BY_SECOND,
        Gesture::Link { from: 0, to: 1 },
    ] {
        richer.perform(&gesture, &mut SimStore::default());
    }
    let first = richer.document.project.annotations().next().unwrap().claim().unwrap();
    assert!(first.reported_in.is_some() && first.speaker().is_some());
    let other = Tab::creating("p2", richer.document.project.clone(), &mut store);

    let found = only_document(read(&store));
    assert!(found.project.annotations().eq(richer.document.project.annotations()));
    assert_eq!(found.project.relations().count(), 1);
    let frame_of = |tab: &Tab| tab.document.frames().next().unwrap().clone();
    assert_eq!(one.document.apply(&frame_of(&other)), found);
    assert_eq!(other.document.apply(&frame_of(&one)), found);
}

#[test]
fn a_frame_of_another_article_or_a_second_time_changes_nothing() {
    let mut store = SimStore::default();
    let mut tab = Tab::creating("p1", sample_project(), &mut store);
    let frame = tab.perform(&Gesture::Mention { at: 2, len: 5 }, &mut store).unwrap();
    assert_eq!(tab.document.apply(&frame), tab.document);
    let strange = Frame { article: ArticleId::new("d2"), seq: 9, lamport: 9, ..(*frame).clone() };
    assert_eq!(tab.document.apply(&Rc::new(strange)), tab.document);
}

#[test]
fn opening_writes_nothing() {
    let mut store = SimStore::default();
    let mut tab = Tab::creating("p1", sample_project(), &mut store);
    tab.perform(&Gesture::Mention { at: 2, len: 5 }, &mut store);
    let n_writes = store.writes().len();
    let recovered = read(&store);
    assert_eq!(recovered.quarantine(&mut store), 0);
    Journal::default().retry(&mut store);
    assert_eq!(store.writes().len(), n_writes);
}

/// Of two claims: the first is passed on by the second.
const REPORTED_IN_SECOND: Gesture = Gesture::Field { which: 0, field: 61 };

/// Of four annotations: the first is said by the second.
const SAID_BY_SECOND: Gesture = Gesture::Field { which: 0, field: 21 };

/// Two tabs on one article and one store. Each entry is who does it, and whether the other tab
/// hears of it at once or not at all.
fn two_tabs(script: &[(bool, bool, Gesture)]) -> (SimStore, [Tab; 2]) {
    let mut store = SimStore::default();
    let first = Tab::creating("pb", sample_project(), &mut store);
    let second = Tab::opening("pa", first.document.clone());
    let mut tabs = [first, second];
    for (is_second, is_heard, gesture) in script {
        let [one, two] = &mut tabs;
        let (doing, other) = if *is_second { (two, one) } else { (one, two) };
        if let Some(frame) = doing.perform(gesture, &mut store)
            && *is_heard
        {
            other.document = other.document.apply(&frame);
        }
    }
    (store, tabs)
}

#[track_caller]
pub fn only_document(recovered: Recovered) -> Document {
    let mut documents = recovered.documents.values().cloned();
    let document = documents.next().expect("an article");
    assert!(documents.next().is_none() && recovered.unopenable.is_empty());
    document
}

/// Whether every key of a frame or a text was written once.
fn no_record_is_rewritten(store: &SimStore) -> bool {
    let mut seen = BTreeSet::new();
    store.writes().iter().all(|write| match write {
        Write::Remove { .. } => false,
        Write::Put { key, .. } => match Key::parse(key) {
            Some(Key::Frame { .. } | Key::Text { .. }) => seen.insert(key.clone()),
            other => other.is_some(),
        },
    })
}
