//! The page: mounts the screen and connects it with the runtime.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::door;
use super::found;
use super::kin;
use super::pointer::Pointers;
use super::runtime::{Runtime, View};
use super::screen::Screen;
use super::shell::Shell;
use crate::platform::{faults, parts, rescue};

/// The reducer of the page only swaps: what the next view is was decided before.
#[derive(Clone, Debug)]
struct Shown(View);

impl Reducible for Shown {
    type Action = View;

    fn reduce(self: Rc<Self>, next: View) -> Rc<Self> {
        Rc::new(Shown(next))
    }
}

#[derive(Clone, Debug, Properties)]
pub struct AppProps {
    pub runtime: Rc<Runtime>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.runtime, &other.runtime)
    }
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let shown = {
        let runtime = props.runtime.clone();
        use_reducer(move || Shown(runtime.view()))
    };
    let dispatch = use_memo((), {
        let runtime = props.runtime.clone();
        move |()| Dispatch::from(move |action| drop(runtime.dispatch(action)))
    });
    {
        let runtime = props.runtime.clone();
        let show = shown.dispatcher();
        use_effect_with((), move |()| {
            runtime.on_view(Callback::from(move |view| show.dispatch(view)));
            runtime.hear();
            let door = door::install(&runtime);
            let pointers = Pointers::follow(&runtime);
            let shell = Shell::follow(&runtime);
            let found = found::follow(&runtime);
            let kin = kin::follow(&runtime);
            move || drop((door, pointers, shell, found, kin))
        });
    }
    let View { state, said, number } = shown.0.clone();
    {
        let runtime = props.runtime.clone();
        use_effect_with(number, move |_| runtime.drawn());
    }
    faults::maybe("render");
    html! { <Screen {state} {said} dispatch={(*dispatch).clone()} /> }
}

/// Mounts the page.
pub fn run() {
    parts::begin();
    // Yew puts a hook of its own in the place of one that it was not given.
    yew::set_custom_panic_hook(Box::new(rescue::on_panic));
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        wasm_bindgen_futures::spawn_local(async move {
            let runtime = Runtime::start().await;
            root.set_text_content(None);
            yew::Renderer::<App>::with_root_and_props(root, AppProps { runtime }).render();
        });
    }
}
