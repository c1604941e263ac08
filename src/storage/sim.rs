//! A simulated store, for tests: it fails, fills up, crashes and rots as it is told.

use std::collections::BTreeMap;

use super::store::{Receipt, Store, StoreError};

/// A store in memory that keeps every write, so that it can be taken back to any moment.
///
/// ```
/// use postil::storage::{SimStore, Store, StoreError};
///
/// let mut store = SimStore::default();
/// store.fail_write(2);
/// assert!(store.put("a", "1").is_ok());
/// assert!(store.put("b", "2").is_err());
/// assert!(store.put("b", "2").is_ok());
/// assert_eq!(store.crashed_after(1).keys(), Ok(vec!["a".to_owned()]));
/// ```
#[derive(Clone, Debug, Default)]
pub struct SimStore {
    entries: BTreeMap<String, String>,
    before: BTreeMap<String, String>,
    writes: Vec<Write>,
    n_attempts: usize,
    fail_at: Option<usize>,
    quota: Option<usize>,
    is_blocked: bool,
    is_slow: bool,
}

/// One write that the store took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    Put { key: String, value: String },
    Remove { key: String },
}

/// What happens to the characters of one value on a bad disk. Places count characters and are
/// taken modulo the length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    Replace {
        at: usize,
        with: char,
    },
    Insert {
        at: usize,
        what: char,
    },
    Delete {
        at: usize,
    },
    /// Only the characters before `at` are left.
    Truncate {
        at: usize,
    },
}

impl SimStore {
    /// A store that holds these keys and values from the start.
    #[must_use]
    pub fn holding(entries: impl IntoIterator<Item = (String, String)>) -> SimStore {
        let entries: BTreeMap<_, _> = entries.into_iter().collect();
        SimStore { before: entries.clone(), entries, ..SimStore::default() }
    }

    /// The `nth` write from now on fails, once; 1 is the next.
    pub fn fail_write(&mut self, nth: usize) {
        self.fail_at = Some(self.n_attempts.saturating_add(nth));
    }

    /// Sets how many UTF-16 units keys and values may have together, as browsers count; `None` for
    /// no limit. What is there stays.
    pub fn set_quota(&mut self, units: Option<usize>) {
        self.quota = units;
    }

    /// From now on neither reads nor writes.
    pub fn block(&mut self) {
        self.is_blocked = true;
    }

    pub fn unblock(&mut self) {
        self.is_blocked = false;
    }

    /// From now on answers [`Receipt::Pending`].
    pub fn slow_down(&mut self) {
        self.is_slow = true;
    }

    /// The writes that were taken, in order.
    #[must_use]
    pub fn writes(&self) -> &[Write] {
        &self.writes
    }

    /// What a crash after the first `n` writes leaves.
    #[must_use]
    pub fn crashed_after(&self, n: usize) -> SimStore {
        self.with_writes(|at| at < n)
    }

    /// What is left if only the writes whose places (from 0) are chosen reached the disk.
    #[must_use]
    pub fn with_writes(&self, reached: impl Fn(usize) -> bool) -> SimStore {
        let mut left = SimStore::holding(self.before.clone());
        for (_, write) in self.writes.iter().enumerate().filter(|(at, _)| reached(*at)) {
            left.enact(write.clone());
        }
        SimStore::holding(left.entries)
    }

    /// Damages the value under a key. Returns whether it is another value now.
    pub fn damage(&mut self, key: &str, damage: Damage) -> bool {
        let Some(value) = self.entries.get_mut(key) else { return false };
        let mut chars: Vec<char> = value.chars().collect();
        let wrap = |at: usize| at.checked_rem(chars.len()).unwrap_or_default();
        match damage {
            Damage::Replace { at, with } => {
                let at = wrap(at);
                if let Some(place) = chars.get_mut(at) {
                    *place = with;
                }
            }
            Damage::Insert { at, what } => chars.insert(wrap(at), what),
            Damage::Delete { at } if !chars.is_empty() => drop(chars.remove(wrap(at))),
            Damage::Delete { .. } => {}
            Damage::Truncate { at } => chars.truncate(wrap(at)),
        }
        let damaged: String = chars.into_iter().collect();
        let is_other = damaged != *value;
        *value = damaged;
        is_other
    }

    /// Loses the value under a key, as a bad disk does.
    pub fn lose(&mut self, key: &str) {
        self.entries.remove(key);
    }

    /// All keys with their values, in the order of the keys.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> + '_ {
        self.entries.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// UTF-16 units of all keys and values.
    #[must_use]
    pub fn units(&self) -> usize {
        self.entries.iter().map(|(key, value)| units(key).saturating_add(units(value))).sum()
    }

    fn attempt(&mut self) -> Result<(), StoreError> {
        if self.is_blocked {
            return Err(StoreError::Blocked);
        }
        self.n_attempts = self.n_attempts.saturating_add(1);
        if self.fail_at == Some(self.n_attempts) {
            return Err(StoreError::Failed("as planned".into()));
        }
        Ok(())
    }

    fn enact(&mut self, write: Write) {
        match &write {
            Write::Put { key, value } => drop(self.entries.insert(key.clone(), value.clone())),
            Write::Remove { key } => drop(self.entries.remove(key)),
        }
        self.writes.push(write);
    }
}

impl Store for SimStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if self.is_blocked { Err(StoreError::Blocked) } else { Ok(self.entries.get(key).cloned()) }
    }

    fn put(&mut self, key: &str, value: &str) -> Result<Receipt, StoreError> {
        self.attempt()?;
        let old = self.entries.get(key).map_or(0, |old| units(key).saturating_add(units(old)));
        let new = units(key).saturating_add(units(value));
        let after = self.units().saturating_sub(old).saturating_add(new);
        if self.quota.is_some_and(|quota| quota < after) {
            return Err(StoreError::Full);
        }
        self.enact(Write::Put { key: key.into(), value: value.into() });
        Ok(if self.is_slow { Receipt::Pending } else { Receipt::Acknowledged })
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.attempt()?;
        self.enact(Write::Remove { key: key.into() });
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        if self.is_blocked {
            Err(StoreError::Blocked)
        } else {
            Ok(self.entries.keys().cloned().collect())
        }
    }
}

fn units(string: &str) -> usize {
    string.encode_utf16().count()
}
