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

pub const NOTHING_TO_ADD: &str = "Select the words to add first.";
pub const NO_TAG_TO_ADD_TO: &str = "Select a tag first, then the words to add.";
pub const ONLY_PART: &str = "The tag has no other part. Delete takes it away.";
pub const NOTHING_TO_SPLIT: &str =
    "Put the caret where the tag is to be divided, or select some of its words.";
pub const NOTHING_LARGER: &str = "There is nothing larger to select.";
pub const NOTHING_SMALLER: &str = "The selection was not grown.";
pub const CHOOSE_ANOTHER_LABEL: &str = "Choose another label for the same words.";
pub const UNSURE: &str = "Unsure.";
pub const SURE: &str = "Sure.";
pub const CHOOSE_SEVERAL: &str = "Choose several tags first: k, or Ctrl and a click in the list.";

/// How many annotations are chosen together.
#[must_use]
pub fn marked(n: usize) -> String {
    if n == 0 { "No tag is chosen.".into() } else { format!("{} chosen.", super::tags(n)) }
}

#[must_use]
pub fn deleted(n: usize) -> String {
    format!("Deleted {}. Ctrl+Z brings them back.", super::tags(n))
}

#[must_use]
pub fn relabelled(n: usize, label: &str) -> String {
    format!("{} as {label}.", super::tags(n))
}

/// The button that opens what can be done with many.
#[must_use]
pub fn with_many(n: usize, chosen: bool) -> String {
    format!("{} {}", super::tags(n), if chosen { "chosen" } else { "shown" })
}

/// Above what can be done to a tag with the selected words.
#[must_use]
pub fn of_tag(words: &str) -> String {
    format!("Tag “{words}”")
}
