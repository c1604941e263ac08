//! Reading a store: every article that can be had, and a list of all that cannot.
//!
//! Reading never writes. What cannot be read stays where it is, and is copied verbatim to a key of
//! its own by [`Recovered::quarantine`]; nothing is ever deleted.

use std::rc::Rc;

use super::Document;
use super::checksum::crc32c;
use super::frame::{Place, Sealed, Unreadable};
use super::key::Key;
use super::store::{Store, StoreError};
use crate::model::{ArticleId, Map};
use crate::text::Text;

/// What a store holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    pub documents: Map<ArticleId, Document>,
    /// Articles whose records are there and not enough. Their records stay.
    pub unopenable: Vec<Unopenable>,
    /// Records that could not be read.
    pub quarantined: Vec<Quarantined>,
    /// Records of a newer version; the articles they belong to are read-only.
    pub newer: Vec<Quarantined>,
    /// Records that should be there and are not.
    pub missing: Vec<Missing>,
}

/// An article that cannot be opened. Where its beginning or its text is gone, bringing in its file
/// once more and reading the store anew gives all of it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unopenable {
    pub article: ArticleId,
    pub why: WhyUnopenable,
    pub n_records: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyUnopenable {
    /// The frame it begins with is not there or cannot be read.
    NoBeginning,
    /// The text with this hash is not there.
    NoText(Rc<str>),
    /// What lies under the text's key is another text.
    DamagedText(Rc<str>),
    /// It was begun by a newer version.
    Newer,
}

/// A record that was not read, as it lies in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    pub key: Rc<str>,
    pub record: Rc<str>,
    pub why: Unreadable,
}

/// A writer whose records are not all there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub article: ArticleId,
    pub actor: Rc<str>,
    /// How many frames it wrote, as far as anything tells.
    pub expected: u32,
    /// How many of them are there, readable or not.
    pub found: u32,
}

/// Reads everything in a store.
///
/// # Errors
/// [`StoreError`] if the store cannot be read. What is wrong with single records is part of the
/// answer.
pub fn recover(store: &dyn Store) -> Result<Recovered, StoreError> {
    let mut recovered = Recovered::default();
    let mut found = Found::default();
    for key in store.keys()? {
        found.look_at(&key, store, &mut recovered)?;
    }
    for (article, records) in &found.articles {
        open(article, records, &mut found.texts, store, &mut recovered)?;
    }
    recovered.missing = found.missing();
    Ok(recovered)
}

impl Recovered {
    /// Copies what could not be read to keys of its own. Returns how many are copied by now; the
    /// rest stays where it is, as do the originals.
    pub fn quarantine(&self, store: &mut dyn Store) -> usize {
        let copied = |record: &&Quarantined| set_aside(&record.key, &record.record, store).is_ok();
        self.quarantined.iter().filter(copied).count()
    }
}

/// Copies a value to a quarantine key that names it and where it came from.
pub(super) fn set_aside(key: &str, value: &str, store: &mut dyn Store) -> Result<(), StoreError> {
    let crc = crc32c(value.as_bytes());
    let copy = Key::Quarantine { crc, original: key.into() }.to_string();
    if store.get(&copy)?.as_deref() != Some(value) {
        store.put(&copy, value)?;
    }
    Ok(())
}

/// What a look through the keys has found.
#[derive(Default)]
struct Found {
    articles: Map<ArticleId, Records>,
    writers: Map<(ArticleId, Rc<str>), Writer>,
    texts: Texts,
}

/// The records of one article.
#[derive(Clone, Default)]
struct Records {
    /// With their keys, in the order of the log.
    sound: Map<Place, (Rc<str>, Sealed)>,
    n_unreadable: usize,
    n_newer: usize,
}

#[derive(Clone, Default)]
struct Writer {
    seqs: Map<u32, ()>,
    highest: u32,
}

/// Texts that were asked for.
type Texts = Map<Rc<str>, Result<Text, WhyUnopenable>>;

impl Found {
    fn look_at(
        &mut self,
        key: &str,
        store: &dyn Store,
        recovered: &mut Recovered,
    ) -> Result<(), StoreError> {
        match Key::parse(key) {
            Some(Key::Highest { article, actor }) => {
                let highest = store.get(key)?.and_then(|value| value.parse().ok());
                self.writers.update((article, actor), |writer| {
                    writer.highest = writer.highest.max(highest.unwrap_or_default());
                });
            }
            Some(Key::Frame { article, actor, seq }) => {
                let Some(record) = store.get(key)? else { return Ok(()) };
                self.writers.update((article.clone(), actor), |writer| {
                    writer.seqs.insert(seq, ());
                });
                let sealed = match Sealed::read(&record) {
                    Ok(sealed) if sealed.key().to_string() != key => Err(Unreadable::Misplaced),
                    sealed => sealed,
                };
                self.articles.update(article, |records| match sealed {
                    Ok(sealed) => {
                        records.sound.insert(sealed.place(), (key.into(), sealed));
                    }
                    Err(why) => {
                        let is_newer = matches!(why, Unreadable::Newer(_));
                        records.n_newer += usize::from(is_newer);
                        records.n_unreadable += usize::from(!is_newer);
                        recovered.set_apart(key, &record, why);
                    }
                });
            }
            None if Key::is_journal(key) => {
                let Some(record) = store.get(key)? else { return Ok(()) };
                recovered.set_apart(key, &record, Unreadable::Misplaced);
            }
            _ => {}
        }
        Ok(())
    }

    fn missing(&self) -> Vec<Missing> {
        let missing = |((article, actor), writer): (&(ArticleId, Rc<str>), &Writer)| {
            let last = writer.seqs.last().map_or(0, |(seq, ())| *seq);
            let expected = writer.highest.max(last);
            let found = u32::try_from(writer.seqs.len()).unwrap_or(u32::MAX);
            (found < expected).then(|| Missing {
                article: article.clone(),
                actor: actor.clone(),
                expected,
                found,
            })
        };
        self.writers.iter().filter_map(missing).collect()
    }
}

impl Recovered {
    fn set_apart(&mut self, key: &str, record: &str, why: Unreadable) {
        let list = match why {
            Unreadable::Newer(_) => &mut self.newer,
            _ => &mut self.quarantined,
        };
        list.push(Quarantined { key: key.into(), record: record.into(), why });
    }
}

/// Folds the records of one article.
fn open(
    article: &ArticleId,
    records: &Records,
    texts: &mut Texts,
    store: &dyn Store,
    recovered: &mut Recovered,
) -> Result<(), StoreError> {
    let text = match text_of(records, texts, store, recovered)? {
        Ok(text) => text,
        Err(why) => {
            let n_records = records.sound.len() + records.n_unreadable + records.n_newer;
            let article = article.clone();
            recovered.unopenable.push(Unopenable { article, why, n_records });
            return Ok(());
        }
    };
    let mut frames = Vec::with_capacity(records.sound.len());
    let mut read_only = 0 < records.n_newer;
    for (key, sealed) in records.sound.values() {
        match sealed.open(&text) {
            Ok(frame) => frames.push(Rc::new(frame)),
            Err(why) => {
                read_only |= matches!(why, Unreadable::Newer(_));
                let record = store.get(key)?.unwrap_or_default();
                recovered.set_apart(key, &record, why);
            }
        }
    }
    match Document::fold(frames) {
        Some(document) => {
            let document = if read_only { document.locked() } else { document };
            recovered.documents.insert(article.clone(), document);
        }
        None => {
            let why = if read_only { WhyUnopenable::Newer } else { WhyUnopenable::NoBeginning };
            let n_records = records.sound.len() + records.n_unreadable + records.n_newer;
            let article = article.clone();
            recovered.unopenable.push(Unopenable { article, why, n_records });
        }
    }
    Ok(())
}

/// The text of the first creating frame that has one.
fn text_of(
    records: &Records,
    texts: &mut Texts,
    store: &dyn Store,
    recovered: &mut Recovered,
) -> Result<Result<Text, WhyUnopenable>, StoreError> {
    let mut why =
        if 0 < records.n_newer { WhyUnopenable::Newer } else { WhyUnopenable::NoBeginning };
    for sha256 in records.sound.values().filter_map(|(_, sealed)| sealed.text_name()) {
        let text = match texts.get(sha256) {
            Some(text) => text.clone(),
            None => {
                let text = read_text(sha256, store, recovered)?;
                texts.insert(sha256.clone(), text.clone());
                text
            }
        };
        match text {
            Ok(text) => return Ok(Ok(text)),
            Err(this) => why = this,
        }
    }
    Ok(Err(why))
}

fn read_text(
    sha256: &Rc<str>,
    store: &dyn Store,
    recovered: &mut Recovered,
) -> Result<Result<Text, WhyUnopenable>, StoreError> {
    let key = Key::Text { sha256: sha256.clone() }.to_string();
    let Some(value) = store.get(&key)? else {
        return Ok(Err(WhyUnopenable::NoText(sha256.clone())));
    };
    let text = Text::new(value);
    if text.sha256() == sha256 {
        return Ok(Ok(text));
    }
    recovered.set_apart(&key, text.as_str(), Unreadable::Text);
    Ok(Err(WhyUnopenable::DamagedText(sha256.clone())))
}
