//! Three stores as one: every record goes to all of them, and one of them must have it for good.
//!
//! Local storage takes a record before the screen changes. The others write in the background;
//! what they were given they acknowledge in that order. A frame is settled once the durable store
//! ([`StoreHealth::durable`]) has it. If that one breaks, the next takes its place; if none is
//! left, what local storage took is stored there alone, and what it did not take is refused.

use std::rc::Rc;

use super::journal::TEXT_LIMIT;
use super::key::Key;
use super::leg::{Health, Leg, StoreHealth};
use super::store::{Receipt, Store, StoreError};
use crate::model::Map;

/// The stores that write in the background.
pub trait Background {
    /// Hands a record to both of them, and to other tabs.
    fn put(&mut self, key: &str, value: &str);

    /// Hands one of them a record that it lacks.
    fn mend(&mut self, leg: Leg, key: &str, value: &str);

    /// Takes a setting away.
    fn remove(&mut self, key: &str);

    /// Opens anew what has failed, and gives it what it did not take.
    fn retry(&mut self);
}

/// The three of them.
#[derive(Clone, Debug)]
pub struct Stores<L, B> {
    local: L,
    background: B,
    health: StoreHealth,
    /// Frames that were handed over and are not settled.
    under_way: Map<Rc<str>, UnderWay>,
}

/// Who has a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
struct UnderWay {
    local: Result<(), StoreError>,
    file: bool,
    database: bool,
}

/// What became of a frame: stored, or nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    pub key: Key,
    pub outcome: Result<(), StoreError>,
}

impl<L: Store, B: Background> Stores<L, B> {
    #[must_use]
    pub fn new(local: L, background: B) -> Stores<L, B> {
        let health = StoreHealth::default();
        Stores { local, background, health, under_way: Map::new() }
    }

    /// Local storage alone.
    #[must_use]
    pub fn local(&self) -> &L {
        &self.local
    }

    #[must_use]
    pub fn background(&mut self) -> &mut B {
        &mut self.background
    }

    #[must_use]
    pub fn health(&self) -> &StoreHealth {
        &self.health
    }

    /// Whether a frame is in memory only, or on its way from there.
    #[must_use]
    pub fn is_any_only_here(&self) -> bool {
        self.under_way.values().any(|it| it.local.is_err())
    }

    /// Takes in how a background store does now.
    pub fn turned(&mut self, leg: Leg, health: Health) -> Vec<Settled> {
        self.health.set(leg, health);
        self.settle()
    }

    /// Takes in that a background store has these records for good.
    pub fn acknowledged<'k>(
        &mut self,
        leg: Leg,
        keys: impl IntoIterator<Item = &'k str>,
    ) -> Vec<Settled> {
        for key in keys {
            let Some(frame) = self.under_way.get_mut(&key.into()) else { continue };
            match leg {
                Leg::File => frame.file = true,
                Leg::Database => frame.database = true,
                Leg::Local => {}
            }
        }
        self.settle()
    }

    /// Writes to one store what it lacks.
    ///
    /// # Errors
    /// [`StoreError`] if local storage did not take it.
    pub fn mend(&mut self, leg: Leg, key: &str, value: &str) -> Result<(), StoreError> {
        if leg == Leg::Local {
            self.local.put(key, value).map(drop)
        } else {
            self.background.mend(leg, key, value);
            Ok(())
        }
    }

    fn settle(&mut self) -> Vec<Settled> {
        let durable = self.health.durable();
        let mut settled = Vec::new();
        for (key, frame) in &self.under_way {
            let outcome = match durable {
                Leg::File if frame.file => Ok(()),
                Leg::Database if frame.database => Ok(()),
                Leg::File | Leg::Database => continue,
                // It may have come to a store that broke right after.
                Leg::Local if frame.file || frame.database => Ok(()),
                Leg::Local => frame.local.clone(),
            };
            settled.extend(Key::parse(key).map(|key| Settled { key, outcome }));
        }
        for Settled { key, .. } in &settled {
            self.under_way.remove(&key.to_string().into());
        }
        settled
    }

    fn put_locally(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        let result = self.local.put(key, value).map(drop);
        let health = match &result {
            Ok(()) => Health::Works,
            Err(why) => Health::Broken(why.clone()),
        };
        self.health.set(Leg::Local, health);
        result
    }
}

impl<L: Store, B: Background> Store for Stores<L, B> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        match self.local.get(key) {
            // What is in the background is known by its acknowledgements only.
            Err(_) if self.health.durable() != Leg::Local => Ok(None),
            found => found,
        }
    }

    fn put(&mut self, key: &str, value: &str) -> Result<Receipt, StoreError> {
        let parsed = Key::parse(key);
        let is_long = matches!(parsed, Some(Key::Text { .. })) && is_long(value);
        let local = if is_long { Err(StoreError::Full) } else { self.put_locally(key, value) };
        if self.health.durable() == Leg::Local {
            return local.map(|()| Receipt::Acknowledged);
        }
        self.background.put(key, value);
        if let Some(Key::Frame { .. }) = parsed {
            let under_way = UnderWay { local, file: false, database: false };
            self.under_way.insert(key.into(), under_way);
        }
        Ok(Receipt::Pending)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.background.remove(key);
        self.local.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.local.keys()
    }

    fn takes_long_texts(&self) -> bool {
        self.health.durable() != Leg::Local
    }
}

/// Whether a text is too long for local storage.
pub(super) fn is_long(text: &str) -> bool {
    let limit = usize::try_from(TEXT_LIMIT).unwrap_or(usize::MAX);
    // A UTF-16 unit is one to three bytes.
    limit < text.len() && limit < text.encode_utf16().count()
}
