//! What a label means, shown while one points at it or has the focus on it.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::labels::{self, Counter};
use crate::app::wording::labels as words;
use crate::model::LabelKey;
use crate::storage::Document;

/// An article with its history, compared by being the same object: an edit always makes another.
#[derive(Clone, Debug)]
pub struct Shared(pub Rc<Document>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The note on a label; what has it is described by `label-note`.
pub fn label_note(document: &Document, key: &LabelKey) -> Html {
    let Some(note) = labels::note(document, key) else { return html! {} };
    html! {
        <div id="label-note" class="label-note" role="tooltip">
            <p class="label-note__name" dir="auto">{ note.name.as_ref() }</p>
            if let Some(definition) = &note.definition {
                <p dir="auto">{ definition.as_ref() }</p>
            }
            if !note.examples.is_empty() {
                <p><span class="label-note__word">{ "So: " }</span>{ quoted(&note.examples) }</p>
            }
            if let Some(counter) = &note.counter {
                <p><span class="label-note__word">{ "Not so: " }</span>{ counter_words(counter) }</p>
            }
        </div>
    }
}

fn quoted(examples: &[Rc<str>]) -> Html {
    html! { { for examples.iter().map(|example| html! { <bdi>{ ["“", example, "” "].concat() }</bdi> }) } }
}

fn counter_words(counter: &Counter) -> String {
    match counter {
        Counter::Changed { words, now } => words::counter_changed(words, now),
        Counter::NoName { words } => words::counter_no_name(words),
        Counter::Elsewhere { words, now } => words::counter_elsewhere(words, now),
    }
}
