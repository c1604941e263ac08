//! Words that show that somebody's words are passed on.
//!
//! # Limitations
//! English only. Words that are other things more often are left out: `state` and `states` (the
//! United States), `report`, `note`, `voice`.

use std::ops::Range;

/// Whether a sentence reports what somebody said: a reporting verb or "according to" is in it.
#[must_use]
pub(super) fn is_reporting(sentence: &str) -> bool {
    !reporting_words(sentence).is_empty()
}

/// Whether a word in small letters is a verb of saying.
#[must_use]
pub(super) fn is_verb(word: &str) -> bool {
    VERBS.binary_search(&word).is_ok()
}

/// Where the reporting words of a sentence stand, in bytes: each verb of saying, and each
/// "according to".
#[must_use]
pub(super) fn reporting_words(sentence: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut according = None;
    let mut at = 0;
    for piece in sentence.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let (start, end) = (at, at + word.len());
        at += piece.len();
        if word.is_empty() {
            continue;
        }
        let word = word.to_ascii_lowercase();
        let before = according.take();
        if VERBS.contains(&word.as_str()) {
            found.push(start..end);
        } else if let Some(before) = before.filter(|_| word == "to") {
            found.push(before..end);
        } else if word == "according" {
            according = Some(start);
        }
    }
    found
}

/// Verbs of saying with their forms, in alphabetical order.
const VERBS: &[&str] = &[
    "acknowledge",
    "acknowledged",
    "acknowledges",
    "acknowledging",
    "add",
    "added",
    "adding",
    "adds",
    "admit",
    "admits",
    "admitted",
    "admitting",
    "affirm",
    "affirmed",
    "affirms",
    "allege",
    "alleged",
    "alleges",
    "alleging",
    "announce",
    "announced",
    "announces",
    "announcing",
    "argue",
    "argued",
    "argues",
    "arguing",
    "assert",
    "asserted",
    "asserting",
    "asserts",
    "claim",
    "claimed",
    "claiming",
    "claims",
    "comment",
    "commented",
    "commenting",
    "comments",
    "complain",
    "complained",
    "complaining",
    "complains",
    "concede",
    "conceded",
    "concedes",
    "conceding",
    "confirm",
    "confirmed",
    "confirming",
    "confirms",
    "contend",
    "contended",
    "contends",
    "declare",
    "declared",
    "declares",
    "declaring",
    "denied",
    "denies",
    "deny",
    "denying",
    "describe",
    "described",
    "describes",
    "describing",
    "emphasize",
    "emphasized",
    "emphasizes",
    "emphasizing",
    "estimated",
    "estimates",
    "explain",
    "explained",
    "explaining",
    "explains",
    "insist",
    "insisted",
    "insisting",
    "insists",
    "maintained",
    "mention",
    "mentioned",
    "mentioning",
    "mentions",
    "noted",
    "notes",
    "noting",
    "pledge",
    "pledged",
    "pledges",
    "predict",
    "predicted",
    "predicting",
    "predicts",
    "promised",
    "quoted",
    "quoting",
    "recalled",
    "recalls",
    "reiterate",
    "reiterated",
    "reiterates",
    "reiterating",
    "remarked",
    "remarks",
    "replied",
    "replies",
    "reply",
    "replying",
    "reported",
    "reportedly",
    "reporting",
    "reports",
    "responded",
    "reveal",
    "revealed",
    "revealing",
    "reveals",
    "said",
    "say",
    "saying",
    "says",
    "stated",
    "stating",
    "stress",
    "stressed",
    "stresses",
    "stressing",
    "suggest",
    "suggested",
    "suggesting",
    "suggests",
    "tell",
    "telling",
    "tells",
    "testified",
    "testifies",
    "testify",
    "told",
    "tweeted",
    "underlined",
    "underscored",
    "vowed",
    "warn",
    "warned",
    "warning",
    "warns",
    "wrote",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reporting_words_are_found_whole_and_in_any_case() {
        let table = [
            ("", false),
            ("Sanders said.", true),
            ("SANDERS SAID", true),
            ("“No,” he told us", true),
            ("According to Bremmer, it does", true),
            ("it goes according\nto plan", true),
            ("in accordance to it", false),
            ("according as it goes to", false),
            ("The United States met", false),
            ("a saidy resaid thing", false),
            ("🤝 נאמר", false),
        ];
        for (sentence, expected) in table {
            assert_eq!(is_reporting(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn each_of_the_reporting_words_is_found_in_its_place() {
        let found = |sentence: &'static str| {
            let words = reporting_words(sentence).into_iter();
            words.filter_map(|range| sentence.get(range)).collect::<Vec<_>>()
        };
        assert_eq!(
            found("“Né,” he SAID, according\n to 🤝, who told us"),
            ["SAID", "according\n to", "told"]
        );
        assert_eq!(found("according according to"), ["according to"]);
        assert_eq!(found("🤝"), [""; 0]);
    }

    #[test]
    fn the_verbs_are_in_order() {
        assert!(VERBS.windows(2).all(|two| two[0] < two[1]));
    }
}
