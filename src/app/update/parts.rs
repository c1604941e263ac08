//! Parts of an annotation, and how far a selection goes.

use super::Turn;
use crate::app::effect::{Effect, Target};
use crate::app::select;
use crate::app::selection::{Selection, SpanEnd};
use crate::app::state::{Card, Resizing};
use crate::app::wording::{self, hand as words};
use crate::model::{AnnotationId, Command, EntityId, IdKind, LabelKey, LabelKind, Split};
use crate::text::{CharOffset, Span, Spans, grow, trim, word_at};

impl Turn<'_, '_> {
    /// Ctrl and a drag; without an annotation to add to, a selection like any other.
    pub(super) fn part_selected(&mut self, anchor: CharOffset, focus: CharOffset, exact: bool) {
        if self.part_target().is_none() {
            return self.selected(anchor, focus, exact);
        }
        let exact = exact || self.state.exact;
        self.state.selection = Selection { anchor, focus, exact, by_tap: false };
        self.part_added();
    }

    /// The annotation that parts are added to: the selected one, or the one selected last.
    fn part_target(&self) -> Option<AnnotationId> {
        let hand = &self.state.hand;
        let target = self.state.selected.as_ref().or(hand.last.as_ref())?;
        self.state.project()?.annotation(target).map(|it| it.id.clone())
    }

    pub(super) fn part_added(&mut self) {
        let Some(span) = select::selected_span(&self.state) else {
            return self.say(words::NOTHING_TO_ADD);
        };
        let Some(id) = self.part_target() else { return self.say(words::NO_TAG_TO_ADD_TO) };
        let spans = self.spans_of(&id).map(|spans| spans.with(span));
        self.set_spans(&id, spans, span);
    }

    pub(super) fn part_removed(&mut self) {
        let span = select::selected_span(&self.state);
        let (id, part) = match span {
            Some(span) => (self.part_target(), Some(span)),
            None => {
                let id = self.meant();
                let part = id.as_ref().and_then(|id| self.part_at_caret(id));
                (id, part)
            }
        };
        let (Some(id), Some(part)) = (id, part) else { return self.say(wording::NO_TAG_HERE) };
        self.take_part(&id, part);
    }

    fn take_part(&mut self, id: &AnnotationId, part: Span) {
        match self.spans_of(id).and_then(|spans| self.trimmed(&spans.without(part)?)) {
            Some(spans) => self.set_spans(id, Some(spans), part),
            None => self.say(words::ONLY_PART),
        }
    }

    pub(super) fn part_of(&mut self, id: &AnnotationId, part: Span, own: bool) {
        if own { self.split_off(id, part.into()) } else { self.take_part(id, part) }
    }

    /// The part that the caret stands in or at, of an annotation of several.
    fn part_at_caret(&self, id: &AnnotationId) -> Option<Span> {
        let caret = self.state.selection.focus;
        let spans = self.spans_of(id)?;
        if let [only] = spans.as_slice() {
            return Some(*only);
        }
        spans.iter().find(|part| part.contains(caret)).or(spans.iter().find(|it| it.touches(caret)))
    }

    fn spans_of(&self, id: &AnnotationId) -> Option<Spans> {
        Some(self.state.project()?.annotation(id)?.selector.spans.clone())
    }

    /// Each part without white space and stray marks at its ends; those with nothing else are gone.
    fn trimmed(&self, spans: &Spans) -> Option<Spans> {
        let text = &self.state.project()?.article.text;
        Spans::new(spans.iter().filter_map(|part| trim(text, part)).collect()).ok()
    }

    fn set_spans(&mut self, id: &AnnotationId, spans: Option<Spans>, around: Span) {
        let Some(spans) = spans else { return };
        match self.command(&Command::SetSpans { id: id.clone(), spans }) {
            Ok(()) => self.describe(id),
            Err(denied) => self.warn(wording::denied(&denied)),
        }
        self.state.selected = Some(id.clone());
        self.caret_after_change(around.end());
    }

    /// The caret goes to what changed, and the focus to the article, unless the card is open.
    fn caret_after_change(&mut self, at: CharOffset) {
        self.state.selection = Selection::caret(at);
        self.effects.push(Effect::ShowSelection);
        if self.state.card == Card::Closed {
            self.effects.push(Effect::Focus(Target::Article));
        }
    }

    /// The end of the selected annotation follows the pointer, by words or by characters. Nothing
    /// is changed until it is let go.
    pub(super) fn end_dragged(&mut self, end: SpanEnd, to: CharOffset, exact: bool) {
        let Some(project) = self.state.project() else { return };
        let dragged = match &self.state.resizing {
            Some(resizing) => Some(resizing.clone()),
            None => self.state.selected.clone().and_then(|id| {
                let spans = project.annotation(&id)?.selector.spans.clone();
                Some(Resizing { id, spans })
            }),
        };
        let Some(Resizing { id, spans }) = dragged else { return };
        let mut spans: Vec<Span> = spans.iter().collect();
        let (moving, is_start) = match end {
            SpanEnd::Start => (spans.first_mut(), true),
            SpanEnd::End => (spans.last_mut(), false),
        };
        let Some(span) = moving else { return };
        let anchor = if is_start { span.end() } else { span.start() };
        let exact = exact || self.state.exact;
        let meant = Selection { anchor, focus: to, exact, by_tap: false };
        let Some(meant) = meant.span(&project.article.text) else { return };
        let moved = if is_start {
            Span::new(meant.start(), span.end())
        } else {
            Span::new(span.start(), meant.end())
        };
        let Ok(moved) = moved else { return };
        *span = moved;
        let Ok(spans) = Spans::new(spans) else { return };
        self.state.resizing = Some(Resizing { id, spans });
        self.state.hand.dragging = true;
        self.effects.push(Effect::ShowSelection);
    }

    /// The selected words, the part at the caret, or what stands behind it, become a tag.
    pub(super) fn split(&mut self) {
        let selected = select::selected_span(&self.state);
        let id = if selected.is_some() { self.part_target() } else { self.meant() };
        let Some((id, spans)) = id.and_then(|id| Some((id.clone(), self.spans_of(&id)?))) else {
            return self.say(wording::NO_TAG_HERE);
        };
        let caret = self.state.selection.focus;
        let taken = match selected {
            Some(span) => {
                let within = spans.iter().filter_map(|part| part.intersection(span));
                Spans::new(within.collect()).ok()
            }
            None if spans.is_discontinuous() => self.part_at_caret(&id).map(Spans::from),
            None => Span::new(caret.max(spans.start()), spans.end()).ok().map(Spans::from),
        };
        match taken {
            Some(taken) => self.split_off(&id, taken),
            None => self.say(words::NOTHING_TO_SPLIT),
        }
    }

    fn split_off(&mut self, id: &AnnotationId, taken: Spans) {
        let Some(spans) = self.spans_of(id) else { return };
        let rest = taken.iter().try_fold(spans, |rest, part| rest.without(part));
        let kept = rest.and_then(|rest| self.trimmed(&rest));
        let (Some(kept), Some(taken)) = (kept, self.trimmed(&taken)) else {
            return self.say(words::NOTHING_TO_SPLIT);
        };
        let label = self.state.project().and_then(|it| it.annotation(id)?.label().cloned());
        let kind = label.and_then(|label| self.kind_of(&label));
        let kind = if kind == Some(LabelKind::Claim) { IdKind::Claim } else { IdKind::Mention };
        let fresh = AnnotationId(self.id(kind));
        let entity = EntityId(self.id(IdKind::Entity));
        let at = taken.start();
        let split = Split { id: id.clone(), kept, taken, fresh: fresh.clone(), entity };
        match self.command(&Command::Split(split)) {
            Ok(()) => {
                self.state.selected = Some(fresh.clone());
                self.caret_after_change(at);
                self.describe(&fresh);
            }
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    /// From the word at the caret, or what is selected, to the next larger thing.
    pub(super) fn grown(&mut self) {
        let Some(project) = self.state.project() else { return };
        let text = &project.article.text;
        let now = self.state.selection;
        let selected = select::selected_span(&self.state).or_else(|| {
            let id = self.state.selected.as_ref()?;
            let spans = &project.annotation(id)?.selector.spans;
            Span::new(spans.start(), spans.end()).ok()
        });
        let next = match selected {
            Some(span) => {
                let blocks = project.article.blocks_of(span);
                let blocks = blocks.filter_map(|it| project.article.blocks.get(it));
                let paragraph = blocks.map(|block| block.span).fold(span, Span::hull);
                grow(text, paragraph, span)
            }
            None => word_at(text, now.focus),
        };
        let Some(next) = next else { return self.say(words::NOTHING_LARGER) };
        if self.state.hand.grown.last() != Some(&now) {
            self.state.hand.grown = vec![now];
        }
        let exact = true;
        let grown =
            Selection { anchor: next.start(), focus: next.end(), exact, ..Selection::default() };
        self.state.hand.grown.push(grown);
        self.show_grown(grown);
    }

    /// Back to what was selected before it grew.
    pub(super) fn shrunk(&mut self) {
        let grown = &mut self.state.hand.grown;
        if grown.last() != Some(&self.state.selection) || grown.len() < 2 {
            return self.say(words::NOTHING_SMALLER);
        }
        grown.pop();
        if let Some(before) = grown.last().copied() {
            self.show_grown(before);
        }
    }

    fn show_grown(&mut self, selection: Selection) {
        self.set_selection(selection);
        self.effects.push(Effect::RevealCaret);
        let span = select::selected_span(&self.state);
        let project = self.state.project();
        if let Some((span, project)) = span.zip(project) {
            let said = wording::shortened(project.article.text.slice(span), 120);
            self.say(said);
        }
    }

    /// Selects the words of an annotation, all of its parts, to get another label.
    pub(super) fn duplicated(&mut self, id: Option<AnnotationId>) {
        let Some(annotation) = self.annotation_of(id) else {
            return self.say(wording::NO_TAG_HERE);
        };
        let spans = annotation.selector.spans.clone();
        let (anchor, focus) = (spans.start(), spans.end());
        let selection = Selection { anchor, focus, exact: true, ..Selection::default() };
        self.set_selection(selection);
        self.state.hand.parts = Some((selection, spans));
        self.effects.push(Effect::RevealCaret);
        self.effects.push(Effect::Focus(Target::Article));
        self.say(words::CHOOSE_ANOTHER_LABEL);
    }

    /// Tags what is selected, and keeps it selected.
    pub(super) fn label_added(&mut self, label: LabelKey) {
        let Some(span) = select::selected_span(&self.state) else { return };
        match self.tag(self.selected_spans(span), label) {
            Ok(id) => {
                let selection = self.state.selection;
                self.tagged(&id);
                self.state.hand.last = Some(id);
                self.state.hand.offer = None;
                self.set_selection(selection);
            }
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }
}
