//! Label sets that are applied, labels that are made, fields that are written.

use std::rc::Rc;

use super::Page;
use crate::app::action::Action;
use crate::app::action::labels::LabelAction;
use crate::app::effect::Effect;
use crate::app::label_draft::LabelDraft;
use crate::app::state::Dialog;
use crate::model::{Fate, LabelKey, Offer, ReadySet};
use crate::storage::Setting;

impl Page {
    fn draft(&self) -> LabelDraft {
        LabelDraft::of(self.state.project().unwrap())
    }

    fn applies(&mut self, draft: &LabelDraft) -> &mut Page {
        self.does(Action::DialogOpened(Dialog::Labels));
        self.does(Action::Labels(LabelAction::Applied(draft.applied())))
    }

    fn labels(&self) -> String {
        let labels = &self.state.project().unwrap().labels;
        let keys: Vec<_> = labels.taggable().map(|label| label.key.to_string()).collect();
        keys.join(" ")
    }
}

#[test]
fn a_label_is_made_with_its_first_tag_in_one_step() {
    let mut page = Page::new();
    let before = page.labels();
    page.selects("Lake Institute").does(Action::Labels(LabelAction::Made(" Think tank ".into())));
    assert_eq!(page.annotations(), ["THINK_TANK: Lake Institute"]);
    assert_eq!(page.said(), "Tagged “Lake Institute” as Think tank.");
    let appended = page.effects.iter().filter(|it| matches!(it, Effect::Append(_)));
    assert_eq!(appended.count(), 1);
    page.does(Action::Undone);
    assert_eq!((page.annotations().len(), page.labels()), (0, before));
    page.does(Action::Redone);
    assert_eq!(page.annotations(), ["THINK_TANK: Lake Institute"]);
}

#[test]
fn a_set_is_applied_in_one_step_and_is_that_of_the_next_article() {
    let mut page = Page::new();
    page.tags("Anna Berg", "PERSON");
    page.does(Action::LabelChosen(LabelKey::new("EVENT")));
    let draft = page.draft().replacing(&ReadySet::FactCheck.set());
    page.applies(&draft);
    assert_eq!(page.labels(), "PERSON ORG PLACE CLAIM");
    assert_eq!((&page.state.dialog, &page.state.armed), (&None, &None));
    let kept = page.effects.iter().any(|effect| {
        matches!(effect, Effect::Keep(Setting::Choice { name, .. }) if **name == *"labels")
    });
    assert!(kept);
    assert_eq!(*page.state.usual_labels, ReadySet::FactCheck.set());
    page.does(Action::Undone);
    assert!(page.labels().contains("GPE"));
    assert_eq!(page.annotations(), ["PERSON: Anna Berg"]);
}

#[test]
fn a_draft_without_an_answer_is_refused_and_stays_open() {
    let mut page = Page::new();
    page.tags("Anna Berg", "PERSON");
    let draft = page.draft().removing(0);
    page.applies(&draft);
    assert_eq!(page.said(), "Say what becomes of what is tagged with PERSON.");
    assert_eq!(page.state.dialog, Some(Dialog::Labels));
    page.applies(&draft.with_fate(0, Some(Fate::Delete)));
    assert_eq!((page.annotations().len(), &page.state.selected), (0, &None));
}

#[test]
fn what_a_set_does_not_offer_is_not_offered() {
    let mut page = Page::new();
    page.tags("the", "EVENT");
    let offered = page.state.hand.offer.is_some();
    let mut page = Page::new();
    let draft = page.draft().offering(Offer::TagAll, false);
    page.applies(&draft).tags("the", "EVENT");
    assert_eq!((offered, &page.state.hand.offer), (true, &None));
}

#[test]
fn a_field_is_written_and_what_it_cannot_be_is_refused_in_words() {
    let mut page = Page::new();
    let draft = page.draft().with(0, &|label| {
        let mut attribute = crate::app::label_draft::new_attribute(label);
        attribute.kind = crate::model::AttributeType::Number;
        label.attributes.push(attribute);
    });
    let id = page.applies(&draft).tags("Anna Berg", "PERSON");
    let write = |value: &str| {
        let (id, key) = (id.clone(), LabelKey::new("field"));
        Action::Labels(LabelAction::FieldWritten { id, key, value: Rc::from(value) })
    };
    page.does(write("about 5"));
    assert_eq!(page.said(), "“about 5” is no value for this field.");
    page.does(write("5.0"));
    let project = page.state.project().unwrap();
    let attributes = project.annotation(&id).unwrap().attributes.clone();
    assert_eq!(attributes.map(|it| it.0.to_string()).as_deref(), Some("{\"field\":5.0}"));
}
