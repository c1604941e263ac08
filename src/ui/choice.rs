//! Small parts that several components share. Plain functions: a component of its own would cost
//! more in the program's size than it saves in drawing.

use yew::prelude::*;

use super::Dispatch;
use super::text_field::TextField;
use crate::app::Action;
use crate::platform::focus;

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

/// One of a few answers that stand side by side.
#[derive(Clone, Debug)]
pub struct Segment {
    pub words: &'static str,
    pub chosen: bool,
    /// What pressing it means; where it is the one given, taking it back.
    pub action: Action,
}

/// A question with a few answers. Tab reaches the given one or the first, arrows the others.
pub fn segments(question: &str, segments: Vec<Segment>, dispatch: &Dispatch) -> Html {
    let none = !segments.iter().any(|segment| segment.chosen);
    let answers = segments.into_iter().enumerate().map(|(place, segment)| {
        let Segment { words, chosen, action } = segment;
        let tab = if chosen || (none && place == 0) { "0" } else { "-1" };
        let on_choose = dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="segment" tabindex={tab} aria-pressed={chosen.to_string()} onclick={on_choose}>
                { words }
            </button>
        }
    });
    html! {
        <fieldset class="segments">
            <legend class="field__name">{ question }</legend>
            <div class="segments__answers" onkeydown={Callback::from(among)}>
                { for answers }
            </div>
        </fieldset>
    }
}

/// Arrows go round among the buttons of a group; a digit presses one, 0 the tenth.
pub fn among(event: KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let target = event.target();
    let done = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => focus::go_round(target, 1),
        "ArrowLeft" | "ArrowUp" => focus::go_round(target, -1),
        "0" => focus::press(target, 9),
        digit => {
            let place = digit.parse::<u32>().ok().and_then(|digit| digit.checked_sub(1));
            place.is_some_and(|place| place < 9 && focus::press(target, place))
        }
    };
    if done {
        event.prevent_default();
    }
}

/// A line of text that counts once one leaves it or presses Enter.
pub fn line(
    name: &'static str,
    value: Option<&str>,
    hint: &'static str,
    on_written: Callback<String>,
) -> Html {
    html! {
        <label class="field">
            <span class="field__name">{ name }</span>
            <TextField placeholder={hint} value={value.map(|value| AttrValue::from(value.to_owned()))} {on_written} />
        </label>
    }
}

/// Some lines of text that count once one leaves them.
pub fn lines(name: &'static str, value: Option<&str>, on_written: Callback<String>) -> Html {
    html! {
        <label class="field">
            <span class="field__name">{ name }</span>
            <TextField lines=true value={value.map(|value| AttrValue::from(value.to_owned()))} {on_written} />
        </label>
    }
}
