//! What actions lead to, as tables on a small article.

mod labels;
mod names;

use std::rc::Rc;

use super::{Env, update};
use crate::app::action::claim::{ClaimAction, Picked};
use crate::app::action::{Action, FileRead};
use crate::app::effect::{Effect, Target};
use crate::app::keys::{self, Key, Mode};
use crate::app::selection::{Motion, SpanEnd};
use crate::app::start::{Start, start};
use crate::app::state::{Card, Dialog, News, State};
use crate::app::{Pasted, select};
use crate::model::{AnnotationId, Claimant, Details, LabelKey, QuoteMode, Who};
use crate::storage::{Document, Mending, NotSaved, Recovered, SaveState, Settings};
use crate::text::{CharOffset, Span, Text};

const ARTICLE: &str = "Talks end\n\nAnna Berg of the Lake Institute said that the talks \"went well\".\n\nThe next round is in May.";

/// A page without a browser: actions in, words and effects out.
struct Page {
    state: Rc<State>,
    effects: Vec<Effect>,
    drawn: u8,
}

impl Page {
    fn new() -> Page {
        let (state, effects) = start(Start {
            settings: Settings::default(),
            recovered: Recovered::default(),
            mending: Mending::default(),
            actor: [1; 13],
            person: [2; 13],
        });
        let mut page = Page { state, effects, drawn: 9 };
        let blocks = crate::model::blocks_of_plain_text(&Text::new(ARTICLE));
        let pasted = Pasted { text: ARTICLE.into(), blocks, details: Details::default() };
        page.does(Action::TextPasted(pasted));
        page
    }

    fn does(&mut self, action: Action) -> &mut Page {
        let drawn = &mut self.drawn;
        let mut draw = || {
            *drawn += 1;
            let mut bytes = [0; 13];
            bytes[12] = *drawn;
            bytes
        };
        let mut env = Env { now: "2026-01-02T03:04:05Z".into(), draw: &mut draw };
        let (state, effects) = update(&self.state, action, &mut env);
        self.state = state;
        self.effects = effects;
        self
    }

    /// Selects some words as the mouse does, by their first and last character.
    fn selects(&mut self, words: &str) -> &mut Page {
        let span = self.span(words);
        self.does(Action::Selected { anchor: span.start(), focus: span.end(), exact: false })
    }

    /// Where some words stand.
    fn span(&self, words: &str) -> Span {
        let text = &self.state.project().unwrap().article.text;
        let byte = text.as_str().find(words).unwrap();
        let at = |byte| text.from_byte(crate::text::ByteOffset(byte)).unwrap();
        Span::new(at(byte), at(byte + words.len())).unwrap()
    }

    fn tags(&mut self, words: &str, label: &str) -> AnnotationId {
        self.selects(words).does(Action::LabelChosen(LabelKey::new(label)));
        self.state.selected.clone().unwrap()
    }

    fn presses(&mut self, key: &str) -> &mut Page {
        let key = Key { key: key.into(), code: format!("Digit{key}"), ..Key::default() };
        let labels = self.state.project().unwrap().labels.clone();
        let bindings = self.state.bindings.clone();
        let action = keys::resolve(&key, Mode::Reading, &labels, &bindings).unwrap();
        self.does(action)
    }

    /// Every annotation as `label: words`, in the order of the text.
    fn annotations(&self) -> Vec<String> {
        let project = self.state.project().unwrap();
        let rows = project.annotations().map(|annotation| {
            let words = annotation.selector.words(&project.article.text);
            format!("{}: {words}", annotation.label().unwrap())
        });
        rows.collect()
    }

    fn said(&self) -> String {
        let said = self.effects.iter().filter_map(|effect| match effect {
            Effect::Announce { words, .. } => Some(words.as_str()),
            _ => None,
        });
        said.collect::<Vec<_>>().join(" / ")
    }

    /// The words that are selected.
    fn selected(&self) -> String {
        let text = &self.state.project().unwrap().article.text;
        select::selected_span(&self.state).map_or("", |span| text.slice(span)).to_owned()
    }

    fn claimant(&self, id: &AnnotationId) -> Option<Claimant> {
        self.state.project().unwrap().annotation(id).unwrap().claim().unwrap().claimant.clone()
    }

    fn document(&self) -> Document {
        (**self.state.document().unwrap()).clone()
    }
}

#[test]
fn a_key_tags_the_selection_and_the_caret_goes_behind_it() {
    let mut page = Page::new();
    page.selects("nna Ber").presses("1");
    assert_eq!(page.annotations(), ["PERSON: Anna Berg"]);
    assert_eq!(page.said(), "Tagged “Anna Berg” as Person.");
    assert_eq!(page.state.selection.focus, page.span("Anna Berg").end());
    assert!(page.effects.iter().any(|effect| matches!(effect, Effect::Append(_))));
}

#[test]
fn a_label_without_a_selection_is_ready_once_then_stays_then_is_put_away() {
    let mut page = Page::new();
    page.presses("2");
    page.selects("Lake Institute");
    assert_eq!(page.annotations(), ["ORG: Lake Institute"]);
    assert_eq!(page.state.armed, None);
    page.presses("2").presses("2");
    page.selects("Anna").selects("Berg");
    assert_eq!(page.annotations(), ["ORG: Anna", "ORG: Berg", "ORG: Lake Institute"]);
    page.does(Action::Escaped);
    assert_eq!(page.state.armed, None);
}

#[test]
fn what_is_tagged_already_is_selected_and_not_tagged_again() {
    let mut page = Page::new();
    let id = page.tags("Anna Berg", "PERSON");
    page.selects("Anna Berg").presses("1");
    assert_eq!(page.annotations().len(), 1);
    assert_eq!(page.state.selected, Some(id));
    assert_eq!(page.said(), "These words have this tag already.");
}

#[test]
fn clicks_climb_outward_and_begin_again() {
    let mut page = Page::new();
    let inner = page.tags("Lake", "GPE");
    let outer = page.tags("Lake Institute", "ORG");
    let at = page.span("ake").start();
    let click = Action::Clicked { at, extend: false };
    let mut seen = Vec::new();
    for _ in 0..3 {
        page.does(click.clone());
        seen.push(page.state.selected.clone().unwrap());
    }
    assert_eq!(seen, [inner.clone(), outer, inner]);
    page.does(Action::Clicked { at: page.span("next").start(), extend: false });
    assert_eq!(page.state.selected, None);
}

#[test]
fn taps_take_a_word_then_the_words_up_to_another_then_let_go() {
    let mut page = Page::new();
    let selected = |page: &Page| {
        let text = &page.state.project().unwrap().article.text;
        select::selected_span(&page.state).map(|span| text.slice(span).to_owned())
    };
    page.does(Action::Tapped { at: page.span("Berg").start() });
    assert_eq!(selected(&page).as_deref(), Some("Berg"));
    page.does(Action::Tapped { at: page.span("Institute").start() });
    assert_eq!(selected(&page).as_deref(), Some("Berg of the Lake Institute"));
    page.does(Action::Tapped { at: page.span("Anna").start() });
    assert_eq!(selected(&page).as_deref(), Some("Anna Berg of the Lake Institute"));
    page.does(Action::Tapped { at: page.span("the Lake").start() });
    assert_eq!(selected(&page), None);
}

#[test]
fn a_claim_is_there_at_once_and_its_questions_only_fill_it() {
    let mut page = Page::new();
    let anna = page.tags("Anna Berg", "PERSON");
    let claim = page.tags("the talks \"went well\"", "CLAIM");
    assert_eq!(page.state.card, Card::Questions);
    assert_eq!(select::asking(&page.state), Some(&claim));
    let speakers = select::speakers(page.state.project().unwrap(), &claim);
    assert_eq!(speakers[0].mention, anna);
    let quote = |page: &Page| {
        page.state.project().unwrap().annotation(&claim).unwrap().claim().unwrap().quote
    };
    assert_eq!(quote(&page), Some(QuoteMode::Mixed));
    page.does(Action::QuestionsDismissed);
    assert_eq!(page.claimant(&claim), None);
    page.does(Action::ClaimantAnswered { id: claim.clone(), claimant: Some(Who::Unknown.into()) });
    assert_eq!(page.claimant(&claim).unwrap().who, Who::Unknown);
    page.does(Action::QuoteAnswered { id: claim.clone(), quote: None });
    assert_eq!(quote(&page), None);
}

#[test]
fn words_picked_in_the_text_name_the_speaker() {
    let mut page = Page::new();
    let claim = page.tags("The next round is in May", "CLAIM");
    page.does(Action::Claim(ClaimAction::Picking { id: claim.clone(), part: Picked::Speaker }));
    page.selects("Lake Institute");
    let claimant = page.claimant(&claim).unwrap();
    assert_eq!(claimant.who, Who::Named);
    assert_eq!(claimant.text.as_deref(), Some("Lake Institute"));
    assert_eq!(claimant.words.unwrap().spans, page.span("Lake Institute").into());
    assert_eq!(page.annotations(), ["CLAIM: The next round is in May"]);
}

#[test]
fn boundaries_move_by_word_and_are_kept_or_taken_back() {
    let mut page = Page::new();
    page.tags("Anna", "PERSON");
    let longer = Action::Resized { end: SpanEnd::End, motion: Motion::WordOn };
    page.does(Action::BoundariesStarted).does(longer.clone());
    assert_eq!(page.annotations(), ["PERSON: Anna"]);
    page.does(Action::Opened);
    assert_eq!(page.annotations(), ["PERSON: Anna Berg"]);
    page.does(Action::BoundariesStarted).does(longer).does(Action::Escaped);
    assert_eq!(page.annotations(), ["PERSON: Anna Berg"]);
    assert_eq!(page.state.resizing, None);
}

#[test]
fn a_deleted_annotation_leaves_its_place_to_its_neighbor() {
    let mut page = Page::new();
    let first = page.tags("Anna Berg", "PERSON");
    let second = page.tags("Lake Institute", "ORG");
    page.does(Action::Deleted(Some(first)));
    assert_eq!(page.state.selected, Some(second.clone()));
    page.does(Action::AnnotationOpened(second.clone())).does(Action::Deleted(Some(second)));
    assert_eq!(page.annotations(), Vec::<String>::new());
    page.does(Action::Deleted(None));
    assert_eq!(page.said(), "There is no tag here.");
}

#[test]
fn undo_and_redo_go_through_everything_and_survive_a_reload() {
    let mut page = Page::new();
    let id = page.tags("Anna Berg", "PERSON");
    page.does(Action::NoteWritten { id, note: "who?".into() });
    page.does(Action::Undone).does(Action::Undone);
    assert_eq!(page.annotations(), Vec::<String>::new());
    let reloaded = Document::fold(page.document().frames().cloned()).unwrap();
    assert_eq!(reloaded, page.document());
    assert!(reloaded.history.can_redo());
    page.does(Action::Redone).does(Action::Redone);
    assert_eq!(page.annotations(), ["PERSON: Anna Berg"]);
    page.does(Action::Redone);
    assert_eq!(page.effects.last(), Some(&Effect::Answer(Err("There is nothing to redo.".into()))));
}

#[test]
fn walking_goes_through_all_and_stops_at_the_ends() {
    let mut page = Page::new();
    page.tags("Anna Berg", "PERSON");
    page.tags("Lake Institute", "ORG");
    page.tags("May", "DATE");
    page.does(Action::MovedTo { to: CharOffset::ZERO, extend: false });
    let mut walk = |back| page.does(Action::Walked { back, same_label: false }).said();
    assert_eq!(walk(false), "Person: Anna Berg");
    assert_eq!(walk(false), "Organization: Lake Institute");
    assert_eq!(walk(false), "Date or time: May");
    assert_eq!(walk(false), "There is no further tag.");
    assert_eq!(walk(true), "Organization: Lake Institute");
}

#[test]
fn a_request_from_outside_is_exact_or_refused() {
    let mut page = Page::new();
    let ask = |page: &mut Page, start, end, label: &str| {
        let span = Span::new(CharOffset(start), CharOffset(end)).unwrap();
        page.does(Action::Annotated { spans: vec![span], label: LabelKey::new(label) });
        match page.effects.last() {
            Some(Effect::Answer(answer)) => answer.clone(),
            other => panic!("no answer: {other:?}"),
        }
    };
    let before = page.state.library.clone();
    assert!(ask(&mut page, 0, 9999, "PERSON").is_err());
    assert!(ask(&mut page, 0, 5, "NOBODY").is_err());
    assert!(ask(&mut page, 9, 11, "PERSON").is_err());
    assert_eq!(page.state.library, before);
    assert!(ask(&mut page, 1, 4, "PERSON").is_ok());
    assert_eq!(page.annotations(), ["PERSON: alk"]);
}

#[test]
fn the_name_is_asked_once_and_goes_into_the_file_but_is_no_step() {
    let mut page = Page::new();
    page.tags("Anna Berg", "PERSON");
    let before = page.document();
    page.does(Action::ExportAsked);
    assert_eq!(page.state.dialog, Some(Dialog::Name { then_export: true }));
    page.does(Action::NameGiven(" Ana ".into()));
    let file = |page: &Page| {
        page.effects.iter().find_map(|effect| match effect {
            Effect::Download(file) => Some(file.clone()),
            _ => None,
        })
    };
    let first = file(&page).unwrap();
    assert!(first.name.ends_with("_ana.postil.json"), "{}", first.name);
    assert!(String::from_utf8(first.bytes).unwrap().contains("\"name\": \"Ana\""));
    assert_eq!(page.document(), before);
    page.does(Action::ExportAsked);
    assert!(file(&page).is_some());
    let ana = page.state.me.clone();
    page.does(Action::NameGiven("Ben".into()));
    assert_ne!(page.state.me, ana);
    page.tags("May", "DATE");
    let by = |page: &Page, place: usize| {
        page.state.project().unwrap().annotations().nth(place).unwrap().by.clone().unwrap()
    };
    assert_eq!(by(&page, 0), ana);
    assert_eq!(by(&page, 1), page.state.me);
}

#[test]
fn a_file_of_ours_opens_what_is_here_or_stands_beside_it() {
    let mut page = Page::new();
    page.tags("Anna Berg", "PERSON");
    let bytes = crate::formats::postil::write(page.state.project().unwrap());
    let read = |bytes: Vec<u8>| {
        Action::FilesRead(vec![FileRead {
            name: "a.postil.json".into(),
            bytes: Ok(bytes.into()),
            format: None,
        }])
    };
    let n_articles = page.state.library.len();
    page.does(read(bytes.clone()));
    assert_eq!(page.state.library.len(), n_articles);
    page.tags("May", "DATE");
    let open = page.state.open.clone();
    page.does(read(bytes.clone()));
    assert_eq!(page.state.library.len(), n_articles + 1);
    assert_ne!(page.state.open, open);
    assert_eq!(page.annotations(), ["PERSON: Anna Berg"]);
    assert!(matches!(page.state.notices.last().unwrap().what, News::OpenedBeside { .. }));
    let broken = String::from_utf8(bytes).unwrap().replace("\"length\": ", "\"length\": 1");
    page.does(read(broken.into_bytes()));
    assert_eq!(page.state.library.len(), n_articles + 1);
    assert!(matches!(page.state.notices.last().unwrap().what, News::Refused { .. }));
}

#[test]
fn a_removed_article_can_be_put_back() {
    let mut page = Page::new();
    let id = page.state.open.clone().unwrap();
    page.does(Action::ArticleRemoved(id.clone()));
    assert_ne!(page.state.open, Some(id.clone()));
    assert!(matches!(page.state.notices.last().unwrap().what, News::Removed { .. }));
    page.does(Action::ArticleRestored(id.clone()));
    assert!(page.state.notices.is_empty());
    assert!(!page.state.library.get(&id).unwrap().project.removed);
}

#[test]
fn what_the_store_answers_is_the_status_of_the_open_article() {
    let mut page = Page::new();
    assert_eq!(page.state.save_state(), SaveState::Saved);
    let article = page.state.open.clone().unwrap();
    let full = SaveState::NotSaved { why: NotSaved::Full, steps: 1 };
    page.does(Action::Saved { article, state: full.clone() });
    assert_eq!(page.state.save_state(), full);
}

#[test]
fn enter_leads_to_the_labels_to_the_card_or_says_that_nothing_is_here() {
    let mut page = Page::new();
    page.selects("Anna Berg").does(Action::Opened);
    assert_eq!(page.effects, [Effect::Focus(Target::Labels)]);
    page.does(Action::Escaped).does(Action::Opened);
    assert_eq!(page.said(), "There is no tag here.");
    page.tags("Anna Berg", "PERSON");
    page.does(Action::Opened);
    assert_eq!(page.state.card, Card::Open);
    assert!(page.effects.contains(&Effect::Focus(Target::Card)));
}

#[test]
fn what_a_rescue_page_saved_is_opened_again_and_joins_what_is_here() {
    let mut page = Page::new();
    page.tags("Anna Berg", "PERSON");
    let document = page.document();
    let text = &document.project.article.text;
    let frames: Vec<_> = document.frames().map(|frame| frame.record(text)).collect();
    let texts = std::collections::BTreeMap::from([(text.sha256().to_string(), text.as_str())]);
    let file = serde_json::json!({ "format": "postil-rescue", "frames": frames, "texts": texts });
    let bytes: Rc<[u8]> = serde_json::to_vec(&file).unwrap().into();
    let read = Action::FilesRead(vec![FileRead {
        name: "postil-rescue.json".into(),
        bytes: Ok(bytes),
        format: None,
    }]);
    let mut empty = Page::new();
    empty.state = start(Start {
        settings: Settings::default(),
        recovered: Recovered::default(),
        mending: Mending::default(),
        actor: [3; 13],
        person: [4; 13],
    })
    .0;
    empty.does(read.clone());
    assert_eq!(empty.annotations(), ["PERSON: Anna Berg"]);
    let written = empty.effects.iter().filter(|it| matches!(it, Effect::Append(_))).count();
    assert_eq!(written, frames.len());
    page.tags("May", "DATE");
    page.does(read);
    assert_eq!(page.annotations(), ["PERSON: Anna Berg", "DATE: May"]);
    assert!(!page.effects.iter().any(|effect| matches!(effect, Effect::Append(_))));
}

#[test]
fn done_opens_the_next_article_that_is_not_done() {
    let mut page = Page::new();
    let file = |name: &str| FileRead {
        name: name.into(),
        bytes: Ok(Rc::from(format!("{name}\n\nSome words.").into_bytes())),
        format: None,
    };
    page.does(Action::FilesRead(vec![file("B.txt"), file("A.txt")]));
    let title = |page: &Page| -> String {
        crate::app::select::title(page.state.project().unwrap()).chars().take(5).collect()
    };
    let mut seen = vec![title(&page)];
    for _ in 0..3 {
        page.does(Action::Finished);
        seen.push(title(&page));
    }
    assert_eq!(seen, ["A.txt", "B.txt", "Talks", "Trump"]);
    page.does(Action::Finished);
    assert_eq!(page.said(), crate::app::wording::ALL_DONE);
    assert!(title(&page).starts_with("Trump"));
    page.does(Action::Reopened).does(Action::Finished);
    assert_eq!(page.said(), crate::app::wording::ALL_DONE);
    page.does(Action::Undone).does(Action::Finished);
    assert!(title(&page).starts_with("Trump"));
}

mod hand;
mod parts;
