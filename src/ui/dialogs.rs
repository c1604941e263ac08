//! The dialog that is open.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::command_palette::CommandPalette;
use super::details_dialog::details_dialog;
use super::graph_dialog::graph_dialog;
use super::keys_dialog::KeysDialog;
use super::labels_dialog::LabelsDialog;
use super::ledger_dialog::LedgerDialog;
use super::library_dialog::{LibraryDialog, Shelved, library_dialog};
use super::name_dialog::NameDialog;
use super::paste_dialog::PasteDialog;
use super::same_as_dialog::SameAsDialog;
use crate::app::select::{self, PaletteItem};
use crate::app::state::{Dialog, State};

#[inline(never)] // Comes after the first picture.
pub fn dialog(
    which: &Dialog,
    state: &Rc<State>,
    on_open: &Callback<MouseEvent>,
    dispatch: &Dispatch,
) -> Html {
    match which {
        Dialog::Paste => html! { <PasteDialog dispatch={dispatch.clone()} /> },
        Dialog::Keys => html! {
            <KeysDialog
                bindings={state.bindings.clone()}
                clash={state.clash.clone()}
                labels={labels(state)}
                dispatch={dispatch.clone()}
            />
        },
        Dialog::Claims => html! {
            <LedgerDialog state={state.clone()} dispatch={dispatch.clone()} />
        },
        Dialog::Commands => html! {
            <CommandPalette
                bindings={state.bindings.clone()}
                labels={labels(state)}
                dispatch={dispatch.clone()}
            />
        },
        Dialog::Labels => match state.document() {
            Some(document) => html! {
                <LabelsDialog
                    document={document.clone()}
                    bindings={state.bindings.clone()}
                    dispatch={dispatch.clone()}
                />
            },
            None => html! {},
        },
        Dialog::SameAs(what) => match state.document() {
            Some(document) => html! {
                <SameAsDialog
                    project={Rc::new(document.project.clone())}
                    what={what.clone()}
                    dispatch={dispatch.clone()}
                />
            },
            None => html! {},
        },
        Dialog::Graph => match state.project() {
            Some(project) => graph_dialog(project, dispatch),
            None => html! {},
        },
        Dialog::Name { then_export } => {
            let name = state.name().cloned().map(AttrValue::from).unwrap_or_default();
            html! { <NameDialog {name} then_export={*then_export} dispatch={dispatch.clone()} /> }
        }
        Dialog::Details(id) => match state.library.get(id) {
            Some(document) => details_dialog(&document.project.article, dispatch),
            None => html! {},
        },
        Dialog::Library => library_dialog(&LibraryDialog {
            articles: shelves(state, false).into(),
            removed: shelves(state, true).into(),
            name: state.name().cloned(),
            on_open: on_open.clone(),
            dispatch: dispatch.clone(),
        }),
    }
}

fn labels(state: &State) -> Rc<[PaletteItem]> {
    state.project().map(select::palette).unwrap_or_default().into()
}

fn shelves(state: &State, removed: bool) -> Vec<Shelved> {
    let shelved = select::shelf(state, removed).into_iter().map(|(title, project)| Shelved {
        id: project.id().clone(),
        title,
        about: select::about(project).into(),
        tags: project.n_annotations(),
        done: select::is_done(state, project),
        open: state.open.as_ref() == Some(project.id()),
    });
    shelved.collect()
}
