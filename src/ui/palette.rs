//! The label palette: what words can be tagged as, with keys and counts.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::choice::Swatch;
use crate::app::Action;
use crate::app::select::PaletteItem;
use crate::app::state::Armed;

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
                { for props.items.iter().map(|item| html! {
                    <PaletteButton
                        key={item.key.as_str()}
                        item={item.clone()}
                        armed={armed(props.armed.as_ref(), item)}
                        dispatch={props.dispatch.clone()}
                    />
                }) }
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

#[derive(Clone, Debug, PartialEq, Properties)]
struct PaletteButtonProps {
    item: PaletteItem,
    armed: Readiness,
    dispatch: Dispatch,
}

#[component]
fn PaletteButton(props: &PaletteButtonProps) -> Html {
    let item = &props.item;
    let key = item.key.clone();
    let choose = props.dispatch.reform(move |_: MouseEvent| Action::LabelChosen(key.clone()));
    // A press of the mouse would take the focus and with it the selection.
    let keep_focus = Callback::from(|event: PointerEvent| event.prevent_default());
    let lock = match props.armed {
        Readiness::No => html! {},
        Readiness::Once => html! { <span class="palette__ready">{ "ready" }</span> },
        Readiness::Locked => html! { <span class="palette__ready">{ "kept ready" }</span> },
    };
    html! {
        <button
            type="button"
            class="palette__label"
            data-kind={if item.kind == crate::model::LabelKind::Claim { "claim" } else { "name" }}
            aria-pressed={(props.armed != Readiness::No).to_string()}
            aria-keyshortcuts={item.shortcut.as_deref().map(str::to_owned)}
            onpointerdown={keep_focus}
            onclick={choose}
        >
            <Swatch hue={item.hue} />
            <span class="palette__name">{ item.name.as_ref() }</span>
            { lock }
            if 0 < item.count {
                <span class="palette__count" aria-label={crate::app::wording::tags(item.count)}>{ item.count }</span>
            }
            if let Some(shortcut) = &item.shortcut {
                <kbd aria-hidden="true">{ shortcut.as_ref() }</kbd>
            }
        </button>
    }
}
