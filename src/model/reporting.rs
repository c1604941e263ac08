//! Words that show that somebody's words are passed on.
//!
//! # Limitations
//! English only. Words that are other things more often are left out: `state` and `states` (the
//! United States), `report`, `note`, `voice`.

/// Whether a sentence reports what somebody said: a reporting verb or "according to" is in it.
#[must_use]
pub(super) fn is_reporting(sentence: &str) -> bool {
    let mut before = String::new();
    for word in sentence.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        let word = word.to_ascii_lowercase();
        if VERBS.contains(&word.as_str()) || (before == "according" && word == "to") {
            return true;
        }
        before = word;
    }
    false
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
    fn the_verbs_are_in_order() {
        assert!(VERBS.windows(2).all(|two| two[0] < two[1]));
    }
}
