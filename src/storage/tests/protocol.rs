//! The three stores under crashes, wipes, rot, slow disks, two tabs and messages that get lost.
//!
//! What was shown as **Saved** must be there after any single one of them. A killed browser loses
//! the end of local storage, and at worst its whole database at the same time: both were seen.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;

use super::script::{Gesture, Tab, article_id, gesture, sample_project};
use super::{always, cases};
use crate::model::{Map, StepId};
use crate::storage::{
    Background, Damage, Document, Found, Frame, Health, Key, Leg, Receipt, Recovered, SaveState,
    SimStore, Store, StoreError, Stores, Union, Vault, arrive, recover,
};

type Record = (Rc<str>, Rc<str>);

/// Local storage as all tabs share it.
#[derive(Clone, Default)]
struct Local(Rc<RefCell<SimStore>>);

impl Store for Local {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.borrow().get(key)
    }

    fn put(&mut self, key: &str, value: &str) -> Result<Receipt, StoreError> {
        self.0.borrow_mut().put(key, value)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.borrow().keys()
    }
}

/// What the two background stores have for good.
#[derive(Clone, Debug, Default)]
struct Disk {
    file: BTreeMap<String, String>,
    database: BTreeMap<String, String>,
}

impl Disk {
    fn of(&mut self, leg: Leg) -> &mut BTreeMap<String, String> {
        if leg == Leg::File { &mut self.file } else { &mut self.database }
    }
}

/// One tab's way to them: what was handed over and is not on the disk yet.
#[derive(Default)]
struct Way {
    file: Vec<(String, String)>,
    database: Vec<(String, String)>,
    said: Vec<Record>,
}

impl Way {
    fn queue(&mut self, leg: Leg) -> &mut Vec<(String, String)> {
        if leg == Leg::File { &mut self.file } else { &mut self.database }
    }

    fn write(&mut self, leg: Leg, n: usize, disk: &mut Disk) -> Vec<String> {
        let queue = self.queue(leg);
        let written: Vec<_> = queue.drain(..n.min(queue.len())).collect();
        disk.of(leg).extend(written.iter().cloned());
        written.into_iter().map(|(key, _)| key).collect()
    }
}

impl Background for Way {
    fn put(&mut self, key: &str, value: &str) {
        self.mend(Leg::Database, key, value);
        if Key::is_journal(key) || key.starts_with("postil1/t/") {
            self.mend(Leg::File, key, value);
            self.said.push((key.into(), value.into()));
        }
    }

    fn mend(&mut self, leg: Leg, key: &str, value: &str) {
        self.queue(leg).push((key.into(), value.into()));
    }

    fn remove(&mut self, _: &str) {}

    fn retry(&mut self) {}
}

/// One page load.
struct Page {
    tab: Tab,
    vault: Vault<Local, Way>,
    /// What it has written.
    mine: Vec<Rc<Frame>>,
    /// What other tabs have said to it.
    inbox: Vec<Record>,
}

/// A browser with its stores and tabs.
struct World {
    local: Local,
    disk: Disk,
    pages: Vec<Page>,
    /// Steps that were shown as saved.
    promised: BTreeSet<StepId>,
    n_pages: usize,
}

impl World {
    fn new() -> World {
        let mut world = World {
            local: Local::default(),
            disk: Disk::default(),
            pages: Vec::new(),
            promised: BTreeSet::new(),
            n_pages: 1,
        };
        let tab = Tab::creating("p0", sample_project(), &mut SimStore::default());
        let frame = tab.document.frames().next().unwrap().clone();
        world.pages.push(world.page(tab));
        world.write(0, frame);
        world
    }

    fn page(&self, tab: Tab) -> Page {
        let mut vault = Vault::new(Stores::new(self.local.clone(), Way::default()));
        for leg in [Leg::File, Leg::Database] {
            vault.turned(leg, Health::Works);
        }
        Page { tab, vault, mine: Vec::new(), inbox: Vec::new() }
    }

    fn write(&mut self, at: usize, frame: Rc<Frame>) {
        let page = &mut self.pages[at];
        page.vault.append(&frame, &page.tab.document.project.article.text);
        page.mine.push(frame);
        let said = std::mem::take(&mut page.vault.stores.background().said);
        for (other, page) in self.pages.iter_mut().enumerate() {
            if other != at {
                page.inbox.extend(said.iter().cloned());
            }
        }
        self.note_promises();
    }

    fn perform(&mut self, at: usize, gesture: &Gesture) {
        let page = &mut self.pages[at];
        if let Some(frame) = page.tab.perform(gesture, &mut SimStore::default()) {
            self.write(at, frame);
        }
    }

    /// A disk gets on with what one tab gave it, and says so.
    fn get_on(&mut self, at: usize, leg: Leg, n: usize) {
        let page = &mut self.pages[at];
        let keys = page.vault.stores.background().write(leg, n, &mut self.disk);
        page.vault.acknowledged(leg, keys.iter().map(String::as_str));
        self.note_promises();
    }

    fn note_promises(&mut self) {
        for page in &self.pages {
            if page.vault.state(&article_id()) == SaveState::Saved {
                self.promised.extend(page.mine.iter().map(|frame| frame.id()));
            }
        }
    }

    /// What others have said is heard, or lost.
    fn hear(&mut self, at: usize, is_lost: bool) {
        let page = &mut self.pages[at];
        let records = std::mem::take(&mut page.inbox);
        if is_lost {
            return;
        }
        let mut library = Map::new();
        library.insert(article_id(), Rc::new(page.tab.document.clone()));
        for document in arrive(&library, &records) {
            page.tab.document = document;
        }
    }

    /// The stores as a page load finds them.
    fn found(&self) -> Vec<Found> {
        let here: BTreeMap<String, String> =
            self.local.0.borrow().entries().map(|(k, v)| (k.into(), v.into())).collect();
        let legs = [(Leg::File, &self.disk.file), (Leg::Database, &self.disk.database)];
        let mut all: BTreeSet<&String> = here.keys().collect();
        all.extend(legs.iter().flat_map(|(_, records)| records.keys()));
        let is_record = |key: &str| Key::is_journal(key) || key.starts_with("postil1/t/");
        let found = legs.iter().map(|(leg, records)| Found {
            leg: *leg,
            is_empty: !records.keys().any(|key| Key::is_journal(key)),
            unlike: records
                .iter()
                .filter(|(key, value)| here.get(*key) != Some(value))
                .map(|(key, value)| (key.as_str().into(), value.as_str().into()))
                .collect(),
            lacks: all
                .iter()
                .filter(|key| is_record(key) && !records.contains_key(**key))
                .map(|key| key.as_str().into())
                .collect(),
        });
        found.collect()
    }

    fn read(&self) -> Recovered {
        recover(&Union::new(&self.local, &self.found())).unwrap()
    }

    /// A page is loaded: it reads, mends and goes on.
    fn load(&mut self) {
        let found = self.found();
        let mending = Union::new(&self.local, &found).mending(&[]);
        let recovered = self.read();
        let Some(document) = recovered.documents.get(&article_id()).cloned() else { return };
        let tab = Tab::opening(&format!("p{}", self.n_pages), document);
        self.n_pages += 1;
        let mut page = self.page(tab);
        recovered.quarantine(&mut page.vault.stores);
        assert_eq!(mending.mend(&mut page.vault.stores), 0);
        self.pages.push(page);
    }

    /// Everything that runs ends, and something happens to the stores.
    fn end(&mut self, fault: &Fault) {
        let is_kill = matches!(fault, Fault::Kill { .. });
        for page in std::mem::take(&mut self.pages).iter_mut().filter(|_| !is_kill) {
            for leg in [Leg::File, Leg::Database] {
                page.vault.stores.background().write(leg, usize::MAX, &mut self.disk);
            }
        }
        match fault {
            Fault::None => {}
            Fault::Kill { lost, with_database } => {
                let n_writes = self.local.0.borrow().writes().len();
                let left = self.local.0.borrow().crashed_after(n_writes.saturating_sub(*lost));
                self.local.0.replace(left);
                if *with_database {
                    self.disk.database.clear();
                }
            }
            Fault::Wipe(Leg::Local) => drop(self.local.0.replace(SimStore::default())),
            Fault::Wipe(leg) => self.disk.of(*leg).clear(),
            Fault::Rot(leg, at, damage) => self.rot(*leg, *at, *damage),
        }
    }

    fn rot(&mut self, leg: Leg, at: Index, damage: Damage) {
        let mut store = match leg {
            Leg::Local => self.local.0.borrow().clone(),
            leg => SimStore::holding(self.disk.of(leg).clone()),
        };
        let keys: Vec<_> = store.entries().map(|(key, _)| key.to_owned()).collect();
        if !keys.is_empty() {
            store.damage(&keys[at.index(keys.len())], damage);
        }
        if leg == Leg::Local {
            self.local.0.replace(store);
        } else {
            let left = store.entries().map(|(key, value)| (key.to_owned(), value.to_owned()));
            *self.disk.of(leg) = left.collect();
        }
    }

    #[track_caller]
    fn check(&self) {
        let recovered = self.read();
        let steps: BTreeSet<StepId> = recovered
            .documents
            .values()
            .flat_map(Document::frames)
            .map(|frame| frame.id())
            .collect();
        let lost: Vec<_> = self.promised.difference(&steps).collect();
        assert!(lost.is_empty(), "shown as saved, and lost: {lost:?}");
    }
}

#[derive(Clone, Debug)]
enum Event {
    Do { page: Index, gesture: Gesture },
    GetOn { page: Index, leg: Leg, n: usize },
    Hear { page: Index, is_lost: bool },
    Load,
    End(Fault),
}

#[derive(Clone, Debug)]
enum Fault {
    None,
    Kill { lost: usize, with_database: bool },
    Wipe(Leg),
    Rot(Leg, Index, Damage),
}

fn fault() -> impl Strategy<Value = Fault> {
    let legs = || proptest::sample::select(vec![Leg::Local, Leg::File, Leg::Database]);
    prop_oneof![
        1 => Just(Fault::None),
        4 => (0_usize..20, any::<bool>())
            .prop_map(|(lost, with_database)| Fault::Kill { lost, with_database }),
        2 => legs().prop_map(Fault::Wipe),
        2 => (legs(), any::<Index>(), 0_usize..200).prop_map(|(leg, which, at)| {
            Fault::Rot(leg, which, Damage::Replace { at, with: '?' })
        }),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    let page = any::<Index>;
    let leg = proptest::sample::select(vec![Leg::File, Leg::Database]);
    prop_oneof![
        8 => (page(), gesture()).prop_map(|(page, gesture)| Event::Do { page, gesture }),
        8 => (page(), leg, 1_usize..9).prop_map(|(page, leg, n)| Event::GetOn { page, leg, n }),
        3 => (page(), any::<bool>()).prop_map(|(page, is_lost)| Event::Hear { page, is_lost }),
        1 => Just(Event::Load),
    ]
}

/// Some work, and one fault after it; after that the same once more.
fn stories() -> impl Strategy<Value = Vec<Event>> {
    let part = || (proptest::collection::vec(event(), 1..16), fault());
    (part(), part()).prop_map(|((mut first, one), (second, other))| {
        // Between two faults the stores get time to be mended: two at once are two faults.
        first.extend([Event::End(one), Event::Load]);
        first.extend([Leg::File, Leg::Database].map(|leg| Event::GetOn {
            page: always(any::<Index>()),
            leg,
            n: usize::MAX,
        }));
        first.extend(second);
        first.push(Event::End(other));
        first
    })
}

fn run(story: &[Event]) {
    let mut world = World::new();
    for event in story {
        let n_pages = world.pages.len();
        let at = |page: &Index| page.index(n_pages);
        match event {
            Event::End(fault) => {
                world.end(fault);
                world.check();
            }
            Event::Load => world.load(),
            _ if n_pages == 0 => {}
            Event::Do { page, gesture } => world.perform(at(page), gesture),
            Event::GetOn { page, leg, n } => world.get_on(at(page), *leg, *n),
            Event::Hear { page, is_lost } => world.hear(at(page), *is_lost),
        }
    }
}

/// A thousand, or as many as `PROPTEST_CASES` asks for in the long form.
fn many() -> Config {
    cases(Config::default().cases.max(1000))
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn what_was_shown_as_saved_survives_any_single_fault(story in stories()) {
        run(&story);
    }
}

#[test]
fn a_kill_between_any_two_calls_leaves_all_that_was_shown_as_saved() {
    let gestures = always(proptest::collection::vec(gesture(), 60));
    for stop in 0..120 {
        for with_database in [false, true] {
            let mut world = World::new();
            let mut n_calls = 0;
            'work: for gesture in &gestures {
                for call in 0..3 {
                    if n_calls == stop {
                        break 'work;
                    }
                    n_calls += 1;
                    match call {
                        0 => world.perform(0, gesture),
                        1 => world.get_on(0, Leg::File, n_calls % 3),
                        _ => world.get_on(0, Leg::Database, n_calls % 2),
                    }
                }
            }
            world.end(&Fault::Kill { lost: stop % 25, with_database });
            world.check();
        }
    }
}
