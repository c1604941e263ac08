//! One claim in the claims table: answers can be changed where they stand.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Dispatch;
use super::picker::Picker;
use super::text_field::TextField;
use crate::app::action::ledger::LedgerAction;
use crate::app::select::claim::Pick;
use crate::app::select::ledger::{LedgerRow, who_picks};
use crate::app::state::State;
use crate::app::{Action, wording};
use crate::model::ClaimField;

/// A row and where its answers go.
pub struct LedgerCell<'a> {
    pub row: &'a LedgerRow,
    pub state: &'a State,
    pub dispatch: &'a Dispatch,
}

impl LedgerCell<'_> {
    fn answer(&self, field: ClaimField) -> Action {
        let (article, id) = (self.row.article.clone(), self.row.id.clone());
        Action::Ledger(LedgerAction::Answered { article, id, field })
    }
}

pub fn ledger_row(cell: &LedgerCell<'_>, with_article: bool) -> Html {
    let row = cell.row;
    let jump = {
        let action = LedgerAction::Jumped { article: row.article.clone(), id: row.id.clone() };
        cell.dispatch.reform(move |_: MouseEvent| Action::Ledger(action.clone()))
    };
    html! {
        <tr key={[row.article.as_str(), row.id.as_str()].join(" ")} class="ledger__row">
            <td class="ledger__who">{ who(cell) }</td>
            <th scope="row" class="ledger__what">
                <button type="button" class="ledger__jump" dir="auto" onclick={jump}>{ row.what.as_ref() }</button>
            </th>
            <td class="ledger__about" dir="auto">{ row.about.as_ref() }</td>
            <td class="ledger__when">{ when(cell) }</td>
            <td>{ certain(cell) }</td>
            <td>{ how(cell) }</td>
            if with_article {
                <td class="ledger__article" dir="auto">{ row.title.as_ref() }</td>
            }
        </tr>
    }
}

fn who(cell: &LedgerCell<'_>) -> Html {
    let row = cell.row;
    let asked = cell.state.ledger.who.as_ref() == Some(&row.id);
    let ask = {
        let next = (!asked).then(|| row.id.clone());
        cell.dispatch
            .reform(move |_: MouseEvent| Action::Ledger(LedgerAction::WhoAsked(next.clone())))
    };
    let open = if asked {
        picker(cell)
    } else {
        html! {}
    };
    let name = if row.who.is_empty() { wording::claim::NOT_ANSWERED } else { &row.who };
    html! {
        <>
            <button
                type="button"
                class="ledger__ask"
                data-asks={row.id.as_str().to_owned()}
                data-open={row.who.is_empty().then_some("true")}
                aria-expanded={asked.to_string()}
                aria-label={["Who says this: ", name].concat()}
                onclick={ask}
            >
                <bdi>{ name }</bdi>
            </button>
            { open }
        </>
    }
}

fn picker(cell: &LedgerCell<'_>) -> Html {
    let row = cell.row;
    let Some(document) = cell.state.library.get(&row.article) else { return html! {} };
    let picks: Rc<[Pick]> = who_picks(&document.project, &row.id).into();
    let (article, id) = (row.article.clone(), row.id.clone());
    let on_pick = cell.dispatch.reform(move |pick: Rc<str>| {
        let (article, id) = (article.clone(), id.clone());
        Action::Ledger(LedgerAction::WhoPicked { article, id, pick })
    });
    let on_leave = cell.dispatch.reform(|()| Action::Ledger(LedgerAction::WhoAsked(None)));
    html! { <Picker id="ledger-who" name="Who says this?" {picks} eager=true {on_pick} {on_leave} /> }
}

fn when(cell: &LedgerCell<'_>) -> Html {
    let (article, id) = (cell.row.article.clone(), cell.row.id.clone());
    let on_written = cell.dispatch.reform(move |written: String| {
        let field = ClaimField::Time(Some(written.into()));
        let (article, id) = (article.clone(), id.clone());
        Action::Ledger(LedgerAction::Answered { article, id, field })
    });
    html! { <TextField value={cell.row.when.to_string()} aria_label="When" {on_written} /> }
}

fn certain(cell: &LedgerCell<'_>) -> Html {
    let certain = cell.row.certain;
    let choices = wording::claim::CERTAINTIES.iter().map(|value| {
        let action = cell.answer(ClaimField::Certainty(Some(*value)));
        (wording::claim::certainty(*value), certain == Some(*value), action)
    });
    let none = cell.answer(ClaimField::Certainty(None));
    choice("How certain", choices.collect(), none, cell.dispatch)
}

fn how(cell: &LedgerCell<'_>) -> Html {
    let how = cell.row.how;
    let choices = wording::QUOTE_MODES.iter().map(|value| {
        let action = cell.answer(ClaimField::Quote(Some(*value)));
        (wording::quote_mode(*value), how == Some(*value), action)
    });
    choice("How", choices.collect(), cell.answer(ClaimField::Quote(None)), cell.dispatch)
}

/// A list to choose from; its first line takes the answer back.
fn choice(
    name: &'static str,
    choices: Vec<(&'static str, bool, Action)>,
    none: Action,
    dispatch: &Dispatch,
) -> Html {
    let actions: Vec<Action> =
        [none].into_iter().chain(choices.iter().map(|(_, _, action)| action.clone())).collect();
    let on_change = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let field: HtmlSelectElement = event.target_unchecked_into();
            let place = usize::try_from(field.selected_index()).unwrap_or_default();
            if let Some(action) = actions.get(place) {
                dispatch.emit(action.clone());
            }
        })
    };
    html! {
        <select class="ledger__choice" aria-label={name} onchange={on_change}>
            <option selected={choices.iter().all(|(_, chosen, _)| !chosen)}>{ "–" }</option>
            { for choices.iter().map(|(words, chosen, _)| html! {
                <option selected={*chosen}>{ *words }</option>
            }) }
        </select>
    }
}
