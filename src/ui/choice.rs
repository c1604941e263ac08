//! Small parts that several components share.

use yew::prelude::*;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SwatchProps {
    pub hue: u8,
}

/// The color of a label. Decoration only: the name always stands beside it.
#[component]
pub fn Swatch(props: &SwatchProps) -> Html {
    html! { <span class={classes!("swatch", format!("hue-{}", props.hue))} aria-hidden="true" /> }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChoiceProps {
    pub chosen: bool,
    pub on_choose: Callback<()>,
    pub children: Html,
}

/// One answer among several; pressed when it is the one given.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let choose = props.on_choose.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="choice" aria-pressed={props.chosen.to_string()} onclick={choose}>
            { props.children.clone() }
        </button>
    }
}
