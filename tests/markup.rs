//! What components render to: names, roles and texts, without a browser.
#![cfg(not(target_arch = "wasm32"))]

use std::rc::Rc;

use postil::app::select;
use postil::app::start::{Start, start};
use postil::app::{Action, Env, State, update};
use postil::model::{Draw, LabelKey};
use postil::storage::{Mending, Recovered, Settings};
use postil::text::{ByteOffset, Span, Text};
use postil::ui::{Dispatch, Said, Screen, ScreenProps};
use yew::LocalServerRenderer;

/// The page as it stands after some actions on the practice article.
fn page(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    let (mut state, _) = start(Start {
        settings: Settings::default(),
        recovered: Recovered::default(),
        mending: Mending::default(),
        actor: [1; 13],
        person: [2; 13],
    });
    let mut drawn = 0;
    for action in actions {
        let mut draw = || -> Draw {
            drawn += 1;
            let mut bytes = [0; 13];
            bytes[12] = drawn;
            bytes
        };
        let mut env = Env { now: "2026-01-02T03:04:05Z".into(), draw: &mut draw };
        state = update(&state, action, &mut env).0;
    }
    state
}

fn text() -> Text {
    page([]).project().unwrap().article.text.clone()
}

/// Where some words of the practice article stand.
fn span(words: &str) -> Span {
    let text = text();
    let byte = text.as_str().find(words).unwrap();
    let at = |byte| text.from_byte(ByteOffset(byte)).unwrap();
    Span::new(at(byte), at(byte + words.len())).unwrap()
}

fn tag(words: &str, label: &str) -> [Action; 2] {
    let span = span(words);
    [
        Action::Selected { anchor: span.start(), focus: span.end(), exact: false },
        Action::LabelChosen(LabelKey::new(label)),
    ]
}

fn rendered(state: Rc<State>) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let props = ScreenProps { state, said: Said::default(), dispatch: Dispatch::noop() };
    let renderer = LocalServerRenderer::<Screen>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

#[track_caller]
fn check(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "no {part} in\n{html}");
    }
}

/// What is left when the tags are taken away.
fn words(html: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for character in html.chars() {
        match character {
            '<' => inside = true,
            '>' => inside = false,
            other if !inside => words.push(other),
            _ => {}
        }
    }
    words
}

#[test]
fn a_first_visit_shows_the_practice_article_untagged() {
    let html = rendered(page([]));
    check(
        &html,
        &[
            "Practice article. Select some words to tag them.",
            "Paste my article",
            "Open a file",
            "role=\"region\" aria-label=\"Article\"",
            "aria-label=\"Annotations\"",
            "role=\"group\" aria-label=\"Labels\"",
            "aria-label=\"Undo\"",
            "aria-label=\"Redo\"",
            "role=\"status\"",
            ">Saved<",
            "<h1 ",
            "data-kind=\"title\"",
            "data-kind=\"caption\"",
        ],
    );
    assert!(!html.contains("<mark"));
}

#[test]
fn marks_carry_their_annotations_in_flat_runs() {
    let nested = [tag("US President Donald Trump", "PERSON"), tag("US President", "NORP")];
    let html = rendered(page(nested.concat()));
    let inner = html.split("<mark").nth(1).unwrap();
    assert!(words(&format!("<mark{inner}")).starts_with("US President"), "{inner}");
    check(
        &html,
        &[
            "data-label=\"Person · Nationality, religion, political group\"",
            "aria-description=\"Nationality, religion, political group, in Person\"",
        ],
    );
    assert!(!html.contains("NORP") || !words(&html).contains("NORP"));
}

#[test]
fn the_words_of_the_article_are_those_of_its_text_however_it_is_tagged() {
    let crossing = [
        tag("Russia’s steps aimed at the Korean", "EVENT"),
        tag("the Korean Peninsula’s denuclearization", "CLAIM"),
        tag("Korean", "NORP"),
    ];
    let state = page(crossing.concat());
    let project = state.project().unwrap().clone();
    let html = rendered(state);
    for block in project.article.blocks.iter() {
        let shown = project.article.text.slice(block.span);
        assert!(words(&html).contains(shown), "{shown}");
    }
}

#[test]
fn a_list_has_one_row_for_each_annotation_and_says_plain_words() {
    let state = page([tag("Vladimir Putin", "PERSON"), tag("TASS", "ORG")].concat());
    let html = rendered(state.clone());
    assert_eq!(html.matches("class=\"list__item\"").count(), 2);
    let seen = words(&html);
    assert!(seen.contains("Person") && !seen.contains("PERSON") && !seen.contains("GPE"), "{seen}");
    let palette = select::palette(state.project().unwrap());
    let counts: Vec<_> = palette.iter().map(|item| item.count).collect();
    assert_eq!(counts, [1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn labels_are_offered_for_a_selection_and_questions_for_a_claim() {
    let putin = span("Vladimir Putin");
    let select = Action::Selected { anchor: putin.start(), focus: putin.end(), exact: false };
    check(&rendered(page([select])), &["id=\"label-popover\"", "aria-label=\"Search labels\""]);
    let html = rendered(page(tag("The latest summit", "CLAIM")));
    let asked = ["Who says this?", "How?", "The article (no source given)", "I can't tell"];
    check(&html, &asked);
    assert!(!html.contains("id=\"label-popover\""));
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "<img src=x onerror=alert(1)>\"'&";
    let blocks = postil::model::blocks_of_plain_text(&Text::new(hostile));
    let pasted = postil::app::Pasted { text: hostile.into(), blocks, details: Default::default() };
    let html = rendered(page([Action::TextPasted(pasted)]));
    assert!(!html.contains("<img"), "{html}");
    check(&html, &["&lt;img src=x onerror=alert(1)&gt;"]);
}
