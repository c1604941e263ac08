//! The bar at the top: the article's title, undo, redo, open, export, and how it is saved.

use yew::prelude::*;

use super::Dispatch;
use crate::app::state::{Dialog, Theme};
use crate::app::{Action, wording};
use crate::storage::{SaveState, StoreHealth};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BarProps {
    pub title: AttrValue,
    pub can_undo: bool,
    pub can_redo: bool,
    pub saves: SaveState,
    pub stores: StoreHealth,
    pub theme: Theme,
    pub on_open: Callback<MouseEvent>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Bar(props: &BarProps) -> Html {
    let act = |action: Action| props.dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <header class="bar">
            <button type="button" class="bar__title" onclick={act(Action::DialogOpened(Dialog::Library))} aria-haspopup="dialog">
                <span class="bar__brand" aria-hidden="true">{ "Postil" }</span>
                <span class="bar__article" dir="auto">{ props.title.clone() }</span>
                <span class="visually-hidden">{ ", all articles" }</span>
                <span aria-hidden="true" class="bar__more">{ "▾" }</span>
            </button>
            <div class="bar__tools" role="toolbar" aria-label="Tools">
                <button type="button" aria-label="Undo" title="Undo (Ctrl+Z)" class="bar__icon" disabled={!props.can_undo} onclick={act(Action::Undone)}>
                    { icon("M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3") }
                </button>
                <button type="button" aria-label="Redo" title="Redo (Ctrl+Shift+Z)" class="bar__icon" disabled={!props.can_redo} onclick={act(Action::Redone)}>
                    { icon("m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3") }
                </button>
                <button type="button" onclick={props.on_open.clone()}>{ "Open" }</button>
                <button type="button" onclick={act(Action::DialogOpened(Dialog::Paste))} aria-haspopup="dialog">{ "Paste" }</button>
                <button type="button" class="primary" title="Save a file (Ctrl+S)" onclick={act(Action::ExportAsked)}>{ "Export" }</button>
                { theme_button(props) }
                <button type="button" class="bar__icon" aria-label="Commands" title="All commands (Ctrl+K)" onclick={act(Action::DialogOpened(Dialog::Commands))} aria-haspopup="dialog">
                    { icon("M5 7h14M5 12h14M5 17h14") }
                </button>
                <button type="button" class="bar__icon" aria-label="Keys" title="All keys (?)" onclick={act(Action::DialogOpened(Dialog::Keys))} aria-haspopup="dialog">{ "?" }</button>
            </div>
            { save_status(props) }
        </header>
    }
}

fn icon(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}

fn theme_button(props: &BarProps) -> Html {
    let (next, name, sign) = match props.theme {
        Theme::System => (Theme::Light, "Colors: as the system", "◐"),
        Theme::Light => (Theme::Dark, "Colors: light", "☀"),
        Theme::Dark => (Theme::System, "Colors: dark", "☾"),
    };
    let choose = props.dispatch.reform(move |_: MouseEvent| Action::ThemeChosen(next));
    html! {
        <button type="button" class="bar__icon bar__theme" aria-label={name} title={name} onclick={choose}>{ sign }</button>
    }
}

/// Exactly one of three texts, with what stands behind it in the description.
fn save_status(props: &BarProps) -> Html {
    let description = wording::status_description(&props.saves, &props.stores);
    let failed = matches!(props.saves, SaveState::NotSaved { .. });
    let state = match props.saves {
        SaveState::Saved => "saved",
        SaveState::Saving => "saving",
        SaveState::NotSaved { .. } => "failed",
    };
    let retry = props.dispatch.reform(|_: MouseEvent| Action::RetryAsked);
    let export = props.dispatch.reform(|_: MouseEvent| Action::ExportAsked);
    html! {
        <div class="bar__saves">
            <span role="status" class="bar__status" data-state={state} aria-describedby="status-description" title={description.clone()}>
                { wording::status(&props.saves) }
            </span>
            <span id="status-description" class="visually-hidden">{ description.clone() }</span>
            if failed {
                <div class="banner" role="alert">
                    <p>{ "Not saved. " }{ description }</p>
                    <div class="banner__actions">
                        <button type="button" class="primary" onclick={export}>{ "Download now" }</button>
                        <button type="button" onclick={retry}>{ "Try again" }</button>
                    </div>
                </div>
            }
        </div>
    }
}
