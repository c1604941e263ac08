//! What the parts of the editor of label sets share: the draft, and how a field changes it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::label_draft::LabelDraft;
use crate::model::{Label, WrongLabel};

/// The draft, the label of it that is shown, and where changes go.
#[derive(Clone, Debug)]
pub struct Editor {
    pub draft: Rc<LabelDraft>,
    pub place: usize,
    pub faults: Rc<[(usize, WrongLabel)]>,
    /// Takes the next draft, and which label of it is shown then.
    pub put: Callback<(LabelDraft, usize)>,
}

/// What a field with a new value makes of a draft.
pub type Change = Box<dyn Fn(&LabelDraft, &str) -> LabelDraft>;

impl Editor {
    pub fn label(&self) -> Option<&Label> {
        self.draft.labels().get(self.place).map(|it| &it.label)
    }

    /// A change of the label that is shown.
    pub fn of_label(&self, change: fn(&mut Label, &str)) -> Change {
        let place = self.place;
        Box::new(move |draft, value| draft.with(place, &|label| change(label, value)))
    }

    pub fn on_input(&self, change: Change) -> Callback<InputEvent> {
        let editor = self.clone();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            editor.put.emit((change(&editor.draft, &field.value()), editor.place));
        })
    }

    /// For a list to choose from.
    pub fn on_choice(&self, change: Change) -> Callback<Event> {
        let editor = self.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            editor.put.emit((change(&editor.draft, &field.value()), editor.place));
        })
    }

    /// For a box to tick: the value is `true` or `false`.
    pub fn on_tick(&self, change: Change) -> Callback<Event> {
        let editor = self.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let value = if field.checked() { "true" } else { "false" };
            editor.put.emit((change(&editor.draft, value), editor.place));
        })
    }

    /// For a button.
    pub fn on_press(&self, change: Change) -> Callback<MouseEvent> {
        let editor = self.clone();
        Callback::from(move |_: MouseEvent| {
            editor.put.emit((change(&editor.draft, ""), editor.place));
        })
    }

    pub fn text(&self, name: &'static str, value: Option<&str>, change: Change) -> Html {
        html! {
            <label class="field">
                <span class="field__name">{ name }</span>
                <input type="text" dir="auto" autocomplete="off" value={value.unwrap_or_default().to_owned()} oninput={self.on_input(change)} />
            </label>
        }
    }

    /// One thing a line.
    pub fn lines(&self, name: &'static str, value: &[Rc<str>], change: Change) -> Html {
        let value = value.iter().map(|line| &**line).collect::<Vec<_>>().join("\n");
        html! {
            <label class="field">
                <span class="field__name">{ name }</span>
                <textarea rows="2" dir="auto" {value} oninput={self.on_input(change)} />
            </label>
        }
    }

    pub fn tick(&self, name: &str, checked: bool, change: Change) -> Html {
        html! {
            <label class="tick">
                <input type="checkbox" {checked} onchange={self.on_tick(change)} />
                <span>{ name }</span>
            </label>
        }
    }

    /// A list to choose one value from: value, words.
    pub fn select(
        &self,
        name: &str,
        value: &str,
        options: Vec<(String, String)>,
        change: Change,
    ) -> Html {
        html! {
            <label class="field">
                <span class="field__name">{ name }</span>
                <select onchange={self.on_choice(change)}>
                    { for options.into_iter().map(|(it, words)| {
                        let selected = it == value;
                        html! { <option value={it} {selected}>{ words }</option> }
                    }) }
                </select>
            </label>
        }
    }
}

/// A text that is there, or none.
pub fn some(value: &str) -> Option<Rc<str>> {
    if value.is_empty() { None } else { Some(value.into()) }
}

/// The lines of a text.
pub fn lines_of(value: &str) -> Vec<Rc<str>> {
    if value.is_empty() { Vec::new() } else { value.split('\n').map(Rc::from).collect() }
}
