//! What is said about checking.

use super::shortened;
use crate::app::check::{Fault, Fix};
use crate::model::{Candidate, CandidateKind, IsNot, LabelKey, Project};

pub const ALL_DECIDED: &str = "Nothing is left to decide.";
pub const NOTHING_AT_HAND: &str = "Nothing undecided is selected here. j goes to the next.";
pub const NOTHING_WRONG: &str = "Nothing looks wrong.";

/// What a candidate may be, for one of them.
#[must_use]
pub fn kind(kind: CandidateKind) -> &'static str {
    match kind {
        CandidateKind::Name => "Name?",
        CandidateKind::Quotation => "Quotation",
        CandidateKind::Number => "Numbers",
        CandidateKind::Speaker => "Speaker?",
    }
}

/// The same for many.
#[must_use]
pub fn kinds(kind: CandidateKind) -> &'static str {
    match kind {
        CandidateKind::Name => "Names",
        CandidateKind::Quotation => "Quotations",
        CandidateKind::Number => "Sentences with numbers",
        CandidateKind::Speaker => "Speakers without a name",
    }
}

/// What a person can say that it is not.
#[must_use]
pub fn not(is_not: IsNot) -> &'static str {
    match is_not {
        IsNot::Entity => "Not a name",
        IsNot::Claim => "Not a claim",
    }
}

/// A candidate for the live region.
#[must_use]
pub fn candidate(candidate: &Candidate, words: &str, n_open: usize) -> String {
    let words = shortened(words, 80);
    let not = not(candidate.kind.may_not_be());
    format!("{} “{words}”. {n_open} undecided. d: {not}.", kind(candidate.kind))
}

#[must_use]
pub fn denied(is_not: IsNot, words: &str, count: usize) -> String {
    let words = shortened(words, 60);
    let times = if 1 < count { format!(", {count} times") } else { String::new() };
    format!("{}: “{words}”{times}.", not(is_not))
}

/// `37 of 52 decided`
#[must_use]
pub fn meter(decided: usize, all: usize) -> String {
    format!("{decided} of {all} decided")
}

/// The heading of a kind of finding.
#[must_use]
pub fn faults(fault: &Fault) -> &'static str {
    match fault {
        Fault::NoSpeaker => "Claims without a speaker",
        Fault::SpeakerUntagged => "Speakers that are not tagged",
        Fault::OtherLabel(_) => "The same words with two labels",
        Fault::Edges => "Punctuation or spaces at the ends",
        Fault::Crosses(_) => "Names that cross",
        Fault::Empty(_) => "Something required is empty",
        Fault::Lost => "Lost their place",
        Fault::OtherThanName(_) => "One name with tags of two labels",
    }
}

/// What is wrong with one of them, beside its words; empty where the heading says it all.
#[must_use]
pub fn fault(project: &Project, fault: &Fault) -> String {
    match fault {
        Fault::OtherLabel(key) => format!("elsewhere {}", label(project, key)),
        Fault::OtherThanName(key) => format!("the name is {}", label(project, key)),
        Fault::Crosses(other) => {
            let other = project.annotation(other);
            let words = other.map(|it| it.selector.words(&project.article.text));
            format!("crosses “{}”", shortened(&words.unwrap_or_default(), 40))
        }
        Fault::Empty(key) => key.as_str().into(),
        Fault::NoSpeaker | Fault::SpeakerUntagged | Fault::Edges | Fault::Lost => String::new(),
    }
}

/// What the button of a fix says.
#[must_use]
pub fn fix(project: &Project, fix: &Fix) -> String {
    let words = |spans: &crate::text::Spans| {
        let words: Vec<&str> = spans.iter().map(|span| project.article.text.slice(span)).collect();
        shortened(&words.join(" … "), 40)
    };
    match fix {
        Fix::Says { name, .. } => format!("{} says it", shortened(name, 40)),
        Fix::ArticleSays => "The article says it".into(),
        Fix::TagSpeaker { spans, label: key } => {
            format!("Tag “{}” as {}", words(spans), label(project, key))
        }
        Fix::Relabel { ids, label: key } if ids.len() < 2 => {
            format!("Make it {}", label(project, key))
        }
        Fix::Relabel { ids, label: key } => {
            format!("Make {} tags {}", ids.len(), label(project, key))
        }
        Fix::SetSpans(spans) => format!("Shorten to “{}”", words(spans)),
        Fix::PutBack(spans) => format!("Put it back at “{}”", words(spans)),
        Fix::SetAttribute { value, .. } => format!("Set to “{}”", shortened(value, 40)),
        Fix::Delete => "Delete it".into(),
        Fix::Ask => "Answer".into(),
    }
}

/// After a fix, for the live region.
#[must_use]
pub fn mended(left: usize) -> String {
    match left {
        0 => "Mended. Nothing else looks wrong.".into(),
        1 => "Mended. 1 is left.".into(),
        left => format!("Mended. {left} are left."),
    }
}

fn label<'a>(project: &'a Project, key: &'a LabelKey) -> &'a str {
    project.labels.find(key).map_or(key.as_str(), |label| label.shown())
}
