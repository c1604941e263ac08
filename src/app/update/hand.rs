//! Many words at once.

use std::rc::Rc;

use super::{Denied, Turn};
use crate::app::action::{HandAction, ReviewAction};
use crate::app::effect::{Effect, Target};
use crate::app::hand::Hand;
use crate::app::occurrence::{self, Line, Offer, Review};
use crate::app::select;
use crate::app::selection::Selection;
use crate::app::state::{Card, State};
use crate::app::wording::{self, hand as words_of_hand};
use crate::model::{
    Annotation, AnnotationId, Command, EntityId, IdKind, LabelKey, LabelKind, Origin, Refusal,
    TagAll,
};
use crate::text::{Match, Span, Spans};

/// Words to be tagged wherever they stand.
struct Wanted {
    words: Rc<str>,
    /// Where the person saw them.
    span: Span,
    how: Match,
    /// What they name.
    entity: Option<EntityId>,
}

impl Turn<'_, '_> {
    pub(super) fn handled(&mut self, action: HandAction) {
        match action {
            HandAction::SpansTagged { spans, label } => self.spans_tagged(spans, label),
            HandAction::EveryTagged(id) => self.every_like(id),
            HandAction::EveryRemoved(id) => self.every_removed(id),
            HandAction::OfferDismissed => {
                self.state.hand.offer = None;
                self.effects.push(Effect::Focus(Target::Article));
            }
            HandAction::ReviewOpened(id) => self.review_opened(id),
            HandAction::Review(action) => self.reviewed(action),
            HandAction::PartSelected { anchor, focus, exact } => {
                self.part_selected(anchor, focus, exact);
            }
            HandAction::PartAdded => self.part_added(),
            HandAction::PartRemoved => self.part_removed(),
            HandAction::Split => self.split(),
            HandAction::EndDragged { end, to, exact } => self.end_dragged(end, to, exact),
            HandAction::EndLeft => {
                self.state.resizing = None;
                self.effects.push(Effect::ShowSelection);
            }
            HandAction::PartOf { id, part, own } => self.part_of(&id, part, own),
            HandAction::Grown => self.grown(),
            HandAction::Shrunk => self.shrunk(),
            HandAction::UnsureToggled(id) => self.unsure_toggled(id),
            HandAction::Duplicated(id) => self.duplicated(id),
            HandAction::LabelAdded(label) => self.label_added(label),
            HandAction::Marked(id) => self.marked(id),
            HandAction::MarkedTo(id) => self.marked_to(&id),
            HandAction::Unmarked => self.state.hand.marked.clear(),
            HandAction::Merged => self.merged(),
            HandAction::ManyRemoved => self.many_removed(),
            HandAction::ManyRelabelled(label) => self.many_relabelled(label),
        }
    }

    /// Brings what was derived from the annotations in step with them, and remembers what was
    /// selected.
    pub(super) fn settle(&mut self, before: &State) {
        self.state.hand.dragging &= self.state.resizing.is_some();
        if self.state.selected.is_some() {
            self.state.hand.last.clone_from(&self.state.selected);
        }
        let same = match (before.document(), self.state.document()) {
            (Some(before), Some(now)) => Rc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        if same {
            return;
        }
        if before.open != self.state.open {
            self.state.hand = Hand::default();
        }
        let mut marked = std::mem::take(&mut self.state.hand.marked);
        marked.retain(|id| self.state.project().is_some_and(|it| it.annotation(id).is_some()));
        self.state.hand.marked = marked;
        let offered = self.state.hand.offer.take();
        self.state.hand.offer = offered.and_then(|offer| self.offer_of(&offer.id));
        self.say_offer(before);
        let review = self.state.hand.review.take();
        self.state.hand.review = match (review, self.state.project()) {
            (Some(review), Some(project)) => Some(review.renewed(project, &self.state.me)),
            _ => None,
        };
    }

    /// Adds a new offer to what is said about the tag.
    fn say_offer(&mut self, before: &State) {
        let Some(offer) = &self.state.hand.offer else { return };
        let known = before.hand.offer.as_ref().is_some_and(|before| before.id == offer.id);
        let words = self.state.project().and_then(|project| {
            Some(project.annotation(&offer.id)?.selector.words(&project.article.text))
        });
        let (Some(words), false) = (words, known) else { return };
        let more = words_of_hand::offer(offer.more, &words);
        let said = self.effects.iter_mut().rev().find_map(|effect| match effect {
            Effect::Announce { words, urgent: false } => Some(words),
            _ => None,
        });
        if let Some(said) = said {
            said.push(' ');
            said.push_str(&more);
            said.push('.');
        }
    }

    /// The quiet offer after words were tagged.
    fn offer_of(&self, id: &AnnotationId) -> Option<Offer> {
        let project = self.state.project()?;
        let annotation = project.annotation(id).filter(|it| !it.is_claim())?;
        let wanted = self.wanted_of(annotation)?;
        let label = annotation.label()?;
        let found = occurrence::waiting(project, &wanted.words, label, &self.state.me, wanted.how);
        let more = found.iter().filter(|line| line.kept).count();
        (0 < more).then(|| Offer { id: id.clone(), more })
    }

    /// Every occurrence of the selected words gets a label, or of those of the selected annotation.
    pub(super) fn every_tagged(&mut self, label: LabelKey) {
        let wanted = match select::selected_span(&self.state) {
            Some(span) => self.wanted(span),
            None => self.annotation_meant().and_then(|annotation| {
                let wanted = self.wanted_of(&annotation)?;
                let entity = wanted.entity.filter(|_| annotation.label() == Some(&label));
                Some(Wanted { entity, ..wanted })
            }),
        };
        match wanted {
            Some(wanted) => self.tag_every(wanted, label),
            None => self.say(words_of_hand::NOTHING_SELECTED),
        }
    }

    fn every_like(&mut self, id: Option<AnnotationId>) {
        let Some(annotation) = self.annotation_of(id) else {
            return self.say(wording::NO_TAG_HERE);
        };
        let wanted = self.wanted_of(&annotation);
        match (wanted, annotation.label().cloned()) {
            (Some(wanted), Some(label)) => self.tag_every(wanted, label),
            _ => self.say(words_of_hand::NO_OTHERS),
        }
    }

    fn annotation_meant(&self) -> Option<Rc<Annotation>> {
        self.annotation_of(None)
    }

    pub(super) fn annotation_of(&self, id: Option<AnnotationId>) -> Option<Rc<Annotation>> {
        let id = id.or_else(|| self.meant())?;
        self.state.project()?.annotation(&id).cloned()
    }

    fn wanted(&self, span: Span) -> Option<Wanted> {
        let text = &self.state.project()?.article.text;
        let words: Rc<str> = text.slice(span).into();
        let usual = Match::default();
        // Who selected a part of a word means that part wherever it stands.
        let is_whole = crate::text::snap_to_words(text, span) == span
            || crate::text::occurrences(text, &words, usual).contains(&span);
        let how = Match { whole_words: is_whole, ..usual };
        Some(Wanted { words, span, how, entity: None })
    }

    fn wanted_of(&self, annotation: &Annotation) -> Option<Wanted> {
        let words = occurrence::words_of(self.state.project()?, annotation)?;
        let span = annotation.selector.spans.iter().next()?;
        let entity = annotation.entity().cloned();
        Some(Wanted { words, entity, ..self.wanted(span)? })
    }

    fn tag_every(&mut self, wanted: Wanted, label: LabelKey) {
        let Some(project) = self.state.project() else { return };
        let me = &self.state.me;
        let found = occurrence::waiting(project, &wanted.words, &label, me, wanted.how);
        let named = || occurrence::named(project, &wanted.words, &label, me);
        let entity = wanted.entity.clone().or_else(named);
        let kept = |line: &Line| line.kept || line.span == wanted.span;
        let spans: Vec<Span> = found.into_iter().filter(kept).map(|line| line.span).collect();
        let made = self.tag_spans(&spans, &label, entity);
        self.state.selection = Selection::caret(wanted.span.end());
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Focus(Target::Article));
        if let Some((n, ids)) = self.many_made(made) {
            let seen = |id: &&AnnotationId| {
                let annotation = self.state.project().and_then(|project| project.annotation(id));
                annotation.is_some_and(|it| it.selector.spans.as_slice() == [wanted.span])
            };
            let here = ids.iter().find(seen).or(ids.first()).cloned();
            self.state.selected = here.or(self.state.selected.take());
            self.state.card = Card::Closed;
            self.state.hand.offer = None;
            let label = self.name_of(&label);
            self.say(words_of_hand::tagged_all(n, &wanted.words, &label));
        }
    }

    fn spans_tagged(&mut self, spans: Vec<Span>, label: LabelKey) {
        let made = self.tag_spans(&spans, &label, None);
        if let Some((n, ids)) = self.many_made(made) {
            self.state.selected = ids.into_iter().next();
            let label = self.name_of(&label);
            self.say(words_of_hand::spans_tagged(n, &label));
            self.answer(Ok(""));
        }
    }

    /// One step that tags all of these words; the ids of those that were not tagged so already.
    fn tag_spans(
        &mut self,
        spans: &[Span],
        label: &LabelKey,
        entity: Option<EntityId>,
    ) -> Result<Vec<AnnotationId>, Denied> {
        let kind = match self.kind_of(label) {
            Some(LabelKind::Claim) => IdKind::Claim,
            _ => IdKind::Mention,
        };
        let tags: Vec<(AnnotationId, Spans)> =
            spans.iter().map(|span| (AnnotationId(self.id(kind)), (*span).into())).collect();
        let ids: Vec<AnnotationId> = tags.iter().map(|(id, _)| id.clone()).collect();
        let entity = entity.unwrap_or_else(|| EntityId(self.id(IdKind::Entity)));
        let by = Some(self.state.me.clone());
        let origin = Some(Origin::Person);
        self.command(&Command::TagAll(TagAll { tags, entity, label: label.clone(), by, origin }))?;
        let project = self.state.project();
        let is_there = |id: &AnnotationId| project.is_some_and(|it| it.annotation(id).is_some());
        Ok(ids.into_iter().filter(is_there).collect())
    }

    /// What was made, or a word on why nothing was.
    fn many_made(
        &mut self,
        made: Result<Vec<AnnotationId>, Denied>,
    ) -> Option<(usize, Vec<AnnotationId>)> {
        let why = match made {
            Ok(ids) => return Some((ids.len(), ids)),
            Err(Denied::Plan(Refusal::NoChange)) => words_of_hand::ALL_TAGGED.into(),
            Err(denied) => wording::denied(&denied),
        };
        self.warn(why.clone());
        self.answer(Err(why));
        None
    }

    /// Deletes every annotation with the same words and label.
    fn every_removed(&mut self, id: Option<AnnotationId>) {
        let Some(annotation) = self.annotation_of(id) else {
            return self.say(wording::NO_TAG_HERE);
        };
        let Some(project) = self.state.project() else { return };
        let same = occurrence::same(project, &annotation);
        let words = annotation.selector.words(&project.article.text);
        let at = annotation.selector.spans.start();
        match self.command(&Command::Remove(same.clone())) {
            Ok(()) => {
                self.state.selected = None;
                self.state.card = Card::Closed;
                self.state.selection = Selection::caret(at);
                self.effects.push(Effect::ShowSelection);
                self.effects.push(Effect::Focus(Target::Article));
                self.say(words_of_hand::removed_all(same.len(), &words));
            }
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    fn review_opened(&mut self, id: Option<AnnotationId>) {
        let offered = self.state.hand.offer.as_ref().map(|offer| offer.id.clone());
        let Some(annotation) = self.annotation_of(id.or(offered)) else {
            return self.say(wording::NO_TAG_HERE);
        };
        let (Some(wanted), Some(label)) =
            (self.wanted_of(&annotation), annotation.label().cloned())
        else {
            return self.say(words_of_hand::NO_OTHERS);
        };
        let Some(project) = self.state.project() else { return };
        let (words, how) = (wanted.words, wanted.how);
        let empty = Review { words, label, how, lines: Rc::default(), at: 0 };
        let review = empty.renewed(project, &self.state.me);
        if review.lines.is_empty() {
            return self.say(words_of_hand::NO_OTHERS);
        }
        self.state.hand.offer = None;
        self.state.card = Card::Closed;
        self.show_review(review);
    }

    /// Shows the strip with its current line in the text.
    fn show_review(&mut self, review: Review) {
        if let Some(line) = review.lines.get(review.at) {
            self.state.selection = Selection::caret(line.span.start());
            self.effects.push(Effect::RevealCaret);
        }
        self.state.hand.review = Some(review);
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Focus(Target::Review));
    }

    fn reviewed(&mut self, action: ReviewAction) {
        let Some(mut review) = self.state.hand.review.clone() else { return };
        let last = review.lines.len().saturating_sub(1);
        match action {
            ReviewAction::Reached(line) => review.at = line.min(last),
            ReviewAction::Walked { back: true } => review.at = review.at.saturating_sub(1),
            ReviewAction::Walked { back: false } => review.at = (review.at + 1).min(last),
            ReviewAction::Kept { line, keep } => {
                review.keep(line, keep);
                review.at = line.min(last);
            }
            ReviewAction::Decided { keep } => {
                review.keep(review.at, keep);
                review.at = (review.at + 1).min(last);
            }
            ReviewAction::WholeWordsToggled => {
                review.how.whole_words = !review.how.whole_words;
                return self.searched_anew(&review);
            }
            ReviewAction::SameCaseToggled => {
                review.how.same_case = !review.how.same_case;
                return self.searched_anew(&review);
            }
            ReviewAction::Applied => return self.review_applied(&review),
            ReviewAction::Closed => return self.review_closed(),
        }
        self.show_review(review);
    }

    /// Another way to look for the words; the focus stays on the switch.
    fn searched_anew(&mut self, review: &Review) {
        let Some(project) = self.state.project() else { return };
        let review = review.renewed(project, &self.state.me);
        self.say(words_of_hand::chosen(review.n_kept(), review.lines.len()));
        self.state.hand.review = Some(review);
        self.effects.push(Effect::ShowSelection);
    }

    fn review_applied(&mut self, review: &Review) {
        let kept = review.lines.iter().filter(|line| line.kept);
        let spans: Vec<Span> = kept.map(|line| line.span).collect();
        if spans.is_empty() {
            return self.say(words_of_hand::NONE_KEPT);
        }
        let Some(project) = self.state.project() else { return };
        let named = occurrence::named(project, &review.words, &review.label, &self.state.me);
        let made = self.tag_spans(&spans, &review.label, named);
        if let Some((n, ids)) = self.many_made(made) {
            self.review_closed();
            self.state.selected = ids.into_iter().next();
            let label = self.name_of(&review.label);
            self.say(words_of_hand::tagged_all(n, &review.words, &label));
        }
    }

    fn review_closed(&mut self) {
        self.state.hand.review = None;
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Focus(Target::Article));
    }
}
