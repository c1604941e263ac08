//! Selecting, clicking, and moving the caret.

use std::rc::Rc;

use super::Turn;
use crate::app::effect::{Effect, Target};
use crate::app::select;
use crate::app::selection::{Motion, Selection, moved};
use crate::app::state::Card;
use crate::app::wording;
use crate::model::{Annotation, AnnotationId};
use crate::text::{CharOffset, word_at};

impl Turn<'_, '_> {
    /// Words were marked: they name a speaker, get the label that is ready, or wait for one.
    pub(super) fn selected(&mut self, anchor: CharOffset, focus: CharOffset, exact: bool) {
        let exact = exact || self.state.exact;
        self.set_selection(Selection { anchor, focus, exact, by_tap: false });
        self.selection_made();
    }

    pub(super) fn set_selection(&mut self, selection: Selection) {
        self.state.selection = selection;
        if select::selected_span(&self.state).is_some() {
            self.state.selected = None;
            self.state.card = Card::Closed;
        }
        self.effects.push(Effect::ShowSelection);
    }

    pub(super) fn selection_made(&mut self) {
        let Some(span) = select::selected_span(&self.state) else { return };
        if let Some(picking) = self.state.picking.take() {
            self.words_picked(picking, span);
        } else if let Some(armed) = self.state.armed.clone() {
            if !armed.locked {
                self.state.armed = None;
            }
            self.tag_selection(armed.label);
        }
    }

    /// A click selects the innermost annotation at its place; another one there, the next outward.
    pub(super) fn clicked(&mut self, at: CharOffset, extend: bool) {
        if extend {
            let anchor = self.state.selection.anchor;
            return self.selected(anchor, at, false);
        }
        if self.state.linking.is_some() {
            return self.link_clicked(at);
        }
        let here = self.state.project().map(|project| select::at(project, at)).unwrap_or_default();
        let same_place = self.state.selection == Selection::caret(at);
        let next = match self.state.selected.as_ref().filter(|_| same_place) {
            Some(selected) => {
                let place = here.iter().position(|id| id == selected);
                place.and_then(|place| here.get(place + 1)).or(here.first())
            }
            None => here.first(),
        };
        self.state.selection = Selection::caret(at);
        self.state.card = Card::Closed;
        self.state.selected = next.cloned();
        self.effects.push(Effect::ShowSelection);
    }

    /// A tap selects the word; a tap elsewhere extends to the word there; a tap on what is selected
    /// lets go of it.
    pub(super) fn tapped(&mut self, at: CharOffset) {
        if self.state.linking.is_some() {
            return self.link_clicked(at);
        }
        let Some(project) = self.state.project() else { return };
        let Some(word) = word_at(&project.article.text, at) else { return self.clicked(at, false) };
        let before = self.state.selection;
        let selected = select::selected_span(&self.state).filter(|_| before.by_tap);
        let (anchor, focus) = match selected {
            Some(span) if span.covers(word) => {
                self.state.selected = select::at(project, at).first().cloned();
                self.state.selection = Selection::caret(at);
                self.effects.push(Effect::ShowSelection);
                return;
            }
            Some(span) if word.start() < span.start() => (span.end(), word.start()),
            Some(span) => (span.start(), word.end()),
            None => (word.start(), word.end()),
        };
        self.set_selection(Selection { anchor, focus, exact: self.state.exact, by_tap: true });
        // With a label made ready one tap must not tag at once: the last word is still to come.
        if self.state.picking.is_some() && selected.is_some() {
            self.selection_made();
        }
    }

    pub(super) fn moved(&mut self, motion: Motion, extend: bool) {
        let Some(project) = self.state.project() else { return };
        let from = self.state.selection.focus;
        match moved(&project.article.text, from, motion) {
            Some(to) => self.moved_to(to, extend),
            None => self.effects.push(Effect::AskLayout { motion, extend }),
        }
    }

    pub(super) fn moved_to(&mut self, to: CharOffset, extend: bool) {
        if extend {
            let anchor = self.state.selection.anchor;
            let selection = Selection { anchor, focus: to, exact: self.state.exact, by_tap: false };
            self.set_selection(selection);
        } else {
            self.state.selection = Selection::caret(to);
            self.state.selected = None;
            self.state.card = Card::Closed;
            self.effects.push(Effect::ShowSelection);
        }
        self.effects.push(Effect::RevealCaret);
    }

    pub(super) fn selected_all(&mut self) {
        let end = self.state.project().map(|project| project.article.text.end());
        self.set_selection(Selection { focus: end.unwrap_or_default(), ..Selection::default() });
    }

    pub(super) fn exact_toggled(&mut self) {
        self.state.exact = !self.state.exact;
        self.state.selection.exact = self.state.exact;
        self.effects.push(Effect::ShowSelection);
        self.say(if self.state.exact { wording::EXACT_ON } else { wording::EXACT_OFF });
    }

    /// Takes back one thing: the nearest to what the person does.
    pub(super) fn escaped(&mut self) {
        if self.state.linking.take().is_some() {
            self.say(wording::names::LINK_STOPPED);
            self.effects.push(Effect::ShowSelection);
        } else if self.state.resizing.take().is_some() {
            self.effects.push(Effect::ShowSelection);
        } else if let Some(picking) = self.state.picking.take() {
            return self.picking_ended(picking);
        } else if self.state.card != Card::Closed {
            self.close_card();
        } else if self.state.armed.take().is_some() {
            self.say(wording::DISARMED);
        } else if self.state.selection.anchor != self.state.selection.focus {
            self.state.selection = Selection::caret(self.state.selection.focus);
            self.effects.push(Effect::ShowSelection);
        } else if !self.state.find.words.is_empty() {
            self.find_closed();
        } else {
            self.state.selected = None;
        }
        self.effects.push(Effect::Focus(Target::Article));
    }

    /// The next or previous annotation after the selected one, or after the caret.
    pub(super) fn walked(&mut self, back: bool, same_label: bool) {
        let Some(project) = self.state.project() else { return };
        let selected = self.state.selected.as_ref().and_then(|id| project.annotation(id));
        let label = selected.and_then(|annotation| annotation.label()).filter(|_| same_label);
        let fits = |other: &&Rc<Annotation>| label.is_none() || other.label() == label;
        let place = selected.and_then(|annotation| project.place_of(&annotation.id));
        let here = place.unwrap_or_else(|| project.place_at(self.state.selection.focus));
        let next = if back {
            let before = (0..here).rev().filter_map(|n| project.annotations_from(n).next());
            let mut before = before;
            before.find(fits)
        } else {
            project.annotations_from(here + usize::from(place.is_some())).find(fits)
        };
        match next.map(|annotation| annotation.id.clone()) {
            Some(id) => self.go_to(&id),
            None if project.n_annotations() == 0 => self.say(wording::NO_TAGS),
            None => self.say(wording::NO_MORE_TAGS),
        }
    }

    /// Selects an annotation and puts the caret at its start.
    pub(super) fn go_to(&mut self, id: &AnnotationId) {
        let Some(annotation) = self.state.project().and_then(|project| project.annotation(id))
        else {
            return;
        };
        self.state.selection = Selection::caret(annotation.selector.spans.start());
        self.state.selected = Some(id.clone());
        self.state.card = Card::Closed;
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Reveal(id.clone()));
        self.describe(id);
    }

    /// The next annotation outward or inward at the place of the selected one or the caret.
    pub(super) fn climbed(&mut self, inward: bool) {
        let Some(project) = self.state.project() else { return };
        let here = select::at(project, self.state.selection.focus);
        let selected = self.state.selected.as_ref();
        let place = selected.and_then(|selected| here.iter().position(|id| id == selected));
        let next = match (place, inward) {
            (Some(place), false) => here.get(place + 1).or(here.first()),
            (Some(place), true) => {
                place.checked_sub(1).map_or(here.last(), |place| here.get(place))
            }
            (None, false) => here.first(),
            (None, true) => here.last(),
        };
        match next.cloned() {
            Some(id) => {
                self.state.selected = Some(id.clone());
                self.state.card = Card::Closed;
                self.describe(&id);
            }
            None => self.say(wording::NO_TAG_HERE),
        }
    }
}
