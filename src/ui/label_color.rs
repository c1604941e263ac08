//! The color of a label: by its place, one of ten hues, or its own.

use yew::prelude::*;

use super::choice::swatch;
use super::label_editor::{Editor, some};
use crate::app::colors::too_faint;
use crate::app::label_draft::LabelDraft;
use crate::app::wording::labels as words;
use crate::model::{Label, PALETTE, Rgb};

/// What the hues of the palette are called.
const NAMES: [&str; 10] =
    ["Blue", "Amber", "Green", "Olive", "Sky", "Pink", "Orange", "Brown", "Violet", "Gray"];

/// What an own color begins with.
const OWN: &str = "#a0522d";

pub fn color_field(editor: &Editor, label: &Label) -> Html {
    let color = label.color.as_deref();
    let parsed = color.and_then(Rgb::parse);
    let hue = parsed.and_then(|color| PALETTE.iter().position(|it| *it == color));
    let own = parsed.filter(|_| hue.is_none());
    let faint = own.map(too_faint).and_then(|(light, dark)| words::faint(light, dark));
    html! {
        <fieldset class="labels__colors">
            <legend class="field__name">{ "Color" }</legend>
            { radio(editor, "By its place", None, color.is_none(), html! {}) }
            { for PALETTE.iter().zip(NAMES).enumerate().map(|(place, (color, name))| {
                let number = u8::try_from(place).unwrap_or_default();
                radio(editor, name, Some(color.to_string()), hue == Some(place), swatch(number))
            }) }
            { radio(editor, "Own", Some(OWN.to_owned()), own.is_some(), html! {}) }
            if let Some(own) = own {
                <input
                    type="color"
                    aria-label="Own color"
                    value={own.to_string()}
                    oninput={editor.on_input(editor.of_label(|label, value| label.color = some(value)))}
                />
            }
            if let Some(faint) = faint {
                <p class="form__hint">{ faint }</p>
            }
        </fieldset>
    }
}

fn radio(
    editor: &Editor,
    name: &'static str,
    color: Option<String>,
    checked: bool,
    sample: Html,
) -> Html {
    let place = editor.place;
    let is_hue = sample != html! {};
    let change = move |draft: &LabelDraft, _: &str| {
        draft.with(place, &|label| label.color = color.as_deref().map(Into::into))
    };
    html! {
        <label class="labels__color" title={is_hue.then_some(name)}>
            <input type="radio" name="label-color" {checked} onchange={editor.on_choice(Box::new(change))} />
            { sample }
            <span class={is_hue.then_some("visually-hidden")}>{ name }</span>
        </label>
    }
}
