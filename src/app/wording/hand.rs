//! Sentences about many words at once, parts, and the extent of a selection.

use super::shortened;

pub const NOTHING_SELECTED: &str = "Select words first, or a tag.";
pub const ALL_TAGGED: &str = "All of these words have this tag already.";
pub const NO_OTHERS: &str = "These words stand nowhere else without this tag.";
pub const REVIEW_KEYS: &str = "↑ ↓ move, Space or y and n choose, Enter tags, Esc closes.";
pub const NONE_KEPT: &str = "No line is chosen.";

/// `3 times “Trump” as Person`, for the live region.
#[must_use]
pub fn tagged_all(n: usize, words: &str, label: &str) -> String {
    format!("Tagged “{}” as {label}, {}.", shortened(words, 80), times(n))
}

#[must_use]
pub fn spans_tagged(n: usize, label: &str) -> String {
    format!("Tagged as {label}, {}.", times(n))
}

#[must_use]
pub fn removed_all(n: usize, words: &str) -> String {
    format!("Deleted {} of “{}”. Ctrl+Z brings them back.", super::tags(n), shortened(words, 80))
}

fn times(n: usize) -> String {
    if n == 1 { "once".into() } else { format!("{n} times") }
}

/// What a quiet offer says.
#[must_use]
pub fn offer(more: usize, words: &str) -> String {
    format!("{more} more “{}”", shortened(words, 40))
}

/// The heading of the strip of occurrences.
#[must_use]
pub fn review(words: &str, label: &str) -> String {
    format!("“{}” as {label}", shortened(words, 60))
}

#[must_use]
pub fn chosen(kept: usize, all: usize) -> String {
    format!("{kept} of {all} chosen")
}

/// What is not listed in the strip, but will be tagged.
#[must_use]
pub fn not_listed(n: usize) -> String {
    format!("{n} more are chosen and not listed.")
}

/// The button that tags what is chosen.
#[must_use]
pub fn apply(kept: usize) -> String {
    format!("Tag {kept}")
}

/// The button that takes every tag of the same words and label away.
#[must_use]
pub fn delete_all(n: usize) -> String {
    format!("Delete all {n}")
}
