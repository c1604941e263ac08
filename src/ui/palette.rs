//! The label palette: what words can be tagged as, with keys and counts.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::choice::swatch;
use crate::app::select::PaletteItem;
use crate::app::state::Armed;
use crate::app::{Action, wording};
use crate::model::LabelKind;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PaletteProps {
    pub items: Rc<[PaletteItem]>,
    pub armed: Option<Armed>,
    pub exact: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let toggle = props.dispatch.reform(|_: MouseEvent| Action::ExactToggled);
    html! {
        <section class="palette" aria-labelledby="palette-title">
            <h2 id="palette-title" class="panel-title">{ "Labels" }</h2>
            <div role="group" aria-label="Labels" class="palette__labels">
                { for props.items.iter().map(|item| button(props, item)) }
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

fn button(props: &PaletteProps, item: &PaletteItem) -> Html {
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
