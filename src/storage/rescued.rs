//! What the rescue page gave to its person, read again.
//!
//! The page cannot fold frames: it runs when nothing that is compiled here may. Its file holds the
//! records and texts as they were, `{"format":"postil-rescue","frames":[…],"texts":{sha256:text}}`,
//! and is read like a store that holds just these.

use std::rc::Rc;

use super::frame::Sealed;
use super::key::Key;
use super::recovery::{Recovered, recover};
use super::store::{Receipt, Store, StoreError};
use crate::formats::json::Json;
use crate::formats::postil::members::Members;
use crate::formats::postil::value::Pairs;
use crate::model::Map;

const FORMAT: &str = "postil-rescue";

struct File {
    frames: Vec<Rc<str>>,
    texts: Pairs,
}

impl File {
    fn read(bytes: &[u8]) -> Option<File> {
        let json = Json::parse(std::str::from_utf8(bytes).ok()?).ok()?;
        let mut members = Members::of(json).ok()?;
        let format: Rc<str> = members.required("format").ok()?;
        let frames = members.required("frames").ok()?;
        let texts = members.required("texts").ok()?;
        (*format == *FORMAT).then_some(File { frames, texts })
    }
}

/// What a file of the rescue page holds; `None` if it is no such file.
///
/// A record that cannot be read is listed in the answer like one of a store.
#[must_use]
pub fn rescued(bytes: &[u8]) -> Option<Recovered> {
    let file = File::read(bytes)?;
    let mut store = Given::default();
    for (sha256, text) in file.texts.0 {
        store.0.insert(Key::Text { sha256 }.to_string().into(), text);
    }
    for (place, record) in file.frames.into_iter().enumerate() {
        let key = match Sealed::read(&record) {
            Ok(sealed) => sealed.key().to_string(),
            // A key of the journal that no frame has: so the record is reported.
            Err(_) => format!("{}j/{place}", super::key::PREFIX),
        };
        store.0.insert(key.into(), record);
    }
    recover(&store).ok()
}

/// Records in memory, to be read.
#[derive(Default)]
pub(super) struct Given(Map<Rc<str>, Rc<str>>);

impl Given {
    pub(super) fn hold(&mut self, key: &Rc<str>, record: &Rc<str>) {
        self.0.insert(key.clone(), record.clone());
    }
}

impl Store for Given {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.get(&key.into()).map(|record| record.to_string()))
    }

    fn put(&mut self, _: &str, _: &str) -> Result<Receipt, StoreError> {
        Err(StoreError::Blocked)
    }

    fn remove(&mut self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.keys().map(|key| key.to_string()).collect())
    }
}
