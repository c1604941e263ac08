//! The union of the stores: what one has lost, another has.
//!
//! Reading takes for every key the first value that is whole. What a store lacks or has damaged is
//! then written to it anew, the damaged value first copied aside. Reading alone writes nothing.

use std::rc::Rc;

use super::frame::{Sealed, Unreadable};
use super::key::Key;
use super::leg::Leg;
use super::recovery::set_aside;
use super::store::{Receipt, Store, StoreError};
use super::stores::{Background, Stores, is_long};
use crate::model::Map;
use crate::text::Text;

/// What a background store was found to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub leg: Leg,
    /// Whether it holds no frame at all.
    pub is_empty: bool,
    /// Keys and values that local storage does not have, or has otherwise.
    pub unlike: Vec<(Rc<str>, Rc<str>)>,
    /// Keys of records that another store has and this one not.
    pub lacks: Vec<Rc<str>>,
}

/// All stores together, to be read with [`recover`](super::recover).
pub struct Union<'s> {
    local: &'s dyn Store,
    found: &'s [Found],
    /// What is unlike local storage, by key, in the order of the stores.
    others: Map<Rc<str>, Vec<(Leg, Rc<str>)>>,
}

impl std::fmt::Debug for Union<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Union").field("found", &self.found).finish_non_exhaustive()
    }
}

/// What is to be written so that every store has everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mending {
    /// Where, the key, and the value.
    puts: Vec<(Leg, Rc<str>, Rc<str>)>,
    /// Values that are not whole, of keys whose value another store has.
    damaged: Vec<(Rc<str>, Rc<str>)>,
    /// Stores that have lost all they had.
    pub wiped: Vec<Leg>,
}

impl<'s> Union<'s> {
    #[must_use]
    pub fn new(local: &'s dyn Store, found: &'s [Found]) -> Union<'s> {
        let mut others: Map<Rc<str>, Vec<(Leg, Rc<str>)>> = Map::new();
        for store in found {
            for (key, value) in &store.unlike {
                others.update(key.clone(), |values| values.push((store.leg, value.clone())));
            }
        }
        Union { local, found, others }
    }

    /// What every store is to be given. `used` are the stores that had records before.
    #[must_use]
    pub fn mending(&self, used: &[Leg]) -> Mending {
        let mut mending = Mending::default();
        for (key, values) in self.others.iter() {
            let here = self.local.get(key).ok().flatten();
            let Some(best) = self.whole(key, here.as_deref(), values) else { continue };
            if here.as_deref() != Some(&*best) {
                if let Some(here) = here {
                    mending.damaged.push((key.clone(), here.into()));
                }
                if !is_long(&best) {
                    mending.puts.push((Leg::Local, key.clone(), best.clone()));
                }
            }
            for (leg, value) in values.iter().filter(|(_, value)| *value != best) {
                mending.damaged.push((key.clone(), value.clone()));
                mending.puts.push((*leg, key.clone(), best.clone()));
            }
        }
        for store in self.found {
            for key in &store.lacks {
                let value = self.get(key).ok().flatten();
                let whole = value.filter(|value| is_whole(key, value));
                mending.puts.extend(whole.map(|value| (store.leg, key.clone(), value.into())));
            }
        }
        mending.wiped = self.wiped(used);
        mending
    }

    /// The stores that had records and have none, while another has some.
    fn wiped(&self, used: &[Leg]) -> Vec<Leg> {
        let keys = self.local.keys().unwrap_or_default();
        let is_local_empty = !keys.iter().any(|key| Key::is_journal(key));
        let is_any_there = !is_local_empty || self.found.iter().any(|store| !store.is_empty);
        let found = self.found.iter().filter(|store| store.is_empty).map(|store| store.leg);
        let local = is_local_empty.then_some(Leg::Local);
        let empty = local.into_iter().chain(found);
        empty.filter(|leg| is_any_there && used.contains(leg)).collect()
    }

    fn whole(&self, key: &str, here: Option<&str>, values: &[(Leg, Rc<str>)]) -> Option<Rc<str>> {
        let all = here.into_iter().chain(values.iter().map(|(_, value)| &**value));
        all.filter(|value| is_whole(key, value)).map(Rc::from).next()
    }
}

impl Store for Union<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let here = self.local.get(key);
        let Some(values) = self.others.get(&key.into()) else {
            // What local storage refuses to tell may be in the others as it is there.
            return if self.found.is_empty() { here } else { Ok(here.unwrap_or_default()) };
        };
        let here = here.unwrap_or_default();
        if let Some(Key::Highest { .. }) = Key::parse(key) {
            let all = here.iter().map(String::as_str).chain(values.iter().map(|(_, it)| &**it));
            let highest = all.filter_map(|value| value.parse::<u32>().ok()).max();
            return Ok(highest.map(|highest| highest.to_string()));
        }
        let whole = self.whole(key, here.as_deref(), values).map(|value| value.to_string());
        let first = || values.first().map(|(_, value)| value.to_string());
        Ok(whole.or(here).or_else(first))
    }

    fn put(&mut self, _: &str, _: &str) -> Result<Receipt, StoreError> {
        Err(StoreError::Blocked)
    }

    fn remove(&mut self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let here = self.local.keys();
        let mut keys = if self.found.is_empty() { here? } else { here.unwrap_or_default() };
        let mut known: Map<Rc<str>, ()> = Map::new();
        for key in &keys {
            known.insert(key.as_str().into(), ());
        }
        let new = self.others.keys().filter(|key| !known.contains_key(key));
        keys.extend(new.map(|key| key.to_string()));
        Ok(keys)
    }
}

impl Mending {
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.puts.is_empty() && self.damaged.is_empty()
    }

    /// How many records were damaged in one store and whole in another.
    #[must_use]
    pub fn n_damaged(&self) -> usize {
        self.damaged.len()
    }

    /// Copies what is damaged aside and writes what is whole. A damaged value is replaced only if
    /// its copy is safe. Returns how many records could not be written; they stay in the others.
    pub fn mend<L: Store, B: Background>(&self, stores: &mut Stores<L, B>) -> usize {
        let mut kept: Map<Rc<str>, ()> = Map::new();
        for (key, value) in &self.damaged {
            if set_aside(key, value, stores).is_err() {
                kept.insert(key.clone(), ());
            }
        }
        let mut n_left = 0;
        for (leg, key, value) in &self.puts {
            let is_written = !kept.contains_key(key) && stores.mend(*leg, key, value).is_ok();
            n_left += usize::from(!is_written);
        }
        n_left
    }
}

/// Whether a value is what its key says, or was made by a version that may know.
fn is_whole(key: &str, value: &str) -> bool {
    match Key::parse(key) {
        Some(Key::Frame { .. }) => match Sealed::read(value) {
            Ok(sealed) => sealed.key().to_string() == key,
            Err(why) => matches!(why, Unreadable::Newer(_)),
        },
        Some(Key::Text { sha256 }) => *Text::new(value).sha256() == sha256,
        _ => true,
    }
}
