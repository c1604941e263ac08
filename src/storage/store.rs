//! What keeps strings under keys: the browser's local storage, or a simulated one.

use std::fmt;
use std::rc::Rc;

/// A store of strings under string keys.
///
/// Writing has two steps: [`Store::put`] answers at once whether the value was *taken*, and says
/// with the [`Receipt`] whether that is already all. A store that writes in the background (a file
/// written by a worker, a database) answers [`Receipt::Pending`] and acknowledges later, through
/// [`Journal::acknowledge`](super::Journal::acknowledge).
pub trait Store {
    /// The value under a key.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read; a missing key is `None`.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a value under a key, in the place of an older one.
    ///
    /// # Errors
    /// [`StoreError`] if the value was not taken; the older value is then still there.
    fn put(&mut self, key: &str, value: &str) -> Result<Receipt, StoreError>;

    /// Takes a key away. For settings and probes only: a record of an article is never removed.
    ///
    /// # Errors
    /// [`StoreError`] if the key is still there.
    fn remove(&mut self, key: &str) -> Result<(), StoreError>;

    /// All keys, those of other programs on the same origin included, in any order.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// Whether it has room for texts that are too long for local storage.
    fn takes_long_texts(&self) -> bool {
        false
    }
}

/// How far a value that was taken has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// As far as this store can bring it.
    Acknowledged,
    /// On its way; an acknowledgement follows.
    Pending,
}

/// Why a store did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// No room is left.
    Full,
    /// The browser lets this page store nothing.
    Blocked,
    /// Anything else, in the store's own words.
    Failed(Rc<str>),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Full => write!(f, "the store is full"),
            StoreError::Blocked => write!(f, "the store is blocked"),
            StoreError::Failed(why) => write!(f, "the store failed: {why}"),
        }
    }
}

impl std::error::Error for StoreError {}
