//! A modal dialog named by its heading; the browser keeps the focus inside.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::platform::focus;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DialogProps {
    /// Also its accessible name.
    pub heading: AttrValue,
    pub on_close: Callback<()>,
    /// A wider frame for dialogs that hold a text or a table.
    #[prop_or_default]
    pub wide: bool,
    /// As large as the window.
    #[prop_or_default]
    pub full: bool,
    pub children: Html,
}

#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let frame = use_node_ref();
    {
        let frame = frame.clone();
        let on_close = props.on_close.clone();
        use_effect_with((), move |()| {
            let before = focus::current();
            let element = frame.cast::<HtmlDialogElement>();
            let listener = element.as_ref().map(|element| {
                let options = gloo_events::EventListenerOptions::enable_prevent_default();
                gloo_events::EventListener::new_with_options(
                    element,
                    "cancel",
                    options,
                    move |event| {
                        event.prevent_default();
                        focus::commit_field();
                        on_close.emit(());
                    },
                )
            });
            if let Some(element) = &element {
                // Fails only where the dialog is open already.
                let _ = element.show_modal();
            }
            move || {
                drop(listener);
                if let Some(element) = element {
                    element.close();
                }
                focus::give_back(before);
            }
        });
    }
    let close = props.on_close.reform(|_: MouseEvent| ());
    // Keys of the page do not act while a dialog is open.
    let quiet = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    html! {
        <dialog ref={frame} class="dialog" data-wide={props.wide.then_some("true")} data-full={props.full.then_some("true")} aria-labelledby="dialog-heading" onkeydown={quiet}>
            <header class="dialog__head">
                <h2 id="dialog-heading">{ props.heading.clone() }</h2>
                <button type="button" class="dialog__close" aria-label="Close" onclick={close}>{ "✕" }</button>
            </header>
            { props.children.clone() }
        </dialog>
    }
}
