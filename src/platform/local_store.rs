//! The browser's local storage: strings that outlive the page, about five million UTF-16 units.
//!
//! It answers at once and survives a closed tab, but a killed browser loses up to its last
//! minute.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use super::{files, rescue};
use crate::storage::{Receipt, Store, StoreError};

/// Local storage, looked up anew for every access: it can be blocked while the page is open.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

impl LocalStore {
    #[must_use]
    pub fn new() -> LocalStore {
        LocalStore
    }
}

impl Store for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage()?.get_item(key).map_err(|reason| fault(&reason))
    }

    fn put(&mut self, key: &str, value: &str) -> Result<Receipt, StoreError> {
        is_alive()?;
        storage()?.set_item(key, value).map_err(|reason| fault(&reason))?;
        Ok(Receipt::Acknowledged)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        is_alive()?;
        storage()?.remove_item(key).map_err(|reason| fault(&reason))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = storage()?;
        let n_keys = storage.length().map_err(|reason| fault(&reason))?;
        let mut keys = Vec::new();
        for idx in 0..n_keys {
            // Another tab may have taken keys away meanwhile.
            keys.extend(storage.key(idx).map_err(|reason| fault(&reason))?);
        }
        Ok(keys)
    }
}

fn storage() -> Result<Storage, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Blocked)?;
    // A browser that blocks storage throws here, on the mere look at it, or has none to give.
    window.local_storage().map_err(|reason| fault(&reason))?.ok_or(StoreError::Blocked)
}

/// After a panic the state cannot be trusted, so nothing of it may reach the store.
fn is_alive() -> Result<(), StoreError> {
    if rescue::is_dead() {
        Err(StoreError::Failed("the program has stopped".into()))
    } else {
        Ok(())
    }
}

fn fault(reason: &JsValue) -> StoreError {
    let name = reason.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Blocked,
        _ => StoreError::Failed(files::words(reason).into()),
    }
}
