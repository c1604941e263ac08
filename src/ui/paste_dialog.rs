//! A text is pasted, edited, cut into paragraphs, and frozen.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Dispatch;
use super::dialog::Dialog;
use crate::app::draft::{self, Draft};
use crate::app::{Action, wording};
use crate::model::BlockKind;

const KINDS: [BlockKind; 9] = [
    BlockKind::Title,
    BlockKind::Subtitle,
    BlockKind::Byline,
    BlockKind::Heading,
    BlockKind::Paragraph,
    BlockKind::Quote,
    BlockKind::ListItem,
    BlockKind::Caption,
    BlockKind::Preformatted,
];

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PasteDialogProps {
    pub dispatch: Dispatch,
}

#[component]
pub fn PasteDialog(props: &PasteDialogProps) -> Html {
    let draft = use_state(Draft::default);
    let on_close = props.dispatch.reform(|()| Action::DialogClosed);
    let on_text = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let field: HtmlTextAreaElement = event.target_unchecked_into();
            draft.set(draft.with_text(&field.value()));
        })
    };
    let on_parts = {
        let draft = draft.clone();
        Callback::from(move |next| draft.set(next))
    };
    let submit = {
        let draft = draft.clone();
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(pasted) = draft.frozen() {
                dispatch.emit(Action::TextPasted(pasted));
            }
        })
    };
    let address = draft.address().is_some();
    html! {
        <Dialog heading="Paste an article" {on_close} wide=true>
            <form class="form" onsubmit={submit}>
                <label class="field">
                    <span class="field__name">{ "Text" }</span>
                    <textarea class="paste__text" rows="10" dir="auto" autofocus=true value={draft.text().to_owned()} oninput={on_text} />
                </label>
                if address {
                    <p class="form__warning" role="alert">{ wording::PASTED_ADDRESS }</p>
                }
                if !draft.parts().is_empty() {
                    { parts(&draft, &on_parts) }
                }
                <div class="form__actions">
                    <button type="submit" class="primary" disabled={address}>{ "Annotate this text" }</button>
                </div>
            </form>
        </Dialog>
    }
}

/// The paragraphs, each to be kept, dropped or given a kind.
fn parts(draft: &Draft, on_change: &Callback<Draft>) -> Html {
    html! {
        <fieldset class="paste__parts">
            <legend>{ "Paragraphs" }</legend>
            <p class="form__hint">{ "Drop what does not belong to the article. After this the text stays as it is." }</p>
            { for draft.parts().iter().enumerate().map(|(place, it)| part(draft, on_change, place, it)) }
        </fieldset>
    }
}

fn part(draft: &Draft, on_change: &Callback<Draft>, place: usize, part: &draft::Part) -> Html {
    let words: Rc<str> = wording::shortened(&part.words, 120).into();
    let kept = draft.clone();
    let keep = on_change.reform(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        if field.checked() { kept.keeping(place) } else { kept.dropping(place) }
    });
    let draft = draft.clone();
    let give_kind = on_change.reform(move |event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        let kind = usize::try_from(field.selected_index()).ok().and_then(|i| KINDS.get(i).copied());
        draft.with_kind(place, kind.unwrap_or(BlockKind::Paragraph))
    });
    html! {
        <div key={place} class="paste__part" data-dropped={part.dropped.then_some("true")}>
            <label class="paste__keep">
                <input type="checkbox" checked={!part.dropped} onchange={keep} />
                <span dir="auto">{ words.as_ref() }</span>
            </label>
            <select aria-label={format!("Kind of paragraph {}", place + 1)} onchange={give_kind} disabled={part.dropped}>
                { for KINDS.iter().map(|kind| html! {
                    <option selected={*kind == part.kind}>{ wording::block_kind(*kind) }</option>
                }) }
            </select>
        </div>
    }
}
