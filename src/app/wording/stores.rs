//! What the stores are worth, in words.

use crate::storage::{Health, Leg, SaveState, StoreError, StoreHealth};

/// What stands behind the status while all is well.
#[must_use]
pub fn stores_description(state: &SaveState, stores: &StoreHealth) -> String {
    if *state == SaveState::Saving {
        return "The last change is being written.".into();
    }
    let mut words = String::from(match stores.durable() {
        Leg::File => {
            "Every change is written to files of this browser and confirmed. If the browser is \
             killed, nothing that is shown as saved is lost."
        }
        Leg::Database => {
            "Every change is written to this browser's database and confirmed. This browser has no \
             file storage, which is safer: if it is killed while it writes, it may in rare cases \
             throw the database away, and then up to the last minute can be lost."
        }
        Leg::Local => {
            "Every change is written to this browser's local storage at once, and nothing else \
             works here. If the whole browser is killed or the machine loses power, up to the last \
             minute can be lost."
        }
    });
    match &stores.local {
        Health::Broken(StoreError::Full) => words.push_str(
            " Local storage is full, so a change needs a moment longer until it is saved.",
        ),
        Health::Broken(_) => words.push_str(
            " Local storage is blocked, so a change needs a moment longer until it is saved.",
        ),
        _ => {}
    }
    words.push_str(" Export a file to keep your work elsewhere.");
    words
}

/// What was found and mended when the page was opened.
#[must_use]
pub fn mended(wiped: &[Leg], n_damaged: usize) -> String {
    let mut words = String::new();
    for leg in wiped {
        words.push_str(match leg {
            Leg::Local => "This browser's local storage was empty. ",
            Leg::File => "This browser's file storage was empty. ",
            Leg::Database => "This browser's database was empty. ",
        });
    }
    match n_damaged {
        0 => {}
        1 => words.push_str("1 record was damaged. "),
        n => {
            words.push_str(&n.to_string());
            words.push_str(" records were damaged. ");
        }
    }
    words.push_str("All of it was brought back from another copy. Nothing is lost.");
    words
}
