//! Every sentence that a person reads, in the plain words of the screen.
//!
//! Errors elsewhere carry values; here they become sentences that name the place and the remedy.

pub mod check;
pub mod claim;
mod finding;
pub mod hand;
pub mod labels;
pub mod names;

use super::keys::{Clash, KeyCommand, stroke_shown};
use super::state::News;
use super::update::Denied;
use crate::formats::{Loss, Lost, Refusal as FileRefusal};
use crate::model::{BlockKind, Claimant, Project, QuoteMode, Refusal as Refused, Who};
use crate::storage::{NotSaved, SaveState};

pub use finding::{
    HITS_TAGGED_ALREADY, NO_SUCH_TAGS, find_count, find_fault, found, hits_tagged, only,
};

pub const PRACTICE: &str = "Practice article. Select some words to tag them.";
pub const PASTED_ADDRESS: &str = "This is a web address. Postil cannot fetch pages: it makes no connection to anywhere. \
     Open the page, select the article, copy it, and paste the text here. \
     The address is kept with the article.";
pub const NO_TAGS: &str = "No tags yet. Select words in the article to tag them.";
pub const NOTHING_TO_UNDO: &str = "There is nothing to undo.";
pub const NOTHING_TO_REDO: &str = "There is nothing to redo.";
pub const NO_ARTICLE: &str = "No article is open.";
pub const NO_MORE_TAGS: &str = "There is no further tag.";
pub const NOTHING_RESCUED: &str = "No article in it can be opened.";
pub const NO_TAG_HERE: &str = "There is no tag here.";
pub const PICK_SPEAKER: &str = "Select the words that name who says this. Enter keeps, Esc stops.";
pub const BOUNDARIES: &str = "Moving the ends. Arrows move the end, Shift and arrows the start, Enter keeps, Esc takes back.";
pub const EXACT_ON: &str = "Selecting characters.";
pub const EXACT_OFF: &str = "Selecting whole words.";
pub const KEYS: &str = "Single keys act while the focus is in the article or in a list, never while you type. \
     With Shift, a motion selects, and a label's key tags every occurrence. While a key is awaited, Esc leaves it \
     as it is and Delete takes it away. On a Mac, Command stands for Ctrl, and Option moves by word.";
pub const ALL_DONE: &str = "Done. No article is left to do.";
pub const NOT_DONE: &str = "This article is not done.";
pub const DISARMED: &str = "No label is ready.";

/// A command got another key.
#[must_use]
pub fn key_bound(command: &KeyCommand, stroke: Option<&str>) -> String {
    match stroke {
        Some(stroke) => [command.name, ": ", &stroke_shown(stroke), "."].concat(),
        None => [command.name, ": no key."].concat(),
    }
}

/// Why a key cannot be had.
#[must_use]
pub fn key_clash(clash: &Clash) -> String {
    match clash {
        Clash::Command(name) => {
            ["That key is taken: ", name, ". Give that another key first."].concat()
        }
        Clash::Label(name) => ["That key is taken by the label ", name, "."].concat(),
        Clash::Tab => "Tab always leaves the article. Choose another key.".into(),
        Clash::Browser => "The browser keeps that key for itself. Choose another.".into(),
    }
}

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
        SaveState::Saved => {
            "Every change is written to this browser's storage at once. If the whole browser \
             is killed or the machine loses power, up to the last minute can be lost. \
             Export a file to keep your work elsewhere."
                .into()
        }
        SaveState::Saving => "The last change is being written.".into(),
        SaveState::NotSaved { why, steps } => {
            format!("{} {} Export a file now to keep it.", not_saved(why), waiting(*steps))
        }
    }
}

fn waiting(steps: usize) -> String {
    match steps {
        0 | 1 => "The last change exists only in this tab.".into(),
        n => format!("{n} changes exist only in this tab."),
    }
}

fn not_saved(why: &NotSaved) -> String {
    match why {
        NotSaved::Full => "This browser's storage is full. Remove data of other pages on this \
             address, then try again."
            .into(),
        NotSaved::Blocked => "This browser blocks storage for this page. Allow it in the settings \
             of the site, then reload."
            .into(),
        NotSaved::TooLong => "The article is longer than this browser's storage takes \
             (200,000 characters)."
            .into(),
        NotSaved::Taken => "Another record lies in the place of this one. Reload the page.".into(),
        NotSaved::Failed(error) => format!("This browser's storage gave an error ({error})."),
    }
}

/// Why a command was not carried out.
#[must_use]
pub fn denied(denied: &Denied) -> String {
    match denied {
        Denied::NoArticle => NO_ARTICLE.into(),
        Denied::ReadOnly => "This article was changed by a newer Postil. It can be read and \
             exported here, not changed."
            .into(),
        Denied::Plan(refusal) => refused(refusal),
    }
}

/// Why a command was refused.
#[must_use]
pub fn refused(refusal: &Refused) -> String {
    match refusal {
        Refused::NoChange => "Nothing changes by that.".into(),
        Refused::NoAnnotation(id) => format!("There is no tag {id}."),
        Refused::NoEntity(id) => format!("There is no person, place or thing {id}."),
        Refused::NotAClaim(id) => format!("The tag {id} is not a claim."),
        Refused::NotAMention(_) => "A claim is not the name of a person, place or thing.".into(),
        Refused::NoLabelOfNames(key) => format!("{key} is not a label for names."),
        Refused::NotWikidata(typed) => format!(
            "“{}” is no Wikidata id. It is a Q and a number, such as Q1858, or an address of wikidata.org.",
            shortened(typed, 80)
        ),
        Refused::NoLink(id) => format!("There is no link {id}."),
        Refused::NoEnd(id) => format!("There is nothing {id} to link."),
        Refused::NoLabelOfLinks(key) => format!("{key} is not a kind of link."),
        Refused::LinkToItself => "Nothing can be linked to itself.".into(),
        Refused::LinkNotAllowed(key) => {
            format!("The label set does not allow the link {key} between these two.")
        }
        Refused::Linked(_) => "These two have this link already.".into(),
        Refused::NamesAnother { mention, entity } => {
            format!("The tag {mention} does not name {entity}.")
        }
        Refused::UnknownLabel(key) => format!("The label set has no label {key}."),
        Refused::LabelOfLinks(key) => format!("{key} is a kind of link and cannot tag words."),
        Refused::MisfitLabel(key) => format!("The label {key} does not fit here."),
        Refused::PassesItselfOn => "A claim cannot pass itself on.".into(),
        Refused::Cycle(_) => {
            "That claim is passed on by this one, so it cannot pass this one on.".into()
        }
        Refused::NamedTwice(_) => "It is named already.".into(),
        Refused::NotATime(text) => format!(
            "“{text}” is not kept: write a time as year-month-day, such as 2019-05-04, or a year."
        ),
        Refused::NotADecimal(text) => {
            format!("“{text}” is not kept: write a number, such as 4 or 4.5.")
        }
        Refused::NotAWebAddress(text) => format!(
            "“{text}” is not kept: write the whole address of a page, with https:// at its start."
        ),
        Refused::EmptyEvidence => {
            "Give words of the article, an address, a quote or a note.".into()
        }
        Refused::IdInUse(id) => format!("The id {id} is in use."),
        Refused::OutOfText(span) => {
            format!("The article has no characters {} to {}.", span.start(), span.end())
        }
        Refused::Blank(_) => "There are no words in this selection.".into(),
        Refused::SplitsCharacter(at) => {
            format!("A span that ends at {at} would cut a character in two.")
        }
        Refused::OtherKind(_) => "A claim and a name cannot become one tag.".into(),
        Refused::Duplicate(_) => "These words have this tag already.".into(),
        Refused::Labels(fault) => labels::fault_of(fault),
        Refused::NoFate(key) => labels::no_fate(key.as_str()),
        Refused::NoAttribute(key) => format!("The label has no field {key}."),
        Refused::NotAValue { value, .. } => labels::not_a_value(value),
    }
}

/// In the order in which they are offered.
pub const QUOTE_MODES: [QuoteMode; 4] =
    [QuoteMode::Direct, QuoteMode::Indirect, QuoteMode::Mixed, QuoteMode::None];

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
            name.as_deref()
                .map(str::to_owned)
                .or_else(named)
                .or_else(words)
                .unwrap_or_else(|| "Somebody".into())
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

/// What was exported, for the live region.
#[must_use]
pub fn exported(name: &str, n_annotations: usize) -> String {
    format!("Saved {name}. Read back and compared: {} as on the screen.", tags(n_annotations))
}

/// Why a file was refused, with the place of the fault and what to do.
#[must_use]
pub fn file_refused(refusal: &FileRefusal) -> String {
    match refusal {
        FileRefusal::NotText(fault) => format!(
            "It is not a text in UTF-8 or UTF-16 ({fault}). Save it as plain text in UTF-8 and open that."
        ),
        FileRefusal::Binary => {
            "It is not a text. Postil opens plain text and its own files.".into()
        }
        FileRefusal::Empty => "There is no text in it.".into(),
        FileRefusal::NotJson { line, column } => format!(
            "It breaks off or is damaged at line {line}, column {column}. Export it again from where it was made."
        ),
        FileRefusal::Foreign => "It is JSON, but not a Postil file.".into(),
        FileRefusal::Newer { version } => {
            format!(
                "It was made by a newer Postil (file version {version}). Use that one to open it."
            )
        }
        FileRefusal::NoSuchFormat(id) => format!("Postil does not read the format {id}."),
        FileRefusal::Fault(fault) => format!(
            "It was changed or damaged since it was exported: {fault}. Nothing of it was taken in."
        ),
    }
}

/// What a notice says.
#[must_use]
pub fn news(news: &News) -> String {
    match news {
        News::Refused { name, refusal } => {
            format!("“{name}” was not opened. {}", file_refused(refusal))
        }
        News::Unreadable { name, why } => format!("“{name}” could not be read: {why}"),
        News::OpenedBeside { name } => format!(
            "An article of the same origin is here with other content. “{name}” was opened beside it, under a new id; nothing was overwritten."
        ),
        News::Orphans { name, count } => {
            let lost = if *count == 1 {
                "1 tag has lost its place".into()
            } else {
                format!("{count} tags have lost their place")
            };
            format!(
                "In “{name}” {lost}: the words are not where the file says. They are kept and listed."
            )
        }
        News::Removed { title, .. } => format!("Removed “{title}”."),
        News::Unproven { what } => format!(
            "The export did not read back as what is on the screen ({what}) and was not offered. Your tags are safe in this browser."
        ),
        News::SetAside { count } => {
            let records = if *count == 1 {
                "1 record of the storage".into()
            } else {
                format!("{count} records of the storage")
            };
            format!(
                "{records} could not be read. They were set aside, nothing was deleted, and the rest is here."
            )
        }
        News::Unopenable { count } => {
            let articles = if *count == 1 {
                "1 article of the storage".into()
            } else {
                format!("{count} articles of the storage")
            };
            format!(
                "{articles} cannot be opened, since a part is missing or damaged. What is there is kept."
            )
        }
    }
}

/// What a format leaves out.
#[must_use]
pub fn loss(loss: &Loss) -> String {
    let what = match loss.what {
        Lost::Overlaps => "overlapping tags",
        Lost::Discontinuities => "tags of several parts",
        Lost::Orphans => "tags that have lost their place",
        Lost::Claims => "claims",
        Lost::ClaimFields => "answers about claims",
        Lost::Relations => "links",
        Lost::Entities => "persons, places and things with more than one tag",
        Lost::Attributes => "attributes",
        Lost::Notes => "notes",
        Lost::Decisions => "decisions that something is not to be tagged",
    };
    format!("{what}: {}", loss.count)
}
