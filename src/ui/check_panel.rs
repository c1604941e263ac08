//! The panel of checks: what nobody has decided on yet, and what looks wrong.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use crate::app::action::CheckAction;
use crate::app::check::{Check, Finding, Sweep, fix};
use crate::app::wording::check as words;
use crate::app::{Action, wording};
use crate::model::{Candidate, CandidateKind, Decision, Project};
use crate::platform::focus;

/// Rows of what is undecided; `j` reaches all.
const MOST_OPEN: usize = 100;

/// Rows of each kind of finding: those that follow come up as these are mended.
const MOST_OF_KIND: usize = 30;

#[inline(never)] // Comes after the first picture.
pub fn check_panel(
    project: &Rc<Project>,
    check: &Check,
    on_key: &Callback<KeyboardEvent>,
    dispatch: &Dispatch,
) -> Html {
    html! {
        <>
            { swept(project, check, on_key, dispatch) }
            { denied(project, dispatch) }
            { wrong(project, &check.findings, on_key, dispatch) }
        </>
    }
}

fn act(dispatch: &Dispatch, action: CheckAction) -> Callback<MouseEvent> {
    dispatch.reform(move |_: MouseEvent| Action::Check(action.clone()))
}

/// What is open, with the meter.
fn swept(
    project: &Rc<Project>,
    check: &Check,
    on_key: &Callback<KeyboardEvent>,
    dispatch: &Dispatch,
) -> Html {
    let Some(sweep) = &check.sweep else { return html! {} };
    let at = check.at.and_then(|at| sweep.open.iter().position(|it| *it == at));
    html! {
        <section class="check" aria-labelledby="sweep-title">
            <h2 id="sweep-title" class="panel-title">
                { "Nothing missed" }
                <span class="list__count">{ words::meter(sweep.n_decided(), sweep.all.len()) }</span>
            </h2>
            { meter(sweep) }
            if sweep.open.is_empty() {
                <p class="list__none">{ words::ALL_DECIDED }</p>
            } else {
                <div class="check__actions">
                    <button type="button" aria-keyshortcuts="j" onclick={act(dispatch, CheckAction::Walked { back: false })}>
                        { "Next undecided" }<kbd aria-hidden="true">{ "j" }</kbd>
                    </button>
                </div>
                <ul class="check__rows check__rows--open" role="list" aria-label="Undecided">
                    { for sweep.open.iter().take(MOST_OPEN).enumerate().map(|(row, candidate)| {
                        open_row(project, sweep, row, *candidate, row == at.unwrap_or_default(), on_key, dispatch)
                    }) }
                </ul>
                { more(sweep.open.len(), MOST_OPEN) }
            }
        </section>
    }
}

/// The bar, and how far each kind is.
fn meter(sweep: &Sweep) -> Html {
    let kinds = CandidateKind::EACH.iter().map(|kind| (*kind, sweep.decided(*kind)));
    html! {
        <>
            <meter
                class="check__meter"
                aria-labelledby="sweep-title"
                min="0"
                max={sweep.all.len().max(1).to_string()}
                value={sweep.n_decided().to_string()}
            />
            <ul class="check__kinds" role="list">
                { for kinds.filter(|(_, (_, all))| 0 < *all).map(|(kind, (decided, all))| html! {
                    <li>{ words::kinds(kind) }{ " " }<span class="check__tally">{ decided }{ "/" }{ all }</span></li>
                }) }
            </ul>
        </>
    }
}

fn open_row(
    project: &Project,
    sweep: &Sweep,
    row: usize,
    candidate: Candidate,
    in_order: bool,
    on_key: &Callback<KeyboardEvent>,
    dispatch: &Dispatch,
) -> Html {
    let text = project.article.text.slice(candidate.span);
    let shown = wording::shortened(text, 120);
    let reach = act(dispatch, CheckAction::Reached { row, candidate });
    let deny = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Check(CheckAction::Reached { row, candidate }));
            dispatch.emit(Action::Check(CheckAction::Denied { everywhere: false }));
        })
    };
    let keys = {
        let (dispatch, on_key) = (dispatch.clone(), on_key.clone());
        let around: Vec<Option<Candidate>> =
            [row.checked_sub(1), Some(row + 1)].map(|at| sweep.open.get(at?).copied()).into();
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowUp" => {
                    around.first().copied().flatten().map(|it| (row.saturating_sub(1), it))
                }
                "ArrowDown" => around.last().copied().flatten().map(|it| (row + 1, it)),
                _ => return on_key.emit(event),
            };
            event.prevent_default();
            event.stop_propagation();
            if let Some((row, candidate)) = next.filter(|(row, _)| *row < MOST_OPEN) {
                dispatch.emit(Action::Check(CheckAction::Reached { row, candidate }));
            }
        })
    };
    html! {
        <li key={candidate.span.to_string() + words::kind(candidate.kind)} class="check__item" onkeydown={keys}>
            <button
                type="button"
                id={["open-", &row.to_string()].concat()}
                class="check__row"
                tabindex={if in_order { "0" } else { "-1" }}
                onclick={reach}
            >
                <span class="check__kind">{ words::kind(candidate.kind) }</span>
                <span class="check__words" dir="auto">{ shown.clone() }</span>
            </button>
            <button
                type="button"
                class="check__fix"
                aria-label={[words::not(candidate.kind.may_not_be()), ": ", &shown].concat()}
                tabindex={if in_order { "0" } else { "-1" }}
                onclick={deny}
            >{ words::not(candidate.kind.may_not_be()) }</button>
        </li>
    }
}

fn more(all: usize, shown: usize) -> Html {
    match all.checked_sub(shown).filter(|more| 0 < *more) {
        Some(more) => html! { <p class="check__more">{ "and " }{ more }{ " more" }</p> },
        None => html! {},
    }
}

/// What was decided to be no name or no claim.
fn denied(project: &Rc<Project>, dispatch: &Dispatch) -> Html {
    let decisions = &project.decisions;
    if decisions.is_empty() {
        return html! {};
    }
    html! {
        <details class="check check__decided">
            <summary>{ "Decided not to be tagged" }<span class="list__count">{ decisions.len() }</span></summary>
            <ul class="check__rows" role="list" aria-label="Decided not to be tagged">
                { for decisions.iter().take(MOST_OPEN).map(|decision| decided_row(project, decision, dispatch)) }
            </ul>
            { more(decisions.len(), MOST_OPEN) }
        </details>
    }
}

fn decided_row(project: &Project, decision: &Rc<Decision>, dispatch: &Dispatch) -> Html {
    let shown = wording::shortened(&decision.selector.words(&project.article.text), 120);
    let back = act(dispatch, CheckAction::TakenBack(decision.clone()));
    html! {
        <li class="check__item">
            <span class="check__row">
                <span class="check__kind">{ words::not(decision.is_not) }</span>
                <span class="check__words" dir="auto">{ shown.clone() }</span>
            </span>
            <button type="button" class="check__fix" aria-label={["Take back: ", &shown].concat()} onclick={back}>{ "Take back" }</button>
        </li>
    }
}

/// What looks wrong, by kind.
fn wrong(
    project: &Rc<Project>,
    findings: &Rc<[Finding]>,
    on_key: &Callback<KeyboardEvent>,
    dispatch: &Dispatch,
) -> Html {
    let mut rows: Vec<Html> = Vec::new();
    let shown = shown(findings);
    let mut heading = "";
    for (row, finding) in shown.iter().enumerate() {
        let kind = words::faults(&finding.fault);
        let opens = (kind != heading).then(|| (kind, count(findings, finding)));
        heading = kind;
        rows.push(wrong_row(project, &shown, row, opens, on_key, dispatch));
    }
    html! {
        <section class="check" aria-labelledby="wrong-title">
            <h2 id="wrong-title" class="panel-title">
                { "Check my work" }<span class="list__count">{ findings.len() }</span>
            </h2>
            if findings.is_empty() {
                <p class="list__none">{ words::NOTHING_WRONG }</p>
            } else {
                <ul class="check__rows" role="list" aria-label="What looks wrong">{ for rows }</ul>
            }
        </section>
    }
}

/// The first of each kind.
fn shown(findings: &[Finding]) -> Rc<[Finding]> {
    let mut shown: Vec<Finding> = Vec::new();
    let mut count = 0;
    for finding in findings {
        let same = shown.last().is_some_and(|it| is_like(it, finding));
        count = if same { count + 1 } else { 0 };
        if count < MOST_OF_KIND {
            shown.push(finding.clone());
        }
    }
    shown.into()
}

fn is_like(one: &Finding, other: &Finding) -> bool {
    words::faults(&one.fault) == words::faults(&other.fault)
}

fn count(findings: &[Finding], of: &Finding) -> usize {
    findings.iter().filter(|it| is_like(it, of)).count()
}

fn wrong_row(
    project: &Project,
    shown: &Rc<[Finding]>,
    row: usize,
    opens: Option<(&'static str, usize)>,
    on_key: &Callback<KeyboardEvent>,
    dispatch: &Dispatch,
) -> Html {
    let Some(finding) = shown.get(row) else { return html! {} };
    let Some(annotation) = project.annotation(&finding.id) else { return html! {} };
    let mended = fix(project, finding).map(|fix| words::fix(project, &fix)).unwrap_or_default();
    let text = wording::shortened(&annotation.selector.words(&project.article.text), 120);
    let what = words::fault(project, &finding.fault);
    let reach = CheckAction::FindingReached { row, finding: finding.clone() };
    let mend = CheckAction::Fixed { row, finding: finding.clone() };
    let tab = if row == 0 { "0" } else { "-1" };
    let keys = wrong_keys(shown.clone(), row, on_key, dispatch);
    html! {
        <li key={[finding.id.as_str(), words::faults(&finding.fault), &what].concat()} class="check__item check__item--wrong" onkeydown={keys}>
            if let Some((heading, count)) = opens {
                <h3 class="list__group">{ heading }<span class="list__count">{ count }</span></h3>
            }
            <button type="button" id={["wrong-", &row.to_string()].concat()} class="check__row" tabindex={tab} onclick={act(dispatch, reach)}>
                <span class="check__words" dir="auto">{ text.clone() }</span>
                if !what.is_empty() {
                    <span class="check__kind">{ what }</span>
                }
            </button>
            <button type="button" class="check__fix" aria-label={[&mended, ": ", &text].concat()} tabindex={tab} onclick={act(dispatch, mend)}>
                { mended.clone() }
            </button>
        </li>
    }
}

/// Arrows walk the rows; Enter or `y` on a row takes the fix that is named beside it.
fn wrong_keys(
    shown: Rc<[Finding]>,
    row: usize,
    on_key: &Callback<KeyboardEvent>,
    dispatch: &Dispatch,
) -> Callback<KeyboardEvent> {
    let (dispatch, on_key) = (dispatch.clone(), on_key.clone());
    Callback::from(move |event: KeyboardEvent| {
        let is_fix = focus::is_in_class("check__fix");
        let reach = |row: usize| {
            let finding = shown.get(row)?.clone();
            Some(CheckAction::FindingReached { row, finding })
        };
        let action = match event.key().as_str() {
            "ArrowUp" => row.checked_sub(1).and_then(reach),
            "ArrowDown" => reach(row + 1),
            "Enter" | "y" if !is_fix => {
                shown.get(row).cloned().map(|finding| CheckAction::Fixed { row, finding })
            }
            "Enter" => return,
            _ => return on_key.emit(event),
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(action) = action {
            dispatch.emit(Action::Check(action));
        }
    })
}
