//! The claims table, in a dialog of its own.
//!
//! Rows keep their place while one answers in them: the order is made anew only when another is
//! chosen.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::dialog::Dialog;
use super::ledger_row::{LedgerCell, ledger_row};
use crate::app::action::ledger::{Column, LedgerAction};
use crate::app::select::ledger::{self, LedgerRow, PAGE, Repeat};
use crate::app::state::{Ledger, State};
use crate::app::{Action, wording};
use crate::storage::Document;

#[derive(Clone, Debug, Properties)]
pub struct LedgerDialogProps {
    pub state: Rc<State>,
    pub dispatch: Dispatch,
}

impl PartialEq for LedgerDialogProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// Compared by being the same objects.
struct Documents(Vec<Rc<Document>>);

impl PartialEq for Documents {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self.0.iter().zip(&other.0).all(|(one, other)| Rc::ptr_eq(one, other))
    }
}

#[component]
pub fn LedgerDialog(props: &LedgerDialogProps) -> Html {
    let view = &props.state.ledger;
    let documents = ledger::documents(&props.state);
    let rows = use_memo(Documents(documents.clone()), |it| ledger::rows(&it.0));
    let order = use_memo(view.order.clone(), |order| ledger::arranged(&rows, order));
    let repeats = {
        let asked = (Documents(documents), view.repeats, view.apart.clone());
        use_memo(
            asked,
            |(it, asked, apart)| {
                if *asked { ledger::repeats(&it.0, apart) } else { Vec::new() }
            },
        )
    };
    let on_close = props.dispatch.reform(|()| Action::DialogClosed);
    html! {
        <Dialog heading="Claims table" {on_close} full=true>
            { tools(view, 1 < props.state.library.len(), &props.dispatch) }
            if view.repeats {
                { repeated(&repeats, &props.dispatch) }
            }
            { table(props, &rows, &order) }
        </Dialog>
    }
}

fn tools(view: &Ledger, has_library: bool, dispatch: &Dispatch) -> Html {
    let on_filter = dispatch.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::Ledger(LedgerAction::Filtered(field.value().into()))
    });
    let toggle = |name: &'static str, on: bool, action: LedgerAction| {
        let act = dispatch.reform(move |_: MouseEvent| Action::Ledger(action.clone()));
        html! { <button type="button" class="ledger__toggle" aria-pressed={on.to_string()} onclick={act}>{ name }</button> }
    };
    let copy = dispatch.reform(|_: MouseEvent| Action::Ledger(LedgerAction::Copied));
    html! {
        <div class="ledger__tools">
            <input
                type="search"
                class="ledger__filter"
                placeholder="Filter"
                aria-label="Filter the claims"
                value={view.order.filter.to_string()}
                oninput={on_filter}
            />
            { toggle("By speaker", view.order.grouped, LedgerAction::Grouped(!view.order.grouped)) }
            if has_library {
                { toggle("All articles", view.order.all, LedgerAction::AllArticles(!view.order.all)) }
            }
            { toggle("Find repeats", view.repeats, LedgerAction::RepeatsShown(!view.repeats)) }
            <button type="button" onclick={copy}>{ "Copy as a table" }</button>
        </div>
    }
}

/// Pairs that seem to say the same; each is linked or put aside by one press.
fn repeated(repeats: &[Repeat], dispatch: &Dispatch) -> Html {
    let act =
        |action: LedgerAction| dispatch.reform(move |_: MouseEvent| Action::Ledger(action.clone()));
    let pair = |repeat: &Repeat| {
        let (article, one, other) =
            (repeat.article.clone(), repeat.one.clone(), repeat.other.clone());
        let same = LedgerAction::RepeatsAccepted { article, one, other };
        let (one, other) = (repeat.one.clone(), repeat.other.clone());
        let differ = LedgerAction::RepeatsRefused { one, other };
        html! {
            <li key={[repeat.one.as_str(), repeat.other.as_str()].join(" ")} class="repeats__pair">
                <span class="repeats__words">
                    { for repeat.words.iter().map(|words| html! { <q dir="auto">{ wording::shortened(words, 160) }</q> }) }
                </span>
                <span class="repeats__share">{ wording::claim::shared(repeat.percent) }</span>
                <button type="button" onclick={act(same)}>{ "They repeat each other" }</button>
                <button type="button" onclick={act(differ)}>{ "Not the same" }</button>
            </li>
        }
    };
    html! {
        <section class="repeats" aria-label="Claims that seem to say the same">
            if repeats.is_empty() {
                <p>{ wording::claim::NO_REPEATS }</p>
            }
            <ul class="repeats__list">
                { for repeats.iter().take(REPEATS).map(pair) }
            </ul>
            if REPEATS < repeats.len() {
                <p>{ wording::claim::more_repeats(repeats.len() - REPEATS) }</p>
            }
        </section>
    }
}

/// How many pairs are offered at a time.
const REPEATS: usize = 5;

fn table(props: &LedgerDialogProps, rows: &[LedgerRow], order: &[usize]) -> Html {
    let view = &props.state.ledger;
    let columns = ledger::columns(view.order.all);
    let page = view.page.min(order.len().saturating_sub(1) / PAGE);
    let shown = order.iter().skip(page * PAGE).take(PAGE).filter_map(|place| rows.get(*place));
    let mut bodies: Vec<(Rc<str>, Vec<Html>)> = Vec::new();
    for row in shown {
        let group = if view.order.grouped { row.who.clone() } else { Rc::default() };
        if bodies.last().is_none_or(|(last, _)| *last != group) {
            bodies.push((group, Vec::new()));
        }
        let cell = LedgerCell { row, state: &props.state, dispatch: &props.dispatch };
        if let Some((_, body)) = bodies.last_mut() {
            body.push(ledger_row(&cell, view.order.all));
        }
    }
    let n_columns = columns.len().to_string();
    let bodies = bodies.into_iter().map(|(group, rows)| html! {
        <tbody key={group.to_string()}>
            if view.order.grouped {
                <tr class="ledger__group" key="group">
                    <th scope="rowgroup" colspan={n_columns.clone()}>{ wording::claim::group(&group) }</th>
                </tr>
            }
            { for rows }
        </tbody>
    });
    html! {
        <>
            <div class="ledger__scroll" role="region" aria-label="Claims" tabindex="0">
                <table class="ledger">
                    <thead>
                        <tr>{ for columns.iter().map(|column| head(*column, view, &props.dispatch)) }</tr>
                    </thead>
                    { for bodies }
                </table>
                if order.is_empty() {
                    <p class="ledger__none">{ wording::claim::no_rows(rows.is_empty()) }</p>
                }
            </div>
            { pages(page, order.len(), &props.dispatch) }
        </>
    }
}

fn head(column: Column, view: &Ledger, dispatch: &Dispatch) -> Html {
    let (sort, sign) = match view.order.sort {
        Some(sorted) if sorted == column && view.order.descending => ("descending", "↓"),
        Some(sorted) if sorted == column => ("ascending", "↑"),
        _ => ("none", ""),
    };
    let choose = dispatch.reform(move |_: MouseEvent| Action::Ledger(LedgerAction::Sorted(column)));
    html! {
        <th scope="col" aria-sort={sort} class="ledger__head" data-column={wording::claim::column_key(column)}>
            <button type="button" onclick={choose}>
                { wording::claim::column(column) }
                <span aria-hidden="true" class="ledger__sign">{ sign }</span>
            </button>
        </th>
    }
}

fn pages(page: usize, n_rows: usize, dispatch: &Dispatch) -> Html {
    let last = n_rows.saturating_sub(1) / PAGE;
    let turn = |page: usize| {
        dispatch.reform(move |_: MouseEvent| Action::Ledger(LedgerAction::PageTurned(page)))
    };
    let (from, to) = (page * PAGE + 1, ((page + 1) * PAGE).min(n_rows));
    html! {
        <div class="ledger__pages">
            <span>{ wording::claim::page(from, to, n_rows) }</span>
            if 0 < last {
                <button type="button" disabled={page == 0} onclick={turn(page.saturating_sub(1))}>{ "Previous page" }</button>
                <button type="button" disabled={page == last} onclick={turn(page + 1)}>{ "Next page" }</button>
            }
        </div>
    }
}
