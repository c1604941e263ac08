//! Several annotations chosen together, or all that the list shows.

use std::rc::Rc;

use super::{Denied, Turn};
use crate::app::effect::{Effect, Target};
use crate::app::select;
use crate::app::state::Card;
use crate::app::wording::{self, hand as words};
use crate::model::{AnnotationId, Command, EntityId, IdKind, LabelKey, Refusal};

impl Turn<'_, '_> {
    pub(super) fn unsure_toggled(&mut self, id: Option<AnnotationId>) {
        let Some(annotation) = self.annotation_of(id) else {
            return self.say(wording::NO_TAG_HERE);
        };
        let unsure = !annotation.unsure;
        match self.command(&Command::SetUnsure { id: annotation.id.clone(), unsure }) {
            Ok(()) => self.say(if unsure { words::UNSURE } else { words::SURE }),
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    /// Chosen, or no longer. The first time, the selected one is chosen along with it.
    pub(super) fn marked(&mut self, id: Option<AnnotationId>) {
        let selected = self.state.selected.clone().filter(|_| id.is_some());
        let Some(id) = id.or_else(|| self.meant()) else { return self.say(wording::NO_TAG_HERE) };
        let marked = &mut self.state.hand.marked;
        if marked.is_empty() {
            marked.extend(selected.filter(|selected| *selected != id));
        }
        match marked.iter().position(|it| *it == id) {
            Some(place) => drop(marked.remove(place)),
            None => marked.push(id),
        }
        let n = marked.len();
        self.state.card = Card::Closed;
        self.say(words::marked(n));
    }

    /// Chosen with all that the list shows between it and the one selected last.
    pub(super) fn marked_to(&mut self, id: &AnnotationId) {
        let from = self.state.selected.clone().or(self.state.hand.last.clone());
        let shown = self.shown();
        let place = |id: &AnnotationId| shown.iter().position(|it| it == id);
        let (Some(from), Some(to)) = (from.as_ref().and_then(place), place(id)) else {
            return self.marked(Some(id.clone()));
        };
        let between = shown.iter().skip(from.min(to)).take(from.abs_diff(to) + 1);
        self.state.hand.marked = between.cloned().collect();
        self.state.card = Card::Closed;
        self.say(words::marked(self.state.hand.marked.len()));
    }

    /// What the list shows, in its order.
    fn shown(&self) -> Vec<AnnotationId> {
        let (grouping, find) = (self.state.grouping, &self.state.find);
        let Some(project) = self.state.project() else { return Vec::new() };
        let query = find.query().map(|query| &**query);
        select::rows(&Rc::new(project.clone()), grouping, query, find.only).ids()
    }

    /// The chosen ones, or all that the list shows.
    fn many(&self) -> Vec<AnnotationId> {
        let marked = &self.state.hand.marked;
        if marked.is_empty() { self.shown() } else { marked.clone() }
    }

    /// The chosen ones, and the selected one, become the first of them in the text.
    pub(super) fn merged(&mut self) {
        let mut ids = self.state.hand.marked.clone();
        ids.extend(self.state.selected.clone().filter(|it| !ids.contains(it)));
        let place =
            |id: &AnnotationId| Some(self.state.project()?.annotation(id)?.selector.spans.start());
        let first = ids.iter().min_by_key(|id| place(id)).cloned();
        let Some(keep) = first.filter(|_| 1 < ids.len()) else {
            return self.say(words::CHOOSE_SEVERAL);
        };
        ids.retain(|id| *id != keep);
        match self.command(&Command::Merge { keep: keep.clone(), gone: ids }) {
            Ok(()) => {
                self.state.hand.marked.clear();
                self.go_to(&keep);
                self.effects.push(Effect::Focus(Target::RowUnlessInArticle(keep)));
            }
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    pub(super) fn many_removed(&mut self) {
        let ids = self.many();
        let n = ids.len();
        match self.command(&Command::Remove(ids)) {
            Ok(()) => {
                self.state.hand.marked.clear();
                self.state.selected = None;
                self.state.card = Card::Closed;
                self.effects.push(Effect::Focus(Target::Article));
                self.say(words::deleted(n));
            }
            Err(Denied::Plan(Refusal::NoChange)) => self.say(wording::NO_TAGS),
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    pub(super) fn many_relabelled(&mut self, label: LabelKey) {
        let ids: Vec<_> =
            self.many().into_iter().map(|id| (id, EntityId(self.id(IdKind::Entity)))).collect();
        let n = ids.len();
        let name = self.name_of(&label);
        match self.command(&Command::RelabelAll { ids, label }) {
            Ok(()) => self.say(words::relabelled(n, &name)),
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }
}
