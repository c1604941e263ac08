//! The three stores, and how each of them does.

use super::store::StoreError;

/// A store that holds the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leg {
    /// Local storage: at once, survives a closed tab, may lose its last minute if the browser is
    /// killed.
    Local,
    /// A log in files: acknowledged when it is flushed, survives a killed browser.
    File,
    /// The browser's database: the durable one where there are no files.
    Database,
}

/// How a store does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Health {
    /// It is being opened and takes records meanwhile.
    #[default]
    Opening,
    Works,
    /// This browser has none, or does not let this page have one.
    Missing,
    /// It failed and is tried again.
    Broken(StoreError),
}

/// How all of them do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoreHealth {
    pub local: Health,
    pub file: Health,
    pub database: Health,
}

impl Leg {
    /// Its name in messages and settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Leg::Local => "local",
            Leg::File => "file",
            Leg::Database => "database",
        }
    }

    #[must_use]
    pub fn of_name(name: &str) -> Option<Leg> {
        [Leg::Local, Leg::File, Leg::Database].into_iter().find(|leg| leg.name() == name)
    }
}

impl Health {
    /// Whether it takes records.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        matches!(self, Health::Opening | Health::Works)
    }
}

impl StoreHealth {
    #[must_use]
    pub fn of(&self, leg: Leg) -> &Health {
        match leg {
            Leg::Local => &self.local,
            Leg::File => &self.file,
            Leg::Database => &self.database,
        }
    }

    pub(super) fn set(&mut self, leg: Leg, health: Health) {
        match leg {
            Leg::Local => self.local = health,
            Leg::File => self.file = health,
            Leg::Database => self.database = health,
        }
    }

    /// The store whose word counts for **Saved**: the log in files, else the database, else local
    /// storage alone.
    #[must_use]
    pub fn durable(&self) -> Leg {
        if self.file.is_alive() {
            Leg::File
        } else if self.database.is_alive() {
            Leg::Database
        } else {
            Leg::Local
        }
    }
}
