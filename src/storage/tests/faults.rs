//! Stores that fail, fill up and crash: what was stored stays, what was not is tried again.

use std::rc::Rc;

use proptest::prelude::*;

use super::laws::only_document;
use super::script::{Gesture, Tab, article_id, gesture, gestures, project_of, sample_project};
use super::{always, cases, read};
use crate::model::ArticleId;
use crate::storage::{
    Document, Frame, Journal, Key, NotSaved, Receipt, Recovered, SaveState, SimStore, Store,
    StoreError, TEXT_LIMIT, WhyUnopenable,
};

/// A story of work, and the article after each of its frames.
struct Story {
    frames: Vec<Rc<Frame>>,
    documents: Vec<Document>,
}

impl Story {
    fn of(gestures: &[Gesture]) -> Story {
        let mut store = SimStore::default();
        let mut tab = Tab::creating("p1", sample_project(), &mut store);
        let mut story = Story {
            frames: tab.document.frames().cloned().collect(),
            documents: vec![tab.document.clone()],
        };
        for gesture in gestures {
            if let Some(frame) = tab.perform(gesture, &mut store) {
                story.frames.push(frame);
                story.documents.push(tab.document.clone());
            }
        }
        story
    }

    /// Writes the whole story.
    fn play(&self, store: &mut SimStore) -> Journal {
        let mut journal = Journal::default();
        for frame in &self.frames {
            self.append(frame, &mut journal, store);
        }
        journal
    }

    fn append(&self, frame: &Rc<Frame>, journal: &mut Journal, store: &mut SimStore) -> SaveState {
        journal.append(frame, &self.last().project.article.text, store)
    }

    fn last(&self) -> &Document {
        self.documents.last().unwrap()
    }

    /// How many frames a store holds, which must come to what was on the screen after as many.
    #[track_caller]
    fn check_prefix(&self, recovered: Recovered) -> usize {
        assert!(recovered.quarantined.is_empty());
        if recovered.documents.is_empty() {
            assert!(recovered.unopenable.is_empty());
            return 0;
        }
        let found = only_document(recovered);
        assert_eq!(&found, &self.documents[found.revision() - 1]);
        found.revision()
    }
}

#[test]
fn a_crash_between_any_two_writes_leaves_what_was_on_the_screen() {
    let story = Story::of(&always(proptest::collection::vec(gesture(), 200)));
    assert!(150 < story.frames.len());
    let mut store = SimStore::default();
    story.play(&mut store);
    let n_writes = store.writes().len();
    assert_eq!(n_writes, 1 + 2 * story.frames.len());
    let mut last = 0;
    for n in 0..=n_writes {
        let recovered = read(&store.crashed_after(n));
        assert!(recovered.missing.is_empty());
        let revision = story.check_prefix(recovered);
        assert!(last <= revision && revision <= last + 1);
        last = revision;
    }
    assert_eq!(last, story.frames.len());
}

#[test]
fn whichever_write_fails_nothing_is_lost() {
    let story = Story::of(&always(proptest::collection::vec(gesture(), 50)));
    let n_writes = 1 + 2 * story.frames.len();
    let mut n_failed = 0;
    for n in 1..=n_writes {
        let mut store = SimStore::default();
        store.fail_write(n);
        let mut journal = Journal::default();
        for (i, frame) in story.frames.iter().enumerate() {
            let state = story.append(frame, &mut journal, &mut store);
            if state != SaveState::Saved {
                n_failed += 1;
                let why = NotSaved::Failed("as planned".into());
                assert_eq!(state, SaveState::NotSaved { why, steps: 1 });
                assert_eq!(journal.waiting(&article_id()).count(), 1);
                assert_eq!(story.check_prefix(read(&store)), i);
                assert_eq!(journal.retry(&mut store), [article_id()]);
                assert_eq!(journal.state(&article_id()), SaveState::Saved);
            }
        }
        assert_eq!(story.check_prefix(read(&store)), story.frames.len());
    }
    // The text and every frame; that the note of how far a writer came fails is no trouble.
    assert_eq!(n_failed, 1 + story.frames.len());
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_full_store_keeps_what_it_has_and_takes_the_rest_later(
        gestures in gestures(1..8),
        share in 0_usize..=110,
        growth in 0_usize..2000,
    ) {
        let story = Story::of(&gestures);
        let mut roomy = SimStore::default();
        story.play(&mut roomy);
        let mut store = SimStore::default();
        let quota = roomy.units() * share / 100;
        store.set_quota(Some(quota));
        let mut journal = story.play(&mut store);
        let n_saved = story.check_prefix(read(&store));
        let expected = match story.frames.len() - n_saved {
            0 => SaveState::Saved,
            steps => SaveState::NotSaved { why: NotSaved::Full, steps },
        };
        prop_assert_eq!(journal.state(&article_id()), expected);
        prop_assert!(store.units() <= quota);

        store.set_quota(Some(quota + growth));
        journal.retry(&mut store);
        let more = story.check_prefix(read(&store));
        prop_assert!(n_saved <= more);

        store.set_quota(None);
        journal.retry(&mut store);
        prop_assert_eq!(journal.state(&article_id()), SaveState::Saved);
        prop_assert_eq!(&only_document(read(&store)), story.last());
    }
}

#[test]
fn a_blocked_store_is_said_to_be_blocked() {
    let story = Story::of(&[Gesture::Mention { at: 2, len: 5 }]);
    let mut store = SimStore::default();
    store.block();
    let mut journal = story.play(&mut store);
    let blocked = SaveState::NotSaved { why: NotSaved::Blocked, steps: 2 };
    assert_eq!(journal.state(&article_id()), blocked);
    assert_eq!(journal.unsaved().collect::<Vec<_>>(), [&article_id()]);
    assert_eq!(crate::storage::recover(&store), Err(StoreError::Blocked));
    store.unblock();
    journal.retry(&mut store);
    assert_eq!(&only_document(read(&store)), story.last());
}

#[test]
fn what_is_taken_is_saved_once_it_is_acknowledged() {
    let story = Story::of(&[Gesture::Mention { at: 2, len: 5 }]);
    let mut store = SimStore::default();
    store.slow_down();
    assert_eq!(store.put("probe", ""), Ok(Receipt::Pending));
    let mut journal = story.play(&mut store);
    assert_eq!(journal.state(&article_id()), SaveState::Saving);
    journal.acknowledge(&article_id(), &"p1".into(), 2);
    assert_eq!(journal.state(&article_id()), SaveState::Saving);
    journal.acknowledge(&article_id(), &"p1".into(), 1);
    assert_eq!(journal.state(&article_id()), SaveState::Saved);
}

#[test]
fn a_text_that_is_too_long_is_not_saved_and_said_to_be() {
    for (len, is_too_long) in [(TEXT_LIMIT, false), (TEXT_LIMIT + 1, true)] {
        let text = "a".repeat(len as usize);
        let mut store = SimStore::default();
        let mut tab = Tab::creating("p1", project_of(article_id(), &text), &mut store);
        tab.perform(&Gesture::Mention { at: 2, len: 5 }, &mut store);
        let state = tab.journal.state(&article_id());
        if is_too_long {
            let why = NotSaved::TooLong;
            assert_eq!(state, SaveState::NotSaved { why, steps: 2 });
            assert!(store.writes().is_empty());
        } else {
            assert_eq!(state, SaveState::Saved);
        }
        assert_eq!(tab.document.project.n_annotations(), 1);
    }
}

#[test]
fn one_article_in_trouble_does_not_hold_up_another() {
    let mut store = SimStore::default();
    let long = "a".repeat(TEXT_LIMIT as usize + 1);
    let mut journal =
        Tab::creating("p1", project_of(ArticleId::new("d2"), &long), &mut store).journal;
    let story = Story::of(&[Gesture::Mention { at: 2, len: 5 }]);
    for frame in &story.frames {
        assert_eq!(story.append(frame, &mut journal, &mut store), SaveState::Saved);
    }
    assert_eq!(journal.unsaved().count(), 1);
}

#[test]
fn a_record_under_the_key_of_a_frame_is_not_overwritten() {
    let story = Story::of(&[Gesture::Mention { at: 2, len: 5 }]);
    let key = story.frames[1].key().to_string();
    let mut store = SimStore::holding([(key.clone(), "somebody's".into())]);
    let journal = story.play(&mut store);
    let state = SaveState::NotSaved { why: NotSaved::Taken, steps: 1 };
    assert_eq!(journal.state(&article_id()), state);
    assert_eq!(store.get(&key), Ok(Some("somebody's".into())));
}

#[test]
fn a_frame_that_is_stored_already_is_saved() {
    let story = Story::of(&[Gesture::Mention { at: 2, len: 5 }]);
    let mut store = SimStore::default();
    story.play(&mut store);
    let journal = story.play(&mut store);
    assert_eq!(journal.state(&article_id()), SaveState::Saved);
    assert_eq!(&only_document(read(&store)), story.last());
}

#[test]
fn an_article_without_its_text_or_beginning_is_listed_and_kept() {
    let story = Story::of(&[Gesture::Mention { at: 2, len: 5 }]);
    let mut whole = SimStore::default();
    story.play(&mut whole);
    let sha256 = story.last().project.article.text.sha256().clone();
    let text = Key::Text { sha256: sha256.clone() }.to_string();
    for (key, why, n_records) in [
        (text.clone(), WhyUnopenable::NoText(sha256), 2),
        (story.frames[0].key().to_string(), WhyUnopenable::NoBeginning, 1),
    ] {
        let mut store = whole.clone();
        store.lose(&key);
        let recovered = read(&store);
        assert!(recovered.documents.is_empty() && recovered.quarantined.is_empty());
        let [unopenable] = recovered.unopenable.as_slice() else { panic!("{recovered:?}") };
        assert_eq!((&unopenable.why, unopenable.n_records), (&why, n_records));
    }
    // Brought in once more, the text is there again, and so is the work.
    let mut store = whole.clone();
    store.lose(&text);
    Tab::creating("p2", sample_project(), &mut store);
    assert_eq!(only_document(read(&store)).project, story.last().project);
}

#[test]
fn records_that_are_gone_are_missed() {
    let gestures = vec![Gesture::Claim { at: 2, len: 5, gap: 0 }; 6];
    let story = Story::of(&gestures);
    let mut store = SimStore::default();
    story.play(&mut store);
    assert!(read(&store).missing.is_empty());
    store.lose(&story.frames[6].key().to_string());
    store.lose(&story.frames[5].key().to_string());
    let missing = &read(&store).missing[0];
    assert_eq!((missing.expected, missing.found), (7, 5));

    // All is gone but the note.
    let (key, value) = store.entries().find(|(key, _)| key.contains("/hi/")).unwrap();
    let store = SimStore::holding([(key.to_owned(), value.to_owned())]);
    let missing = &read(&store).missing[0];
    assert_eq!((missing.expected, missing.found), (7, 0));
}

#[test]
fn keys_of_others_are_nobodys_business() {
    let story = Story::of(&[Gesture::Mention { at: 2, len: 5 }]);
    let foreign = [
        ("theme", "dark"),
        ("postil", "1"),
        ("postil2/j/x/y/0000000001", "PST2 …"),
        ("postil1/s/doc-1/0123", "a snapshot of a later version"),
        ("postil1/q/00000000/postil1/j/doc-1/p1/0000000001", "quarantined long ago"),
    ]
    .map(|(key, value)| (key.to_owned(), value.to_owned()));
    let mut store = SimStore::holding(foreign.clone());
    story.play(&mut store);
    let recovered = read(&store);
    assert_eq!(recovered.quarantine(&mut store), 0);
    assert_eq!(&only_document(recovered), story.last());
    for (key, value) in foreign {
        assert_eq!(store.get(&key), Ok(Some(value)));
    }
}
