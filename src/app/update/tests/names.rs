//! Names that are joined, and tags that are linked.

use std::rc::Rc;

use super::Page;
use crate::app::action::{Action, LinkAction, NameAction};
use crate::app::effect::{Effect, Target};
use crate::app::names::SameAs;
use crate::app::select;
use crate::app::state::{Dialog, Panel};
use crate::model::{AnnotationId, EntityField, EntityId, LabelKey, Level};

impl Page {
    fn name(&mut self, action: NameAction) -> &mut Page {
        self.does(Action::Name(action))
    }

    fn link(&mut self, action: LinkAction) -> &mut Page {
        self.does(Action::Link(action))
    }

    fn entity(&self, id: &AnnotationId) -> EntityId {
        let project = self.state.project().unwrap();
        project.annotation(id).unwrap().entity().unwrap().clone()
    }

    /// Names with how many tags they have.
    fn names(&self) -> Vec<String> {
        let rows = select::names::rows(self.state.project().unwrap(), "", false).into_iter();
        rows.map(|row| format!("{} {}", row.name, row.mentions)).collect()
    }

    fn links(&self) -> Vec<String> {
        let project = self.state.project().unwrap();
        let links = project.relations();
        links
            .map(|it| {
                let end = |id| select::links::called(project, id);
                format!("{} {} {}", end(&it.from), it.label, end(&it.to))
            })
            .collect()
    }
}

#[test]
fn a_name_like_another_is_offered_and_joined_only_when_one_says_so() {
    let mut page = Page::new();
    let anna = page.tags("Anna Berg", "PERSON");
    let berg = page.tags("Berg", "PERSON");
    assert_eq!(page.said(), "Tagged “Berg” as Person. Same as “Anna Berg”?");
    assert_eq!(page.names(), ["Anna Berg 1", "Berg 1"]);
    page.name(NameAction::OfferTaken);
    assert_eq!(page.said(), "Joined: “Anna Berg”. Ctrl+Z takes it back.");
    assert_eq!(page.names(), ["Anna Berg 2"]);
    assert_eq!(page.entity(&berg), page.entity(&anna));
    page.does(Action::Undone);
    assert_eq!(page.names(), ["Anna Berg 1", "Berg 1"]);
    page.name(NameAction::OfferRefused);
    assert_eq!(page.said(), "Kept apart.");
    page.name(NameAction::OfferTaken);
    assert_eq!(page.said(), "No other name is like that of the selected tag.");
    page.tags("Lake", "ORG");
    assert_eq!(select::names::offer(&page.state), None);
}

#[test]
fn the_key_opens_a_picker_for_the_selected_name() {
    let mut page = Page::new();
    page.presses("e");
    assert_eq!(page.said(), "There is no tag here.");
    page.tags("went well", "CLAIM");
    page.presses("e");
    assert_eq!(page.said(), "This is a claim, not the name of a person, place or thing.");
    let lake = page.tags("Lake Institute", "ORG");
    page.presses("e");
    assert_eq!(page.said(), "Nothing else is tagged yet that it could be the same as.");
    let anna = page.tags("Anna Berg", "PERSON");
    page.presses("e");
    assert_eq!(page.state.dialog, Some(Dialog::SameAs(SameAs::Mention(anna.clone()))));
    let to = page.entity(&lake);
    page.name(NameAction::Picked { entity: to, alone: false });
    assert_eq!(page.state.dialog, None);
    assert_eq!(page.names(), ["Lake Institute 2"]);
    page.name(NameAction::SplitOut(Some(anna.clone())));
    assert_eq!(page.names(), ["Anna Berg 1", "Lake Institute 1"]);
    page.name(NameAction::SplitOut(Some(anna)));
    assert_eq!(page.said(), "It is the only tag of its name already.");
}

#[test]
fn a_tag_of_several_can_go_alone() {
    let mut page = Page::new();
    let anna = page.tags("Anna Berg", "PERSON");
    let berg = page.tags("Berg", "PERSON");
    page.name(NameAction::OfferTaken);
    let may = page.tags("May", "DATE");
    let to = page.entity(&may);
    page.name(NameAction::SameAsAsked(Some(berg.clone())));
    page.name(NameAction::Picked { entity: to.clone(), alone: true });
    assert_eq!(page.entity(&berg), to);
    assert_ne!(page.entity(&anna), to);
}

#[test]
fn a_card_shows_and_changes_what_is_known() {
    let mut page = Page::new();
    let anna = page.tags("Anna Berg", "PERSON");
    let id = page.entity(&anna);
    page.name(NameAction::CardAsked(None));
    assert_eq!((page.state.panel, page.state.names.open.as_ref()), (Panel::Names, Some(&id)));
    assert_eq!(page.effects, [Effect::Focus(Target::Name(id.clone()))]);
    for name in ["A. B.", "Annie", " Annie "] {
        page.name(NameAction::AliasAdded { id: id.clone(), name: name.into() });
    }
    page.name(NameAction::AliasRemoved { id: id.clone(), name: "A. B.".into() });
    let wikidata = |typed: &str| NameAction::Set {
        id: id.clone(),
        field: EntityField::Wikidata(Some(typed.into())),
    };
    page.name(wikidata("https://www.wikidata.org/wiki/Q7"));
    page.name(wikidata("seven"));
    assert_eq!(
        page.said(),
        "“seven” is no Wikidata id. It is a Q and a number, such as Q1858, or an address of wikidata.org."
    );
    page.name(NameAction::LevelSet { mention: anna.clone(), level: Some(Level::Name) });
    let project = page.state.project().unwrap();
    let entity = project.entity(&id).unwrap();
    assert_eq!(*entity.aliases, [Rc::from("Annie")]);
    assert_eq!(entity.wikidata.as_deref(), Some("Q7"));
    assert_eq!(project.annotation(&anna).unwrap().mention().unwrap().level, Some(Level::Name));
    page.name(NameAction::CardToggled(id));
    assert_eq!(page.state.names.open, None);
}

#[test]
fn a_link_leads_to_what_is_clicked_chosen_or_typed() {
    let mut page = Page::new();
    let well = page.tags("went well", "CLAIM");
    let may = page.tags("is in May", "CLAIM");
    let at = page.span("well").start();
    page.does(Action::Clicked { at: page.span("May").start(), extend: false });
    page.presses("r");
    assert_eq!(page.effects, [Effect::Focus(Target::Linking)]);
    page.does(Action::Clicked { at, extend: false });
    assert_eq!(page.said(), "First choose the kind of link.");
    page.link(LinkAction::KindChosen(LabelKey::new("contradicts")));
    page.does(Action::Clicked { at: page.span("Anna").start(), extend: false });
    assert_eq!(page.said(), "There is nothing here that this link can lead to.");
    page.does(Action::Clicked { at, extend: false });
    assert_eq!(page.said(), "Linked: contradicts claim 1.");
    assert_eq!(page.state.linking, None);
    page.link(LinkAction::Asked(Some(well.0.clone())));
    page.link(LinkAction::KindChosen(LabelKey::new("supports")));
    page.does(Action::AnnotationOpened(may.clone()));
    assert_eq!(page.links(), ["claim 2 contradicts claim 1", "claim 1 supports claim 2"]);
    page.link(LinkAction::Asked(Some(well.0.clone())));
    page.link(LinkAction::KindChosen(LabelKey::new("supports")));
    page.link(LinkAction::Ended(may.0.clone()));
    assert_eq!(page.said(), "These two have this link already.");
    page.does(Action::Escaped);
    assert_eq!((page.said().as_str(), page.state.linking.as_ref()), ("No link was made.", None));
    page.link(LinkAction::Followed(well.0.clone()));
    assert_eq!(page.state.selected, Some(well));
}

#[test]
fn a_link_is_changed_and_taken_away() {
    let mut page = Page::new();
    let well = page.tags("went well", "CLAIM");
    let may = page.tags("is in May", "CLAIM");
    page.link(LinkAction::Asked(Some(well.0)));
    page.link(LinkAction::KindChosen(LabelKey::new("supports")));
    page.link(LinkAction::Ended(may.0));
    let id = page.state.project().unwrap().relations().next().unwrap().id.clone();
    page.link(LinkAction::Turned(id.clone()));
    assert_eq!(page.links(), ["claim 2 supports claim 1"]);
    page.link(LinkAction::Removed(id));
    assert_eq!(page.links(), [""; 0]);
    page.does(Action::Undone);
    assert_eq!(page.links(), ["claim 2 supports claim 1"]);
}

#[test]
fn nothing_can_be_linked_where_no_kind_of_link_starts() {
    let mut page = Page::new();
    page.tags("Anna Berg", "PERSON");
    page.presses("r");
    assert_eq!(page.said(), "The label set has no link that can start here.");
    assert_eq!(page.state.linking, None);
}
