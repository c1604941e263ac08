//! The fields of one label in the editor.

use yew::prelude::*;

use super::attribute_rows::attribute_rows;
use super::label_color::color_field;
use super::label_editor::{Editor, lines_of, some};
use crate::app::label_draft::LabelDraft;
use crate::app::wording::labels as words;
use crate::model::{Label, LabelKey, LabelKind, Question};

const QUESTIONS: [Question; 6] = [
    Question::Claimant,
    Question::Quote,
    Question::Checkworthy,
    Question::Opinion,
    Question::Type,
    Question::Certainty,
];

pub fn label_fields(editor: &Editor) -> Html {
    let Some(label) = editor.label() else {
        return html! { <p class="form__hint">{ "This set has no label yet. Add one, or start from a set." }</p> };
    };
    let faults = editor.faults.iter().filter(|(place, _)| *place == editor.place);
    html! {
        <section key={editor.place} class="labels__fields form" aria-label={["Label ", label.shown()].concat()}>
            { for faults.map(|(_, wrong)| html! { <p class="form__warning">{ words::wrong(wrong) }</p> }) }
            if label.retired {
                <p class="form__hint">{ "Kept only for what was tagged with it; it is not offered any more." }</p>
                <button type="button" onclick={editor.on_press(editor.of_label(|label, _| label.retired = false))}>{ "Offer it again" }</button>
            }
            <div class="labels__pair">
                { editor.text("Name", label.name.as_deref(), editor.of_label(|label, value| label.name = some(value))) }
                if label.kind != LabelKind::Relation {
                    { shortcut(editor, label) }
                }
            </div>
            { editor.text("Definition", label.definition.as_deref(), editor.of_label(|label, value| label.definition = some(value))) }
            { editor.lines("Examples, one a line", &label.examples, editor.of_label(|label, value| label.examples = lines_of(value))) }
            if label.kind == LabelKind::Relation {
                { ends(editor, label) }
            } else {
                { color_field(editor, label) }
            }
            if label.kind == LabelKind::Claim {
                { questions(editor, label) }
            }
            { parent(editor, label) }
            if label.kind != LabelKind::Relation {
                { attribute_rows(editor, label) }
            }
            { more(editor, label) }
            { remove(editor, label) }
        </section>
    }
}

fn shortcut(editor: &Editor, label: &Label) -> Html {
    let change = editor.of_label(|label, value| {
        // The last one that was typed: the field need not be emptied first.
        label.shortcut = value.trim().chars().next_back().map(|it| it.to_string().into());
    });
    let value = label.shortcut.as_deref().unwrap_or_default().to_owned();
    html! {
        <label class="field labels__shortcut">
            <span class="field__name">{ "Shortcut" }</span>
            <input type="text" autocomplete="off" autocapitalize="none" {value} oninput={editor.on_input(change)} />
        </label>
    }
}

/// Which labels a kind of link may start from and lead to.
fn ends(editor: &Editor, label: &Label) -> Html {
    let list = |name: &'static str,
                chosen: &[LabelKey],
                of: fn(&mut Label) -> &mut Vec<LabelKey>| {
        let ticks = editor.draft.labels().iter().filter(|it| it.label.kind != LabelKind::Relation);
        let ticks = ticks.map(|it| {
            let (place, key) = (editor.place, it.label.key.clone());
            let change = move |draft: &LabelDraft, value: &str| {
                draft.with(place, &|label| {
                    let keys = of(label);
                    keys.retain(|other| *other != key);
                    if value == "true" {
                        keys.push(key.clone());
                    }
                })
            };
            editor.tick(it.label.shown(), chosen.contains(&it.label.key), Box::new(change))
        });
        html! {
            <fieldset class="labels__ticks">
                <legend class="field__name">{ name }</legend>
                { for ticks }
            </fieldset>
        }
    };
    html! {
        <>
            { editor.tick("Means the same both ways", label.symmetric, editor.of_label(|label, value| label.symmetric = value == "true")) }
            { list("May start from (none: anything)", &label.from, |label| &mut label.from) }
            { list("May lead to (none: anything)", &label.to, |label| &mut label.to) }
        </>
    }
}

fn questions(editor: &Editor, label: &Label) -> Html {
    let ticks = QUESTIONS.iter().map(|&question| {
        let place = editor.place;
        let change = move |draft: &LabelDraft, value: &str| {
            draft.with(place, &|label| {
                let asked = label.questions().to_vec();
                let is_asked = |it: &Question| {
                    if *it == question { value == "true" } else { asked.contains(it) }
                };
                label.ask = Some(QUESTIONS.into_iter().filter(is_asked).collect());
            })
        };
        let checked = label.questions().contains(&question);
        editor.tick(words::question(question), checked, Box::new(change))
    });
    html! {
        <fieldset class="labels__ticks">
            <legend class="field__name">{ "Questions that follow" }</legend>
            { for ticks }
        </fieldset>
    }
}

fn parent(editor: &Editor, label: &Label) -> Html {
    let others = editor.draft.labels().iter().map(|it| &it.label);
    let others = others.filter(|it| it.kind == label.kind && it.key != label.key && !it.retired);
    let mut options = vec![(String::new(), "None".to_owned())];
    options.extend(others.map(|it| (it.key.to_string(), it.shown().to_owned())));
    let value = label.parent.as_ref().map_or("", LabelKey::as_str);
    let change = editor.of_label(|label, value| label.parent = some(value).map(LabelKey));
    editor.select("Stands below", value, options, change)
}

fn more(editor: &Editor, label: &Label) -> Html {
    let kinds: &[LabelKind] = match (label.kind, editor.draft.count(editor.place)) {
        (_, 0) => &[LabelKind::Entity, LabelKind::Claim, LabelKind::Relation],
        (LabelKind::Relation, _) => &[LabelKind::Relation],
        _ => &[LabelKind::Entity, LabelKind::Claim],
    };
    let kinds = kinds.iter().map(|kind| {
        let words = words::label_kind(*kind);
        (words.to_owned(), words.to_owned())
    });
    let change = editor.of_label(|label, value| {
        let all = [LabelKind::Entity, LabelKind::Claim, LabelKind::Relation];
        if let Some(kind) = all.into_iter().find(|kind| words::label_kind(*kind) == value) {
            label.kind = kind;
        }
    });
    html! {
        <details class="labels__more">
            <summary>{ "More" }</summary>
            <div class="labels__pair">
                { editor.text("Key in files", Some(label.key.as_str()), editor.of_label(|label, value| label.key = LabelKey::new(value))) }
                { editor.select("Kind", words::label_kind(label.kind), kinds.collect(), change) }
            </div>
        </details>
    }
}

fn remove(editor: &Editor, label: &Label) -> Html {
    let place = editor.place;
    let put = editor.put.clone();
    let draft = editor.draft.clone();
    let on_remove = Callback::from(move |_: MouseEvent| {
        put.emit((draft.removing(place), place.saturating_sub(1)));
    });
    let count = editor.draft.count(place);
    html! {
        <div class="form__actions">
            <button type="button" class="danger" onclick={on_remove}>{ ["Remove ", label.shown()].concat() }</button>
            if 0 < count {
                <span class="form__hint">{ words::in_use(count, label.kind) }</span>
            }
        </div>
    }
}
