//! The journal over the three stores: what a page writes, and what they answer.

use std::rc::Rc;

use super::frame::Frame;
use super::journal::{Journal, SaveState};
use super::key::Key;
use super::leg::{Health, Leg, StoreHealth};
use super::store::Store;
use super::stores::{Background, Settled, Stores};
use crate::model::ArticleId;
use crate::text::Text;

/// The journal with its stores.
#[derive(Clone, Debug)]
pub struct Vault<L, B> {
    journal: Journal,
    pub stores: Stores<L, B>,
}

impl<L: Store, B: Background> Vault<L, B> {
    #[must_use]
    pub fn new(stores: Stores<L, B>) -> Vault<L, B> {
        Vault { journal: Journal::default(), stores }
    }

    /// Writes a frame, before the screen shows what it changes.
    pub fn append(&mut self, frame: &Rc<Frame>, text: &Text) -> SaveState {
        self.journal.append(frame, text, &mut self.stores)
    }

    /// Tries again to write what could not be written.
    pub fn retry(&mut self) {
        self.stores.background().retry();
        self.journal.retry(&mut self.stores);
    }

    /// A background store does otherwise now. Returns the articles whose state may be another.
    pub fn turned(&mut self, leg: Leg, health: Health) -> Vec<ArticleId> {
        let is_alive = health.is_alive();
        let settled = self.stores.turned(leg, health);
        let mut changed = self.take(settled);
        if is_alive {
            changed.extend(self.journal.retry(&mut self.stores));
        }
        changed
    }

    /// A background store has these records for good. Returns the articles that have come further.
    pub fn acknowledged<'k>(
        &mut self,
        leg: Leg,
        keys: impl IntoIterator<Item = &'k str>,
    ) -> Vec<ArticleId> {
        let settled = self.stores.acknowledged(leg, keys);
        self.take(settled)
    }

    #[must_use]
    pub fn state(&self, article: &ArticleId) -> SaveState {
        self.journal.state(article)
    }

    #[must_use]
    pub fn health(&self) -> &StoreHealth {
        self.stores.health()
    }

    /// Whether something would be gone with this tab.
    #[must_use]
    pub fn is_any_only_here(&self) -> bool {
        self.stores.is_any_only_here() || self.journal.unsaved().next().is_some()
    }

    fn take(&mut self, settled: Vec<Settled>) -> Vec<ArticleId> {
        let mut changed: Vec<ArticleId> = Vec::new();
        for Settled { key, outcome } in settled {
            let Key::Frame { article, actor, seq } = key else { continue };
            match outcome {
                Ok(()) => self.journal.acknowledge(&article, &actor, seq),
                Err(why) => self.journal.refuse(&article, &actor, seq, why),
            }
            if !changed.contains(&article) {
                changed.push(article);
            }
        }
        changed
    }
}
