//! The links of a tag or a name, on its card.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::text_field::TextField;
use crate::app::action::LinkAction;
use crate::app::select::links::LinkChip;
use crate::app::{Action, select, wording};
use crate::model::{Project, RelationField};

/// What it is linked to, and the way to another link; nothing where no link can start or end.
pub fn link_chips(project: &Project, end: &Rc<str>, dispatch: &Dispatch) -> Html {
    let chips = select::links::chips(project, end);
    let can_start = select::links::kinds_from(project, end).next().is_some();
    if chips.is_empty() && !can_start {
        return html! {};
    }
    let start = act(dispatch, LinkAction::Asked(Some(end.clone())));
    html! {
        <div class="field links" role="group" aria-label="Links">
            <span class="field__name" aria-hidden="true">{ "Links" }</span>
            if !chips.is_empty() {
                <ul class="links__list" role="list">
                    { for chips.iter().map(|it| chip(it, dispatch)) }
                </ul>
            }
            if can_start {
                <button type="button" class="links__start" onclick={start} aria-keyshortcuts="r">
                    { "Link to…" }<kbd aria-hidden="true">{ "r" }</kbd>
                </button>
            }
        </div>
    }
}

fn act(dispatch: &Dispatch, action: LinkAction) -> Callback<MouseEvent> {
    dispatch.reform(move |_: MouseEvent| Action::Link(action.clone()))
}

fn chip(item: &LinkChip, dispatch: &Dispatch) -> Html {
    let id = item.id.clone();
    let on_note = dispatch.reform(move |note: String| {
        let field = RelationField::Note(Some(note.into()));
        Action::Link(LinkAction::Set { id: id.clone(), field })
    });
    html! {
        <li key={item.id.as_str()} class="link">
            <button type="button" class="link__go" onclick={act(dispatch, LinkAction::Followed(item.other.clone()))}>
                <span class="link__kind">{ &item.words }</span>
                <span class="link__words" dir="auto">{ item.other_words.as_ref() }</span>
            </button>
            <div class="link__tools">
                <TextField
                    aria_label={wording::names::link_note(&item.words)}
                    placeholder="Why?"
                    value={item.note.clone().map(AttrValue::from)}
                    on_written={on_note}
                />
                if item.can_turn {
                    <button type="button" title="Turn round" aria-label={wording::names::turn(&item.words)} onclick={act(dispatch, LinkAction::Turned(item.id.clone()))}>{ "⇄" }</button>
                }
                <button type="button" class="chip__remove" title="Remove" aria-label={wording::names::remove_link(&item.words)} onclick={act(dispatch, LinkAction::Removed(item.id.clone()))}>{ "✕" }</button>
            </div>
        </li>
    }
}
