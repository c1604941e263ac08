//! All that the screen depends on.

use std::rc::Rc;

use super::action::claim::Picked;
use super::action::ledger::Column;
use super::check::Check;
use super::find::Find;
use super::hand::Hand;
use super::keys::{Bindings, Clash};
use super::names::{Linking, Names, SameAs};
use super::selection::Selection;
use crate::formats::Refusal;
use crate::model::{
    AnnotationId, Annotator, AnnotatorId, ArticleId, Generator, LabelKey, LabelSet, Map, Project,
};
use crate::storage::{Document, SaveState};
use crate::text::Spans;

/// The state of one page. Replaced as a whole, never changed in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// All articles, removed ones too, until the page is left.
    pub library: Map<ArticleId, Rc<Document>>,
    /// The article on the screen.
    pub open: Option<ArticleId>,
    /// The writer's name in the journal, drawn for this page load.
    pub actor: Rc<str>,
    pub generator: Rc<Generator>,
    /// The person, named or not.
    pub me: AnnotatorId,
    /// Everybody who annotated in this browser.
    pub people: Rc<[Annotator]>,
    pub selection: Selection,
    /// Whether selections are characters instead of whole words.
    pub exact: bool,
    pub armed: Option<Armed>,
    /// The annotation that is selected in text and list.
    pub selected: Option<AnnotationId>,
    /// Whether its card is open.
    pub card: Card,
    pub resizing: Option<Resizing>,
    /// What the next selection is for, if not for a tag.
    pub picking: Option<Picking>,
    pub dialog: Option<Dialog>,
    pub notices: Rc<[Notice]>,
    pub next_notice: u32,
    pub saves: Map<ArticleId, SaveState>,
    pub strip: bool,
    pub grouping: Grouping,
    pub theme: Theme,
    pub ledger: Ledger,
    /// Whether the rarer fields of a claim are shown.
    pub more: bool,
    /// What the panel at the side shows.
    pub panel: Panel,
    pub bindings: Rc<Bindings>,
    /// The label set that a new article gets: the last one that was applied to any.
    pub usual_labels: Rc<LabelSet>,
    /// Why the last key that was chosen for a command could not be had.
    pub clash: Option<(&'static str, Clash)>,
    pub names: Names,
    /// The link that is being made.
    pub linking: Option<Linking>,
    pub find: Find,
    pub check: Check,
    /// What the hands have going beside a plain tag.
    pub hand: Hand,
    /// Whether the person was asked for a name.
    pub name_asked: bool,
}

/// A label that is ready: what is selected next gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Armed {
    pub label: LabelKey,
    /// Whether it stays ready after one tag.
    pub locked: bool,
}

/// What is shown of the selected annotation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Card {
    #[default]
    Closed,
    /// The two questions after a claim was tagged, beside the text.
    Questions,
    /// Everything, in the list.
    Open,
    /// Everything, with the caret in the note.
    Note,
}

/// How the claims table is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub order: LedgerOrder,
    pub page: usize,
    /// The claim whose speaker is being picked.
    pub who: Option<AnnotationId>,
    /// Whether claims that seem to say the same are offered.
    pub repeats: bool,
    /// Pairs of claims that a person has told apart, until the page is left.
    pub apart: Rc<[(AnnotationId, AnnotationId)]>,
}

/// Which rows there are, and in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerOrder {
    /// None: as in the text.
    pub sort: Option<Column>,
    pub descending: bool,
    /// By speaker.
    pub grouped: bool,
    pub filter: Rc<str>,
    /// Of all articles, not only of the open one.
    pub all: bool,
}

/// The next selection shows something about a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picking {
    pub claim: AnnotationId,
    pub part: Picked,
    /// What was open before, and is again afterwards.
    pub back: Card,
}

/// An annotation whose ends are being moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resizing {
    pub id: AnnotationId,
    pub spans: Spans,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    Paste,
    Library,
    Details(ArticleId),
    Keys,
    /// The command palette.
    Commands,
    /// The editor of label sets.
    Labels,
    /// The claims table.
    Claims,
    /// What a tag or an entity is the same as.
    SameAs(SameAs),
    /// Claims and their speakers.
    Graph,
    /// Asked at the first export, and whenever the person wants.
    Name {
        then_export: bool,
    },
}

/// Something to tell that stays until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub number: u32,
    pub what: News,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// A file was refused, and nothing has changed.
    Refused {
        name: String,
        refusal: Refusal,
    },
    /// The browser could not read a file.
    Unreadable {
        name: String,
        why: String,
    },
    /// A file was opened beside an article of the same id.
    OpenedBeside {
        name: String,
    },
    /// Tags of a file whose words are not where it says.
    Orphans {
        name: String,
        count: usize,
    },
    Removed {
        article: ArticleId,
        title: Rc<str>,
    },
    /// An export did not read back as what is in memory, and was not offered.
    Unproven {
        what: String,
    },
    /// Records of the store that could not be read were set aside.
    SetAside {
        count: usize,
    },
    /// Articles of the store that cannot be opened; their records stay.
    Unopenable {
        count: usize,
    },
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    #[default]
    TextOrder,
    Label,
}

/// What the panel at the side shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    #[default]
    Tags,
    Names,
    /// What nobody has decided on yet, and what looks wrong.
    Check,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Grouping {
    /// Its name in the settings.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Grouping::TextOrder => "text",
            Grouping::Label => "label",
        }
    }

    #[must_use]
    pub fn of_key(key: &str) -> Grouping {
        if key == "label" { Grouping::Label } else { Grouping::TextOrder }
    }
}

impl Panel {
    /// All of them, in the order of their tabs.
    pub const ALL: &[Panel] = &[Panel::Tags, Panel::Names, Panel::Check];

    /// What its tab says.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Panel::Tags => "Tags",
            Panel::Names => "Names",
            Panel::Check => "Check",
        }
    }

    /// Its name in the settings and in ids on the page.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Panel::Tags => "tags",
            Panel::Names => "names",
            Panel::Check => "check",
        }
    }

    #[must_use]
    pub fn of_key(key: &str) -> Panel {
        Panel::ALL.iter().copied().find(|panel| panel.key() == key).unwrap_or_default()
    }
}

impl Theme {
    /// Its name in the settings and on the page.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    #[must_use]
    pub fn of_key(key: &str) -> Theme {
        match key {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        }
    }
}

impl State {
    /// The article on the screen with its history.
    #[must_use]
    pub fn document(&self) -> Option<&Rc<Document>> {
        self.library.get(self.open.as_ref()?)
    }

    /// The article on the screen.
    #[must_use]
    pub fn project(&self) -> Option<&Project> {
        self.document().map(|document| &document.project)
    }

    /// The name of the person, if they were asked.
    #[must_use]
    pub fn name(&self) -> Option<&Rc<str>> {
        self.people.iter().find(|annotator| annotator.id == self.me)?.name.as_ref()
    }

    /// How the open article is saved.
    #[must_use]
    pub fn save_state(&self) -> SaveState {
        self.open
            .as_ref()
            .and_then(|open| self.saves.get(open))
            .cloned()
            .unwrap_or(SaveState::Saved)
    }
}
