//! Everything about one annotation, to see and to change.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Dispatch;
use super::claim_fields::claim_fields;
use super::shell;
use crate::app::Action;
use crate::model::{Annotation, AnnotationId, LabelKey, Project};
use crate::platform::focus;

#[derive(Clone, Debug, Properties)]
pub struct AnnotationCardProps {
    pub id: AnnotationId,
    pub project: Rc<Project>,
    pub dispatch: Dispatch,
}

impl PartialEq for AnnotationCardProps {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Rc::ptr_eq(&self.project, &other.project)
    }
}

#[component]
pub fn AnnotationCard(props: &AnnotationCardProps) -> Html {
    let Some(annotation) = props.project.annotation(&props.id) else { return html! {} };
    let id = props.id.clone();
    let delete = props.dispatch.reform(move |_: MouseEvent| Action::Deleted(Some(id.clone())));
    let boundaries = props.dispatch.reform(|_: MouseEvent| Action::BoundariesStarted);
    // Keys that act on the list must not act while one types here; saving a file does.
    let quiet = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                focus::commit_field();
                dispatch.emit(Action::CardClosed);
            }
            shell::keep_to_card(&event);
        })
    };
    html! {
        <div class="card" id="card" role="group" aria-label="This tag" onkeydown={quiet}>
            { label_field(props, annotation) }
            if annotation.is_claim() {
                { claim_fields(&props.id, &props.project, &props.dispatch) }
            }
            { name_field(props, annotation) }
            { note_field(props, annotation) }
            <div class="card__actions">
                <button type="button" onclick={boundaries} aria-keyshortcuts="b">
                    { "Move its ends" }<kbd aria-hidden="true">{ "b" }</kbd>
                </button>
                <button type="button" class="danger" onclick={delete} aria-keyshortcuts="Delete">
                    { "Delete" }<kbd aria-hidden="true">{ "Del" }</kbd>
                </button>
            </div>
        </div>
    }
}

fn label_field(props: &AnnotationCardProps, annotation: &Annotation) -> Html {
    let project = &props.project;
    let id = annotation.id.clone();
    let on_change = props.dispatch.reform(move |event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        Action::Relabelled { id: id.clone(), label: LabelKey::new(field.value()) }
    });
    let key = annotation.label();
    let unknown = key.filter(|key| project.labels.find(key).is_none());
    html! {
        <label class="field">
            <span class="field__name">{ "Label" }</span>
            <select onchange={on_change}>
                if let Some(key) = unknown {
                    <option value={key.as_str().to_owned()} selected=true>{ key.as_str() }</option>
                }
                { for project.labels.taggable().map(|label| html! {
                    <option
                        value={label.key.as_str().to_owned()}
                        selected={Some(&label.key) == key}
                    >{ label.shown() }</option>
                }) }
            </select>
        </label>
    }
}

/// The name of the person, place or thing that a mention names.
fn name_field(props: &AnnotationCardProps, annotation: &Annotation) -> Html {
    let entity = annotation.entity().and_then(|id| props.project.entity(id));
    let Some(entity) = entity else { return html! {} };
    let id = entity.id.clone();
    let on_change = props.dispatch.reform(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::EntityRenamed { id: id.clone(), name: field.value() }
    });
    html! {
        <label class="field">
            <span class="field__name">{ "Name" }</span>
            <input type="text" dir="auto" value={entity.name.clone().map(AttrValue::from)} onchange={on_change} />
        </label>
    }
}

fn note_field(props: &AnnotationCardProps, annotation: &Annotation) -> Html {
    let id = annotation.id.clone();
    let on_change = props.dispatch.reform(move |event: Event| {
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        Action::NoteWritten { id: id.clone(), note: field.value() }
    });
    html! {
        <label class="field">
            <span class="field__name">{ "Note" }</span>
            <textarea
                id="note"
                rows="2"
                dir="auto"
                value={annotation.note.clone().map(AttrValue::from)}
                onchange={on_change}
            />
        </label>
    }
}
