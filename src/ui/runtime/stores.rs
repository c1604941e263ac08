//! What the stores in the background say, made actions.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Runtime;
use crate::app::Action;
use crate::app::action::Storing;
use crate::platform::durable::{self, Heard};
use crate::platform::{parts, rescue};
use crate::storage::Key;

impl Runtime {
    /// Hears the stores from now on, and gives each what it lacks. Called when the first view is on
    /// the screen. It waits for the whole program: what the stores say can wait as well.
    pub fn hear(self: &Rc<Self>) {
        let runtime = self.clone();
        spawn_local(async move {
            parts::whole().await;
            runtime.attend();
        });
    }

    /// Kept apart from the waiting, which the first picture begins.
    #[inline(never)]
    fn attend(self: &Rc<Self>) {
        let mending = self.mending.take();
        mending.mend(&mut self.vault.borrow_mut().stores);
        let runtime = self.clone();
        self.hearing.replace(Some(durable::listen(move |heard| runtime.heard(heard))));
    }

    fn heard(self: &Rc<Self>, heard: Heard) {
        if rescue::is_dead() {
            return;
        }
        let changed = match heard {
            Heard::Health(leg, health) => self.vault.borrow_mut().turned(leg, health),
            Heard::Acknowledged(leg, keys) => {
                let keys = keys.iter().map(String::as_str);
                self.vault.borrow_mut().acknowledged(leg, keys)
            }
            Heard::Arrived(records) => {
                for (key, record) in &records {
                    match Key::parse(key) {
                        Some(Key::Text { sha256 }) => rescue::keep_text(&sha256, record),
                        _ => rescue::keep_frame(record),
                    }
                }
                self.dispatch(Action::Storing(Storing::Arrived(records)));
                return;
            }
            Heard::Lost(_) => return,
        };
        let (health, saves) = {
            let vault = self.vault.borrow();
            let saves = changed.into_iter().map(|article| (article.clone(), vault.state(&article)));
            (vault.health().clone(), saves.collect::<Vec<_>>())
        };
        let state = self.state();
        let is_news = |(article, saves): &(_, _)| state.saves.get(article) != Some(saves);
        if health != state.stores || saves.iter().any(is_news) {
            self.dispatch(Action::Storing(Storing::Turned { health, saves }));
        }
    }
}
