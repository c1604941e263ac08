//! Questions and their answers, in marked text.

use super::*;
use crate::app::wording;
use crate::model::sample::{marked, take, take_all};
use crate::model::{AnnotationId, Claimant, Command, EntityId, LabelKey, Project, Tag, Who, news};
use crate::text::{Span, Spans, Text, folded, marked::show};

/// `«»` are persons, `[]` dates, `⟦⟧` claims.
fn tagged(text: &str) -> Project {
    let (plain, _) = marked(&text.replace(['«', '»', '[', ']', '⟦', '⟧'], ""));
    let (_, all) = marked(text);
    let order = text.chars().filter_map(|it| match it {
        '«' => Some("PERSON"),
        '[' => Some("DATE"),
        '⟦' => Some("CLAIM"),
        _ => None,
    });
    let tags = order
        .zip(all)
        .enumerate()
        .map(|(n, (label, span))| crate::model::sample::tag(n, label, span));
    take_all(&plain, &tags.collect::<Vec<_>>())
}

fn find(project: &Project, words: &str) -> Result<Found, Fault> {
    let query = Query::read(words, false, false, &project.labels)?;
    let text = Text::new(folded(project.article.text.as_str(), false));
    Ok(search(&query, project, &text))
}

/// What is found is marked with `«»`.
#[track_caller]
fn check(words: &str, expected: &str) {
    let (project, _) = marked(&expected.replace(['«', '»'], ""));
    let found = find(&project, words).unwrap();
    let spans: Vec<Span> = found.hits.iter().flat_map(Hit::spans).collect();
    assert_eq!(show(project.article.text.as_str(), &spans), expected, "{words}");
}

#[test]
fn words_are_found_in_the_text() {
    check("", "Kim met Trump");
    check("kim", "«Kim» met Trump, «KIM»chi");
    check("kim trump", "«Kim» met «Trump»\nKim left");
    check("trump kim", "«Kim» met «Trump»\nKim left");
    check("kim -trump", "Kim met Trump\n«Kim» left");
    check("\"kim met\"", "«Kim met» Trump. Kim has met");
    check("“kim met” trump", "«Kim met» «Trump»\nKim met Bo");
    check("/\\d+ percent/", "up «50 percent»\n5 per cent");
    check("/k../ met", "«Kim» «met» Trump\nkid");
    check("/a\\/b/", "«a/b» ab");
    check("10:30", "at «10:30»");
    check("https://a.org/x", "see «https://a.org/x»");
    check("kim kim jong", "«Kim» «Jong»-un");
    check("e\u{301}", "caf«e\u{301}»");
    check("it's", "«It’s» so");
    check("-kim", "Kim met Trump\nBo left");
    check("a - b", "«a» «b» «-» c «b»");
}

/// Finds among tags: what is found is listed by its words.
#[track_caller]
fn check_tags(project: &Project, words: &str, expected: &[&str]) {
    let found = find(project, words).unwrap();
    let ids = found.hits.iter().filter_map(|hit| match hit {
        Hit::Tag(id, _) => project.annotation(id),
        Hit::Words(_) => None,
    });
    let listed: Vec<String> = ids.map(|it| it.selector.words(&project.article.text)).collect();
    assert_eq!(listed, expected, "{words}");
}

#[test]
fn tags_are_found_by_their_fields() {
    let mut project =
        tagged("«Trump» said on [Monday]: ⟦it is so⟧. «Kim» and «Melania Trump» ⟦left⟧.");
    let id = |n: usize| AnnotationId::new(format!("a{n}"));
    let who = Who::Entity { entity: EntityId::new("e0"), mention: None };
    for command in [
        Command::SetClaimant { id: id(2), claimant: Some(Claimant::from(who)) },
        Command::SetUnsure { id: id(3), unsure: true },
        Command::SetNote { id: id(1), note: Some("Check the day".into()) },
    ] {
        project = take(&project, &command).unwrap();
    }
    check_tags(&project, "label:person", &["Trump", "Kim", "Melania Trump"]);
    check_tags(&project, "person:", &["Trump", "Kim", "Melania Trump"]);
    check_tags(&project, "person:trump", &["Trump", "Melania Trump"]);
    check_tags(&project, "person:\"melania t\"", &["Melania Trump"]);
    check_tags(&project, "PERSON:Kim", &["Kim"]);
    check_tags(&project, "who:trump", &["it is so"]);
    check_tags(&project, "who:none", &["left"]);
    check_tags(&project, "unsure", &["Kim"]);
    check_tags(&project, "note:", &["Monday"]);
    check_tags(&project, "note:day", &["Monday"]);
    check_tags(&project, "note:night", &[]);
    check_tags(&project, "-label:person -claim:", &["Monday"]);
    check_tags(&project, "label:person trump -melania", &["Trump"]);
    check_tags(&project, "label:person /^K/", &["Kim"]);
    check_tags(&project, "claim:left who:none", &["left"]);
}

#[test]
fn the_list_is_filtered_by_what_it_shows() {
    let project = tagged("«Trump» said on [Monday]: ⟦it is so⟧.");
    let listed = |words: &str| {
        let query = Query::read(words, false, false, &project.labels).unwrap();
        let all = project.annotations().filter(|it| passes(&query, &project, it));
        all.map(|it| it.selector.words(&project.article.text)).collect::<Vec<_>>()
    };
    assert_eq!(listed("trump"), ["Trump"]);
    assert_eq!(listed("date"), ["Monday"]);
    assert_eq!(listed("said"), Vec::<String>::new());
    assert_eq!(listed("").len(), 3);
}

#[test]
fn faults_name_the_part_in_words() {
    let check = |words: &str, expected: &str| {
        let fault = Query::read(words, false, false, &news()).unwrap_err();
        assert_eq!(wording::find_fault(&fault), expected, "{words}");
    };
    check("kim \"north korea", "The quotation mark before “north korea” is not closed.");
    check("/ab", "The / before “ab” is not closed by another.");
    check("/a(b/", "In /a(b/ the ( at character 2 is not closed.");
    check("/*/", "In /*/ the * at character 1 has nothing before it to repeat.");
    check(
        "persn:kim",
        "There is no field or label “persn”. Put the words in quotation marks to find them as they stand.",
    );
    check("label:foo", "There is no label “foo”.");
    check("who:", "Say whose claims: who:sanders, or who:none.");
}

#[test]
fn toggles_are_kept_to() {
    let (project, _) = marked("Kim Kimchi kim");
    let count = |same_case, whole| {
        let query = Query::read("Kim", same_case, whole, &project.labels).unwrap();
        let text = Text::new(folded(project.article.text.as_str(), same_case));
        search(&query, &project, &text).hits.len()
    };
    assert_eq!(
        [count(false, false), count(true, false), count(false, true), count(true, true)],
        [3, 2, 2, 1]
    );
}

#[test]
fn ten_thousand_hits_are_enough() {
    let (project, _) = marked(&"a b ".repeat(10_001));
    let found = find(&project, "a").unwrap();
    assert_eq!((found.hits.len(), found.more), (MOST_HITS, true));
    let (project, _) = marked(&"a b ".repeat(10_000));
    let found = find(&project, "a").unwrap();
    assert_eq!((found.hits.len(), found.more), (MOST_HITS, false));
}

#[test]
fn one_walks_round_the_hits() {
    let (project, _) = marked("a b a b a");
    let mut find = Find::default();
    find.words = "a".into();
    find.seek(&project);
    let from = |at| crate::text::CharOffset(at);
    assert_eq!(find.following(false, from(3)), Some(1));
    assert_eq!(find.following(true, from(3)), Some(0));
    assert_eq!(find.following(false, from(9)), Some(0));
    find.current = Some(2);
    assert_eq!(find.following(false, from(0)), Some(0));
    assert_eq!(find.following(true, from(0)), Some(1));
    find.words = "c".into();
    find.seek(&project);
    assert_eq!((find.current, find.following(false, from(0))), (None, None));
}

#[test]
fn tags_of_several_parts_are_one_hit() {
    let (project, spans) = marked("“«All»” he said “[is well]”");
    let tag = Command::Tag(Tag {
        id: AnnotationId::new("a"),
        entity: EntityId::new("e"),
        label: LabelKey::new("CLAIM"),
        spans: Spans::new(spans.clone()).unwrap(),
        by: None,
        origin: None,
    });
    let project = take(&project, &tag).unwrap();
    let found = find(&project, "claim:").unwrap();
    assert_eq!(found.hits.iter().map(Hit::spans).collect::<Vec<_>>(), [spans]);
}
