//! What a tag names, on the tag's own card.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Dispatch;
use super::text_field::TextField;
use crate::app::action::NameAction;
use crate::app::{Action, wording};
use crate::model::{
    Annotation, AnnotationId, Entity, EntityField, EntityId, Level, Mention, Project,
};
use crate::platform::focus;

/// The name, how it is named here, and the ways to the rest.
pub fn entity_section(project: &Project, annotation: &Annotation, dispatch: &Dispatch) -> Html {
    let Some(mention) = annotation.mention() else { return html! {} };
    let entity = mention.entity.as_ref().and_then(|id| project.entity(id));
    let id = annotation.id.clone();
    let same = act(dispatch, NameAction::SameAsAsked(Some(id.clone())));
    let split = act_on_card(dispatch, NameAction::SplitOut(Some(id.clone())));
    let card = act(dispatch, NameAction::CardAsked(Some(id.clone())));
    let mentions = entity.map_or(0, |entity| project.n_mentions_of(&entity.id));
    html! {
        <>
            if let Some(entity) = entity {
                { name_field(entity, dispatch) }
            }
            { level_field(&id, mention, dispatch) }
            <div class="card__names">
                <button type="button" onclick={same} aria-keyshortcuts="e" aria-haspopup="dialog">
                    { "Same as…" }<kbd aria-hidden="true">{ "e" }</kbd>
                </button>
                if 1 < mentions {
                    <button type="button" onclick={split}>{ "Split out" }</button>
                }
                if entity.is_some() {
                    <button type="button" onclick={card}>{ "All about it" }<span class="list__count">{ mentions }</span></button>
                }
            </div>
        </>
    }
}

/// The same for what takes its own button away: the focus goes to the row of the name before.
pub fn act_from(id: &EntityId, dispatch: &Dispatch, action: NameAction) -> Callback<MouseEvent> {
    let id = id.clone();
    dispatch.reform(move |_: MouseEvent| {
        focus::focus_name(&id);
        Action::Name(action.clone())
    })
}

/// The same on the card of a tag: to the first field of it.
fn act_on_card(dispatch: &Dispatch, action: NameAction) -> Callback<MouseEvent> {
    dispatch.reform(move |_: MouseEvent| {
        focus::focus_first("#card select");
        Action::Name(action.clone())
    })
}

pub fn act(dispatch: &Dispatch, action: NameAction) -> Callback<MouseEvent> {
    dispatch.reform(move |_: MouseEvent| Action::Name(action.clone()))
}

/// A field of text of an entity, kept as one leaves it.
pub fn name_field(entity: &Entity, dispatch: &Dispatch) -> Html {
    let id = entity.id.clone();
    let on_written = dispatch.reform(move |name: String| {
        let name = Some(name.trim().into());
        Action::Name(NameAction::Set { id: id.clone(), field: EntityField::Name(name) })
    });
    html! {
        <label class="field">
            <span class="field__name">{ "Name" }</span>
            <TextField value={entity.name.clone().map(AttrValue::from)} {on_written} />
        </label>
    }
}

fn level_field(id: &AnnotationId, mention: &Mention, dispatch: &Dispatch) -> Html {
    html! {
        <label class="field">
            <span class="field__name">{ "Named here" }</span>
            { level_select(id, mention, None, dispatch) }
        </label>
    }
}

/// How a mention names what it names. Its name stands beside it, or is given.
pub fn level_select(
    id: &AnnotationId,
    mention: &Mention,
    name: Option<&'static str>,
    dispatch: &Dispatch,
) -> Html {
    let id = id.clone();
    let on_change = dispatch.reform(move |event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        let level = match field.value().as_str() {
            "name" => Some(Level::Name),
            "nominal" => Some(Level::Nominal),
            "pronoun" => Some(Level::Pronoun),
            _ => None,
        };
        Action::Name(NameAction::LevelSet { mention: id.clone(), level })
    });
    let levels = [None, Some(Level::Name), Some(Level::Nominal), Some(Level::Pronoun)];
    html! {
        <select aria-label={name} onchange={on_change}>
            { for levels.into_iter().map(|level| html! {
                <option value={key(level)} selected={mention.level == level}>{ wording::names::level(level) }</option>
            }) }
        </select>
    }
}

fn key(level: Option<Level>) -> &'static str {
    match level {
        None => "",
        Some(Level::Name) => "name",
        Some(Level::Nominal) => "nominal",
        Some(Level::Pronoun) => "pronoun",
    }
}
