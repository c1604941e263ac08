//! Everything about one annotation, to see and to change.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Dispatch;
use super::claim_fields::ClaimFields;
use crate::app::Action;
use crate::model::{Annotation, AnnotationId, LabelKey, Project};

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
    // Keys that act on the list must not act while one types here.
    let quiet = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                dispatch.emit(Action::CardClosed);
            }
            event.stop_propagation();
        })
    };
    html! {
        <div class="card" id="card" role="group" aria-label="This tag" onkeydown={quiet}>
            <LabelField annotation={annotation.clone()} project={props.project.clone()} dispatch={props.dispatch.clone()} />
            if annotation.is_claim() {
                <ClaimFields id={props.id.clone()} project={props.project.clone()} dispatch={props.dispatch.clone()} />
            }
            <NameField annotation={annotation.clone()} project={props.project.clone()} dispatch={props.dispatch.clone()} />
            <NoteField annotation={annotation.clone()} dispatch={props.dispatch.clone()} />
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

#[derive(Clone, Debug, PartialEq, Properties)]
struct FieldProps {
    annotation: Rc<Annotation>,
    #[prop_or_default]
    project: Option<Rc<Project>>,
    dispatch: Dispatch,
}

#[component]
fn LabelField(props: &FieldProps) -> Html {
    let Some(project) = &props.project else { return html! {} };
    let id = props.annotation.id.clone();
    let on_change = props.dispatch.reform(move |event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        Action::Relabelled { id: id.clone(), label: LabelKey::new(field.value()) }
    });
    let key = props.annotation.label();
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
#[component]
fn NameField(props: &FieldProps) -> Html {
    let entity = props.project.as_ref().and_then(|project| {
        let id = props.annotation.entity()?;
        project.entity(id).cloned()
    });
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

#[component]
fn NoteField(props: &FieldProps) -> Html {
    let id = props.annotation.id.clone();
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
                value={props.annotation.note.clone().map(AttrValue::from)}
                onchange={on_change}
            />
        </label>
    }
}
