//! The journal: writes the frames of one page load and says what is saved.
//!
//! For each article frames are stored in the order they were made, up to the first one that the
//! store does not take. The rest waits in memory, so that what a reload finds is always a state
//! that once was on the screen.

use std::collections::VecDeque;
use std::rc::Rc;

use super::frame::{Frame, FrameBody, Sealed};
use super::key::Key;
use super::recovery::set_aside;
use super::store::{Receipt, Store, StoreError};
use crate::model::{ArticleId, Map};
use crate::text::Text;

/// The longest text that local storage is asked to hold, in UTF-16 units; it has room for about
/// five million units in all. Longer ones are in the other stores.
pub const TEXT_LIMIT: u32 = 200_000;

/// What was appended, and what still waits.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    logs: Map<ArticleId, Log>,
}

/// Whether all that was done to an article is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    Saved,
    /// All of it was taken; some of it is not acknowledged yet.
    Saving,
    /// `steps` frames wait in memory. They are kept, and tried again by [`Journal::retry`].
    NotSaved {
        why: NotSaved,
        steps: usize,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// No room is left.
    Full,
    /// The browser lets this page store nothing.
    Blocked,
    /// The article's text is longer than [`TEXT_LIMIT`], and there is only local storage.
    TooLong,
    /// Another record lies under the frame's key. It is not overwritten.
    Taken,
    /// Anything else, in the store's own words.
    Failed(Rc<str>),
}

/// The frames of one article.
#[derive(Clone, Debug, Default)]
struct Log {
    waiting: VecDeque<Waiting>,
    /// Taken by the store and not acknowledged.
    pending: Map<(Rc<str>, u32), Waiting>,
    trouble: Option<NotSaved>,
}

#[derive(Clone, Debug)]
struct Waiting {
    frame: Rc<Frame>,
    record: String,
    /// Of the frame that begins the article: stored before it.
    text: Option<Text>,
}

impl Journal {
    /// Stores a frame, after those of its article that wait. `text` is the article's.
    ///
    /// A frame that is not taken is kept; the answer says so. A frame that would not read back as
    /// it is (an empty note, an id that is none) stops a debug build.
    pub fn append(&mut self, frame: &Rc<Frame>, text: &Text, store: &mut dyn Store) -> SaveState {
        let record = frame.record(text);
        debug_assert_eq!(
            Sealed::read(&record).and_then(|sealed| sealed.open(text)).as_ref(),
            Ok(&**frame)
        );
        let text = matches!(frame.body, FrameBody::Create(_)).then(|| text.clone());
        let waiting = Waiting { frame: frame.clone(), record, text };
        self.logs.update(frame.article.clone(), |log| {
            log.waiting.push_back(waiting);
            log.flush(store);
        });
        self.state(&frame.article)
    }

    /// Tries to store what waits, of all articles. Returns the articles that have come further.
    pub fn retry(&mut self, store: &mut dyn Store) -> Vec<ArticleId> {
        let mut moved = Vec::new();
        let articles: Vec<ArticleId> = self.logs.keys().cloned().collect();
        for article in articles {
            let Some(log) = self.logs.get_mut(&article) else { continue };
            let before = log.waiting.len();
            log.flush(store);
            if log.waiting.len() < before {
                moved.push(article);
            }
        }
        moved
    }

    /// Takes in that a frame which was [`Receipt::Pending`] is stored for good.
    pub fn acknowledge(&mut self, article: &ArticleId, actor: &Rc<str>, seq: u32) {
        if let Some(log) = self.logs.get_mut(article) {
            log.pending.remove(&(actor.clone(), seq));
        }
    }

    /// Takes in that a frame which was [`Receipt::Pending`] is nowhere. It waits again.
    pub fn refuse(&mut self, article: &ArticleId, actor: &Rc<str>, seq: u32, why: StoreError) {
        let Some(log) = self.logs.get_mut(article) else { return };
        let Some(refused) = log.pending.remove(&(actor.clone(), seq)) else { return };
        let after = log.waiting.iter().position(|other| seq < other.frame.seq);
        log.waiting.insert(after.unwrap_or(log.waiting.len()), refused);
        log.trouble = Some(why.into());
    }

    /// Whether all that was appended of an article is stored.
    #[must_use]
    pub fn state(&self, article: &ArticleId) -> SaveState {
        self.logs.get(article).map_or(SaveState::Saved, Log::state)
    }

    /// The frames of an article that wait, oldest first.
    pub fn waiting(&self, article: &ArticleId) -> impl Iterator<Item = &Rc<Frame>> + '_ {
        self.logs.get(article).into_iter().flat_map(|log| &log.waiting).map(|it| &it.frame)
    }

    /// The articles that have frames waiting.
    pub fn unsaved(&self) -> impl Iterator<Item = &ArticleId> + '_ {
        self.logs.iter().filter(|(_, log)| !log.waiting.is_empty()).map(|(article, _)| article)
    }
}

impl Log {
    fn flush(&mut self, store: &mut dyn Store) {
        self.trouble = None;
        while let Some(first) = self.waiting.front() {
            match first.put(store) {
                Ok(receipt) => {
                    let Some(taken) = self.waiting.pop_front() else { return };
                    if receipt == Receipt::Pending {
                        self.pending.insert((taken.frame.actor.clone(), taken.frame.seq), taken);
                    }
                }
                Err(why) => {
                    self.trouble = Some(why);
                    return;
                }
            }
        }
    }

    fn state(&self) -> SaveState {
        match &self.trouble {
            Some(why) => SaveState::NotSaved { why: why.clone(), steps: self.waiting.len() },
            None if self.pending.is_empty() => SaveState::Saved,
            None => SaveState::Saving,
        }
    }
}

impl Waiting {
    /// Text, then frame, then the note of how far this writer came: stopped anywhere in between,
    /// the store holds nothing that points at what is not there.
    fn put(&self, store: &mut dyn Store) -> Result<Receipt, NotSaved> {
        if let Some(text) = &self.text {
            put_text(text, store)?;
        }
        let key = self.frame.key().to_string();
        let receipt = match store.get(&key)? {
            Some(there) if there == self.record => Receipt::Acknowledged,
            Some(_) => return Err(NotSaved::Taken),
            None => store.put(&key, &self.record)?,
        };
        let highest =
            Key::Highest { article: self.frame.article.clone(), actor: self.frame.actor.clone() };
        // Only a hint, and the next frame writes it anew: without it the frame is no less stored.
        let _hint = store.put(&highest.to_string(), &self.frame.seq.to_string());
        Ok(receipt)
    }
}

fn put_text(text: &Text, store: &mut dyn Store) -> Result<(), NotSaved> {
    if TEXT_LIMIT < text.len_utf16().0 && !store.takes_long_texts() {
        return Err(NotSaved::TooLong);
    }
    let key = Key::Text { sha256: text.sha256().clone() }.to_string();
    match store.get(&key)? {
        Some(there) if there == text.as_str() => return Ok(()),
        // Damaged since it was written. The key can only ever mean the text that is put now.
        Some(damaged) => set_aside(&key, &damaged, store)?,
        None => {}
    }
    store.put(&key, text.as_str())?;
    Ok(())
}

impl From<StoreError> for NotSaved {
    fn from(error: StoreError) -> NotSaved {
        match error {
            StoreError::Full => NotSaved::Full,
            StoreError::Blocked => NotSaved::Blocked,
            StoreError::Failed(why) => NotSaved::Failed(why),
        }
    }
}
