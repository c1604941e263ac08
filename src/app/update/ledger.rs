//! The claims table.

use super::Turn;
use crate::app::action::ledger::{Column, LedgerAction};
use crate::app::effect::{Effect, Target};
use crate::app::select::ledger;
use crate::app::wording;
use crate::formats::{html_table, tabbed};
use crate::model::{
    AnnotationId, ArticleId, ClaimField, Command, IdKind, LabelKey, Link, LinkCommand, RelationId,
};

impl Turn<'_, '_> {
    pub(super) fn ledger(&mut self, action: LedgerAction) {
        match action {
            LedgerAction::Sorted(column) => self.sorted(column),
            LedgerAction::Grouped(grouped) => {
                self.state.ledger.order.grouped = grouped;
                self.state.ledger.page = 0;
            }
            LedgerAction::Filtered(filter) => {
                self.state.ledger.order.filter = filter;
                self.state.ledger.page = 0;
            }
            LedgerAction::AllArticles(all) => {
                self.state.ledger.order.all = all;
                self.state.ledger.page = 0;
            }
            LedgerAction::PageTurned(page) => self.state.ledger.page = page,
            LedgerAction::WhoAsked(id) => {
                let before = std::mem::replace(&mut self.state.ledger.who, id);
                let target = match &self.state.ledger.who {
                    Some(_) => Some(Target::Field("ledger-who")),
                    None => before.map(Target::Asked),
                };
                self.effects.extend(target.map(Effect::Focus));
            }
            LedgerAction::WhoPicked { article, id, pick } => self.who_picked(article, id, &pick),
            LedgerAction::Answered { article, id, field } => {
                self.change_article(&article, Command::SetClaim { id, field });
            }
            LedgerAction::Jumped { article, id } => self.jumped(&article, &id),
            LedgerAction::RepeatsShown(shown) => self.state.ledger.repeats = shown,
            LedgerAction::RepeatsAccepted { article, one, other } => {
                self.repeats_accepted(&article, one, other);
            }
            LedgerAction::RepeatsRefused { one, other } => {
                let apart = self.state.ledger.apart.iter().cloned().chain([(one, other)]);
                self.state.ledger.apart = apart.collect();
            }
            LedgerAction::Copied => self.copied(),
            LedgerAction::CopyEnded(Ok(())) => self.say(wording::claim::COPIED),
            LedgerAction::CopyEnded(Err(why)) => self.warn(wording::claim::not_copied(&why)),
        }
    }

    /// Up, down, and back to the order of the text.
    fn sorted(&mut self, column: Column) {
        let order = &mut self.state.ledger.order;
        (order.sort, order.descending) = match (order.sort, order.descending) {
            (Some(sort), false) if sort == column => (Some(column), true),
            (Some(sort), true) if sort == column => (None, false),
            _ => (Some(column), false),
        };
        self.state.ledger.page = 0;
    }

    fn who_picked(&mut self, article: ArticleId, id: AnnotationId, pick: &str) {
        let document = self.state.library.get(&article).cloned();
        let picked = document.and_then(|it| ledger::who_picked(&it.project, &id, pick));
        if let Some(claimant) = picked {
            let (id, field) = (id.clone(), ClaimField::Claimant(claimant));
            self.change_article(&article, Command::SetClaim { id, field });
        }
        self.state.ledger.who = None;
        self.effects.push(Effect::Focus(Target::Asked(id)));
    }

    fn jumped(&mut self, article: &ArticleId, id: &AnnotationId) {
        self.state.dialog = None;
        if self.state.open.as_ref() != Some(article) {
            self.article_opened(article);
        }
        self.go_to(id);
        self.effects.push(Effect::Focus(Target::Article));
    }

    fn repeats_accepted(&mut self, article: &ArticleId, one: AnnotationId, other: AnnotationId) {
        let link = Link {
            id: RelationId(self.id(IdKind::Relation)),
            label: LabelKey::new("repeats"),
            from: one.0,
            to: other.0,
            by: Some(self.state.me.clone()),
        };
        self.change_article(article, Command::Link(LinkCommand::Add(link)));
    }

    fn copied(&mut self) {
        let rows = ledger::rows(&ledger::documents(&self.state));
        let cells = ledger::cells(&rows, &self.state.ledger.order);
        self.effects.push(Effect::Copy { html: html_table(&cells), text: tabbed(&cells) });
    }
}
