//! Many words at once, their parts, and how far a selection goes.

use super::*;
use crate::app::action::{HandAction, ReviewAction};

/// An article in which the same words stand several times.
fn page() -> Page {
    let mut page = Page::new();
    let text = "Berg and Bergs\n\nAnna Berg said that Berg’s team met Lake Berg. Berg left.";
    let blocks = crate::model::blocks_of_plain_text(&Text::new(text));
    page.does(Action::TextPasted(Pasted {
        text: text.into(),
        blocks,
        details: Details::default(),
    }));
    page
}

impl Page {
    fn hands(&mut self, action: HandAction) -> &mut Page {
        self.does(Action::Hand(action))
    }

    fn reviews(&mut self, action: ReviewAction) -> &mut Page {
        self.hands(HandAction::Review(action))
    }

    fn n_entities(&self) -> usize {
        self.state.project().unwrap().entities().count()
    }

    fn offered(&self) -> Option<usize> {
        self.state.hand.offer.as_ref().map(|offer| offer.more)
    }
}

#[test]
fn every_occurrence_is_one_step_and_one_thing() {
    let mut page = page();
    page.selects("Berg").does(Action::EveryTagged(LabelKey::new("PERSON")));
    assert_eq!(page.annotations(), vec!["PERSON: Berg"; 5]);
    assert_eq!(page.said(), "Tagged “Berg” as Person, 5 times.");
    assert_eq!(page.n_entities(), 1);
    page.does(Action::EveryTagged(LabelKey::new("PERSON")));
    assert_eq!(page.said(), "All of these words have this tag already.");
    page.does(Action::Undone);
    assert_eq!(page.annotations(), Vec::<String>::new());
}

#[test]
fn more_is_offered_until_something_else_is_tagged_or_undone() {
    let mut page = page();
    page.tags("Berg", "PERSON");
    assert_eq!(page.said(), "Tagged “Berg” as Person. 4 more “Berg”.");
    assert_eq!(page.offered(), Some(4));
    page.does(Action::Clicked { at: CharOffset(30), extend: false });
    assert_eq!(page.offered(), Some(4));
    page.does(Action::Undone);
    assert_eq!(page.offered(), None);
    page.tags("Berg", "PERSON");
    page.tags("team", "ORG");
    assert_eq!(page.offered(), None);
}

#[test]
fn words_within_a_longer_tag_of_the_label_are_not_chosen() {
    let mut page = page();
    page.tags("Lake Berg", "PERSON");
    page.tags("Berg", "PERSON");
    assert_eq!(page.offered(), Some(3));
    page.hands(HandAction::ReviewOpened(None));
    let review = page.state.hand.review.clone().unwrap();
    assert_eq!(
        review.lines.iter().map(|it| it.kept).collect::<Vec<_>>(),
        [true, true, false, true]
    );
    page.reviews(ReviewAction::Decided { keep: false }).reviews(ReviewAction::Applied);
    let berg = page.annotations().iter().filter(|it| *it == "PERSON: Berg").count();
    assert_eq!(berg, 3);
    assert_eq!(page.n_entities(), 2, "what joins by words names the same");
}

#[test]
fn a_review_keeps_what_was_decided_when_something_changes() {
    let mut page = page();
    page.tags("Berg", "PERSON");
    page.hands(HandAction::ReviewOpened(None)).reviews(ReviewAction::Kept { line: 1, keep: false });
    page.does(Action::Annotated { spans: vec![page.span("left")], label: LabelKey::new("EVENT") });
    let kept = |page: &Page| {
        let review = page.state.hand.review.as_ref();
        review.map(|it| it.lines.iter().map(|line| line.kept).collect::<Vec<_>>())
    };
    assert_eq!(kept(&page), Some(vec![true, false, true, true]));
    page.reviews(ReviewAction::WholeWordsToggled);
    assert_eq!(kept(&page), Some(vec![true, true, false, true, true]));
    page.reviews(ReviewAction::Closed);
    assert_eq!(kept(&page), None);
}

#[test]
fn all_tags_of_the_same_words_go_in_one_step() {
    let mut page = page();
    page.selects("Berg").does(Action::EveryTagged(LabelKey::new("PERSON")));
    page.tags("Berg", "ORG");
    page.tags("Anna", "PERSON");
    page.does(Action::AnnotationSelected(page.state.selected.clone().unwrap()));
    let berg = page.state.project().unwrap().annotations().next().unwrap().id.clone();
    page.hands(HandAction::EveryRemoved(Some(berg)));
    assert_eq!(page.annotations(), ["ORG: Berg", "PERSON: Anna"]);
    page.does(Action::Undone);
    assert_eq!(page.annotations().len(), 7);
}

#[test]
fn the_hits_of_a_search_are_tagged_in_one_step() {
    let mut page = page();
    let spans = vec![page.span("Anna"), page.span("team"), page.span("Anna")];
    let label = LabelKey::new("PERSON");
    page.hands(HandAction::SpansTagged { spans: spans.clone(), label: label.clone() });
    assert_eq!(page.annotations(), ["PERSON: Anna", "PERSON: team"]);
    page.hands(HandAction::SpansTagged { spans, label });
    assert_eq!(page.said(), "All of these words have this tag already.");
    page.does(Action::Undone);
    assert_eq!(page.annotations(), Vec::<String>::new());
}
