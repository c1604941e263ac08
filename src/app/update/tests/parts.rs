//! Parts of an annotation, growing, and several annotations at once.

use super::*;
use crate::app::action::{FindAction, HandAction};

fn hands(page: &mut Page, action: HandAction) -> &mut Page {
    page.does(Action::Hand(action))
}

#[test]
fn a_part_is_added_to_the_tag_selected_last_and_taken_away_at_the_caret() {
    let mut page = Page::new();
    page.tags("Anna", "PERSON");
    page.selects("Institute");
    hands(&mut page, HandAction::PartAdded);
    assert_eq!(page.annotations(), ["PERSON: Anna Institute"]);
    page.does(Action::Clicked { at: page.span("stitute").start(), extend: false });
    hands(&mut page, HandAction::PartRemoved);
    assert_eq!(page.annotations(), ["PERSON: Anna"]);
    hands(&mut page, HandAction::PartRemoved);
    assert_eq!(page.said(), "The tag has no other part. Delete takes it away.");
    page.does(Action::Undone).does(Action::Undone);
    assert_eq!(page.annotations(), ["PERSON: Anna"]);
    let span = page.span("talks");
    let (anchor, focus) = (span.start(), span.end());
    hands(&mut page, HandAction::PartSelected { anchor, focus, exact: false });
    assert_eq!(page.annotations(), ["PERSON: Anna talks"]);
}

#[test]
fn words_are_taken_out_of_the_middle_of_a_tag() {
    let mut page = Page::new();
    page.tags("Anna Berg of the Lake Institute", "CLAIM");
    page.selects("of the");
    hands(&mut page, HandAction::PartRemoved);
    assert_eq!(page.annotations(), ["CLAIM: Anna Berg Lake Institute"]);
    let caret = page.span("Institute").start();
    page.does(Action::Clicked { at: caret, extend: false });
    hands(&mut page, HandAction::Split);
    assert_eq!(page.annotations(), ["CLAIM: Anna Berg", "CLAIM: Lake Institute"]);
}

#[test]
fn what_has_grown_shrinks_the_same_way() {
    let mut page = Page::new();
    page.does(Action::Clicked { at: page.span("went").start(), extend: false });
    let mut seen = Vec::new();
    for _ in 0..5 {
        hands(&mut page, HandAction::Grown);
        seen.push(page.selected());
    }
    let sentence = "Anna Berg of the Lake Institute said that the talks \"went well\"";
    assert_eq!(seen[..4], ["went", "went well", "\"went well\"", sentence]);
    for words in seen[..4].iter().rev() {
        hands(&mut page, HandAction::Shrunk);
        assert_eq!(page.selected(), *words);
    }
    hands(&mut page, HandAction::Shrunk);
    assert_eq!(page.selected(), "");
    page.selects("Lake");
    hands(&mut page, HandAction::Shrunk);
    assert_eq!(page.said(), "The selection was not grown.");
}

#[test]
fn words_stay_selected_for_more_labels() {
    let mut page = Page::new();
    page.selects("Lake");
    for label in ["LOC", "ORG", "CLAIM"] {
        hands(&mut page, HandAction::LabelAdded(LabelKey::new(label)));
        assert_eq!(page.selected(), "Lake");
        assert_eq!(page.state.card, Card::Closed);
    }
    assert_eq!(page.annotations().len(), 3);
}

#[test]
fn all_parts_get_another_label_together() {
    let mut page = Page::new();
    page.tags("Anna", "PERSON");
    page.selects("Institute");
    hands(&mut page, HandAction::PartAdded);
    hands(&mut page, HandAction::Duplicated(None)).presses("2");
    assert_eq!(page.annotations(), ["PERSON: Anna Institute", "ORG: Anna Institute"]);
    page.selects("Berg").presses("3");
    assert_eq!(page.annotations().len(), 3);
}

#[test]
fn several_become_one_or_go_or_get_another_label() {
    let mut page = Page::new();
    let ids = ["Anna", "Berg", "Lake"].map(|words| page.tags(words, "PERSON"));
    for id in &ids[..2] {
        page.does(Action::AnnotationSelected(id.clone()));
        hands(&mut page, HandAction::Marked(None));
    }
    page.does(Action::AnnotationSelected(ids[0].clone()));
    hands(&mut page, HandAction::Merged);
    assert_eq!(page.annotations(), ["PERSON: Anna Berg", "PERSON: Lake"]);
    assert!(page.state.hand.marked.is_empty());
    hands(&mut page, HandAction::Merged);
    assert_eq!(page.annotations().len(), 2);
    hands(&mut page, HandAction::ManyRelabelled(LabelKey::new("ORG")));
    assert_eq!(page.annotations(), ["ORG: Anna Berg", "ORG: Lake"]);
    page.does(Action::Find(FindAction::Typed("lak".into())));
    hands(&mut page, HandAction::ManyRemoved);
    assert_eq!(page.annotations(), ["ORG: Anna Berg"]);
    page.does(Action::Undone).does(Action::Undone).does(Action::Undone);
    assert_eq!(page.annotations(), ["PERSON: Anna", "PERSON: Berg", "PERSON: Lake"]);
}

#[test]
fn doubt_is_switched_on_and_off() {
    let mut page = Page::new();
    page.tags("Lake", "LOC");
    for unsure in [true, false] {
        hands(&mut page, HandAction::UnsureToggled(None));
        let lake = page.state.project().unwrap().annotations().next().unwrap().clone();
        assert_eq!(lake.unsure, unsure);
    }
}
