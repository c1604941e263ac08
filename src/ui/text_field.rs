//! A field of text that counts once one leaves it or presses Enter.
//!
//! What is typed and not yet counted belongs to the person: it stays however often the page is drawn
//! meanwhile. (Yew sets a `value` anew with every drawing, so none is given.)

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TextFieldProps {
    /// What is kept now; shown whenever it changes.
    pub value: Option<AttrValue>,
    pub on_written: Callback<String>,
    /// Whether it takes several lines.
    #[prop_or_default]
    pub lines: bool,
    #[prop_or_default]
    pub id: Option<&'static str>,
    #[prop_or("text")]
    pub kind: &'static str,
    #[prop_or_default]
    pub placeholder: Option<&'static str>,
    #[prop_or_default]
    pub inputmode: Option<&'static str>,
    #[prop_or_default]
    pub required: bool,
    /// Its name where no label stands around it.
    #[prop_or_default]
    pub aria_label: Option<AttrValue>,
}

#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let node = use_node_ref();
    let shown = (node.clone(), props.value.clone());
    use_effect_with(shown, |(node, value): &(NodeRef, Option<AttrValue>)| {
        if let Some(field) = node.get() {
            let field: HtmlInputElement = field.unchecked_into();
            field.set_value(value.as_deref().unwrap_or_default());
        }
    });
    let on_change = props.on_written.reform(|event: Event| {
        // A text area has the same property.
        event.target_unchecked_into::<HtmlInputElement>().value()
    });
    if props.lines {
        return html! {
            <textarea ref={node} id={props.id} rows="2" dir="auto" onchange={on_change} />
        };
    }
    html! {
        <input
            ref={node}
            id={props.id}
            type={props.kind}
            dir="auto"
            autocomplete="off"
            placeholder={props.placeholder}
            inputmode={props.inputmode}
            required={props.required}
            aria-label={props.aria_label.clone()}
            onchange={on_change}
        />
    }
}
