//! What is done to a draft, and what is asked for in the end.

use super::*;
use crate::model::sample::{NOW, marked, outline, tag, take_all};
use crate::model::{Command, EntityId, LabelChange, ReadySet, plan};

/// An article in which Hanoi is a place and `it is so` a claim.
fn project() -> Project {
    let (project, spans) = marked("«Hanoi» says [it is so].");
    take_all(&project, &[tag(1, "GPE", spans[0]), tag(2, "CLAIM", spans[1])])
}

fn place(draft: &LabelDraft, key: &str) -> usize {
    draft.labels().iter().position(|it| it.label.key.as_str() == key).unwrap()
}

fn keys(draft: &LabelDraft) -> String {
    let keys: Vec<_> = draft.labels().iter().map(|it| it.label.key.to_string()).collect();
    keys.join(" ")
}

/// The article after the draft was applied.
#[track_caller]
fn applied(project: &Project, draft: &LabelDraft) -> Project {
    let Applied { set, gone } = draft.applied();
    let change = LabelChange { set, gone, entity: EntityId::new("fresh") };
    let step = plan(project, &Command::SetLabels(change), &NOW.into());
    step.unwrap_or_else(|refusal| panic!("{refusal}")).apply(project).0
}

#[test]
fn a_draft_without_a_change_asks_for_none() {
    let project = project();
    let draft = LabelDraft::of(&project);
    assert_eq!(draft.applied(), Applied { set: project.labels.clone(), gone: Vec::new() });
    assert_eq!(draft.faults(&Bindings::default()), []);
    let changed = draft.removing(0).with(3, &|label| label.name = Some("X".into()));
    assert_eq!(changed.restarting(), draft);
}

#[test]
fn a_label_that_goes_and_is_in_use_asks_what_becomes_of_that() {
    let project = project();
    let draft = LabelDraft::of(&project);
    assert_eq!(draft.count(place(&draft, "GPE")), 1);
    let unused = draft.removing(place(&draft, "EVENT"));
    assert_eq!(unused.gone(), []);
    let draft = draft.removing(place(&draft, "GPE"));
    assert_eq!(draft.undecided(), Some(0));
    let decided = draft.with_fate(0, Some(Fate::Becomes(LabelKey::new("LOC"))));
    assert_eq!(decided.undecided(), None);
    assert!(outline(&applied(&project, &decided)).starts_with("a1 LOC «Hanoi»"));
    let back = decided.restoring(0);
    assert!(back.gone().is_empty() && keys(&back).ends_with("GPE"));
    assert_eq!(outline(&applied(&project, &back)), outline(&project));
}

#[test]
fn a_key_is_renamed_wherever_it_is_named() {
    let project = project();
    let draft = LabelDraft::of(&project);
    let at = place(&draft, "CLAIM");
    let draft = draft.with(at, &|label| label.key = LabelKey::new("STATEMENT"));
    let after = applied(&project, &draft);
    assert!(outline(&after).contains("a2 STATEMENT «it is so»"));
    let supports = after.labels.find(&LabelKey::new("supports")).unwrap();
    assert_eq!(supports.from, [LabelKey::new("STATEMENT")]);
    assert_eq!(draft.faults(&Bindings::default()), []);
}

#[test]
fn faults_are_told_with_the_place_of_the_label() {
    let draft = LabelDraft::of(&project());
    let with = |shortcut: &str| {
        let shortcut: Rc<str> = shortcut.into();
        draft.with(1, &move |label| label.shortcut = Some(shortcut.clone()))
    };
    let faults = |shortcut| with(shortcut).faults(&Bindings::default());
    assert_eq!(faults("x"), [(1, WrongLabel::ShortcutOfCommand)]);
    assert_eq!(faults("1"), [(1, WrongLabel::ShortcutTaken(LabelKey::new("PERSON")))]);
    assert_eq!(faults("é"), []);
}

#[test]
fn colors_stay_with_their_labels_when_places_change() {
    let project = project();
    let draft = LabelDraft::of(&project).removing(0);
    let after = applied(&project, &draft);
    for key in ["ORG", "GPE", "CLAIM"] {
        let key = LabelKey::new(key);
        assert_eq!(after.labels.hue(Some(&key)), project.labels.hue(Some(&key)), "{key}");
    }
    let (moved, to) = LabelDraft::of(&project).moving(0, true);
    assert_eq!((to, keys(&moved).starts_with("ORG PERSON GPE")), (1, true));
    assert_eq!(moved.moving(0, false).1, 0);
}

#[test]
fn another_set_takes_over_what_it_calls_the_same() {
    let project = project();
    let draft = LabelDraft::of(&project).replacing(&ReadySet::Classroom.set());
    let after = applied(&project, &draft);
    let expected = "a1 PLACE «Hanoi» = e1 PLACE \"Hanoi\" modified\na2 CLAIM «it is so» None\n";
    assert_eq!(outline(&after).replace("Indirect", "None"), expected);
    // What it has no word for keeps its label, and loses nothing.
    let draft = LabelDraft::of(&project).replacing(&ReadySet::Blank.set());
    let after = applied(&project, &draft);
    assert_eq!(outline(&after), outline(&project));
    assert_eq!(after.labels.taggable().count(), 0);
}

#[test]
fn a_new_label_gets_a_key_and_a_digit_that_are_free() {
    let draft = LabelDraft::of(&project()).removing(1);
    let (draft, at) = draft.adding(LabelKind::Entity, "Weapon of war");
    let label = &draft.labels()[at].label;
    assert_eq!((label.key.as_str(), label.shortcut.as_deref()), ("WEAPON_OF_WAR", Some("2")));
    let (draft, at) = draft.adding(LabelKind::Entity, "weapon of war");
    assert_eq!(draft.labels()[at].label.key.as_str(), "WEAPON_OF_WAR_2");
    let (draft, at) = draft.adding(LabelKind::Relation, "בן");
    assert_eq!(draft.labels()[at].label.key.as_str(), "LABEL");
    assert_eq!(draft.faults(&Bindings::default()), []);
}

#[test]
fn an_offer_is_off_for_the_whole_set() {
    let draft = LabelDraft::of(&project());
    assert!(draft.offers(Offer::TagAll));
    let off = draft.offering(Offer::TagAll, false);
    assert!(!off.offers(Offer::TagAll) && off.offers(Offer::NearDuplicate));
    assert!(!off.applied().set.offers(Offer::TagAll));
    assert_eq!(off.offering(Offer::TagAll, true), draft);
}

#[test]
fn empty_lines_are_no_examples_and_no_answers() {
    let draft = LabelDraft::of(&project());
    let draft = draft.with(0, &|label| {
        label.examples = vec!["".into(), "Ana".into(), " ".into()];
        label.definition = Some(" ".into());
        let mut attribute = new_attribute(label);
        attribute.kind = AttributeType::Choice;
        attribute.choices = vec!["yes".into(), "".into()];
        label.attributes.push(attribute);
    });
    assert_eq!(draft.faults(&Bindings::default()), []);
    let set = draft.applied().set;
    let label = &set.labels[0];
    assert_eq!((label.examples.len(), &label.definition), (1, &None));
    assert_eq!(label.attributes[0].choices, ["yes".into()]);
}
