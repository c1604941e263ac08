//! The fields that tags of a label have, in the editor.

use yew::prelude::*;

use super::label_editor::{Change, Editor, lines_of, some};
use crate::app::label_draft::new_attribute;
use crate::app::wording::labels as words;
use crate::model::{AttributeType, Label, LabelAttribute, LabelKey};

const TYPES: [AttributeType; 4] =
    [AttributeType::Text, AttributeType::Number, AttributeType::Flag, AttributeType::Choice];

pub fn attribute_rows(editor: &Editor, label: &Label) -> Html {
    let add = editor.of_label(|label, _| label.attributes.push(new_attribute(label)));
    html! {
        <fieldset class="labels__attributes">
            <legend class="field__name">{ "Fields of a tag" }</legend>
            { for label.attributes.iter().enumerate().map(|(n, attribute)| row(editor, n, attribute)) }
            <button type="button" onclick={editor.on_press(add)}>{ "Add a field" }</button>
        </fieldset>
    }
}

fn row(editor: &Editor, n: usize, attribute: &LabelAttribute) -> Html {
    let of = |change: fn(&mut LabelAttribute, &str)| of_attribute(editor, n, change);
    let types = TYPES.iter().map(|kind| {
        let words = words::attribute_type(*kind);
        (words.to_owned(), words.to_owned())
    });
    let set_type = of(|attribute, value| {
        if let Some(kind) = TYPES.into_iter().find(|kind| words::attribute_type(*kind) == value) {
            attribute.kind = kind;
            attribute.default = None;
        }
    });
    let place = editor.place;
    let remove: Change = Box::new(move |draft, _| {
        draft.with(place, &|label| {
            if n < label.attributes.len() {
                label.attributes.remove(n);
            }
        })
    });
    html! {
        <div key={n} class="labels__attribute" role="group" aria-label={["Field ", attribute.shown()].concat()}>
            <div class="labels__pair">
                { editor.text("Name", attribute.name.as_deref(), of(|it, value| it.name = some(value))) }
                { editor.select("Type", words::attribute_type(attribute.kind), types.collect(), set_type) }
            </div>
            if attribute.kind == AttributeType::Choice {
                { editor.lines("Answers, one a line", &attribute.choices, of(|it, value| it.choices = lines_of(value))) }
            }
            <div class="labels__pair">
                { default(editor, attribute, of(|it, value| it.default = some(value))) }
                { editor.text("Key in files", Some(attribute.key.as_str()), of(|it, value| it.key = LabelKey::new(value))) }
            </div>
            <div class="labels__pair">
                { editor.tick("Must be filled in", attribute.required, of(|it, value| it.required = value == "true")) }
                <button type="button" class="danger" aria-label={["Remove the field ", attribute.shown()].concat()} onclick={editor.on_press(remove)}>{ "Remove" }</button>
            </div>
        </div>
    }
}

fn of_attribute(editor: &Editor, n: usize, change: fn(&mut LabelAttribute, &str)) -> Change {
    let place = editor.place;
    Box::new(move |draft, value| {
        draft.with(place, &|label| {
            if let Some(attribute) = label.attributes.get_mut(n) {
                change(attribute, value);
            }
        })
    })
}

/// What a new tag says at first.
fn default(editor: &Editor, attribute: &LabelAttribute, change: Change) -> Html {
    let value = attribute.default.as_deref();
    let mut options = vec![(String::new(), "Nothing".to_owned())];
    match attribute.kind {
        AttributeType::Text | AttributeType::Number => {
            return editor.text("Says at first", value, change);
        }
        AttributeType::Flag => {
            options.push(("true".into(), "Yes".into()));
            options.push(("false".into(), "No".into()));
        }
        AttributeType::Choice => {
            let choices = attribute.choices.iter().filter(|choice| !choice.is_empty());
            options.extend(choices.map(|choice| (choice.to_string(), choice.to_string())));
        }
    }
    editor.select("Says at first", value.unwrap_or_default(), options, change)
}
