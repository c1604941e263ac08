//! Everything about one person, place or thing: names, label, Wikidata id, note, all its mentions.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Dispatch;
use super::entity_section::{act, act_from, level_select, name_field};
use super::link_chips::link_chips;
use super::shell;
use super::text_field::TextField;
use crate::app::action::{LinkAction, NameAction};
use crate::app::{Action, select, wording};
use crate::model::{Annotation, Entity, EntityField, LabelKey, LabelKind, Project, label_conflict};
use crate::platform::focus;

/// Mentions shown of one that has thousands; the article shows the others.
const MENTIONS: usize = 100;

/// Characters shown on each side of a mention.
const CONTEXT: u32 = 36;

pub fn entity_card(project: &Project, entity: &Rc<Entity>, dispatch: &Dispatch) -> Html {
    let quiet = {
        let (dispatch, id) = (dispatch.clone(), entity.id.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                focus::commit_field();
                dispatch.emit(Action::Name(NameAction::CardToggled(id.clone())));
                focus::focus_name(&id);
            }
            shell::keep_to_card(&event);
        })
    };
    let join = act(dispatch, NameAction::JoinAsked(entity.id.clone()));
    html! {
        <div class="card" role="group" aria-label="This name" onkeydown={quiet}>
            { conflict(project, entity, dispatch) }
            { name_field(entity, dispatch) }
            { aliases(entity, dispatch) }
            <div class="card__pair">
                { label_field(project, entity, dispatch) }
                { wikidata_field(entity, dispatch) }
            </div>
            { note_field(entity, dispatch) }
            { mentions(project, entity, dispatch) }
            { link_chips(project, &entity.id.0, dispatch) }
            <div class="card__names">
                <button type="button" onclick={join} aria-haspopup="dialog">{ "Join with…" }</button>
            </div>
        </div>
    }
}

fn set(dispatch: &Dispatch, entity: &Entity, field: EntityField) -> Callback<MouseEvent> {
    act_from(&entity.id, dispatch, NameAction::Set { id: entity.id.clone(), field })
}

/// Mentions with a label other than the entity's, and how to make them agree.
fn conflict(project: &Project, entity: &Entity, dispatch: &Dispatch) -> Html {
    let others = label_conflict(project, entity);
    if others.is_empty() {
        return html! {};
    }
    let labels: Vec<&LabelKey> = [&entity.label].into_iter().chain(&others).collect();
    let shown = |key: &LabelKey| {
        project.labels.find(key).map_or(key.as_str(), |label| label.shown()).to_owned()
    };
    let names: Vec<String> = labels.iter().map(|key| shown(key)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    html! {
        <div class="conflict" role="group" aria-label="Two labels">
            <span>{ wording::names::conflict(&names) }</span>
            { for labels.iter().map(|key| {
                let all = set(dispatch, entity, EntityField::Label((*key).clone()));
                html! { <button type="button" onclick={all}>{ wording::names::make_all(&shown(key)) }</button> }
            }) }
        </div>
    }
}

fn aliases(entity: &Entity, dispatch: &Dispatch) -> Html {
    let id = entity.id.clone();
    let dispatch_new = dispatch.clone();
    let on_change = Callback::from(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let name = field.value();
        field.set_value("");
        dispatch_new.emit(Action::Name(NameAction::AliasAdded { id: id.clone(), name }));
    });
    html! {
        <div class="field" role="group" aria-label="Other names">
            <span class="field__name" aria-hidden="true">{ "Other names" }</span>
            if !entity.aliases.is_empty() {
                <ul class="chips" role="list">
                    { for entity.aliases.iter().map(|alias| {
                        let remove = NameAction::AliasRemoved { id: entity.id.clone(), name: alias.clone() };
                        html! {
                            <li key={&**alias} class="chip">
                                <bdi>{ alias.as_ref() }</bdi>
                                <button
                                    type="button"
                                    class="chip__remove"
                                    aria-label={wording::names::remove(alias)}
                                    onclick={act_from(&entity.id, dispatch, remove)}
                                >{ "✕" }</button>
                            </li>
                        }
                    }) }
                </ul>
            }
            <input type="text" dir="auto" aria-label="Add another name" placeholder="Add another name" onchange={on_change} />
        </div>
    }
}

fn label_field(project: &Project, entity: &Entity, dispatch: &Dispatch) -> Html {
    let id = entity.id.clone();
    let on_change = dispatch.reform(move |event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        let field = EntityField::Label(LabelKey::new(field.value()));
        Action::Name(NameAction::Set { id: id.clone(), field })
    });
    let names = project.labels.taggable().filter(|label| label.kind == LabelKind::Entity);
    let unknown = project.labels.find(&entity.label).is_none();
    html! {
        <label class="field">
            <span class="field__name">{ "Label" }</span>
            <select onchange={on_change}>
                if unknown {
                    <option value={entity.label.as_str().to_owned()} selected=true>{ entity.label.as_str() }</option>
                }
                { for names.map(|label| html! {
                    <option value={label.key.as_str().to_owned()} selected={label.key == entity.label}>{ label.shown() }</option>
                }) }
            </select>
        </label>
    }
}

fn wikidata_field(entity: &Entity, dispatch: &Dispatch) -> Html {
    let id = entity.id.clone();
    let on_written = dispatch.reform(move |typed: String| {
        let field = EntityField::Wikidata(Some(typed.into()));
        Action::Name(NameAction::Set { id: id.clone(), field })
    });
    html! {
        <label class="field">
            <span class="field__name">{ "Wikidata" }</span>
            <TextField
                placeholder="Q1858, or its address"
                value={entity.wikidata.clone().map(AttrValue::from)}
                {on_written}
            />
        </label>
    }
}

fn note_field(entity: &Entity, dispatch: &Dispatch) -> Html {
    let id = entity.id.clone();
    let on_written = dispatch.reform(move |note: String| {
        let field = EntityField::Note(Some(note.trim().into()));
        Action::Name(NameAction::Set { id: id.clone(), field })
    });
    html! {
        <label class="field">
            <span class="field__name">{ "Note" }</span>
            <TextField lines=true value={entity.note.clone().map(AttrValue::from)} {on_written} />
        </label>
    }
}

fn mentions(project: &Project, entity: &Entity, dispatch: &Dispatch) -> Html {
    let all = project.mentions_of(&entity.id);
    let can_split = 1 < all.len();
    let more = all.len().saturating_sub(MENTIONS);
    html! {
        <div class="field" role="group" aria-label="Where it is named">
            <span class="field__name" aria-hidden="true">{ "Where it is named" }</span>
            <ul class="mentions" role="list">
                { for all.iter().take(MENTIONS).map(|it| mention_row(project, entity, it, can_split, dispatch)) }
            </ul>
            if 0 < more {
                <p class="list__none">{ wording::names::more(more) }</p>
            }
        </div>
    }
}

fn mention_row(
    project: &Project,
    entity: &Entity,
    annotation: &Annotation,
    can_split: bool,
    dispatch: &Dispatch,
) -> Html {
    let Some(mention) = annotation.mention() else { return html! {} };
    let id = annotation.id.clone();
    let go = LinkAction::Followed(id.0.clone());
    let go = dispatch.reform(move |_: MouseEvent| Action::Link(go.clone()));
    let (before, after) = select::names::context(project, annotation, CONTEXT);
    let words = annotation.selector.words(&project.article.text);
    let other_label = (mention.label != entity.label)
        .then(|| select::label_name(&project.labels, annotation).to_owned());
    html! {
        <li key={annotation.id.as_str()} class="mention">
            <button type="button" class="mention__go" dir="auto" onclick={go}>
                <span class="mention__side">{ before }</span>
                <b>{ words }</b>
                <span class="mention__side">{ after }</span>
            </button>
            <div class="mention__tools">
                if let Some(label) = other_label {
                    <span class="list__flag">{ label }</span>
                }
                { level_select(&annotation.id, mention, Some("Named here"), dispatch) }
                if can_split {
                    <button type="button" onclick={act_from(&entity.id, dispatch, NameAction::SplitOut(Some(id)))}>{ "Split out" }</button>
                }
            </div>
        </li>
    }
}
