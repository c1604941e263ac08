//! Candidates in marked text, one table a kind.

use super::*;
use crate::model::sample::{marked, project, tag, take, take_all};
use crate::model::{AnnotationId, Command, Who};
use crate::text::{Spans, marked::show};

/// The candidates of a kind are marked.
#[track_caller]
fn check(kind: CandidateKind, expected: &str) {
    // A text of one line is a title, and titles are read otherwise.
    let expected =
        if expected.contains("\n\n") { expected } else { &["a title\n\n", expected].concat() };
    let project = project(&expected.replace(['«', '»'], ""));
    let found = candidates(&project.article);
    let spans: Vec<Span> = found.iter().filter(|it| it.kind == kind).map(|it| it.span).collect();
    assert_eq!(show(project.article.text.as_str(), &spans), expected, "{kind:?}");
}

#[test]
fn names_have_capitals() {
    for row in [
        "",
        "nothing here",
        "we met «Kim Jong-un» and «Putin».",
        "a title\n\nThe talks failed. He left «Hanoi».",
        "a title\n\n«Kremlin» officials said so. Speaking there, «Kim» smiled. Later he left.",
        "a title\n\nTalks failed. The talks went on. «Kremlin» aides met.",
        "they met Mr. «Trump», in «U.S.» waters",
        "in «Russia»’s «Far Eastern» city",
        "a title\n\nthe «Bank of America» and the «Ministry of Foreign Affairs of Japan»",
        "a title\n\nwhen «US» President «Donald Trump» met «Russian» President «Vladimir Putin»",
        "a title\n\nsaid «White House» Press Secretary «Sarah Sanders», and the «President» left",
        "on «Monday», «April 25», and on «June 12, 2018», and on «25 April 2018»",
        "in «June» he ate 12 apples",
        "he said: “The «Kremlin» knows.”",
        "a title\n\nBut Ms. «Ruiz» and «I Am Legend» did. I saw plan B.",
        "the «Trump-Kim» summit, «AT & T»",
        "she met «Ana\u{301}» and «Éva» in «Москва»",
        "«Kim»’s plan, «Smith & Sons»’ plan",
    ] {
        check(CandidateKind::Name, row);
    }
    check(
        CandidateKind::Name,
        "«Trump» Stresses Importance of «Russia»’s Steps to Denuclearize «North Korea»\n\n\
         he met «Trump» and «North Korea» in «Russia» now",
    );
}

#[test]
fn quotations_are_outer_and_longer_than_a_word() {
    for row in [
        "he said «“no, never”», then “no”",
        "«\"They ‘went well’ now,\"» he said. «\"And so.\"»",
        "«“One thing.”» \n\n«“Two things.”»",
        "an open “mark",
    ] {
        check(CandidateKind::Quotation, row);
    }
}

#[test]
fn sentences_with_numbers_are_asked_about() {
    for row in [
        "a title\n\nNo number. «It rose by 5 percent». «In 2018 it fell». So.",
        "a title\n\n«Half a million people came». A dozen left.",
        "a title\n\nHe said “5 percent now”. «He is 50».",
        "12",
        "a title\n\nLONDON, May 4. «He is 5».",
    ] {
        check(CandidateKind::Number, row);
    }
}

#[test]
fn who_speaks_without_a_name_is_asked_about() {
    for row in [
        "a title\n\nKim said so. «He» said no.",
        "a title\n\nthe «president» said several times",
        "a title\n\nthe «North Korean leader» described it",
        "a title\n\n«Officials» said so, and «they» also told us.",
        "a title\n\nA «spokesman» said so.",
        "a title\n\n“No, no,” said the «spokesman». “Yes, yes,” said Kim.",
        "a title\n\nAccording to «officials», it is. According to Kim, too.",
        "a title\n\nThe report claims it. It claims that. The man who said so.",
        "a title\n\nThe «former minister» has repeatedly warned of it.",
    ] {
        check(CandidateKind::Speaker, row);
    }
}

/// The candidates that are open once the marked words are tagged.
#[track_caller]
fn check_open(text: &str, labels: &str, commands: &[Command], expected: &[&str]) {
    let (project, spans) = marked(text);
    let tags = labels.split_whitespace().zip(spans).enumerate();
    let tags: Vec<_> = tags.map(|(n, (label, span))| tag(n, label, span)).collect();
    let project = commands
        .iter()
        .fold(take_all(&project, &tags), |project, command| take(&project, command).unwrap());
    let open = undecided(&project, &candidates(&project.article));
    let words: Vec<_> = open.iter().map(|it| project.article.text.slice(it.span)).collect();
    assert_eq!(words, expected, "{text}");
}

fn is_not(start: u32, end: u32, is_not: IsNot) -> Command {
    let spans = Spans::from(Span::new(CharOffset(start), CharOffset(end)).unwrap());
    Command::Decide { each: vec![spans], is_not, by: None }
}

#[test]
fn tags_and_decisions_decide() {
    let text = "he told Ann “it is so”, and Bo 2 things";
    check_open(text, "", &[], &["he", "Ann", "“it is so”", "Bo"]);
    check_open("«he» told «Ann» “it is so”, and Bo", "PERSON PERSON", &[], &["“it is so”", "Bo"]);
    check_open("he told Ann “«it is so»”, and Bo", "CLAIM", &[], &["he", "Ann", "Bo"]);
    check_open("«he told Ann “it is so”, and Bo»", "PERSON", &[], &["“it is so”"]);
    check_open(text, "", &[is_not(8, 11, IsNot::Entity)], &["he", "“it is so”", "Bo"]);
    check_open(text, "", &[is_not(8, 11, IsNot::Claim)], &["he", "Ann", "“it is so”", "Bo"]);
    check_open(text, "", &[is_not(12, 22, IsNot::Claim)], &["he", "Ann", "Bo"]);
}

#[test]
fn a_speaker_that_was_picked_is_decided() {
    let picked = Span::new(CharOffset(0), CharOffset(2)).unwrap();
    let claimant = Claimant { words: Some(picked.into()), ..Claimant::from(Who::Named) };
    let command = Command::SetClaimant { id: AnnotationId::new("a0"), claimant: Some(claimant) };
    check_open("he said «it is so»", "CLAIM", &[], &["he"]);
    check_open("he said «it is so»", "CLAIM", &[command], &[]);
}

#[test]
fn the_sample_article_is_swept() {
    let project = project(include_str!("../../../tests/fixtures/article.txt"));
    let text = &project.article.text;
    let found = candidates(&project.article);
    let of = |kind| {
        let of_kind = found.iter().filter(move |it| it.kind == kind);
        of_kind.map(|it| text.slice(it.span)).collect::<Vec<_>>()
    };
    let names = of(CandidateKind::Name);
    for name in [
        "Trump",
        "Donald Trump",
        "WASHINGTON",
        "May 4",
        "TASS",
        "US",
        "Vladimir Putin",
        "White House",
        "Sarah Sanders",
        "Sanders",
        "Eurasia Group",
        "Ian Bremmer",
        "North Korea",
        "Russky Island",
        "Kim Jong-un",
        "April 25",
        "February 27-28",
        "June 12, 2018",
        "Singapore",
    ] {
        assert!(names.contains(&name), "{name} is not among {names:?}");
    }
    for word in ["They", "According", "After", "The", "Negotiations", "President", "Press"] {
        assert!(!names.contains(&word), "{word} is among {names:?}");
    }
    assert_eq!(of(CandidateKind::Quotation).len(), 2);
    assert_eq!(of(CandidateKind::Number).len(), 3, "{:?}", of(CandidateKind::Number));
    assert_eq!(
        of(CandidateKind::Speaker),
        ["president", "reputed US foreign policy analyst", "North Korean leader"]
    );
}

/// Whatever is quadratic would take minutes here.
#[test]
fn a_million_characters_are_swept() {
    let project = project(
        &"He told Ann Ruiz that “it is so”, and the officials said 5 things.\n".repeat(15_000),
    );
    let found = candidates(&project.article);
    assert!(60_000 <= found.len(), "{}", found.len());
    assert_eq!(undecided(&project, &found).len(), found.len());
}
