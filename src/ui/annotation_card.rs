//! Everything about one annotation, to see and to change.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Dispatch;
use super::attribute_fields::attribute_fields;
use super::card_tools::card_tools;
use super::claim_card::{Shown, claim_card};
use super::claim_fields::claim_fields;
use super::entity_section::entity_section;
use super::link_chips::link_chips;
use super::shell;
use super::text_field::TextField;
use crate::app::{Action, select};
use crate::model::{Annotation, AnnotationId, Claim, LabelKey, Project};
use crate::platform::focus;

#[derive(Clone, Debug, Properties)]
pub struct AnnotationCardProps {
    pub id: AnnotationId,
    pub project: Rc<Project>,
    /// Whether the rarer fields of a claim are shown.
    pub more: bool,
    pub dispatch: Dispatch,
}

impl PartialEq for AnnotationCardProps {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.more == other.more && Rc::ptr_eq(&self.project, &other.project)
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
            if let Some(claim) = annotation.claim() {
                { claim_fields(&props.id, &props.project, &props.dispatch) }
                { claim_card(&shown(props, claim), props.more) }
            }
            { attribute_fields(annotation, &props.project, &props.dispatch) }
            { entity_section(&props.project, annotation, &props.dispatch) }
            { note_field(props, annotation) }
            { link_chips(&props.project, &props.id.0, &props.dispatch) }
            { card_tools(annotation, &props.project, &props.dispatch) }
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

fn shown<'a>(props: &'a AnnotationCardProps, claim: &'a Claim) -> Shown<'a> {
    Shown { id: &props.id, project: &props.project, claim, dispatch: &props.dispatch }
}

fn label_field(props: &AnnotationCardProps, annotation: &Annotation) -> Html {
    let project = &props.project;
    let id = annotation.id.clone();
    let on_change = props.dispatch.reform(move |event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        Action::Relabelled { id: id.clone(), label: LabelKey::new(field.value()) }
    });
    let key = annotation.label();
    let unknown = key.filter(|key| project.labels.rank(key).is_none());
    html! {
        <label class="field">
            <span class="field__name">{ "Label" }</span>
            <select onchange={on_change}>
                if let Some(key) = unknown {
                    <option value={key.as_str().to_owned()} selected=true>{ select::label_name(&project.labels, annotation).to_owned() }</option>
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

fn note_field(props: &AnnotationCardProps, annotation: &Annotation) -> Html {
    let id = annotation.id.clone();
    let on_written =
        props.dispatch.reform(move |note: String| Action::NoteWritten { id: id.clone(), note });
    html! {
        <label class="field">
            <span class="field__name">{ "Note" }</span>
            <TextField
                id="note"
                lines=true
                value={annotation.note.clone().map(AttrValue::from)}
                {on_written}
            />
        </label>
    }
}
