//! Checking: from one undecided thing to the next, and mending what looks wrong.

use std::rc::Rc;

use super::{Denied, Turn};
use crate::app::action::CheckAction;
use crate::app::check::{AT_ONCE, Fault, Finding, Fix, IN_BACKGROUND, SHORT, fix};
use crate::app::effect::{Effect, Target};
use crate::app::state::{Card, Panel, State};
use crate::app::wording::{self, check as words};
use crate::model::{
    AnnotationId, Candidate, Claimant, Command, EntityId, IdKind, IsNot, Origin, Refusal, Tag, Who,
};
use crate::text::{Spans, folded};

impl Turn<'_, '_> {
    pub(super) fn checked(&mut self, action: CheckAction) {
        match action {
            CheckAction::Walked { back } => self.swept(back),
            CheckAction::Reached { row, candidate } => {
                self.show_candidate(candidate);
                self.effects.push(Effect::Focus(Target::OpenRow(row)));
            }
            CheckAction::Denied { everywhere } => self.candidate_denied(everywhere),
            CheckAction::TakenBack(decision) => {
                let spans = decision.selector.spans.clone();
                let (is_not, by) = (decision.is_not, decision.by.clone());
                self.change(Command::Undecide { spans, is_not, by });
            }
            CheckAction::FindingReached { row, finding } => {
                self.go_to(&finding.id);
                self.effects.push(Effect::Focus(Target::FindingRow(row)));
            }
            CheckAction::Fixed { row, finding } => self.fixed(row, &finding),
            CheckAction::Rested => self.check_anew(),
        }
    }

    fn check_anew(&mut self) {
        let Some(document) = self.state.document().cloned() else { return };
        self.state.check.look_anew(&document.project);
        if self.state.panel == Panel::Check {
            self.state.check.sweep_anew(&document.project);
        }
    }

    /// Keeps what was found in step with the article: at once if it is small, else soon.
    pub(super) fn keep_checked(&mut self, before: &State) {
        let same = match (before.document(), self.state.document()) {
            (Some(before), Some(now)) => Rc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        let shown = self.state.panel == Panel::Check;
        let opened = shown && before.panel != Panel::Check;
        if same && !opened {
            return;
        }
        if before.open != self.state.open {
            self.state.check.at = None;
        }
        let Some(project) = self.state.project() else { return };
        let n_annotations = project.n_annotations();
        if n_annotations <= AT_ONCE && project.article.text.end() <= SHORT {
            self.check_anew();
        } else if shown || n_annotations <= IN_BACKGROUND {
            self.effects.push(Effect::TellOfRest);
        }
    }

    /// The next undecided candidate after the one at hand, or after the caret.
    fn swept(&mut self, back: bool) {
        let Some(document) = self.state.document().cloned() else { return };
        let sweep = self.state.check.sweep_anew(&document.project);
        let at = self.candidate_at_hand();
        match sweep.following(at, self.state.selection.focus, back) {
            Some(candidate) => {
                self.show_candidate(candidate);
                self.effects.push(Effect::Focus(Target::Article));
                self.say(words::candidate(
                    &candidate,
                    document.project.article.text.slice(candidate.span),
                    sweep.open.len(),
                ));
            }
            None => self.say(words::ALL_DECIDED),
        }
    }

    /// The candidate that one has come to, if one has not gone elsewhere since.
    fn candidate_at_hand(&self) -> Option<Candidate> {
        let selection = self.state.selection;
        let is_there =
            |at: &Candidate| at.span.touches(selection.focus) && at.span.touches(selection.anchor);
        self.state.check.at.filter(is_there)
    }

    fn show_candidate(&mut self, candidate: Candidate) {
        self.state.check.at = Some(candidate);
        self.select_exactly(candidate.span);
        self.effects.push(Effect::RevealSpan(candidate.span));
    }

    fn candidate_denied(&mut self, everywhere: bool) {
        let Some(document) = self.state.document().cloned() else { return };
        let project = &document.project;
        let sweep = self.state.check.sweep_anew(project);
        let at = self.candidate_at_hand().filter(|at| sweep.open.contains(at));
        let Some(at) = at else { return self.say(words::NOTHING_AT_HAND) };
        let text = &project.article.text;
        let same = folded(text.slice(at.span), true);
        let is_same = |it: &&Candidate| {
            **it == at
                || everywhere
                    && it.kind.may_not_be() == at.kind.may_not_be()
                    && folded(text.slice(it.span), true) == same
        };
        let each: Vec<Spans> = sweep.open.iter().filter(is_same).map(|it| it.span.into()).collect();
        let count = each.len();
        let is_not: IsNot = at.kind.may_not_be();
        let by = Some(self.state.me.clone());
        match self.command(&Command::Decide { each, is_not, by }) {
            Ok(()) => {
                let denied = words::denied(is_not, text.slice(at.span), count);
                self.next_after_decision(denied);
            }
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    /// Goes on to what is open next, where the person is: in the article or in the list.
    fn next_after_decision(&mut self, said: String) {
        let Some(document) = self.state.document().cloned() else { return };
        let sweep = self.state.check.sweep_anew(&document.project);
        let next = sweep.following(self.state.check.at, self.state.selection.focus, false);
        let Some(next) = next else { return self.say([&said, " ", words::ALL_DECIDED].concat()) };
        self.show_candidate(next);
        let row = sweep.open.iter().position(|it| *it == next).unwrap_or_default();
        self.effects.push(Effect::Focus(Target::OpenRowUnlessInArticle(row)));
        let text = document.project.article.text.slice(next.span);
        self.say([&said, " ", &*words::candidate(&next, text, sweep.open.len())].concat());
    }

    /// Mends a finding and turns to the row that comes in its place.
    fn fixed(&mut self, row: usize, finding: &Finding) {
        let id = &finding.id;
        let found = self.state.project().and_then(|project| fix(project, finding));
        let Some(fix) = found else { return self.check_anew() };
        let Some(command) = self.command_of(id, fix.clone()) else {
            let card = match fix {
                Fix::Ask if finding.fault == Fault::NoSpeaker => Card::Questions,
                _ => Card::Open,
            };
            self.state.panel = if card == Card::Open { Panel::Tags } else { self.state.panel };
            return self.open_card(id, card);
        };
        match self.command(&command) {
            Ok(()) => {
                self.forget_what_is_gone();
                self.check_anew();
                self.effects.push(Effect::Focus(Target::FindingRow(row)));
                self.say(words::mended(self.state.check.findings.len()));
            }
            Err(Denied::Plan(Refusal::NoChange)) => self.check_anew(),
            Err(denied) => self.warn(wording::denied(&denied)),
        }
    }

    fn command_of(&mut self, id: &AnnotationId, fix: Fix) -> Option<Command> {
        let id = id.clone();
        Some(match fix {
            Fix::Says { entity, mention, .. } => {
                let who = Who::Entity { entity, mention: Some(mention) };
                Command::SetClaimant { id, claimant: Some(Claimant::from(who)) }
            }
            Fix::ArticleSays => {
                Command::SetClaimant { id, claimant: Some(Claimant::from(Who::Article)) }
            }
            Fix::TagSpeaker { spans, label } => Command::TagSpeaker {
                claim: id,
                tag: Tag {
                    id: AnnotationId(self.id(IdKind::Mention)),
                    entity: EntityId(self.id(IdKind::Entity)),
                    label,
                    spans,
                    by: Some(self.state.me.clone()),
                    origin: Some(Origin::Person),
                },
            },
            Fix::Relabel { ids, label } => {
                let ids = ids.into_iter().map(|it| (it, EntityId(self.id(IdKind::Entity))));
                Command::RelabelAll { ids: ids.collect(), label }
            }
            Fix::SetSpans(spans) | Fix::PutBack(spans) => Command::SetSpans { id, spans },
            Fix::SetAttribute { key, value } => {
                Command::SetAttribute { id, key, value: Some(value) }
            }
            Fix::Delete => Command::Remove(vec![id]),
            Fix::Ask => return None,
        })
    }
}
