//! Claims and their speakers: a picture, and the same as a list beside it.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::dialog::Dialog;
use crate::app::action::LinkAction;
use crate::app::graph::{Graph, Line, Node, Speaker, graph};
use crate::app::{Action, wording};
use crate::model::Project;

pub fn graph_dialog(project: &Project, dispatch: &Dispatch) -> Html {
    let drawn = graph(project);
    let on_close = dispatch.reform(|()| Action::DialogClosed);
    html! {
        <Dialog heading="Claims and their speakers" {on_close} wide={true}>
            if drawn.claims.is_empty() {
                <p class="graph__none">{ wording::names::NO_CLAIMS }</p>
            } else {
                <div class="graph">
                    <div class="graph__frame" tabindex="0" role="group" aria-label="Picture">
                        { picture(&drawn, dispatch) }
                    </div>
                    <div class="graph__list">
                        { list(&drawn, dispatch) }
                    </div>
                </div>
            }
        </Dialog>
    }
}

fn go(id: &Option<Rc<str>>, dispatch: &Dispatch) -> Callback<()> {
    let (id, dispatch) = (id.clone(), dispatch.clone());
    Callback::from(move |()| {
        if let Some(id) = &id {
            dispatch.emit(Action::DialogClosed);
            dispatch.emit(Action::Link(LinkAction::Followed(id.clone())));
        }
    })
}

fn picture(drawn: &Graph, dispatch: &Dispatch) -> Html {
    let (width, height) = (drawn.width.to_string(), drawn.height.to_string());
    html! {
        <svg
            class="graph__picture"
            width={width.clone()}
            height={height.clone()}
            viewBox={["0 0 ", &width, " ", &height].concat()}
            role="group"
            aria-label="Speakers at the left, claims at the right"
        >
            { for drawn.speakers.iter().flat_map(|it| it.paths.iter()).map(|path| html! {
                <path class="graph__says" d={path.clone()} />
            }) }
            { for drawn.links.iter().map(link) }
            { for drawn.speakers.iter().map(|it| node(&it.node, "speaker", dispatch)) }
            { for drawn.claims.iter().map(|it| node(it, "claim", dispatch)) }
        </svg>
    }
}

fn link(line: &Line) -> Html {
    let head = line.head.map(|(x, y)| {
        let (x, y) = (x.to_string(), y.to_string());
        ["M", &x, " ", &y, " l8 -4 l0 8 z"].concat()
    });
    html! {
        <>
            <path class="graph__link" d={line.path.clone()} />
            if let Some(head) = head {
                <path class="graph__head" d={head} />
            }
            <text class="graph__kind" x={line.x.to_string()} y={line.y.to_string()} aria-hidden="true">{ &line.words }</text>
        </>
    }
}

fn node(node: &Node, kind: &'static str, dispatch: &Dispatch) -> Html {
    let jump = go(&node.id, dispatch);
    let on_key = {
        let jump = jump.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                jump.emit(());
            }
        })
    };
    let on_click = jump.reform(|_: MouseEvent| ());
    let can_go = node.id.is_some();
    html! {
        <g
            class="graph__node"
            data-kind={kind}
            tabindex={can_go.then_some("0")}
            role={can_go.then_some("button")}
            onclick={on_click}
            onkeydown={on_key}
        >
            <rect
                class={classes!(format!("graph-hue-{}", node.hue))}
                x={node.x.to_string()}
                y={node.y.to_string()}
                width={node.width.to_string()}
                height={node.height.to_string()}
                rx="5"
            />
            { for (0_u32..).zip(&node.lines).map(|(n, line)| html! {
                <text x={(node.x + 10).to_string()} y={(node.y + 21 + n * 17).to_string()}>{ line }</text>
            }) }
        </g>
    }
}

fn list(drawn: &Graph, dispatch: &Dispatch) -> Html {
    html! {
        <ul class="graph__speakers" aria-label="Speakers and what they say">
            { for drawn.speakers.iter().map(|it| speaker(it, drawn, dispatch)) }
        </ul>
    }
}

fn speaker(speaker: &Speaker, drawn: &Graph, dispatch: &Dispatch) -> Html {
    let claims = speaker.says.iter().filter_map(|place| Some((*place, drawn.claims.get(*place)?)));
    html! {
        <li>
            <b dir="auto">{ speaker.node.words.as_ref() }</b>
            <ul>
                { for claims.map(|(place, claim)| html! {
                    <li>
                        { jump(claim, place, dispatch) }
                        { sentences(drawn, place) }
                    </li>
                }) }
            </ul>
        </li>
    }
}

fn jump(claim: &Node, place: usize, dispatch: &Dispatch) -> Html {
    let go = go(&claim.id, dispatch).reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="graph__go" dir="auto" onclick={go}>
            { [&(place + 1).to_string(), ". "].concat() }{ claim.words.as_ref() }
        </button>
    }
}

/// The links that begin or end at a claim.
fn sentences(drawn: &Graph, place: usize) -> Html {
    let links: Vec<&Line> =
        drawn.links.iter().filter(|it| it.from == place || it.to == place).collect();
    if links.is_empty() {
        return html! {};
    }
    html! {
        <ul class="graph__links">
            { for links.into_iter().map(|it| html! { <li>{ &it.sentence }</li> }) }
        </ul>
    }
}
