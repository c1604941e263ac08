//! Where actions become states: runs the effects and swaps what is shown.

mod stores;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::Callback;

use super::found;
use super::kin;
use super::notices::Said;
use crate::app::action::CheckAction;
use crate::app::action::ledger::LedgerAction;
use crate::app::selection::Motion;
use crate::app::start::{Start, start};
use crate::app::state::State;
use crate::app::{Action, Effect, Env, Target, select, update};
use crate::model::{Anchor, AnnotationId};
use crate::platform::durable::{self, Durable, Hearing};
use crate::platform::highlight::Paint;
use crate::platform::lines::{self, Column, LineMove};
use crate::platform::listen::LeaveGuard;
use crate::platform::local_store::LocalStore;
use crate::platform::{
    caret, clipboard, clock, faults, files, focus, geometry, highlight, ids, parts, place, rescue,
    selection, visible,
};
use crate::storage::{
    Frame, FrameBody, Health, Leg, Mending, Recovered, SaveState, Settings, Stores, Union, Vault,
    recover,
};
use crate::text::{CharOffset, Span, Text};

/// How long nothing may happen before a person rests (milliseconds).
const REST: u32 = 400;

/// What is shown: the state, and what was said last.
#[derive(Clone, Debug)]
pub struct View {
    pub state: Rc<State>,
    pub said: Said,
    /// Grows with each view, so that effects run after each.
    pub number: u32,
}

/// The page's one store, journal and state.
pub struct Runtime {
    view: RefCell<View>,
    vault: RefCell<Vault<LocalStore, Durable>>,
    /// What one store has lost and another has, until it is written.
    mending: RefCell<Mending>,
    hearing: RefCell<Option<Hearing>>,
    /// Effects that wait until the view is on the screen.
    after: RefCell<Vec<Effect>>,
    show: RefCell<Callback<View>>,
    watch: RefCell<Callback<Changed>>,
    column: Cell<Option<Column>>,
    resting: Cell<Option<Timeout>>,
    /// What had the focus before the view was drawn.
    had_focus: RefCell<Option<HtmlElement>>,
    leave_guard: LeaveGuard,
    /// The annotations under the pointer.
    hovered: RefCell<Vec<AnnotationId>>,
    /// Whether the last drawing painted over the text.
    painted: Cell<bool>,
}

/// What those who watch from outside are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    Project { article: String, revision: usize },
    Saved { article: String, revision: usize },
    Failed(String),
}

impl std::fmt::Debug for Runtime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Runtime").finish_non_exhaustive()
    }
}

impl Runtime {
    /// Reads the store and comes to the first state.
    #[must_use]
    pub async fn start() -> Rc<Runtime> {
        let found = durable::found().await;
        let mut stores = Stores::new(LocalStore::new(), Durable);
        if found.is_none() {
            stores.turned(Leg::File, Health::Missing);
            stores.turned(Leg::Database, Health::Missing);
        }
        let found = found.unwrap_or_default();
        let union = Union::new(stores.local(), &found);
        let settings = Settings::read(&union);
        let recovered = recover(&union).unwrap_or_default();
        let used = settings.choice("stores").unwrap_or_default().split(' ');
        let mending = union.mending(&used.filter_map(Leg::of_name).collect::<Vec<_>>());
        recovered.quarantine(&mut stores);
        remember(&recovered);
        let (actor, person) = (ids::draw(), ids::draw());
        let from = Start { settings, recovered, mending: mending.clone(), actor, person };
        let (state, effects) = start(from);
        let view = View { state, said: Said::default(), number: 0 };
        let runtime = Rc::new(Runtime {
            view: RefCell::new(view),
            vault: RefCell::new(Vault::new(stores)),
            mending: RefCell::new(mending),
            hearing: RefCell::default(),
            after: RefCell::default(),
            show: RefCell::new(Callback::noop()),
            watch: RefCell::new(Callback::noop()),
            column: Cell::new(None),
            resting: Cell::new(None),
            had_focus: RefCell::default(),
            leave_guard: LeaveGuard::new(),
            hovered: RefCell::default(),
            painted: Cell::default(),
        });
        let state = runtime.state();
        let (state, _) = runtime.run(state, effects);
        runtime.view.borrow_mut().state = state;
        runtime.after.borrow_mut().push(Effect::ShowSelection);
        runtime
    }

    #[must_use]
    pub fn state(&self) -> Rc<State> {
        self.view.borrow().state.clone()
    }

    #[must_use]
    pub fn view(&self) -> View {
        self.view.borrow().clone()
    }

    /// The text of the open article.
    #[must_use]
    pub fn text(&self) -> Option<Text> {
        self.state().project().map(|project| project.article.text.clone())
    }

    /// Whether something waits to be written.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        unsaved(&self.state())
    }

    /// The annotations under the pointer, the innermost first.
    #[must_use]
    pub fn hovered(&self) -> Vec<AnnotationId> {
        self.hovered.borrow().clone()
    }

    pub fn hover(&self, ids: Vec<AnnotationId>) {
        self.hovered.replace(ids);
    }

    /// Says where views are shown.
    pub fn on_view(&self, show: Callback<View>) {
        self.show.replace(show);
    }

    /// Says who watches from outside.
    pub fn on_change(&self, watch: Callback<Changed>) {
        self.watch.replace(watch);
    }

    /// Whether the selection is this one already.
    #[must_use]
    pub fn shows(&self, anchor: CharOffset, focus: CharOffset) -> bool {
        let state = self.state();
        let span = select::selected_span(&state);
        span == Span::between(anchor, focus)
    }

    /// Handles an action: the next state, its journal, its screen. Returns the answer to a request,
    /// if the action gives one.
    pub fn dispatch(self: &Rc<Self>, action: Action) -> Option<Result<String, String>> {
        faults::maybe("handler");
        if rescue::is_dead() {
            return None;
        }
        let is_of_stores = matches!(action, Action::Storing(_));
        if !matches!(action, Action::Moved { .. } | Action::MovedTo { .. }) && !is_of_stores {
            self.column.set(None);
        }
        let before = self.state();
        let mut env = Env { now: clock::now(), draw: &mut ids::draw };
        faults::maybe("update");
        let (next, effects) = update(&before, action, &mut env);
        let (next, answer) = self.run(next, effects);
        self.leave_guard.set_unsaved(self.vault.borrow().is_any_only_here());
        self.swap(next.clone());
        self.tell(&before, &next);
        answer
    }

    /// Runs the effects that come before the screen; keeps the others until after.
    fn run(
        self: &Rc<Self>,
        mut state: Rc<State>,
        effects: Vec<Effect>,
    ) -> (Rc<State>, Option<Result<String, String>>) {
        let mut answer = None;
        for effect in effects {
            match effect {
                Effect::Append(frame) => state = self.append(&state, &frame),
                Effect::Keep(setting) => {
                    // A setting that is not kept is asked or chosen again; nothing is lost.
                    let _ = setting.write(&mut self.vault.borrow_mut().stores);
                }
                Effect::Answer(given) => answer = Some(given),
                Effect::Announce { words, urgent } => self.say(words, urgent),
                Effect::Retry => state = self.retry(&state),
                rare @ (Effect::Download(_) | Effect::Copy { .. }) => self.hand_out(rare),
                later => self.after.borrow_mut().push(later),
            }
        }
        (state, answer)
    }

    #[inline(never)] // Comes after the first picture.
    fn hand_out(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Download(file) => {
                if let Err(why) = files::download(&file.name, file.media_type, &file.bytes) {
                    self.say(format!("The file could not be saved: {why}"), true);
                }
            }
            Effect::Copy { html, text } => {
                let runtime = self.clone();
                clipboard::copy(&html, &text, move |ended| {
                    runtime.dispatch(Action::Ledger(LedgerAction::CopyEnded(ended)));
                });
            }
            _ => {}
        }
    }

    fn append(&self, state: &Rc<State>, frame: &Rc<Frame>) -> Rc<State> {
        let Some(document) = state.library.get(&frame.article) else { return state.clone() };
        let text = &document.project.article.text;
        // Once for an article: at a million characters each time would cost more than the edit.
        if matches!(frame.body, FrameBody::Create(_)) {
            rescue::keep_text(text.sha256(), text.as_str());
        }
        rescue::keep_frame(&frame.record(text));
        let saves = self.vault.borrow_mut().append(frame, text);
        with_saves(state, frame.article.clone(), saves)
    }

    #[inline(never)] // Comes after the first picture.
    fn retry(&self, state: &Rc<State>) -> Rc<State> {
        self.vault.borrow_mut().retry();
        let vault = self.vault.borrow();
        let articles: Vec<_> = state.saves.keys().cloned().collect();
        articles.into_iter().fold(state.clone(), |state, article| {
            let saves = vault.state(&article);
            with_saves(&state, article, saves)
        })
    }

    fn say(&self, words: String, urgent: bool) {
        let mut view = self.view.borrow_mut();
        let number = view.said.number.wrapping_add(1);
        view.said = Said { number, words: words.into(), urgent };
    }

    fn swap(&self, state: Rc<State>) {
        let view = {
            let mut view = self.view.borrow_mut();
            view.state = state;
            view.number = view.number.wrapping_add(1);
            view.clone()
        };
        self.had_focus.replace(focus::current());
        rescue::expect_beat();
        let show = self.show.borrow().clone();
        show.emit(view);
    }

    fn tell(&self, before: &State, next: &State) {
        let watch = self.watch.borrow().clone();
        let Some(document) = next.document() else { return };
        let article = document.id().to_string();
        let revision = document.revision();
        let same = before.document().is_some_and(|before| Rc::ptr_eq(before, document));
        if !same {
            watch.emit(Changed::Project { article: article.clone(), revision });
        }
        let (was, is) = (before.save_state(), next.save_state());
        match is {
            SaveState::Saved if !same || was != is => {
                watch.emit(Changed::Saved { article, revision });
            }
            SaveState::NotSaved { .. } if was != is => {
                let description = crate::app::wording::status_description(&is, &next.stores);
                watch.emit(Changed::Failed(description));
            }
            _ => {}
        }
    }

    /// Runs what waited for the screen. Called after each drawing.
    pub fn drawn(self: &Rc<Self>) {
        rescue::beat();
        faults::maybe("effect");
        let waiting = std::mem::take(&mut *self.after.borrow_mut());
        let state = self.state();
        for effect in waiting {
            match effect {
                Effect::ShowSelection => show_selection(&state),
                Effect::TellOfRest => self.tell_of_rest(),
                other => self.carry_out(other, &state),
            }
        }
        // Most drawings have nothing to paint, and the first one has to be fast.
        let paints = !state.find.hits().is_empty()
            || state.selected.is_some()
            || state.linking.is_some()
            || !self.hovered.borrow().is_empty();
        if self.painted.replace(paints) || paints {
            paint_over(&state, &self.hovered());
        }
        focus::keep_from_being_lost(self.had_focus.take());
    }

    #[inline(never)] // Comes after the first picture.
    fn carry_out(self: &Rc<Self>, effect: Effect, state: &State) {
        match effect {
            Effect::RevealCaret => caret::reveal(),
            Effect::RevealSpan(span) => {
                if let Some(project) = state.project() {
                    visible::reveal(&project.article.text, span);
                }
            }
            Effect::Reveal(id) => drop(focus::scroll_to_annotation(&id)),
            Effect::Focus(target) => focus_on(&target),
            Effect::AskLayout { motion, extend } => self.ask_layout(state, motion, extend),
            _ => {}
        }
    }

    /// Work that would be felt at every key is done once the person rests.
    fn tell_of_rest(self: &Rc<Self>) {
        let runtime = self.clone();
        let told = move || {
            if parts::is_whole() {
                runtime.dispatch(Action::Check(CheckAction::Rested));
            } else {
                runtime.tell_of_rest();
            }
        };
        self.resting.set(Some(Timeout::new(REST, told)));
    }

    fn ask_layout(self: &Rc<Self>, state: &State, motion: Motion, extend: bool) {
        let how = match motion {
            Motion::LineUp => LineMove::Up,
            Motion::LineDown => LineMove::Down,
            Motion::LineStart => LineMove::LineStart,
            Motion::LineEnd => LineMove::LineEnd,
            Motion::PageUp => LineMove::PageUp,
            Motion::PageDown => LineMove::PageDown,
            _ => return,
        };
        let Some(project) = state.project() else { return };
        let from = state.selection.focus;
        let moved = lines::line_move(&project.article.text, from, how, self.column.get());
        self.dispatch(Action::MovedTo { to: moved.to, extend });
        self.column.set(moved.column);
    }
}

#[inline(never)] // Comes after the first picture.
fn paint_over(state: &State, hovered: &[AnnotationId]) {
    found::paint(state);
    kin::show(state, hovered);
    show_handles(state);
}

/// The caret, the painted selection, and the browser's own while the article has the focus.
fn show_selection(state: &State) {
    let Some(project) = state.project() else { return };
    let text = &project.article.text;
    let resized: Vec<Span> =
        state.resizing.iter().flat_map(|resizing| resizing.spans.iter()).collect();
    highlight::paint(Paint::Preview, text, &resized);
    let span = select::selected_span(state);
    let spans: Vec<Span> = span.into_iter().collect();
    highlight::paint(Paint::Selection, text, &spans);
    paint_review(state, text);
    caret::show(text, state.selection.focus);
    if focus::is_in_article() {
        let (anchor, focus) = match span {
            Some(span) if state.selection.focus < state.selection.anchor => {
                (span.end(), span.start())
            }
            Some(span) => (span.start(), span.end()),
            None => (state.selection.focus, state.selection.focus),
        };
        selection::show(text, anchor, focus);
    }
}

/// What the strip of occurrences would tag, near its current line: of thousands, most are far
/// from the window.
fn paint_review(state: &State, text: &Text) {
    let Some(review) = &state.hand.review else {
        highlight::erase(Paint::Review);
        return highlight::erase(Paint::Target);
    };
    let lines = review.lines.iter().enumerate().filter(|(_, line)| line.kept);
    let near = lines.filter(|(place, _)| place.abs_diff(review.at) <= 100);
    let kept: Vec<Span> = near.map(|(_, line)| line.span).collect();
    let current: Vec<Span> =
        review.lines.get(review.at).map(|line| line.span).into_iter().collect();
    highlight::paint(Paint::Review, text, &kept);
    highlight::paint(Paint::Target, text, &current);
}

/// The handles stand at the ends of the selected annotation, while nothing else is selected.
fn show_handles(state: &State) {
    let spans = state.project().and_then(|project| {
        let resized = state.resizing.as_ref().map(|resizing| &resizing.spans);
        let annotation = state.selected.as_ref().and_then(|id| project.annotation(id));
        let placed = annotation.filter(|it| it.anchor != Anchor::Orphaned);
        let spans = resized.or(placed.map(|it| &it.selector.spans))?;
        let text = &project.article.text;
        let first = geometry::rect_of(text, spans.iter().next()?)?.first;
        let last = geometry::rect_of(text, spans.iter().next_back()?)?.last;
        Some(geometry::Ends { first, last })
    });
    place::handles(spans.filter(|_| state.dialog.is_none()));
}

fn focus_on(target: &Target) {
    let found = match target {
        Target::Article => focus::focus("article"),
        Target::Row(id) => focus::focus_row(id),
        Target::RowUnlessInArticle(id) => !focus::is_on_article() && focus::focus_row(id),
        Target::Card => focus::focus_first("#card select, #card button, #questions button"),
        Target::Note => focus::focus("note"),
        Target::Field(id) => focus::focus(id),
        Target::Asked(id) => focus::focus_asked(id),
        Target::Review => {
            focus::focus_first("#review input[tabindex='0']")
                || focus::focus_first("#review button")
        }
        Target::Labels => focus::focus("label-search"),
        Target::Name(id) => focus::focus_name(id),
        Target::Linking => focus::focus("link-search") || focus::focus_first("#linking button"),
        Target::Find => focus::select("find"),
        Target::OpenRow(row) => focus::focus_numbered("open-", *row),
        Target::OpenRowUnlessInArticle(row) => {
            !focus::is_on_article() && focus::focus_numbered("open-", *row)
        }
        Target::FindingRow(row) => {
            focus::focus_numbered("wrong-", *row) || focus::focus("tab-check")
        }
    };
    if !found {
        focus::focus("article");
    }
}

fn with_saves(state: &Rc<State>, article: crate::model::ArticleId, saves: SaveState) -> Rc<State> {
    if state.saves.get(&article) == Some(&saves) {
        return state.clone();
    }
    let mut next = (**state).clone();
    next.saves.insert(article, saves);
    Rc::new(next)
}

fn unsaved(state: &State) -> bool {
    state.saves.values().any(|saves| matches!(saves, SaveState::NotSaved { .. }))
}

/// The rescue page gets all that was read, so that it has it even where storage fails later.
fn remember(recovered: &Recovered) {
    for document in recovered.documents.values() {
        let text = &document.project.article.text;
        rescue::keep_text(text.sha256(), text.as_str());
    }
}
