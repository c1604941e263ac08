//! The first state of a page, from what the store holds.

use std::rc::Rc;

use super::check::Check;
use super::effect::Effect;
use super::find::Find;
use super::hand::Hand;
use super::keys::Bindings;
use super::names::Names;
use super::practice;
use super::selection::Selection;
use super::state::{Card, Grouping, Ledger, News, Notice, Panel, State, Theme};
use crate::formats::read_labels;
use crate::model::{
    Annotator, AnnotatorId, Draw, Generator, IdKind, LabelSet, Map, Unknown, draw_id, news,
};
use crate::storage::{Document, Frame, Recovered, Setting, Settings};

/// What a page starts from.
#[derive(Clone, Debug)]
pub struct Start {
    pub settings: Settings,
    pub recovered: Recovered,
    /// Random bytes for the actor of this page load.
    pub actor: Draw,
    /// Random bytes for a person who was never here.
    pub person: Draw,
}

/// The first state, and what is to be done right away.
///
/// A first visit begins the practice article, as any other article begins.
#[must_use]
pub fn start(start: Start) -> (Rc<State>, Vec<Effect>) {
    let Start { settings, recovered, actor, person } = start;
    let actor = draw_id(IdKind::Actor, actor);
    let mut effects = Vec::new();
    let mut library = Map::new();
    for (id, document) in &recovered.documents {
        library.insert(id.clone(), Rc::new(document.clone()));
    }
    if library.is_empty() {
        let frame = Rc::new(Frame::creating(&actor, Rc::new(practice::project()), None));
        if let Some(document) = Document::fold([frame.clone()]) {
            library.insert(document.id().clone(), Rc::new(document));
            effects.push(Effect::Append(frame));
        }
    }
    let here = |document: &&Rc<Document>| !document.project.removed;
    let last = settings.article.as_ref().and_then(|id| library.get(id)).filter(here);
    let open = last.or_else(|| library.values().find(here)).map(|document| document.id().clone());
    let me = settings.annotator.clone().unwrap_or_else(|| {
        let id = AnnotatorId(draw_id(IdKind::Annotator, person));
        effects.push(Effect::Keep(Setting::Annotator(id.clone())));
        id
    });
    let people = settings.annotators.iter().map(|(id, name)| Annotator {
        id: id.clone(),
        name: name.clone(),
        status: None,
        unknown: Unknown::default(),
    });
    let notices = notices(&recovered);
    let state = State {
        library,
        open,
        actor,
        generator: Rc::new(generator()),
        me,
        people: people.collect(),
        selection: Selection::default(),
        exact: false,
        armed: None,
        selected: None,
        card: Card::Closed,
        resizing: None,
        picking: None,
        dialog: None,
        next_notice: u32::try_from(notices.len()).unwrap_or(u32::MAX),
        notices: notices.into(),
        saves: Map::new(),
        strip: !settings.practice_closed,
        grouping: Grouping::of_key(settings.choice("grouping").unwrap_or_default()),
        theme: Theme::of_key(settings.choice("theme").unwrap_or_default()),
        ledger: Ledger::default(),
        more: settings.choice("claim-more") == Some("yes"),
        panel: Panel::of_key(settings.choice("panel").unwrap_or_default()),
        usual_labels: Rc::new(usual_labels(settings.choice("labels").unwrap_or_default())),
        bindings: Rc::new(Bindings::read(settings.choice("keys").unwrap_or_default())),
        clash: None,
        names: Names::default(),
        linking: None,
        find: Find::default(),
        check: Check::default(),
        hand: Hand::default(),
        name_asked: settings.choice("name-asked") == Some("yes"),
    };
    effects.push(Effect::TellOfRest);
    (Rc::new(state), effects)
}

/// The label set for new articles, as it was kept; for news until one was applied.
fn usual_labels(kept: &str) -> LabelSet {
    read_labels(kept.as_bytes()).unwrap_or_else(|_| news())
}

fn notices(recovered: &Recovered) -> Vec<Notice> {
    let set_aside = recovered.quarantined.len() + recovered.newer.len();
    let unopenable = recovered.unopenable.len();
    let news = [
        (0 < set_aside).then_some(News::SetAside { count: set_aside }),
        (0 < unopenable).then_some(News::Unopenable { count: unopenable }),
    ];
    let numbered = (0..).zip(news.into_iter().flatten());
    numbered.map(|(number, what)| Notice { number, what }).collect()
}

/// This program, as files name it.
fn generator() -> Generator {
    Generator {
        name: Some("postil".into()),
        version: Some(env!("CARGO_PKG_VERSION").into()),
        unknown: Unknown::default(),
    }
}
