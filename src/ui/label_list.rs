//! The labels of a draft, in their order, as a tree.

use yew::prelude::*;

use super::choice::swatch;
use super::label_editor::Editor;
use crate::app::label_draft::Drafted;
use crate::app::wording::labels as words;
use crate::model::LabelKind;
use crate::platform::focus;

/// What a new label of each kind is called until it gets a name.
const NEW: [(LabelKind, &str, &str); 3] = [
    (LabelKind::Entity, "New name", "New label"),
    (LabelKind::Claim, "New kind of claim", "New claim"),
    (LabelKind::Relation, "New kind of link", "New link"),
];

pub fn label_list(editor: &Editor) -> Html {
    let on_key = {
        let editor = editor.clone();
        Callback::from(move |event: KeyboardEvent| on_key(&editor, &event))
    };
    let set = editor.draft.applied().set;
    html! {
        <section class="labels__side" aria-label="Labels of this set">
            <ul class="labels__list" role="list" aria-label="Labels to edit" onkeydown={on_key}>
                { for editor.draft.labels().iter().enumerate().map(|(place, it)| {
                    row(editor, place, it, set.hue(Some(&it.label.key)).0)
                }) }
            </ul>
            <div class="labels__order" role="group" aria-label="Order">
                { step(editor, "Up", false) }
                { step(editor, "Down", true) }
            </div>
            <div class="labels__order" role="group" aria-label="Add a label">
                { for NEW.iter().map(|(kind, words, name)| add(editor, *kind, words, name)) }
            </div>
        </section>
    }
}

fn row(editor: &Editor, place: usize, drafted: &Drafted, hue: u8) -> Html {
    let label = &drafted.label;
    let selected = place == editor.place;
    let show = {
        let editor = editor.clone();
        Callback::from(move |_: MouseEvent| editor.put.emit(((*editor.draft).clone(), place)))
    };
    let count = editor.draft.count(place);
    let faulty = editor.faults.iter().any(|(at, _)| *at == place);
    html! {
        <li key={place}>
            <button
                type="button"
                id={["label-row-", &place.to_string()].concat()}
                class="labels__row"
                tabindex={if selected { "0" } else { "-1" }}
                aria-current={selected.then_some("true")}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                data-depth={editor.draft.depth(place).min(3).to_string()}
                data-kind={if label.kind == LabelKind::Claim { "claim" } else { "name" }}
                onclick={show}
            >
                if label.kind == LabelKind::Relation {
                    <span class="labels__link" aria-hidden="true">{ "→" }</span>
                } else {
                    { swatch(hue) }
                }
                <span class="labels__name" dir="auto">{ label.shown() }</span>
                if label.retired {
                    <span class="labels__flag">{ "kept" }</span>
                }
                if faulty {
                    <span class="labels__flag labels__flag--fault">{ "to mend" }</span>
                }
                if 0 < count {
                    <span class="palette__count" aria-label={words::in_use(count, label.kind)}>{ count }</span>
                }
                if let Some(shortcut) = &label.shortcut {
                    <kbd aria-hidden="true">{ shortcut.as_ref() }</kbd>
                }
            </button>
        </li>
    }
}

/// Arrows show another label; with Alt they move the one that is shown.
fn on_key(editor: &Editor, event: &KeyboardEvent) {
    let last = editor.draft.labels().len().saturating_sub(1);
    let next = match event.key().as_str() {
        key @ ("ArrowDown" | "ArrowUp") if event.alt_key() => {
            editor.draft.moving(editor.place, key == "ArrowDown")
        }
        "ArrowDown" => ((*editor.draft).clone(), (editor.place + 1).min(last)),
        "ArrowUp" => ((*editor.draft).clone(), editor.place.saturating_sub(1)),
        "Home" => ((*editor.draft).clone(), 0),
        "End" => ((*editor.draft).clone(), last),
        _ => return,
    };
    event.prevent_default();
    focus::focus(&["label-row-", &next.1.to_string()].concat());
    editor.put.emit(next);
}

fn step(editor: &Editor, words: &'static str, down: bool) -> Html {
    let editor = editor.clone();
    let at_end = editor.draft.moving(editor.place, down).1 == editor.place;
    let go = Callback::from(move |_: MouseEvent| {
        editor.put.emit(editor.draft.moving(editor.place, down));
    });
    html! { <button type="button" disabled={at_end} onclick={go}>{ words }</button> }
}

fn add(editor: &Editor, kind: LabelKind, words: &'static str, name: &'static str) -> Html {
    let editor = editor.clone();
    let on_add = Callback::from(move |_: MouseEvent| {
        editor.put.emit(editor.draft.adding(kind, name));
    });
    html! { <button type="button" onclick={on_add}>{ words }</button> }
}
