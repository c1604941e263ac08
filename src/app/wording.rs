//! Every sentence that a person reads, in the plain words of the screen.
//!
//! Errors elsewhere carry values; here they become sentences that name the place and the remedy.

use crate::model::{BlockKind, Claimant, LabelKind, Project, QuoteMode, Refusal as PlanRefusal, Who};
use crate::storage::{SaveState, Unsaved};

pub const PRACTICE: &str = "Practice article. Select some words to tag them.";
pub const PASTED_ADDRESS: &str = "This is a web address. Postil cannot fetch pages: it makes no connection to anywhere. \
     Open the page, select the article, copy it, and paste the text here. \
     The address is kept with the article.";
pub const NO_TAGS: &str = "No tags yet. Select words in the article to tag them.";
pub const NOTHING_TO_UNDO: &str = "There is nothing to undo.";
pub const NOTHING_TO_REDO: &str = "There is nothing to redo.";
pub const NO_ARTICLE: &str = "No article is open.";
pub const NO_MORE_TAGS: &str = "There is no further tag.";
pub const NO_TAG_HERE: &str = "There is no tag here.";
pub const PICK_SPEAKER: &str = "Select the words that name who says this. Esc stops.";
pub const BOUNDARIES: &str = "Moving the ends. Arrows move the end, Shift and arrows the start, Enter keeps, Esc takes back.";
pub const EXACT_ON: &str = "Selecting characters.";
pub const EXACT_OFF: &str = "Selecting whole words.";
pub const DISARMED: &str = "No label is ready.";

/// The three texts of the status; programs rely on them.
#[must_use]
pub fn status(state: &SaveState) -> &'static str {
    match state {
        SaveState::Saved => "Saved",
        SaveState::Saving => "Saving",
        SaveState::NotSaved { .. } => "Not saved",
    }
}

/// What stands behind the status.
#[must_use]
pub fn status_description(state: &SaveState) -> String {
    match state {
        SaveState::Saved => "Every change is written to this browser's storage at once. If the whole browser \
             is killed or the machine loses power, up to the last minute can be lost. \
             Export a file to keep your work elsewhere."
            .into(),
        SaveState::Saving => "The last change is being written.".into(),
        SaveState::NotSaved { reason, changes } => {
            format!("{} {} Export a file now to keep it.", not_saved(reason), waiting(*changes))
        }
    }
}

fn waiting(changes: usize) -> String {
    match changes {
        0 => "This article exists only in this tab.".into(),
        1 => "One change exists only in this tab.".into(),
        n => format!("{n} changes exist only in this tab."),
    }
}

fn not_saved(reason: &Unsaved) -> &'static str {
    match reason {
        Unsaved::TooLong => "The article is longer than this browser's storage takes (200,000 characters).",
        Unsaved::Full => "This browser's storage is full: remove articles you no longer need, then try again.",
        Unsaved::Blocked => "This browser blocks storage for this page: allow it in the settings of the site, then reload.",
        Unsaved::Failed(_) => "This browser's storage gave an error.",
        Unsaved::ReadOnly => "This article was changed by a newer Postil; it can be read and exported here, not changed.",
    }
}

/// Why a command was refused.
#[must_use]
pub fn refusal(refusal: &PlanRefusal) -> String {
    match refusal {
        PlanRefusal::UnknownLabel(key) => format!("The label set has no label {key}."),
        PlanRefusal::NotTaggable(key) => format!("{key} is a kind of link and cannot tag words."),
        PlanRefusal::OutOfText(span) => {
            format!("The article has no characters {} to {}.", span.start(), span.end())
        }
        PlanRefusal::NoWords => "There are no words in this selection.".into(),
        PlanRefusal::SplitsCharacter(span) => {
            format!("The span {} to {} would cut a character in two.", span.start(), span.end())
        }
        PlanRefusal::Duplicate(_) => "These words have this tag already.".into(),
        PlanRefusal::IdInUse(id) => format!("The id {id} is in use."),
        PlanRefusal::NotFound(id) => format!("There is no tag {id}."),
        PlanRefusal::NotAClaim(id) => format!("The tag {id} is not a claim."),
        PlanRefusal::UnknownEntity(id) => format!("There is no person, place or thing {id}."),
        PlanRefusal::NoChange => "Nothing changes by that.".into(),
        PlanRefusal::Removed => "This article was removed.".into(),
    }
}

#[must_use]
pub fn quote_mode(mode: QuoteMode) -> &'static str {
    match mode {
        QuoteMode::Direct => "Exact words",
        QuoteMode::Indirect => "Reported",
        QuoteMode::Mixed => "Both",
        QuoteMode::None => "The article's own statement",
    }
}

/// Who says a claim, in a few words; `None` if nobody has answered.
#[must_use]
pub fn speaker(project: &Project, claimant: Option<&Claimant>) -> Option<String> {
    let claimant = claimant?;
    let words = || {
        let picked = claimant.words.as_ref().map(|at| at.words(&project.article.text));
        claimant.text.as_deref().map(str::to_owned).or(picked)
    };
    Some(match &claimant.who {
        Who::Entity { entity, mention } => {
            let name = project.entity(entity).and_then(|entity| entity.name.clone());
            let mention = mention.as_ref().and_then(|id| project.annotation(id));
            let named = || mention.map(|m| m.selector.words(&project.article.text));
            name.as_deref().map(str::to_owned).or_else(named).or_else(words).unwrap_or_else(|| "Somebody".into())
        }
        Who::Article => "The article".into(),
        Who::Named => words().unwrap_or_else(|| "Somebody named".into()),
        Who::Unnamed => words().map_or_else(
            || "Source not named".into(),
            |words| format!("Source not named (“{words}”)"),
        ),
        Who::Unknown => "I can't tell".into(),
    })
}

#[must_use]
pub fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "Title",
        BlockKind::Subtitle => "Subtitle",
        BlockKind::Byline => "Byline",
        BlockKind::Heading => "Heading",
        BlockKind::Paragraph => "Paragraph",
        BlockKind::Quote => "Quotation",
        BlockKind::ListItem => "List item",
        BlockKind::Caption => "Caption",
        BlockKind::Preformatted => "As typed",
    }
}

#[must_use]
pub fn label_kind(kind: LabelKind) -> &'static str {
    match kind {
        LabelKind::Entity => "person, place or thing",
        LabelKind::Claim => "claim",
        LabelKind::Relation => "link",
    }
}

/// `1 tag`, `12 tags`.
#[must_use]
pub fn tags(n: usize) -> String {
    if n == 1 { "1 tag".into() } else { format!("{n} tags") }
}

/// What was tagged, for the live region.
#[must_use]
pub fn tagged(words: &str, label: &str) -> String {
    format!("Tagged “{}” as {label}.", shortened(words, 80))
}

/// The beginning of some words, with an ellipsis where they were cut.
#[must_use]
pub fn shortened(words: &str, chars: usize) -> String {
    let mut short: String = words.chars().take(chars).collect();
    if short.len() < words.len() {
        short.truncate(short.trim_end().len());
        short.push('…');
    }
    short
}
