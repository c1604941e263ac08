//! Everything that one state shows.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::bar::Bar;
use super::command_palette::CommandPalette;
use super::details_dialog::details_dialog;
use super::graph_dialog::graph_dialog;
use super::keys_dialog::KeysDialog;
use super::labels_dialog::LabelsDialog;
use super::ledger_dialog::LedgerDialog;
use super::library_dialog::{LibraryDialog, Shelved, library_dialog};
use super::name_dialog::NameDialog;
use super::notices::{Said, live_region, notices};
use super::paste_dialog::PasteDialog;
use super::same_as_dialog::SameAsDialog;
use super::shell::open_files;
use super::workspace::Workspace;
use crate::app::colors::style_sheet;
use crate::app::practice;
use crate::app::select::{self, PaletteItem};
use crate::app::state::{Dialog, State};
use crate::platform::{colors, theme};

#[derive(Clone, Debug, Properties)]
pub struct ScreenProps {
    pub state: Rc<State>,
    pub said: Said,
    pub dispatch: Dispatch,
}

impl PartialEq for ScreenProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.said == other.said
    }
}

/// Everything that one state shows.
#[component]
pub fn Screen(props: &ScreenProps) -> Html {
    let state = &props.state;
    let on_open = props.dispatch.clone();
    let on_open = Callback::from(move |_: MouseEvent| open_files(&on_open));
    {
        let theme = state.theme;
        use_effect_with(theme, |theme| theme::set(theme.key()));
    }
    {
        let labels = state.project().map(|project| project.labels.clone());
        use_effect_with(labels, |labels| {
            colors::show(&labels.as_ref().map(|set| style_sheet(set)).unwrap_or_default());
        });
    }
    let document = state.document().cloned().filter(|document| !document.project.removed);
    let title = document.as_ref().map(|document| select::title(&document.project));
    let practice = state.open.as_ref().is_some_and(|id| id.as_str() == practice::ID);
    html! {
        <div class="app">
            <Bar
                title={title.map_or_else(|| AttrValue::from("No article"), AttrValue::from)}
                can_undo={document.as_ref().is_some_and(|document| document.history.can_undo())}
                can_redo={document.as_ref().is_some_and(|document| document.history.can_redo())}
                saves={state.save_state()}
                theme={state.theme}
                on_open={on_open.clone()}
                dispatch={props.dispatch.clone()}
            />
            if let Some(document) = document {
                <Workspace
                    state={state.clone()}
                    {document}
                    strip={state.strip && practice}
                    on_open={on_open.clone()}
                    dispatch={props.dispatch.clone()}
                />
            } else {
                <main class="empty">
                    { notices(&state.notices, &props.dispatch) }
                    <h1>{ "No article is open" }</h1>
                    <p>{ "Open a file, paste a text, or choose an article." }</p>
                </main>
            }
            { dialog(state, &on_open, &props.dispatch) }
            { live_region(&props.said) }
        </div>
    }
}

fn dialog(state: &Rc<State>, on_open: &Callback<MouseEvent>, dispatch: &Dispatch) -> Html {
    match &state.dialog {
        None => html! {},
        Some(Dialog::Paste) => html! { <PasteDialog dispatch={dispatch.clone()} /> },
        Some(Dialog::Keys) => html! {
            <KeysDialog
                bindings={state.bindings.clone()}
                clash={state.clash.clone()}
                labels={labels(state)}
                dispatch={dispatch.clone()}
            />
        },
        Some(Dialog::Claims) => html! {
            <LedgerDialog state={state.clone()} dispatch={dispatch.clone()} />
        },
        Some(Dialog::Commands) => html! {
            <CommandPalette
                bindings={state.bindings.clone()}
                labels={labels(state)}
                dispatch={dispatch.clone()}
            />
        },
        Some(Dialog::Labels) => match state.document() {
            Some(document) => html! {
                <LabelsDialog
                    document={document.clone()}
                    bindings={state.bindings.clone()}
                    dispatch={dispatch.clone()}
                />
            },
            None => html! {},
        },
        Some(Dialog::SameAs(what)) => match state.document() {
            Some(document) => html! {
                <SameAsDialog
                    project={Rc::new(document.project.clone())}
                    what={what.clone()}
                    dispatch={dispatch.clone()}
                />
            },
            None => html! {},
        },
        Some(Dialog::Graph) => match state.project() {
            Some(project) => graph_dialog(project, dispatch),
            None => html! {},
        },
        Some(Dialog::Name { then_export }) => {
            let name = state.name().cloned().map(AttrValue::from).unwrap_or_default();
            html! { <NameDialog {name} then_export={*then_export} dispatch={dispatch.clone()} /> }
        }
        Some(Dialog::Details(id)) => match state.library.get(id) {
            Some(document) => details_dialog(&document.project.article, dispatch),
            None => html! {},
        },
        Some(Dialog::Library) => library_dialog(&LibraryDialog {
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
