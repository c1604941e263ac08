//! What is said about searching.

use crate::app::find::{Fault, Find, Found, Only, Sought};
use crate::text::{RegexError, RegexFault};

use super::shortened;

/// Why the words of the search box are no question.
#[must_use]
pub fn find_fault(fault: &Fault) -> String {
    match fault {
        Fault::OpenQuote(rest) => {
            format!("The quotation mark before “{}” is not closed.", shortened(rest, 40))
        }
        Fault::OpenPattern(rest) => {
            format!("The / before “{}” is not closed by another.", shortened(rest, 40))
        }
        Fault::Pattern(pattern, error) => pattern_fault(pattern, error),
        Fault::NoField(name) => format!(
            "There is no field or label “{name}”. Put the words in quotation marks to find them as they stand."
        ),
        Fault::NoLabel(name) if name.is_empty() => "Say which label: label:person.".into(),
        Fault::NoLabel(name) => format!("There is no label “{name}”."),
        Fault::NoName => "Say whose claims: who:sanders, or who:none.".into(),
    }
}

fn pattern_fault(pattern: &str, error: &RegexError) -> String {
    let pattern = shortened(pattern, 40);
    let place = error.at + 1;
    let what = match error.what {
        RegexFault::Unclosed(mark) => format!("the {mark} at character {place} is not closed"),
        RegexFault::Unopened => format!("the ) at character {place} closes nothing"),
        RegexFault::NothingToRepeat(mark) => {
            format!("the {mark} at character {place} has nothing before it to repeat")
        }
        RegexFault::Count => format!("the {{ at character {place} does not say how often"),
        RegexFault::Backward => format!("what stands at character {place} is the wrong way round"),
        RegexFault::Escape(letter) => format!("\\{letter} at character {place} means nothing"),
        RegexFault::EndsEarly => "the \\ at the end has nothing behind it".into(),
        RegexFault::TooDeep => "there are too many brackets within brackets".into(),
        RegexFault::TooLarge => return format!("/{pattern}/ is too long once it is written out."),
    };
    format!("In /{pattern}/ {what}.")
}

/// `3 of 17`, or why there is nothing to count.
#[must_use]
pub fn find_count(find: &Find) -> String {
    match &find.sought {
        Sought::Nothing => String::new(),
        Sought::Fault(fault) => find_fault(fault),
        Sought::Found(_, found) => {
            let all = how_many(found);
            match find.current {
                _ if found.hits.is_empty() => "Nothing found".into(),
                Some(current) => format!("{} of {all}", current + 1),
                None => all,
            }
        }
    }
}

fn how_many(found: &Found) -> String {
    let count = found.hits.len();
    if found.more {
        "more than 10,000".into()
    } else if found.unfinished {
        format!("{count} so far; this pattern is too slow for the rest of the article")
    } else {
        count.to_string()
    }
}

/// What was found, for the live region.
#[must_use]
pub fn found(find: &Find) -> String {
    match &find.sought {
        Sought::Found(_, found) if found.hits.len() == 1 => "1 hit".into(),
        Sought::Found(_, found) if !found.hits.is_empty() => format!("{} hits", how_many(found)),
        _ => find_count(find),
    }
}

pub const NO_SUCH_TAGS: &str = "No tag is among what you look for.";

/// Which tags the list shows.
#[must_use]
pub fn only(only: Only) -> &'static str {
    match only {
        Only::All => "All",
        Only::Unsure => "Unsure",
        Only::Noted => "With a note",
        Only::Unanswered => "Claims without a speaker",
    }
}

pub const HITS_TAGGED_ALREADY: &str = "All of these have this tag already.";

/// What "Tag all hits" did, for the live region.
#[must_use]
pub fn hits_tagged(n: usize, label: &str) -> String {
    format!("Tagged {n} as {label}. Ctrl+Z takes all of them back.")
}
