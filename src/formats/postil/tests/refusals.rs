//! What is refused, and what is forgiven.

use crate::formats::Refusal;
use crate::formats::postil::{read, write};
use crate::model::Anchor;
use crate::text::Text;

use super::EXAMPLE;

/// The example with the first `old` replaced by `new` is refused in these words.
#[track_caller]
fn check(old: &str, new: &str, expected: &str) {
    assert!(EXAMPLE.contains(old), "{old}");
    let refusal = read(EXAMPLE.replacen(old, new, 1).as_bytes()).unwrap_err();
    assert_eq!(refusal.to_string(), expected);
}

#[test]
fn what_is_no_file_of_ours_is_refused_as_a_whole() {
    let file = EXAMPLE.as_bytes();
    let cut = read(&file[..1000]).unwrap_err();
    assert_eq!(cut, Refusal::NotJson { line: 54, column: 7 });
    assert_eq!(read(b"").unwrap_err(), Refusal::NotJson { line: 1, column: 0 });
    assert!(matches!(read(b"\xff\xff"), Err(Refusal::NotText(_))));
    assert_eq!(read(b"[]").unwrap_err(), Refusal::Foreign);
    assert_eq!(read(b"{\"a\": 1}").unwrap_err(), Refusal::Foreign);
    assert_eq!(read(b"{\"a\": 1} {}").unwrap_err(), Refusal::NotJson { line: 1, column: 10 });
    check("\"postil\"", "\"postal\"", "not a Postil file");
    let twice = [file, file].concat();
    assert!(matches!(read(&twice), Err(Refusal::NotJson { line: 236, .. })));
}

#[test]
fn a_byte_order_mark_is_forgiven() {
    let file = format!("\u{feff}{EXAMPLE}");
    assert_eq!(write(&read(file.as_bytes()).unwrap()), EXAMPLE.as_bytes());
}

#[test]
fn later_versions_are_told_apart_from_faults() {
    check("1.0.0", "2.0.0", "version 2.0.0 is newer than this program");
    check("1.0.0\"", "10.1\", \"claims\": 7", "version 10.1 is newer than this program");
    check("1.0.0", "0.9.0", "version: 0.9.0 is no version");
    check("1.0.0", "1.0", "version: 1.0 is no version");
    check("1.0.0", "1.0.0.0", "version: 1.0.0.0 is no version");
    check("1.0.0", "one", "version: one is no version");
    let minor = EXAMPLE.replacen("1.0.0", "1.99.0", 1);
    assert_eq!(write(&read(minor.as_bytes()).unwrap()), minor.as_bytes());
}

#[test]
fn fields_of_the_wrong_form_are_refused() {
    check("\"codepoint\"", "\"utf16\"", "offset_unit: offsets count utf16, not codepoint");
    check(
        "\"start\": 27,",
        "\"start\": 27, \"start\": 27,",
        "mentions[2].spans[0].start: there twice",
    );
    check(
        "\"start\": 27",
        "\"start\": -27",
        "mentions[2].spans[0].start: not a whole number that can stand here",
    );
    check(
        "\"start\": 27",
        "\"start\": 27.0",
        "mentions[2].spans[0].start: not a whole number that can stand here",
    );
    check(
        "\"start\": 27",
        "\"start\": 5000000000",
        "mentions[2].spans[0].start: not a whole number that can stand here",
    );
    check("\"lang\": \"en\"", "\"lang\": null", "document.lang: not a string");
    check("\"id\": \"m3\",", "", "mentions[2].id: missing");
    check("\"mentions\"", "\"mentioned\"", "mentions: missing");
    check("  \"text\": \"🤝", "  \"txet\": \"🤝", "document.text: missing");
    check(
        "\"mixed\"",
        "\"mix\"",
        "claims[1].quote: \"mix\" is none of direct, indirect, mixed, none",
    );
    check("\"symmetric\": true", "\"symmetric\": 1", "labels[5].symmetric: not true or false");
    check(
        "\"symmetric\": true",
        "\"maps\": {\"a\": \"b\", \"a\": \"c\"}",
        "labels[5].maps.a: there twice",
    );
    check("\"lang\": \"en\"", "\"meta\": []", "document.meta: not an object");
    check("\"wikidata\": \"Q1858\"", "\"aliases\": {}", "entities[1].aliases: not a list");
}

#[test]
fn a_text_other_than_the_one_that_was_annotated_is_refused() {
    check(
        "\"length\": 81",
        "\"length\": 82",
        "document.length: the text has 81 code points, not 82",
    );
    let text = read(EXAMPLE.as_bytes()).unwrap().article.text.clone();
    let other = Text::new(text.as_str().replace("talks", "walks"));
    let (said, computed) = (text.sha256(), other.sha256());
    let expected = format!("document.sha256: the text has {computed}, not {said}");
    check("talks failed", "walks failed", &expected);
    let returned = Text::new(text.as_str().replace("talks ", "talks\r"));
    let file = EXAMPLE.replacen("talks failed", "talks\\rfailed", 1).replacen(
        &**said,
        returned.sha256(),
        1,
    );
    let refusal = read(file.as_bytes()).unwrap_err().to_string();
    assert_eq!(refusal, "document.text: the text has control characters or other line ends");
}

#[test]
fn blocks_that_do_not_hold_the_text_are_refused() {
    let block = "{\n    \"kind\": \"paragraph\",\n    \"start\": 0,\n    \"end\": 81\n   }";
    let check_blocks = |blocks: &str, expected: &str| {
        let blocks = blocks.replace('K', "\"kind\": \"title\", \"start\"").replace('E', "\"end\"");
        check(block, &blocks, expected);
    };
    check_blocks("{K: 0, E: 80}", "document.blocks: the text from 80 to 81 is in no block");
    check_blocks("{K: 2, E: 81}", "document.blocks: the text from 0 to 2 is in no block");
    check_blocks(
        "{K: 0, E: 5}, {K: 6, E: 81}",
        "document.blocks: the text from 5 to 6 is in no block",
    );
    check_blocks(
        "{K: 0, E: 5}, {K: 4, E: 81}",
        "document.blocks[1].start: begins before the end of the block before",
    );
    check_blocks(
        "{K: 5, E: 81}, {K: 0, E: 5}",
        "document.blocks: the text from 0 to 5 is in no block",
    );
    check_blocks("{K: 0, E: 82}", "document.blocks[0].end: 82 lies after the text");
    check_blocks(
        "{K: 0, E: 81}, {K: 81, E: 81}",
        "document.blocks[1].end: end 81 does not come after start 81",
    );
    check_blocks("{K: 0, E: 81, \"level\": 7}", "document.blocks[0].level: level 7 is not 1 to 6");
}

#[test]
fn an_article_without_blocks_gets_those_of_a_plain_text() {
    let start = EXAMPLE.find(",\n  \"blocks\"").unwrap();
    let end = EXAMPLE.find("\n },\n \"labels\"").unwrap();
    let file = format!("{}{}", &EXAMPLE[..start], &EXAMPLE[end..]);
    assert_eq!(read(file.as_bytes()).unwrap().article.blocks.len(), 1);
}

#[test]
fn spans_that_cannot_be_are_refused() {
    check(
        "\"end\": 33",
        "\"end\": 27",
        "mentions[2].spans[0].end: end 27 does not come after start 27",
    );
    check(
        "\"start\": 27",
        "\"start\": 34",
        "mentions[2].spans[0].end: end 33 does not come after start 34",
    );
    check(
        "\"start\": 19,\n     \"end\": 33",
        "\"start\": 33, \"end\": 19",
        "claims[0].cue[0].end: end 19 does not come after start 33",
    );
    let twice = "\"spans\": [ {\"start\": 1, \"end\": 3}, ";
    check("\"spans\": [", twice, "mentions[0].spans: spans overlap");
    let span = &EXAMPLE[EXAMPLE.find("\"cue\": [").unwrap()
        ..EXAMPLE.find("\"spans\": [\n    {\n     \"start\": 24").unwrap()];
    check(span, "\"cue\": [], ", "claims[0].cue: no span");
    check(
        span,
        "\"cue\": [{\"start\": 80, \"end\": 82}], ",
        "claims[0].cue[0].end: 82 lies after the text",
    );
    check("\"text\": \"Monday\"", "\"text\": \"\"", "mentions[2].text: empty");
}

#[test]
fn names_that_do_not_fit_are_refused() {
    check("\"m3\"", "\"3m\"", "mentions[2].id: \"3m\" is no id");
    check("\"id\": \"e5\"", "\"id\": \"\"", "entities[4].id: \"\" is no id");
    check("\"id\": \"e5\"", "\"id\": \"e6\"", "mentions[4].entity: e5 is not in the file");
    check("\"id\": \"doc-1\"", "\"id\": \"\"", "document.id: empty");
    check("\"key\": \"GPE\"", "\"key\": \"G P\"", "labels[2].key: \"G P\" is no key");
    check(
        "\"label\": \"DATE\",\n   \"spans\"",
        "\"label\": \"DÄTE\", \"spans\"",
        "mentions[2].label: \"DÄTE\" is no key",
    );
    check("\"type\": \"contradicts\"", "\"type\": \"\"", "relations[0].type: \"\" is no key");
    check("\"wikidata\"", "\"by\": \"<b>\", \"wikidata\"", "entities[1].by: \"<b>\" is no id");
}

#[test]
fn ids_are_given_once_and_name_something() {
    check("\"id\": \"m3\"", "\"id\": \"m1\"", "mentions[2].id: m1 is taken");
    check("\"id\": \"c1\"", "\"id\": \"e1\"", "claims[0].id: e1 is taken");
    check("\"id\": \"r1\"", "\"id\": \"c1\"", "relations[0].id: c1 is taken");
    check("\"key\": \"ORG\"", "\"key\": \"PERSON\"", "labels[1].key: PERSON is taken");
    check("\"entity\": \"e3\"", "\"entity\": \"m1\"", "mentions[2].entity: m1 is not in the file");
    check(
        "\"entity\": \"e4\",\n    \"mention\"",
        "\"entity\": \"e9\", \"mention\"",
        "claims[1].claimant.entity: e9 is not in the file",
    );
    check(
        "\"mention\": \"m4\"",
        "\"mention\": \"e1\"",
        "claims[1].claimant.mention: e1 is not in the file",
    );
    check(
        "\"quote\": \"mixed\"",
        "\"reported_in\": \"c9\"",
        "claims[1].reported_in: c9 is not in the file",
    );
    check(
        "\"quote\": \"mixed\"",
        "\"about\": [\"e1\", \"x\"]",
        "claims[1].about[1]: x is not in the file",
    );
    check("\"from\": \"c2\"", "\"from\": \"r1\"", "relations[0].from: r1 is not in the file");
    check("\"to\": \"c1\"", "\"to\": \"x\"", "relations[0].to: x is not in the file");
    check(
        "\"kind\": \"entity\",\n    \"entity\": \"e1\",\n    \"mention\": \"m1\"",
        "\"kind\": \"entity\"",
        "claims[0].claimant.entity: no entity named",
    );
    check(
        "\"kind\": \"entity\",\n    \"entity\": \"e1\",\n    \"mention\": \"m1\"",
        "\"kind\": \"named\", \"entity\": \"e1\"",
        "claims[0].claimant.entity: only kind entity may name one",
    );
    check(
        "\"kind\": \"entity\",\n    \"entity\": \"e1\",\n    \"mention\": \"m1\"",
        "\"kind\": \"named\", \"mention\": \"m1\"",
        "claims[0].claimant.mention: only kind entity may name one",
    );
}

#[test]
fn a_claim_is_not_passed_on_by_itself() {
    check(
        "\"quote\": \"mixed\"",
        "\"reported_in\": \"c2\"",
        "claims[1].reported_in: c2 is passed on by itself",
    );
    let both = EXAMPLE.replacen("\"quote\": \"indirect\"", "\"reported_in\": \"c2\"", 1).replacen(
        "\"quote\": \"mixed\"",
        "\"reported_in\": \"c1\"",
        1,
    );
    let refusal = read(both.as_bytes()).unwrap_err();
    assert_eq!(refusal.to_string(), "claims[0].reported_in: c1 is passed on by itself");
}

#[test]
fn labels_and_annotators_need_not_be_described() {
    let file = EXAMPLE
        .replacen("\"label\": \"DATE\",\n   \"spans\"", "\"label\": \"NEW\",\n   \"spans\"", 1)
        .replacen("\"text\": \"Monday\"", "\"text\": \"Monday\",\n   \"by\": \"nobody\"", 1);
    assert_eq!(String::from_utf8(write(&read(file.as_bytes()).unwrap())).unwrap(), file);
}

/// The example with the span of "Monday" changed: whether it is believed, and how it is written.
#[track_caller]
fn check_span(old: &str, new: &str, expected: (Anchor, &str)) {
    let start = EXAMPLE.find("\"id\": \"m3\"").unwrap();
    let (before, after) = EXAMPLE.split_at(start);
    assert!(after.contains(old));
    let file = format!("{before}{}", after.replacen(old, new, 1));
    let project = read(file.as_bytes()).unwrap();
    let annotation = project.annotation(&crate::model::AnnotationId::new("m3")).unwrap();
    let words = annotation.selector.words(&project.article.text);
    assert_eq!((annotation.anchor, words.as_str()), expected);
    let written = write(&project);
    assert_eq!(read(&written).unwrap(), project);
    if annotation.anchor == Anchor::Anchored {
        assert_eq!(String::from_utf8(written).unwrap(), EXAMPLE);
    }
}

#[test]
fn a_position_is_believed_only_if_the_words_agree() {
    use Anchor::{Anchored, Orphaned, Proposed};
    // The words of the span decide.
    check_span("\"exact\": \"Monday\"", "\"exact\": \"Sunday\"", (Orphaned, "Sunday"));
    check_span("\"start\": 27", "\"start\": 26", (Orphaned, "Monday"));
    check_span(
        "33,\n     \"exact\": \"Monday\"",
        "333, \"exact\": \"Monday\"",
        (Orphaned, "Monday"),
    );
    // What stands around them does not, nor does the text for people.
    check_span("🤝 Hanoi University said on ", "elsewhere ", (Anchored, "Monday"));
    check_span("\"text\": \"Monday\"", "\"text\": \"Sunday\"", (Anchored, "Monday"));
    // Where the span has no words, the text for people has them.
    check_span("\"exact\": \"Monday\",", "", (Anchored, "Monday"));
    check_span("33,\n     \"exact\": \"Monday\",", "34, ", (Orphaned, "Monday"));
    check_span("33,\n     \"exact\": \"Monday\",", "333, ", (Orphaned, "Monday"));
    // A place that was proposed has other words, and stays proposed.
    let proposed =
        "\"Sunday\"\n    }\n   ],\n   \"text\": \"Sunday\",\n   \"anchor\": \"proposed\"";
    let old = "\"Monday\",\n     \"prefix\": \"🤝 Hanoi University said on \",\n     \"suffix\": \" talks failed. Putin told TASS t\"\n    }\n   ],\n   \"text\": \"Monday\"";
    check_span(old, proposed, (Proposed, "Sunday"));
}

#[test]
fn several_spans_without_words_are_checked_by_the_text() {
    let spans = |text: &str| {
        let start = EXAMPLE.find("{\n     \"start\": 27").unwrap();
        let end = EXAMPLE.find("\n  },\n  {\n   \"id\": \"m4\"").unwrap();
        let two = r#"{"start": 27, "end": 33}, {"start": 48, "end": 53}], "text": "#;
        format!("{}{two}\"{text}\"{}", &EXAMPLE[..start], &EXAMPLE[end..])
    };
    assert!(read(spans("Monday Putin").as_bytes()).is_ok());
    let refusal = read(spans("Monday Trump").as_bytes()).unwrap_err();
    assert_eq!(refusal.to_string(), "mentions[2].text: not the words of the spans");
}
