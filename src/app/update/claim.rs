//! What is known about a claim: its questions, reporting words, evidence and verdict.

use std::rc::Rc;

use super::Turn;
use crate::app::action::claim::{ClaimAction, EvidenceChange, Picked, VerdictPart};
use crate::app::effect::{Effect, Target};
use crate::app::select;
use crate::app::selection::Selection;
use crate::app::state::{Card, Picking};
use crate::app::wording;
use crate::model::{
    AnnotationId, Claim, ClaimField, Claimant, Command, EntityId, Evidence, IdKind, LabelKey,
    Origin, Selector, Stance, Tag, Unknown, Verdict, Who,
};
use crate::text::Span;

impl Turn<'_, '_> {
    pub(super) fn claim(&mut self, action: ClaimAction) {
        match action {
            ClaimAction::Answered { id, field } => self.change(Command::SetClaim { id, field }),
            ClaimAction::AboutAdded { id, entity } => self.about_changed(id, |about| {
                if !about.contains(&entity) {
                    about.push(entity);
                }
            }),
            ClaimAction::AboutRemoved { id, entity } => {
                self.about_changed(id, |about| about.retain(|other| *other != entity));
            }
            ClaimAction::EvidenceAdded { id, evidence } => {
                self.evidence_changed(id, |list| list.push(evidence));
            }
            ClaimAction::EvidenceChanged { id, place, change } => {
                self.evidence_changed(id, |list| changed(list, place, change));
            }
            ClaimAction::VerdictWritten { id, part, text } => self.verdict_written(id, part, &text),
            ClaimAction::Picking { id, part } => self.picking(id, part),
            ClaimAction::SpeakerTagged { id, label } => self.speaker_tagged(id, label),
            ClaimAction::OffersAccepted => self.offers_accepted(),
            ClaimAction::Asked => self.asked(),
            ClaimAction::MoreShown(shown) => {
                self.state.more = shown;
                self.keep_choice("claim-more", if shown { "yes" } else { "no" });
            }
        }
    }

    fn claim_of(&self, id: &AnnotationId) -> Option<&Claim> {
        self.state.project()?.annotation(id)?.claim()
    }

    fn about_changed(&mut self, id: AnnotationId, change: impl FnOnce(&mut Vec<EntityId>)) {
        let mut about = self.claim_of(&id).map(|claim| claim.about.to_vec()).unwrap_or_default();
        change(&mut about);
        self.change(Command::SetClaim { id, field: ClaimField::About(about.into()) });
    }

    fn evidence_changed(&mut self, id: AnnotationId, change: impl FnOnce(&mut Vec<Evidence>)) {
        let mut list = self.claim_of(&id).map(|claim| claim.evidence.to_vec()).unwrap_or_default();
        change(&mut list);
        self.change(Command::SetClaim { id, field: ClaimField::Evidence(list.into()) });
    }

    fn verdict_written(&mut self, id: AnnotationId, part: VerdictPart, text: &str) {
        let verdict = self.claim_of(&id).and_then(|claim| claim.verdict.clone());
        let mut verdict: Verdict = verdict.unwrap_or_default();
        let place = match part {
            VerdictPart::Rating => &mut verdict.rating,
            VerdictPart::Value => &mut verdict.value,
            VerdictPart::Best => &mut verdict.best,
            VerdictPart::Worst => &mut verdict.worst,
            VerdictPart::Url => &mut verdict.url,
            VerdictPart::By => &mut verdict.by,
            VerdictPart::Date => &mut verdict.date,
        };
        *place = written(text);
        self.change(Command::SetClaim { id, field: ClaimField::Verdict(Some(verdict)) });
    }

    /// The next selection is not to be tagged: it shows something about a claim.
    pub(super) fn picking(&mut self, claim: AnnotationId, part: Picked) {
        let back = if self.state.card == Card::Questions { Card::Questions } else { Card::Open };
        self.state.picking = Some(Picking { claim, part, back });
        self.state.selection = Selection::caret(self.state.selection.focus);
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Focus(Target::Article));
        self.say(wording::claim::pick(part));
    }

    /// Words were selected while something about a claim is picked.
    pub(super) fn words_picked(&mut self, picking: Picking, span: Span) {
        let id = picking.claim.clone();
        let words = Selector::from(span);
        match picking.part {
            Picked::Speaker => {
                let text = self.state.project().map(|it| it.article.text.slice(span).into());
                let words = Some(words);
                let claimant = Claimant { text, words, ..Claimant::from(Who::Named) };
                self.change(Command::SetClaimant { id, claimant: Some(claimant) });
            }
            Picked::ReportingWords => {
                self.change(Command::SetClaim { id, field: ClaimField::Cue(Some(words)) });
            }
            Picked::Evidence => {
                let evidence = Evidence {
                    stance: Stance::Supports,
                    selector: Some(words),
                    url: None,
                    quote: None,
                    note: None,
                    unknown: Unknown::default(),
                };
                self.evidence_changed(id, |list| list.push(evidence));
            }
        }
        self.state.selection = Selection::caret(span.end());
        self.picking_ended(picking);
        self.effects.push(Effect::ShowSelection);
    }

    /// Back to where the picking was begun.
    pub(super) fn picking_ended(&mut self, picking: Picking) {
        self.state.selected = Some(picking.claim);
        self.state.card = picking.back;
        self.effects.push(Effect::Focus(match (picking.back, picking.part) {
            (Card::Open, Picked::Speaker) => Target::Field("claim-speaker"),
            (Card::Open, Picked::ReportingWords) => Target::Field("claim-cue"),
            (Card::Open, Picked::Evidence) => Target::Field("claim-evidence"),
            _ => Target::Article,
        }));
    }

    /// The words that were picked as the speaker become a tag, in the same step as the answer.
    fn speaker_tagged(&mut self, claim: AnnotationId, label: LabelKey) {
        let words = self.claim_of(&claim).and_then(|it| it.claimant.as_ref()?.words.clone());
        let Some(words) = words else { return };
        let tag = Tag {
            id: AnnotationId(self.id(IdKind::Mention)),
            entity: EntityId(self.id(IdKind::Entity)),
            label,
            spans: words.spans,
            by: Some(self.state.me.clone()),
            origin: Some(Origin::Person),
        };
        self.change(Command::TagSpeaker { claim, tag });
    }

    /// The reporting words that are offered, or else who passes the claim on.
    fn offers_accepted(&mut self) {
        let selected = self.state.selected.clone();
        let offers = self.state.project().zip(selected.as_ref());
        let offers = offers.map(|(project, id)| select::claim::offers(project, id));
        let (Some(id), Some(offers)) = (selected, offers) else {
            return self.say(wording::claim::NOTHING_OFFERED);
        };
        let field = match (offers.cue, offers.carrier) {
            (Some(cue), _) => ClaimField::Cue(Some(Selector::from(cue))),
            (None, Some(carrier)) => ClaimField::ReportedIn(Some(carrier)),
            (None, None) => return self.say(wording::claim::NOTHING_OFFERED),
        };
        let said = wording::claim::accepted(&field);
        self.change(Command::SetClaim { id, field });
        self.say(said);
    }

    /// The questions about the claim that is selected, with the focus on the first answer.
    fn asked(&mut self) {
        let selected = self.state.selected.clone();
        match selected.filter(|id| self.claim_of(id).is_some()) {
            Some(id) => {
                self.open_card(&id, Card::Questions);
                self.effects.push(Effect::Focus(Target::Card));
            }
            None => self.say(wording::claim::NO_CLAIM_HERE),
        }
    }
}

fn written(text: &str) -> Option<Rc<str>> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(Rc::from)
}

fn changed(list: &mut Vec<Evidence>, place: usize, change: EvidenceChange) {
    match change {
        EvidenceChange::Removed if place < list.len() => drop(list.remove(place)),
        EvidenceChange::Raised => swap(list, place, place.checked_sub(1)),
        EvidenceChange::Lowered => swap(list, place, place.checked_add(1)),
        change => {
            let Some(evidence) = list.get_mut(place) else { return };
            match change {
                EvidenceChange::Stance(stance) => evidence.stance = stance,
                EvidenceChange::Url(text) => evidence.url = written(&text),
                EvidenceChange::Quote(text) => evidence.quote = written(&text),
                EvidenceChange::Note(text) => evidence.note = written(&text),
                EvidenceChange::Raised | EvidenceChange::Lowered | EvidenceChange::Removed => {}
            }
        }
    }
}

fn swap(list: &mut [Evidence], place: usize, other: Option<usize>) {
    if let Some(other) = other.filter(|other| *other < list.len())
        && place < list.len()
    {
        list.swap(place, other);
    }
}
