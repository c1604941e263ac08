//! The tabs above the panel at the side.

use yew::prelude::*;

use super::Dispatch;
use crate::app::Action;
use crate::app::state::Panel;

/// One tab a panel; `counts` says how many things some of them hold.
pub fn tabs(shown: Panel, counts: &[(Panel, usize)], dispatch: &Dispatch) -> Html {
    if Panel::ALL.len() < 2 {
        return html! {};
    }
    let on_key = dispatch.reform(move |action: Action| action);
    let on_key = Callback::from(move |event: KeyboardEvent| {
        if let Some(panel) = after(shown, &event.key()) {
            event.prevent_default();
            event.stop_propagation();
            on_key.emit(Action::PanelChosen(panel));
        }
    });
    html! {
        <div class="tabs" role="tablist" aria-label="Panels" onkeydown={on_key}>
            { for Panel::ALL.iter().map(|&panel| {
                let count = counts.iter().find(|(of, _)| *of == panel).map(|(_, count)| *count);
                tab(panel, panel == shown, count, dispatch)
            }) }
        </div>
    }
}

fn tab(panel: Panel, selected: bool, count: Option<usize>, dispatch: &Dispatch) -> Html {
    let choose = dispatch.reform(move |_: MouseEvent| Action::PanelChosen(panel));
    html! {
        <button
            key={panel.key()}
            type="button"
            class="tabs__tab"
            role="tab"
            id={["tab-", panel.key()].concat()}
            aria-selected={selected.to_string()}
            aria-controls={selected.then_some("panel")}
            tabindex={if selected { "0" } else { "-1" }}
            onclick={choose}
        >
            { panel.name() }
            if let Some(count) = count.filter(|count| 0 < *count) {
                <span class="tabs__count">{ count }</span>
            }
        </button>
    }
}

/// The panel that an arrow key leads to.
fn after(shown: Panel, key: &str) -> Option<Panel> {
    let all = Panel::ALL;
    let place = all.iter().position(|panel| *panel == shown)?;
    let next = match key {
        "ArrowRight" => (place + 1) % all.len(),
        "ArrowLeft" => (place + all.len() - 1) % all.len(),
        "Home" => 0,
        "End" => all.len() - 1,
        _ => return None,
    };
    all.get(next).copied()
}
