//! Asks once who annotates, at the first export.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::dialog::Dialog;
use crate::app::Action;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NameDialogProps {
    pub name: AttrValue,
    pub then_export: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn NameDialog(props: &NameDialogProps) -> Html {
    let typed = use_state(|| props.name.to_string());
    let on_close = props.dispatch.reform(|()| Action::DialogClosed);
    let submit = {
        let typed = typed.clone();
        props.dispatch.reform(move |event: SubmitEvent| {
            event.prevent_default();
            Action::NameGiven((*typed).clone())
        })
    };
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let skip = props.dispatch.reform(|_: MouseEvent| Action::NameGiven(String::new()));
    html! {
        <Dialog heading="Your name" {on_close}>
            <form onsubmit={submit} class="form">
                <p>{ "Files say who made each tag. The name stays in this browser and in the files you export." }</p>
                <label class="field">
                    <span class="field__name">{ "Name" }</span>
                    <input type="text" autocomplete="name" maxlength="100" dir="auto" value={(*typed).clone()} oninput={on_input} autofocus=true />
                </label>
                <div class="form__actions">
                    <button type="submit" class="primary">{ if props.then_export { "Export" } else { "Keep" } }</button>
                    if props.then_export {
                        <button type="button" onclick={skip}>{ "Without a name" }</button>
                    }
                </div>
            </form>
        </Dialog>
    }
}
