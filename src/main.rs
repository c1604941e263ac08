//! Mounts the page, nothing else.

use yew::prelude::*;

#[component]
fn Page() -> Html {
    html! { <main><h1>{ "Postil" }</h1></main> }
}

fn main() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<Page>::with_root(root).render();
    }
}
