//! Making annotations.

use super::{Denied, Turn};
use crate::app::effect::{Effect, Target};
use crate::app::occurrence::Offer;
use crate::app::select;
use crate::app::selection::Selection;
use crate::app::state::{Armed, Card};
use crate::app::wording;
use crate::model::{
    AnnotationId, Command, EntityId, IdKind, LabelKey, LabelKind, Origin, Refusal, Tag,
};
use crate::text::{Span, Spans};

impl Turn<'_, '_> {
    /// With a selection its label; without one, made ready, kept ready, put away.
    pub(super) fn label_chosen(&mut self, label: LabelKey) {
        if select::selected_span(&self.state).is_some() {
            return self.tag_selection(label);
        }
        let name = self.name_of(&label);
        let armed = self.state.armed.take();
        match armed.filter(|armed| armed.label == label) {
            None => {
                self.state.armed = Some(Armed { label, locked: false });
                self.say(format!("{name} is ready: select words to tag them."));
            }
            Some(armed) if !armed.locked => {
                self.state.armed = Some(Armed { label, locked: true });
                self.say(format!("{name} stays ready. Esc ends it."));
            }
            Some(_) => self.say(wording::DISARMED),
        }
    }

    /// Tags what is selected and puts the caret behind it.
    pub(super) fn tag_selection(&mut self, label: LabelKey) {
        let Some(span) = select::selected_span(&self.state) else { return };
        match self.tag(self.selected_spans(span), label) {
            Ok(id) => self.tagged(&id),
            Err(Denied::Plan(Refusal::Duplicate(id))) => {
                self.warn(wording::refused(&Refusal::Duplicate(id.clone())));
                self.state.selected = Some(id);
            }
            Err(denied) => self.warn(wording::denied(&denied)),
        }
        self.state.selection = Selection::caret(span.end());
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Focus(Target::Article));
    }

    /// What the selection stands for.
    pub(super) fn selected_spans(&self, span: Span) -> Spans {
        let parts = self.state.hand.parts.as_ref();
        let parts = parts.filter(|(selection, _)| *selection == self.state.selection);
        parts.map_or(span.into(), |(_, parts)| parts.clone())
    }

    pub(super) fn tag(&mut self, spans: Spans, label: LabelKey) -> Result<AnnotationId, Denied> {
        let kind = match self.kind_of(&label) {
            Some(LabelKind::Claim) => IdKind::Claim,
            _ => IdKind::Mention,
        };
        let id = AnnotationId(self.id(kind));
        let entity = EntityId(self.id(IdKind::Entity));
        let by = Some(self.state.me.clone());
        let origin = Some(Origin::Person);
        self.command(&Command::Tag(Tag { id: id.clone(), entity, label, spans, by, origin }))?;
        Ok(id)
    }

    pub(super) fn tagged(&mut self, id: &AnnotationId) {
        let Some(project) = self.state.project() else { return };
        let Some(annotation) = project.annotation(id).cloned() else { return };
        let words = annotation.selector.words(&project.article.text);
        let label = select::label_name(&project.labels, &annotation).to_owned();
        let offered = project.labels.offers(crate::model::Offer::TagAll);
        self.state.selected = Some(id.clone());
        self.state.card = if annotation.is_claim() { Card::Questions } else { Card::Closed };
        let mut said = wording::tagged(&words, &label);
        if let Some(offer) = select::names::offer(&self.state) {
            said.push(' ');
            said.push_str(&wording::names::same_as(&offer.other));
        }
        self.say(said);
        // Counted once the step is done.
        self.state.hand.offer = offered.then(|| Offer { id: id.clone(), more: 0 });
    }

    /// A request from outside: exactly these spans, or nothing.
    pub(super) fn annotated(&mut self, spans: Vec<Span>, label: LabelKey) {
        let made = match Spans::new(spans) {
            Ok(spans) => self.tag(spans, label).map_err(|denied| wording::denied(&denied)),
            Err(error) => Err(format!("These spans cannot stand together: {error}.")),
        };
        match made {
            Ok(id) => self.answer(Ok(id.as_str())),
            Err(why) => self.answer(Err(why)),
        }
    }

    pub(super) fn kind_of(&self, label: &LabelKey) -> Option<LabelKind> {
        self.state.project()?.labels.find(label).map(|label| label.kind)
    }

    pub(super) fn name_of(&self, label: &LabelKey) -> String {
        let found = self.state.project().and_then(|project| project.labels.find(label));
        found.map_or(label.as_str(), |label| label.shown()).to_owned()
    }
}
