//! What becomes of what was tagged with labels that were taken out; which offers are made.

use yew::prelude::*;

use super::label_editor::{Change, Editor};
use crate::app::label_draft::{Gone, LabelDraft};
use crate::app::wording::labels as words;
use crate::model::{Fate, LabelKey, LabelKind, Offer};

/// The values of the list to choose from; a label's key follows the last one.
const KEEP: &str = "keep";
const DELETE: &str = "delete";
const BECOMES: &str = "becomes ";

pub fn label_gone(editor: &Editor) -> Html {
    if editor.draft.gone().is_empty() {
        return html! {};
    }
    html! {
        <fieldset class="labels__gone">
            <legend class="field__name">{ "What becomes of the tags?" }</legend>
            <p class="form__hint">{ words::FATES_HINT }</p>
            { for editor.draft.gone().iter().enumerate().map(|(place, gone)| row(editor, place, gone)) }
        </fieldset>
    }
}

fn row(editor: &Editor, place: usize, gone: &Gone) -> Html {
    let name = gone.label.shown();
    let choose: Change = Box::new(move |draft, value| draft.with_fate(place, fate(value)));
    let restore: Change = Box::new(move |draft, _| draft.restoring(place));
    let is_link = gone.label.kind == LabelKind::Relation;
    let heirs = editor.draft.labels().iter().map(|it| &it.label);
    let heirs = heirs.filter(|it| (it.kind == LabelKind::Relation) == is_link && !it.retired);
    let mut options = vec![
        (String::new(), "Choose…".to_owned()),
        (KEEP.into(), words::kept(name)),
        (DELETE.into(), words::deleted(gone.label.kind).to_owned()),
    ];
    options.extend(heirs.map(|it| {
        let value = [BECOMES, it.key.as_str()].concat();
        (value, words::becomes(it.shown(), it.kind))
    }));
    let question = [name, ": ", &words::in_use(gone.count, gone.label.kind)].concat();
    html! {
        <div key={gone.label.key.as_str()} class="labels__pair labels__fate">
            { editor.select(&question, &value(gone.fate.as_ref()), options, choose) }
            <button type="button" aria-label={["Put back ", name].concat()} onclick={editor.on_press(restore)}>{ "Put back" }</button>
        </div>
    }
}

fn value(fate: Option<&Fate>) -> String {
    match fate {
        None => String::new(),
        Some(Fate::Keep) => KEEP.into(),
        Some(Fate::Delete) => DELETE.into(),
        Some(Fate::Becomes(key)) => [BECOMES, key.as_str()].concat(),
    }
}

fn fate(value: &str) -> Option<Fate> {
    match value {
        KEEP => Some(Fate::Keep),
        DELETE => Some(Fate::Delete),
        _ => value.strip_prefix(BECOMES).map(|key| Fate::Becomes(LabelKey::new(key))),
    }
}

pub fn offers_field(editor: &Editor) -> Html {
    let ticks = [Offer::TagAll, Offer::SameEntity, Offer::NearDuplicate].map(|offer| {
        let change = move |draft: &LabelDraft, value: &str| draft.offering(offer, value == "true");
        editor.tick(words::offer(offer), editor.draft.offers(offer), Box::new(change))
    });
    html! {
        <fieldset class="labels__ticks labels__offers">
            <legend class="field__name">{ "Offers while tagging" }</legend>
            { for ticks }
            <p class="form__hint">{ words::OFFERS_HINT }</p>
        </fieldset>
    }
}
