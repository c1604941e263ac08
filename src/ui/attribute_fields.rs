//! The fields that a tag has by its label, on the card.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::choice::{Segment, segments};
use super::text_field::TextField;
use crate::app::Action;
use crate::app::action::labels::LabelAction;
use crate::app::labels::{self, Field};
use crate::app::wording::labels as words;
use crate::model::{Annotation, AnnotationId, AttributeType, LabelAttribute, LabelKey, Project};

pub fn attribute_fields(annotation: &Annotation, project: &Project, dispatch: &Dispatch) -> Html {
    let fields = labels::fields(project, annotation);
    html! { { for fields.iter().map(|field| shown(&annotation.id, field, dispatch)) } }
}

fn shown(id: &AnnotationId, field: &Field<'_>, dispatch: &Dispatch) -> Html {
    let Field { attribute, value, is_missing } = field;
    let control = match attribute.kind {
        AttributeType::Flag => flag(id, attribute, value, dispatch),
        AttributeType::Choice => choice(id, attribute, value, dispatch),
        AttributeType::Text | AttributeType::Number => line(id, attribute, value, dispatch),
    };
    html! {
        <div key={attribute.key.as_str()} class="attribute" data-missing={is_missing.then_some("true")}>
            { control }
            if *is_missing {
                <p class="attribute__missing">{ words::MISSING }</p>
            }
        </div>
    }
}

fn written(id: &AnnotationId, key: &LabelKey, value: &str) -> Action {
    let (id, key) = (id.clone(), key.clone());
    Action::Labels(LabelAction::FieldWritten { id, key, value: value.into() })
}

fn on_change(id: &AnnotationId, key: &LabelKey, dispatch: &Dispatch) -> Callback<Event> {
    let (id, key) = (id.clone(), key.clone());
    dispatch.reform(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        written(&id, &key, &field.value())
    })
}

fn line(id: &AnnotationId, attribute: &LabelAttribute, value: &str, dispatch: &Dispatch) -> Html {
    let key = (id.clone(), attribute.key.clone());
    let is_number = attribute.kind == AttributeType::Number;
    html! {
        <label class="field">
            <span class="field__name" dir="auto">{ attribute.shown() }</span>
            <TextField
                inputmode={is_number.then_some("decimal")}
                required={attribute.required}
                value={AttrValue::from(value.to_owned())}
                on_written={dispatch.reform(move |value: String| written(&key.0, &key.1, &value))}
            />
        </label>
    }
}

fn choice(id: &AnnotationId, attribute: &LabelAttribute, value: &str, dispatch: &Dispatch) -> Html {
    let is_known = value.is_empty() || attribute.choices.iter().any(|it| **it == *value);
    html! {
        <label class="field">
            <span class="field__name" dir="auto">{ attribute.shown() }</span>
            <select required={attribute.required} onchange={on_change(id, &attribute.key, dispatch)}>
                <option value="" selected={value.is_empty()}>{ "Not answered" }</option>
                if !is_known {
                    <option value={value.to_owned()} selected=true>{ value }</option>
                }
                { for attribute.choices.iter().map(|choice| html! {
                    <option value={choice.to_string()} selected={**choice == *value}>{ choice.as_ref() }</option>
                }) }
            </select>
        </label>
    }
}

fn flag(id: &AnnotationId, attribute: &LabelAttribute, value: &str, dispatch: &Dispatch) -> Html {
    let answer = |words, text: &str| {
        let chosen = value == text;
        let action = written(id, &attribute.key, if chosen { "" } else { text });
        Segment { words, chosen, action }
    };
    segments(attribute.shown(), vec![answer("Yes", "true"), answer("No", "false")], dispatch)
}
