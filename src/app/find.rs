//! Finding: what is asked for in the one search box, and what there is of it.

mod matching;
mod query;
mod search;
mod state;
#[cfg(test)]
mod tests;

pub use matching::{Only, passes};
pub use query::{FIELDS, Fault, Query};
pub use search::{Found, Hit, MOST_HITS, search};
pub use state::{Find, Sought};
