//! How nothing is ever lost: frames, the journal, recovery and settings, over any store.
//!
//! The state of an article is the fold of its frames. Frames are immutable, self-contained,
//! checksummed and uniquely keyed, so the union of two logs is a log, and any subset of a log is
//! one too. Nothing here knows a browser, a clock or chance: times and ids come in as arguments.
//!
//! The way of a step: [`Document::next_frame`] makes it, [`Document::apply`] does it,
//! [`Journal::append`] stores it, and [`recover`] reads it back through the same fold. A record
//! that comes from another tab goes through [`Sealed::read`], [`Sealed::open`] and
//! [`Document::apply`]; if it is [`Unreadable::Newer`], the article is [`Document::locked`].
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    clippy::todo
)]

mod arrival;
mod checksum;
mod codec;
mod document;
mod envelope;
mod frame;
mod journal;
mod key;
mod leg;
mod recovery;
mod rescued;
mod settings;
mod sim;
mod store;
mod stores;
#[cfg(test)]
mod tests;
mod union;
mod vault;

pub use arrival::arrive;
pub use document::Document;
pub use frame::{Frame, FrameBody, Sealed, Unreadable};
pub use journal::{Journal, NotSaved, SaveState, TEXT_LIMIT};
pub use key::{Key, PREFIX};
pub use leg::{Health, Leg, StoreHealth};
pub use recovery::{Missing, Quarantined, Recovered, Unopenable, WhyUnopenable, recover};
pub use rescued::rescued;
pub use settings::{Setting, Settings};
pub use sim::{Damage, SimStore, Write};
pub use store::{Receipt, Store, StoreError};
pub use stores::{Background, Settled, Stores};
pub use union::{Found, Mending, Union};
pub use vault::Vault;
