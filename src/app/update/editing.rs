//! Selecting and changing annotations that are there.

use super::{Denied, Turn};
use crate::app::effect::{Effect, Target};
use crate::app::select;
use crate::app::selection::{Motion, Selection, SpanEnd, with_end_moved};
use crate::app::state::{Card, Resizing};
use crate::app::wording;
use crate::model::{AnnotationId, Command, EntityId, IdKind, LabelKey, Refusal};
use crate::text::{Span, Spans};

impl Turn<'_, '_> {
    /// The annotation that is meant: the selected one, or the innermost at the caret.
    pub(super) fn meant(&self) -> Option<AnnotationId> {
        let project = self.state.project()?;
        let selected = self.state.selected.clone().filter(|id| project.annotation(id).is_some());
        selected.or_else(|| select::at(project, self.state.selection.focus).into_iter().next())
    }

    /// Says what an annotation is.
    pub(super) fn describe(&mut self, id: &AnnotationId) {
        let Some(project) = self.state.project() else { return };
        let Some(annotation) = project.annotation(id) else { return };
        let label = select::label_name(&project.labels, annotation);
        let words = annotation.selector.words(&project.article.text);
        let claimant = annotation.claim().and_then(|claim| claim.claimant.as_ref());
        let speaker = wording::speaker(project, claimant);
        let speaker = speaker.map(|speaker| format!(", {speaker}")).unwrap_or_default();
        self.say(format!("{label}: {}{speaker}", wording::shortened(&words, 120)));
    }

    /// Enter: the annotation at the caret; while labels are offered, the first of them; while
    /// boundaries are moved, keeps them.
    pub(super) fn opened(&mut self) {
        if self.state.resizing.is_some() {
            return self.boundaries_kept();
        }
        if self.state.picking.is_some() && select::selected_span(&self.state).is_some() {
            return self.selection_made();
        }
        if select::awaiting_label(&self.state).is_some() {
            self.effects.push(Effect::Focus(Target::Labels));
            return;
        }
        match self.meant() {
            Some(id) => self.open_card(&id, Card::Open),
            None => self.say(wording::NO_TAG_HERE),
        }
    }

    pub(super) fn open_card(&mut self, id: &AnnotationId, card: Card) {
        let is_open = self.state.selected.as_ref() == Some(id) && self.state.card == card;
        if is_open && card == Card::Open {
            return self.close_card();
        }
        let Some(project) = self.state.project() else { return };
        let Some(annotation) = project.annotation(id) else { return };
        self.state.selection = Selection::caret(annotation.selector.spans.start());
        self.state.selected = Some(id.clone());
        self.state.card = card;
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Reveal(id.clone()));
        self.effects.push(Effect::Focus(match card {
            Card::Note => Target::Note,
            _ => Target::Card,
        }));
    }

    pub(super) fn close_card(&mut self) {
        let from_list = matches!(self.state.card, Card::Open | Card::Note);
        self.state.card = Card::Closed;
        let row = self.state.selected.clone().filter(|_| from_list);
        self.effects.push(Effect::Focus(row.map_or(Target::Article, Target::Row)));
    }

    pub(super) fn questions_dismissed(&mut self) {
        self.state.card = Card::Closed;
        self.effects.push(Effect::Focus(Target::Article));
    }

    pub(super) fn note_asked(&mut self, id: Option<AnnotationId>) {
        match id.or_else(|| self.meant()) {
            Some(id) => self.open_card(&id, Card::Note),
            None => self.say(wording::NO_TAG_HERE),
        }
    }

    pub(super) fn select_from_outside(&mut self, id: &AnnotationId) {
        if self.state.project().and_then(|project| project.annotation(id)).is_none() {
            let refusal = Refusal::NoAnnotation(id.clone());
            return self.answer(Err(wording::refused(&refusal)));
        }
        self.go_to(id);
        self.answer(Ok(id.as_str()));
    }

    pub(super) fn boundaries_started(&mut self) {
        let Some(id) = self.meant() else { return self.say(wording::NO_TAG_HERE) };
        let Some(project) = self.state.project() else { return };
        let Some(annotation) = project.annotation(&id) else { return };
        let spans = annotation.selector.spans.clone();
        self.state.resizing = Some(Resizing { id: id.clone(), spans });
        self.state.selected = Some(id.clone());
        self.state.card = Card::Closed;
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Reveal(id));
        self.effects.push(Effect::Focus(Target::Article));
        self.say(wording::BOUNDARIES);
    }

    pub(super) fn resized(&mut self, end: SpanEnd, motion: Motion) {
        let Some(project) = self.state.project() else { return };
        let Some(resizing) = &self.state.resizing else { return };
        let text = &project.article.text;
        let mut spans: Vec<Span> = resizing.spans.iter().collect();
        let moving = match end {
            SpanEnd::Start => spans.first_mut(),
            SpanEnd::End => spans.last_mut(),
        };
        let Some(span) = moving else { return };
        let Some(moved) = with_end_moved(text, *span, end, motion) else { return };
        *span = moved;
        let Ok(spans) = Spans::new(spans) else { return };
        let words = wording::shortened(text.slice(moved), 120);
        self.state.resizing = Some(Resizing { id: resizing.id.clone(), spans });
        self.effects.push(Effect::ShowSelection);
        self.say(words);
    }

    pub(super) fn boundaries_kept(&mut self) {
        let Some(Resizing { id, spans }) = self.state.resizing.take() else { return };
        match self.command(&Command::SetSpans { id: id.clone(), spans }) {
            Ok(()) | Err(Denied::Plan(Refusal::NoChange)) => self.describe(&id),
            Err(denied) => self.warn(wording::denied(&denied)),
        }
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Focus(Target::Article));
    }

    /// Deletes the annotation and turns to its neighbor.
    pub(super) fn deleted(&mut self, id: Option<AnnotationId>) {
        let Some(id) = id.or_else(|| self.meant()) else {
            self.say(wording::NO_TAG_HERE);
            return self.answer(Err(wording::NO_TAG_HERE.into()));
        };
        let neighbor = self.neighbor(&id);
        match self.command(&Command::Remove(vec![id.clone()])) {
            Ok(()) => {
                self.state.selected = neighbor;
                self.state.card = Card::Closed;
                self.say("Deleted. Ctrl+Z brings it back.");
                let neighbor = self.state.selected.clone();
                let target = neighbor.map_or(Target::Article, Target::RowUnlessInArticle);
                self.effects.push(Effect::Focus(target));
                self.answer(Ok(id.as_str()));
            }
            Err(denied) => {
                let denied = match denied {
                    Denied::Plan(Refusal::NoChange) => Denied::Plan(Refusal::NoAnnotation(id)),
                    other => other,
                };
                self.warn(wording::denied(&denied));
                self.answer(Err(wording::denied(&denied)));
            }
        }
    }

    fn neighbor(&self, id: &AnnotationId) -> Option<AnnotationId> {
        let project = self.state.project()?;
        let place = project.place_of(id)?;
        let at = |place| project.annotations_from(place).next();
        let next = at(place + 1).or(place.checked_sub(1).and_then(at));
        next.map(|annotation| annotation.id.clone())
    }

    pub(super) fn relabelled(&mut self, id: AnnotationId, label: LabelKey) {
        let entity = EntityId(self.id(IdKind::Entity));
        self.change(Command::Relabel { id, label, entity });
    }

    pub(super) fn undone(&mut self) {
        let step = self.state.document().and_then(|document| document.history.undo());
        self.take_step(step, "Undone.", wording::NOTHING_TO_UNDO);
    }

    pub(super) fn redone(&mut self) {
        let step = self.state.document().and_then(|document| document.history.redo());
        self.take_step(step, "Done again.", wording::NOTHING_TO_REDO);
    }

    fn take_step(&mut self, step: Option<crate::model::Transaction>, done: &str, nothing: &str) {
        let document = self.state.document().cloned().filter(|document| !document.read_only);
        let (Some(document), Some(step)) = (document, step) else {
            self.say(nothing);
            return self.answer(Err(nothing.into()));
        };
        self.step(&document, step);
        self.forget_what_is_gone();
        self.say(done);
        self.answer(Ok(""));
    }

    /// After steps that may take annotations away: nothing that is gone stays selected.
    pub(super) fn forget_what_is_gone(&mut self) {
        let gone = |id: &AnnotationId| {
            self.state.project().is_none_or(|project| project.annotation(id).is_none())
        };
        let selected = self.state.selected.as_ref().is_some_and(gone);
        let picking = self.state.picking.as_ref().is_some_and(|picking| gone(&picking.claim));
        if selected {
            self.state.selected = None;
            self.state.card = Card::Closed;
        }
        if picking {
            self.state.picking = None;
        }
        self.state.resizing = None;
    }
}
