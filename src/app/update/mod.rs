//! The way from one state to the next.

mod articles;
mod caret;
mod checking;
mod claim;
mod editing;
mod exporting;
mod finding;
mod hand;
mod keys;
mod labels;
mod ledger;
mod links;
mod many;
mod names;
mod parts;
mod tagging;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::action::Action;
use super::effect::{Effect, Target};
use super::state::{Card, Dialog, News, Notice, State};
use super::wording;
use crate::model::{ArticleId, Command, Draw, IdKind, Refusal, Transaction, draw_id, plan};
use crate::storage::{Document, SaveState, Setting};

/// What comes from outside: the time, and random bytes for ids.
pub struct Env<'a> {
    /// RFC 3339, UTC.
    pub now: Rc<str>,
    pub draw: &'a mut dyn FnMut() -> Draw,
}

impl std::fmt::Debug for Env<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Env").field("now", &self.now).finish_non_exhaustive()
    }
}

/// What an action leads to: the next state, and what is to be done outside.
///
/// Total: whatever the action, there is a next state. An action that does not fit says why in an
/// [`Effect::Announce`] or [`Effect::Answer`] and changes nothing.
#[must_use]
pub fn update(state: &Rc<State>, action: Action, env: &mut Env<'_>) -> (Rc<State>, Vec<Effect>) {
    let mut turn = Turn { state: (**state).clone(), effects: Vec::new(), env };
    turn.take(action);
    turn.keep_found(state);
    turn.keep_checked(state);
    turn.settle(state);
    (Rc::new(turn.state), turn.effects)
}

/// Why a command was not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denied {
    NoArticle,
    /// Some of the article was made by a newer version.
    ReadOnly,
    Plan(Refusal),
}

/// One action being handled.
struct Turn<'a, 'b> {
    state: State,
    effects: Vec<Effect>,
    env: &'a mut Env<'b>,
}

impl Turn<'_, '_> {
    fn take(&mut self, action: Action) {
        match action {
            Action::Selected { anchor, focus, exact } => self.selected(anchor, focus, exact),
            Action::Clicked { at, extend } => self.clicked(at, extend),
            Action::Tapped { at } => self.tapped(at),
            Action::Moved { motion, extend } => self.moved(motion, extend),
            Action::MovedTo { to, extend } => self.moved_to(to, extend),
            Action::SelectedAll => self.selected_all(),
            Action::ExactToggled => self.exact_toggled(),
            Action::LabelChosen(label) => self.label_chosen(label),
            Action::Escaped => self.escaped(),
            Action::Walked { back, same_label } => self.walked(back, same_label),
            Action::Climbed { inward } => self.climbed(inward),
            Action::Opened => self.opened(),
            Action::AnnotationSelected(id) => self.select_from_outside(&id),
            Action::AnnotationOpened(id) if self.state.linking.is_some() => self.link_ended(id.0),
            Action::AnnotationOpened(id) => self.open_card(&id, Card::Open),
            Action::RowReached(id) => {
                self.go_to(&id);
                self.effects.push(Effect::Focus(Target::Row(id)));
            }
            Action::CardClosed => self.close_card(),
            Action::BoundariesStarted => self.boundaries_started(),
            Action::Resized { end, motion } => self.resized(end, motion),
            Action::BoundariesKept => self.boundaries_kept(),
            Action::Deleted(id) => self.deleted(id),
            Action::Relabelled { id, label } => self.relabelled(id, label),
            Action::ClaimantAnswered { id, claimant } => {
                self.change(Command::SetClaimant { id, claimant });
            }
            Action::QuoteAnswered { id, quote } => self.change(Command::SetQuoteMode { id, quote }),
            Action::Claim(action) => self.claim(action),
            Action::Labels(action) => self.labels(action),
            Action::Ledger(action) => self.ledger(action),
            Action::QuestionsDismissed => self.questions_dismissed(),
            Action::NoteWritten { id, note } => {
                let note = Some(note.trim()).filter(|note| !note.is_empty()).map(Rc::from);
                self.change(Command::SetNote { id, note });
            }
            Action::NoteAsked(id) => self.note_asked(id),
            Action::EveryTagged(label) => self.every_tagged(label),
            Action::Hand(action) => self.handled(action),
            Action::Undone => self.undone(),
            Action::Redone => self.redone(),
            Action::FilesRead(files) => self.files_read(files),
            Action::TextPasted(pasted) => self.text_pasted(pasted),
            Action::ArticleOpened(id) => self.article_opened(&id),
            Action::ArticleRemoved(id) => self.article_removed(&id),
            Action::ArticleRestored(id) => self.article_restored(&id),
            Action::Described { article, detail } => {
                self.change_article(&article, Command::Describe(detail));
            }
            Action::Finished => self.finished(),
            Action::Reopened => self.reopened(),
            Action::ExportAsked => self.export_asked(),
            Action::NameGiven(name) => self.name_given(&name),
            Action::Saved { article, state } => self.saved(article, state),
            Action::RetryAsked => self.effects.push(Effect::Retry),
            Action::DialogOpened(dialog) => self.dialog_opened(dialog),
            Action::DialogClosed => self.state.dialog = None,
            Action::NoticeDismissed(number) => self.notice_dismissed(number),
            Action::StripClosed => {
                self.state.strip = false;
                self.effects.push(Effect::Keep(Setting::PracticeClosed(true)));
                self.effects.push(Effect::Focus(Target::Article));
            }
            Action::GroupingChosen(grouping) => {
                self.state.grouping = grouping;
                self.keep_choice("grouping", grouping.key());
            }
            Action::ThemeChosen(theme) => {
                self.state.theme = theme;
                self.keep_choice("theme", theme.key());
            }
            Action::PanelChosen(panel) => {
                self.state.panel = panel;
                self.keep_choice("panel", panel.key());
            }
            Action::DetailsAsked => {
                if let Some(open) = self.state.open.clone() {
                    self.dialog_opened(Dialog::Details(open));
                }
            }
            Action::KeyBound { command, stroke } => self.key_bound(command, stroke.as_deref()),
            Action::KeysReset => self.keys_changed(self.state.bindings.reset()),
            Action::SingleKeysSwitched(on) => self.single_keys_switched(on),
            Action::Name(action) => self.name_action(action),
            Action::Link(action) => self.link_action(action),
            Action::Find(action) => self.find(action),
            Action::Check(action) => self.checked(action),
            Action::Annotated { spans, label } => self.annotated(spans, label),
        }
    }

    // What all of them need.

    fn id(&mut self, kind: IdKind) -> Rc<str> {
        draw_id(kind, (self.env.draw)())
    }

    fn say(&mut self, words: impl Into<String>) {
        self.effects.push(Effect::Announce { words: words.into(), urgent: false });
    }

    fn warn(&mut self, words: impl Into<String>) {
        self.effects.push(Effect::Announce { words: words.into(), urgent: true });
    }

    fn answer(&mut self, answer: Result<&str, String>) {
        self.effects.push(Effect::Answer(answer.map(str::to_owned)));
    }

    fn notify(&mut self, what: News) {
        let number = self.state.next_notice;
        self.state.next_notice = number.wrapping_add(1);
        let notices = self.state.notices.iter().cloned().chain([Notice { number, what }]);
        self.state.notices = notices.collect();
    }

    fn dialog_opened(&mut self, dialog: Dialog) {
        self.state.dialog = Some(dialog);
        self.state.clash = None;
    }

    fn notice_dismissed(&mut self, number: u32) {
        let kept = self.state.notices.iter().filter(|notice| notice.number != number);
        self.state.notices = kept.cloned().collect();
    }

    fn keep_choice(&mut self, name: &str, value: &str) {
        let setting = Setting::Choice { name: name.into(), value: value.into() };
        self.effects.push(Effect::Keep(setting));
    }

    fn saved(&mut self, article: ArticleId, state: SaveState) {
        self.state.saves.insert(article, state);
    }

    /// Carries out a command on the open article.
    fn command(&mut self, command: &Command) -> Result<(), Denied> {
        let open = self.state.open.clone().ok_or(Denied::NoArticle)?;
        self.command_on(&open, command)
    }

    fn command_on(&mut self, article: &ArticleId, command: &Command) -> Result<(), Denied> {
        let document = self.state.library.get(article).cloned().ok_or(Denied::NoArticle)?;
        if document.read_only {
            return Err(Denied::ReadOnly);
        }
        let transaction = plan(&document.project, command, &self.env.now).map_err(Denied::Plan)?;
        self.step(&document, transaction);
        Ok(())
    }

    /// Makes a frame of a transaction, applies it, and has it written.
    fn step(&mut self, document: &Document, transaction: Transaction) {
        let now = Some(self.env.now.clone());
        let frame = Rc::new(document.next_frame(&self.state.actor, transaction, now));
        let next = document.apply(&frame);
        self.state.library.insert(next.id().clone(), Rc::new(next));
        self.effects.push(Effect::Append(frame));
    }

    /// A command whose refusal is worth a word only if it is not that nothing changes.
    fn change(&mut self, command: Command) {
        match self.command(&command) {
            Ok(()) | Err(Denied::Plan(Refusal::NoChange)) => {}
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    fn change_article(&mut self, article: &ArticleId, command: Command) {
        match self.command_on(article, &command) {
            Ok(()) | Err(Denied::Plan(Refusal::NoChange)) => {}
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }
}
