//! The editor of label sets: a draft of the article's labels, applied as one step or dropped.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::dialog::Dialog;
use super::label_editor::Editor;
use super::label_fields::label_fields;
use super::label_gone::{label_gone, offers_field};
use super::label_list::label_list;
use super::label_tools::label_tools;
use crate::app::Action;
use crate::app::action::labels::LabelAction;
use crate::app::colors::style_sheet;
use crate::app::keys::Bindings;
use crate::app::label_draft::LabelDraft;
use crate::app::wording::labels as words;
use crate::platform::{colors, focus};
use crate::storage::Document;

#[derive(Clone, Debug, Properties)]
pub struct LabelsDialogProps {
    pub document: Rc<Document>,
    pub bindings: Rc<Bindings>,
    pub dispatch: Dispatch,
}

impl PartialEq for LabelsDialogProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document) && self.bindings == other.bindings
    }
}

#[component]
pub fn LabelsDialog(props: &LabelsDialogProps) -> Html {
    let shown = use_state(|| (Rc::new(LabelDraft::of(&props.document.project)), 0));
    let refused = use_state(|| None::<AttrValue>);
    let (draft, place) = (*shown).clone();
    let put = {
        let (shown, refused) = (shown.clone(), refused.setter());
        Callback::from(move |(draft, place): (LabelDraft, usize)| {
            shown.set((Rc::new(draft), place));
            refused.set(None);
        })
    };
    let faults = draft.faults(&props.bindings).into();
    let editor = Editor { draft: draft.clone(), place, faults, put };
    use_colors(&draft, &props.document);
    let on_close = props.dispatch.reform(|()| Action::DialogClosed);
    html! {
        <Dialog heading="Labels" {on_close} wide=true>
            { label_tools(&editor, &refused, &props.dispatch) }
            if let Some(refused) = &*refused {
                <p class="form__warning" role="alert">{ refused.clone() }</p>
            }
            <div class="labels">
                { label_list(&editor) }
                { label_fields(&editor) }
            </div>
            { label_gone(&editor) }
            { offers_field(&editor) }
            { foot(&editor, &props.dispatch) }
        </Dialog>
    }
}

/// The colors of the draft while it is edited, then those of the article again.
#[hook]
fn use_colors(draft: &Rc<LabelDraft>, document: &Rc<Document>) {
    let rules = style_sheet(&draft.applied().set);
    let labels = document.project.labels.clone();
    use_effect_with(rules, move |rules| {
        colors::show(rules);
        move || colors::show(&style_sheet(&labels))
    });
}

fn foot(editor: &Editor, dispatch: &Dispatch) -> Html {
    let apply = {
        let (editor, dispatch) = (editor.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| apply(&editor, &dispatch))
    };
    let drop = dispatch.reform(|_: MouseEvent| Action::DialogClosed);
    let undecided = editor.draft.gone().iter().filter(|gone| gone.fate.is_none()).count();
    let n_open = editor.faults.len() + undecided;
    html! {
        <div class="labels__foot">
            <button type="button" class="primary" onclick={apply}>{ "Apply" }</button>
            <button type="button" onclick={drop}>{ "Drop the changes" }</button>
            if 0 < n_open {
                <span class="labels__open" role="status">{ words::to_mend(n_open) }</span>
            }
        </div>
    }
}

/// Applies the draft, or shows what stands against it.
fn apply(editor: &Editor, dispatch: &Dispatch) {
    if let Some((place, _)) = editor.faults.first() {
        editor.put.emit(((*editor.draft).clone(), *place));
        focus::focus_first(".labels__fields input");
    } else if editor.draft.undecided().is_some() {
        focus::focus_first(".labels__gone select");
    } else {
        dispatch.emit(Action::Labels(LabelAction::Applied(editor.draft.applied())));
    }
}
