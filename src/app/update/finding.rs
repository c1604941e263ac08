//! The search box: what it finds, and going from hit to hit.

use std::rc::Rc;

use super::{Denied, Turn};
use crate::app::action::FindAction;
use crate::app::effect::{Effect, Target};
use crate::app::find::{Hit, Sought};
use crate::app::selection::Selection;
use crate::app::state::State;
use crate::app::wording;
use crate::model::{
    AnnotationId, Command, EntityId, IdKind, LabelKey, LabelKind, Origin, Refusal, TagAll,
};
use crate::text::{Span, Spans};

impl Turn<'_, '_> {
    pub(super) fn find(&mut self, action: FindAction) {
        match action {
            FindAction::Opened => {
                self.find_entered();
                self.effects.push(Effect::Focus(Target::Find));
            }
            FindAction::Entered => self.find_entered(),
            FindAction::Left => self.state.find.before = None,
            FindAction::Typed(words) => {
                self.state.find.words = words;
                self.sought_anew();
            }
            FindAction::CaseToggled => {
                self.state.find.same_case = !self.state.find.same_case;
                self.sought_anew();
            }
            FindAction::WholeWordsToggled => {
                self.state.find.whole_words = !self.state.find.whole_words;
                self.sought_anew();
            }
            FindAction::HelpToggled => self.state.find.help = !self.state.find.help,
            FindAction::Stepped { back } => self.stepped(back),
            FindAction::Taken => self.hit_taken(),
            FindAction::Closed => self.find_closed(),
            FindAction::TagAllAsked => self.state.find.tagging = !self.state.find.tagging,
            FindAction::AllTagged(label) => self.hits_tagged(&label),
            FindAction::OnlyChosen(only) => self.state.find.only = only,
        }
    }

    fn find_entered(&mut self) {
        if self.state.find.before.is_none() {
            self.state.find.before = Some(self.state.selection);
        }
    }

    /// Other words or another way to compare: the first hit from where one was is shown.
    fn sought_anew(&mut self) {
        self.state.find.current = None;
        self.seek();
        let from = self.state.find.before.unwrap_or(self.state.selection).focus;
        self.state.find.current = self.state.find.following(false, from);
        self.show_hit();
        if self.state.find.hits().is_empty() {
            self.state.find.tagging = false;
        }
        self.say(wording::found(&self.state.find));
    }

    fn seek(&mut self) {
        let project = self.state.document().map(|document| document.project.clone());
        match project {
            Some(project) => self.state.find.seek(&project),
            None => self.state.find.sought = Sought::Nothing,
        }
    }

    /// Searches again once what is searched is another: another article, or other annotations where
    /// they can be the answer.
    pub(super) fn keep_found(&mut self, before: &State) {
        let same = match (before.document(), self.state.document()) {
            (Some(before), Some(now)) => Rc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        if same {
            return;
        }
        let other_article = before.open != self.state.open;
        if other_article {
            self.state.find.current = None;
            self.state.find.before = None;
        }
        if other_article || self.state.find.query().is_none_or(|query| query.is_for_tags()) {
            self.seek();
        }
    }

    fn stepped(&mut self, back: bool) {
        let find = &mut self.state.find;
        if find.words.trim().is_empty() && !find.last.is_empty() {
            find.words = find.last.clone();
            self.seek();
        }
        if self.state.find.words.trim().is_empty() {
            return self.find(FindAction::Opened);
        }
        self.state.find.current = self.state.find.following(back, self.state.selection.focus);
        if self.state.find.before.is_some() {
            self.show_hit();
            self.say(wording::find_count(&self.state.find));
        } else {
            self.hit_taken();
        }
    }

    /// Brings the current hit into view; the focus and the selection stay.
    fn show_hit(&mut self) {
        let Some(hit) = self.state.find.current_hit() else { return };
        self.effects.extend(Span::new(hit.start(), hit.end()).ok().map(Effect::RevealSpan));
        if let Hit::Tag(id, _) = hit {
            self.state.selected = Some(id.clone());
        }
    }

    /// The current hit is selected in the article, so that a label's key tags it.
    fn hit_taken(&mut self) {
        let count = wording::find_count(&self.state.find);
        let Some(hit) = self.state.find.current_hit().cloned() else { return self.say(count) };
        self.state.find.before = None;
        match &hit {
            Hit::Words(span) => self.select_exactly(*span),
            Hit::Tag(id, _) => self.go_to(id),
        }
        self.effects.extend(Span::new(hit.start(), hit.end()).ok().map(Effect::RevealSpan));
        self.effects.push(Effect::Focus(Target::Article));
        self.say(count);
    }

    /// These characters are selected, as they are.
    pub(super) fn select_exactly(&mut self, span: Span) {
        let (anchor, focus) = (span.start(), span.end());
        self.set_selection(Selection { anchor, focus, exact: true, by_tap: false });
    }

    pub(super) fn find_closed(&mut self) {
        let find = &mut self.state.find;
        if !find.words.trim().is_empty() {
            find.last = std::mem::take(&mut find.words);
        }
        find.words = Rc::default();
        find.sought = Sought::Nothing;
        find.current = None;
        find.help = false;
        find.tagging = false;
        if let Some(before) = find.before.take() {
            self.state.selection = before;
            self.effects.push(Effect::ShowSelection);
            self.effects.push(Effect::RevealCaret);
        }
        self.effects.push(Effect::Focus(Target::Article));
    }

    /// All hits get a label, in one step.
    fn hits_tagged(&mut self, label: &LabelKey) {
        let kind = match self.kind_of(label) {
            Some(LabelKind::Claim) => IdKind::Claim,
            _ => IdKind::Mention,
        };
        let hits: Vec<Span> = self
            .state
            .find
            .hits()
            .iter()
            .filter_map(|hit| match hit {
                Hit::Words(span) => Some(*span),
                Hit::Tag(..) => None,
            })
            .collect();
        let tags: Vec<(AnnotationId, Spans)> =
            hits.iter().map(|span| (AnnotationId(self.id(kind)), (*span).into())).collect();
        let all = TagAll {
            tags,
            entity: EntityId(self.id(IdKind::Entity)),
            label: label.clone(),
            by: Some(self.state.me.clone()),
            origin: Some(Origin::Person),
        };
        let before = self.state.project().map_or(0, |project| project.n_annotations());
        match self.command(&Command::TagAll(all)) {
            Ok(()) => {
                let after = self.state.project().map_or(0, |project| project.n_annotations());
                self.state.find.tagging = false;
                self.effects.push(Effect::Focus(Target::Find));
                let name = self.name_of(label);
                self.say(wording::hits_tagged(after.saturating_sub(before), &name));
            }
            Err(Denied::Plan(Refusal::NoChange)) => self.warn(wording::HITS_TAGGED_ALREADY),
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }
}
