//! The label palette: what words can be tagged as, with keys and counts.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::choice::swatch;
use super::label_note::{Shared, label_note};
use crate::app::select::PaletteItem;
use crate::app::state::{Armed, Dialog};
use crate::app::{Action, wording};
use crate::model::{LabelKey, LabelKind};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PaletteProps {
    pub items: Rc<[PaletteItem]>,
    pub armed: Option<Armed>,
    pub exact: bool,
    pub document: Shared,
    pub dispatch: Dispatch,
}

#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let toggle = props.dispatch.reform(|_: MouseEvent| Action::ExactToggled);
    let edit = props.dispatch.reform(|_: MouseEvent| Action::DialogOpened(Dialog::Labels));
    // The label that is pointed at or has the focus.
    let noted = use_state_eq(|| None::<LabelKey>);
    let hide = {
        let noted = noted.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && noted.is_some() {
                event.stop_propagation();
                noted.set(None);
            }
        })
    };
    html! {
        <section class="palette" aria-labelledby="palette-title">
            <h2 id="palette-title" class="panel-title">{ "Labels" }</h2>
            <div role="group" aria-label="Labels" class="palette__labels" onkeydown={hide}>
                { for props.items.iter().map(|item| button(props, item, &noted)) }
            </div>
            <button
                type="button"
                class="palette__exact"
                aria-pressed={props.exact.to_string()}
                aria-keyshortcuts="x"
                onclick={toggle}
            >
                <kbd aria-hidden="true">{ "x" }</kbd>
                { "Characters, not words" }
            </button>
            <button type="button" class="palette__exact" aria-haspopup="dialog" onclick={edit}>
                { "Edit labels" }
            </button>
            if let Some(key) = &*noted {
                { label_note(&props.document.0, key) }
            }
        </section>
    }
}

/// How ready a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readiness {
    No,
    Once,
    Locked,
}

fn armed(armed: Option<&Armed>, item: &PaletteItem) -> Readiness {
    match armed {
        Some(armed) if armed.label == item.key && armed.locked => Readiness::Locked,
        Some(armed) if armed.label == item.key => Readiness::Once,
        _ => Readiness::No,
    }
}

fn button(
    props: &PaletteProps,
    item: &PaletteItem,
    noted: &UseStateHandle<Option<LabelKey>>,
) -> Html {
    let note = |key: Option<LabelKey>| {
        let noted = noted.setter();
        move || noted.set(key.clone())
    };
    let (show, hide) = (note(Some(item.key.clone())), note(None));
    let is_noted = noted.as_ref() == Some(&item.key);
    let key = item.key.clone();
    let choose = props.dispatch.reform(move |_: MouseEvent| Action::LabelChosen(key.clone()));
    // A press of the mouse would take the focus and with it the selection.
    let keep_focus = Callback::from(|event: PointerEvent| event.prevent_default());
    let readiness = armed(props.armed.as_ref(), item);
    let ready = match readiness {
        Readiness::No => None,
        Readiness::Once => Some("ready"),
        Readiness::Locked => Some("kept ready"),
    };
    html! {
        <button
            key={item.key.as_str()}
            type="button"
            class="palette__label"
            data-kind={if item.kind == LabelKind::Claim { "claim" } else { "name" }}
            aria-pressed={(readiness != Readiness::No).to_string()}
            aria-keyshortcuts={item.shortcut.as_deref().map(str::to_owned)}
            aria-describedby={is_noted.then_some("label-note")}
            onpointerenter={let show = show.clone(); Callback::from(move |_: PointerEvent| show())}
            onpointerleave={let hide = hide.clone(); Callback::from(move |_: PointerEvent| hide())}
            onfocus={Callback::from(move |_: FocusEvent| show())}
            onblur={Callback::from(move |_: FocusEvent| hide())}
            onpointerdown={keep_focus}
            onclick={choose}
        >
            { swatch(item.hue) }
            <span class="palette__name">{ item.name.as_ref() }</span>
            if let Some(ready) = ready {
                <span class="palette__ready">{ ready }</span>
            }
            if 0 < item.count {
                <span class="palette__count" aria-label={wording::tags(item.count)}>{ item.count }</span>
            }
            if let Some(shortcut) = &item.shortcut {
                <kbd aria-hidden="true">{ shortcut.as_ref() }</kbd>
            }
        </button>
    }
}
