//! The sheet of all keys, where each can be changed.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::dialog::Dialog;
use super::shell;
use crate::app::keys::{self, Bindings, Clash, GROUPS, Group, KeyCommand};
use crate::app::select::PaletteItem;
use crate::app::{Action, wording};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KeysDialogProps {
    pub bindings: Rc<Bindings>,
    pub clash: Option<(&'static str, Clash)>,
    pub labels: Rc<[PaletteItem]>,
    pub dispatch: Dispatch,
}

#[component]
pub fn KeysDialog(props: &KeysDialogProps) -> Html {
    // The command whose next key is awaited.
    let awaiting = use_state_eq(|| None::<&'static str>);
    let on_close = props.dispatch.reform(|()| Action::DialogClosed);
    let reset = props.dispatch.reform(|_: MouseEvent| Action::KeysReset);
    let single = props.dispatch.reform(|event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::SingleKeysSwitched(field.checked())
    });
    let rows = |group: &Group| {
        let shown = group
            .rows
            .iter()
            .filter(|command| !command.keys.is_empty() || props.bindings.is_changed(command));
        html! { { for shown.map(|command| row(props, command, &awaiting)) } }
    };
    html! {
        <Dialog heading="Keys" {on_close} wide=true>
            <p>{ wording::KEYS }</p>
            <div class="keys__tools">
                <label class="keys__single">
                    <input type="checkbox" checked={props.bindings.single_keys} onchange={single} />
                    { "Single keys act (without Ctrl or Alt)" }
                </label>
                <button type="button" onclick={reset}>{ "Usual keys again" }</button>
            </div>
            <div class="keys">
                { for GROUPS.iter().map(|group| html! {
                    <table class="keys__table" key={group.name}>
                        <caption>{ group.name }</caption>
                        <tbody>{ rows(group) }</tbody>
                    </table>
                }) }
                { label_rows(&props.labels) }
            </div>
        </Dialog>
    }
}

fn row(
    props: &KeysDialogProps,
    command: &'static KeyCommand,
    awaiting: &UseStateHandle<Option<&'static str>>,
) -> Html {
    let waits = **awaiting == Some(command.id);
    let begin = {
        let awaiting = awaiting.clone();
        Callback::from(move |_: MouseEvent| {
            awaiting.set((!waits).then_some(command.id));
        })
    };
    let on_key = {
        let (awaiting, dispatch) = (awaiting.clone(), props.dispatch.clone());
        Callback::from(move |event: KeyboardEvent| {
            if !waits || event.key() == "Tab" {
                return;
            }
            let Some(stroke) = keys::stroke(&shell::key(&event)) else { return };
            event.prevent_default();
            event.stop_propagation();
            awaiting.set(None);
            let stroke = match stroke.as_str() {
                "Escape" => return,
                "Delete" | "Backspace" => None,
                _ => Some(stroke),
            };
            dispatch.emit(Action::KeyBound { command: command.id, stroke });
        })
    };
    let stop = {
        let awaiting = awaiting.clone();
        Callback::from(move |_: FocusEvent| awaiting.set(None))
    };
    let clash = props.clash.as_ref().filter(|(id, _)| *id == command.id);
    html! {
        <tr key={command.id}>
            <th scope="row">
                { for props.bindings.strokes(command).map(|stroke| html! { <kbd>{ keys::stroke_shown(stroke) }</kbd> }) }
            </th>
            <td>
                { command.name }
                if let Some((_, clash)) = clash {
                    <span class="keys__clash">{ wording::key_clash(clash) }</span>
                }
            </td>
            <td>
                <button
                    type="button"
                    class="keys__change"
                    aria-label={["Change the key: ", command.name].concat()}
                    aria-pressed={waits.to_string()}
                    onclick={begin}
                    onkeydown={on_key}
                    onblur={stop}
                >
                    { if waits { "Press a key" } else { "Change" } }
                </button>
            </td>
        </tr>
    }
}

fn label_rows(labels: &[PaletteItem]) -> Html {
    html! {
        <table class="keys__table">
            <caption>{ "Labels" }</caption>
            <tbody>
                { for labels.iter().filter_map(|label| {
                    let shortcut = label.shortcut.as_deref()?.to_owned();
                    Some(html! {
                        <tr>
                            <th scope="row"><kbd>{ shortcut }</kbd></th>
                            <td>{ label.name.as_ref() }</td>
                        </tr>
                    })
                }) }
            </tbody>
        </table>
    }
}
