//! What the stores say.

use std::rc::Rc;

use super::Turn;
use crate::app::action::Storing;
use crate::model::ArticleId;
use crate::storage::{Health, Leg, SaveState, StoreHealth, arrive};

impl Turn<'_, '_> {
    pub(super) fn storing(&mut self, storing: Storing) {
        match storing {
            Storing::Turned { health, saves } => self.turned(health, saves),
            Storing::Arrived(records) => self.arrived(&records),
        }
    }

    fn turned(&mut self, health: StoreHealth, saves: Vec<(ArticleId, SaveState)>) {
        for (article, state) in saves {
            self.state.saves.insert(article, state);
        }
        self.note_used(&health);
        self.state.stores = health;
    }

    /// Remembers which stores have ever worked here, so that an empty one is known to be wiped.
    fn note_used(&mut self, health: &StoreHealth) {
        let mut used = self.state.used_stores.to_string();
        for leg in [Leg::Local, Leg::File, Leg::Database] {
            if *health.of(leg) == Health::Works && !used.split(' ').any(|name| name == leg.name()) {
                if !used.is_empty() {
                    used.push(' ');
                }
                used.push_str(leg.name());
            }
        }
        if *used != *self.state.used_stores {
            self.keep_choice("stores", &used);
            self.state.used_stores = used.into();
        }
    }

    fn arrived(&mut self, records: &[(Rc<str>, Rc<str>)]) {
        for document in arrive(&self.state.library, records) {
            self.state.library.insert(document.id().clone(), Rc::new(document));
        }
        self.forget_what_is_gone();
    }
}
