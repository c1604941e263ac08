//! Small parts that several components share. Plain functions: a component of its own would cost
//! more in the program's size than it saves in drawing.

use yew::prelude::*;

/// The color of a label. Decoration only: the name always stands beside it.
pub fn swatch(hue: u8) -> Html {
    html! { <span class={classes!("swatch", format!("hue-{hue}"))} aria-hidden="true" /> }
}

/// One answer among several; pressed when it is the one given.
pub fn choice(chosen: bool, on_choose: Callback<MouseEvent>, words: &str) -> Html {
    html! {
        <button type="button" class="choice" aria-pressed={chosen.to_string()} onclick={on_choose}>
            { words }
        </button>
    }
}
