//! Everything that one state shows.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::bar::Bar;
use super::dialogs::dialog;
use super::notices::{Said, live_region, notices};
use super::shell::open_files;
use super::workspace::Workspace;
use crate::app::colors::style_sheet;
use crate::app::practice;
use crate::app::select;
use crate::app::state::State;
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
                stores={state.stores.clone()}
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
            if let Some(which) = &state.dialog {
                { dialog(which, state, &on_open, &props.dispatch) }
            }
            { live_region(&props.said) }
        </div>
    }
}
