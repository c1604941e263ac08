//! Starting from another set: one that comes with the program, or one in a file.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Dispatch;
use super::label_editor::Editor;
use crate::app::action::labels::LabelAction;
use crate::app::{Action, wording};
use crate::formats::read_labels;
use crate::model::ReadySet;
use crate::platform::files::{self, ReadFile};

const ACCEPT: &str = ".json,application/json";

pub fn label_tools(
    editor: &Editor,
    refused: &UseStateHandle<Option<AttrValue>>,
    dispatch: &Dispatch,
) -> Html {
    let start = {
        let editor = editor.clone();
        Callback::from(move |event: Event| {
            let field: HtmlSelectElement = event.target_unchecked_into();
            let chosen = ReadySet::ALL.into_iter().find(|ready| ready.name() == field.value());
            let next = match chosen {
                Some(ready) => editor.draft.replacing(&ready.set()),
                None => editor.draft.restarting(),
            };
            editor.put.emit((next, 0));
        })
    };
    let open = {
        let (editor, refused) = (editor.clone(), refused.clone());
        Callback::from(move |_: MouseEvent| {
            let (editor, refused) = (editor.clone(), refused.clone());
            files::pick_files(ACCEPT, move |files| {
                spawn_local(async move {
                    let read = files::read_files(files).await;
                    if let Some(file) = read.into_iter().next() {
                        take(&editor, &refused, file);
                    }
                });
            });
        })
    };
    let save = {
        let draft = editor.draft.clone();
        dispatch
            .reform(move |_: MouseEvent| Action::Labels(LabelAction::SetSaved(draft.applied().set)))
    };
    html! {
        <div class="labels__tools">
            <label class="labels__start">
                <span class="field__name">{ "Start from" }</span>
                <select onchange={start}>
                    <option value="" selected=true>{ "This article's labels" }</option>
                    { for ReadySet::ALL.iter().map(|ready| html! {
                        <option value={ready.name()}>{ ready.name() }</option>
                    }) }
                </select>
            </label>
            <button type="button" onclick={open}>{ "Open a set" }</button>
            <button type="button" onclick={save}>{ "Save this set" }</button>
        </div>
    }
}

fn take(editor: &Editor, refused: &UseStateHandle<Option<AttrValue>>, file: ReadFile) {
    let name = file.name;
    let why = match file.bytes.map(|bytes| read_labels(&bytes)) {
        Ok(Ok(set)) => return editor.put.emit((editor.draft.replacing(&set), 0)),
        Ok(Err(refusal)) => wording::labels::set_refused(&name, &refusal),
        Err(fault) => ["“", &name, "” could not be read: ", &fault.to_string()].concat(),
    };
    refused.set(Some(why.into()));
}
