//! The labels, the article and the list, side by side.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::annotation_list::AnnotationList;
use super::article_view::ArticleView;
use super::check_panel::check_panel;
use super::entity_panel::EntityPanel;
use super::find_box::find_box;
use super::label_note::Shared;
use super::label_popover::PartOffer;
use super::margin::use_margin;
use super::names_foot::names_foot;
use super::notices::notices;
use super::occurrences::occurrences;
use super::palette::Palette;
use super::panel_tabs::tabs;
use super::shell;
use super::strip::strip;
use crate::app::keys::{self, Bindings, Mode};
use crate::app::rows::Rows;
use crate::app::select::{self, PaletteItem};
use crate::app::state::{Dialog, Panel, State};
use crate::app::{Action, wording};
use crate::model::{AnnotationId, Project};
use crate::platform::highlight::{self, Paint};
use crate::platform::{focus, geometry, place};
use crate::storage::Document;
use crate::text::Span;

#[derive(Clone, Debug, Properties)]
pub struct WorkspaceProps {
    pub state: Rc<State>,
    pub document: Rc<Document>,
    pub strip: bool,
    pub on_open: Callback<MouseEvent>,
    pub dispatch: Dispatch,
}

impl PartialEq for WorkspaceProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// Labels, article and list.
#[component]
pub fn Workspace(props: &WorkspaceProps) -> Html {
    let state = &props.state;
    let derived = use_derived(&props.document, state);
    let mode = if state.resizing.is_some() { Mode::Resizing } else { Mode::Reading };
    let project = derived.project.clone();
    let on_key = use_callback((project, mode, state.bindings.clone()), {
        let dispatch = props.dispatch.clone();
        move |event: KeyboardEvent, (project, mode, bindings)| {
            on_key(&event, *mode, project, bindings, &dispatch);
        }
    });
    let offered = select::awaiting_label(state);
    let asking = select::asking(state).cloned();
    use_place(state, offered, asking.as_ref());
    use_cue(&props.document, state.selected.as_ref());
    use_margin(&props.document, state.selected.as_ref());
    let words =
        offered.map(|span| AttrValue::from(derived.project.article.text.slice(span).to_owned()));
    let list_key = {
        let (on_key, rows, dispatch) =
            (on_key.clone(), derived.rows.clone(), props.dispatch.clone());
        let selected = state.selected.clone();
        Callback::from(move |event: KeyboardEvent| {
            match shell::row_after(&event, &rows, selected.as_ref()) {
                Some(id) => {
                    event.prevent_default();
                    dispatch.emit(Action::RowReached(id));
                }
                None => on_key.emit(event),
            }
        })
    };
    let panel_key = on_key.clone();
    let counts = [(Panel::Check, state.check.findings.len())];
    html! {
        <div class="workspace">
            <aside class="side side--labels" aria-label="Labels to tag with">
                <Palette items={derived.palette.clone()} armed={state.armed.clone()} exact={state.exact} document={Shared(props.document.clone())} dispatch={props.dispatch.clone()} />
            </aside>
            <main class="middle" data-reviewing={state.hand.review.is_some().then_some("true")}>
                { find_box(&state.find, &derived.palette, &props.dispatch) }
                if props.strip {
                    { strip(&props.on_open, &props.dispatch) }
                }
                { notices(&state.notices, &props.dispatch) }
                if let Some(hint) = hint(state) {
                    <p class="hint">{ hint }</p>
                }
                { about(&derived.project, &props.dispatch) }
                <ArticleView
                    project={derived.project.clone()}
                    selection={state.selection}
                    selected={state.selected.clone()}
                    offered={words}
                    given={offered.map(|span| select::given(state, span)).unwrap_or_default()}
                    part={offered.and_then(|span| part_offer(state, span))}
                    {asking}
                    labels={derived.palette.clone()}
                    {on_key}
                    dispatch={props.dispatch.clone()}
                />
                <div class="foot">
                    { occurrences(state, &props.dispatch) }
                    { names_foot(state, &derived.project, &props.dispatch) }
                </div>
            </main>
            <aside class="side side--list" aria-label="What is tagged in this article">
                { tabs(state.panel, &counts, &props.dispatch) }
                <div id="panel" role="tabpanel" aria-labelledby={["tab-", state.panel.key()].concat()}>
                    { panel(props, &derived, list_key, panel_key) }
                </div>
            </aside>
        </div>
    }
}

/// The tag selected last, if it is near the selected words.
fn part_offer(state: &State, span: Span) -> Option<PartOffer> {
    let (id, inside) = select::part_near(state, span)?;
    let project = state.project()?;
    let words = project.annotation(&id)?.selector.words(&project.article.text);
    Some(PartOffer { words: wording::shortened(&words, 40).into(), inside })
}

/// What the chosen tab of the side shows.
fn panel(
    props: &WorkspaceProps,
    derived: &Derived,
    list_key: Callback<KeyboardEvent>,
    on_key: Callback<KeyboardEvent>,
) -> Html {
    let state = &props.state;
    match state.panel {
        Panel::Tags => html! {
            <AnnotationList
                rows={derived.rows.clone()}
                total={derived.project.n_annotations()}
                project={derived.project.clone()}
                selected={state.selected.clone()}
                marked={Rc::from(state.hand.marked.as_slice())}
                card={state.card}
                more={state.more}
                grouping={state.grouping}
                only={state.find.only}
                on_key={list_key}
                dispatch={props.dispatch.clone()}
            />
        },
        Panel::Check => check_panel(&derived.project, &state.check, &on_key, &props.dispatch),
        Panel::Names => html! {
            <EntityPanel
                project={derived.project.clone()}
                names={state.names.clone()}
                dispatch={props.dispatch.clone()}
            />
        },
    }
}

/// What the screen derives from one version of the article.
#[derive(Clone, Debug)]
struct Derived {
    project: Rc<Project>,
    palette: Rc<[PaletteItem]>,
    rows: Rc<Rows>,
}

/// Derives anew only what changed.
#[hook]
fn use_derived(document: &Rc<Document>, state: &State) -> Derived {
    let of_project = use_memo(Identity(document.clone()), |Identity(document)| {
        let project = Rc::new(document.project.clone());
        let palette = Rc::<[PaletteItem]>::from(select::palette(&project));
        (project, palette)
    });
    let (project, palette) = (*of_project).clone();
    let find = &state.find;
    let query = find.query().cloned();
    let listed = (Identity(document.clone()), state.grouping, query, find.only);
    let rows = {
        let project = project.clone();
        use_memo(listed, move |(_, grouping, query, only)| {
            select::rows(&project, *grouping, query.as_deref(), *only)
        })
    };
    Derived { project, palette, rows }
}

/// Compared by being the same object: an edit always makes another.
struct Identity(Rc<Document>);

impl PartialEq for Identity {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Puts what stands beside a selection where its last line ends.
#[hook]
fn use_place(state: &Rc<State>, offered: Option<Span>, asking: Option<&AnnotationId>) {
    let project = state.project();
    let of_claim = asking.and_then(|id| {
        let spans = &project?.annotation(id)?.selector.spans;
        spans.iter().next_back()
    });
    let text = project.map(|project| project.article.text.clone());
    let backward = state.selection.focus < state.selection.anchor;
    use_effect_with(
        (offered.or(of_claim), text, backward, offered.is_some()),
        |(span, text, backward, offering)| {
            let (Some(span), Some(text)) = (span, text) else { return };
            if let Some(ends) = geometry::rect_of(text, *span) {
                let id = if *offering { "label-popover" } else { "questions" };
                let _ = backward;
                place::beside(id, ends.last);
            }
        },
    );
}

fn on_key(
    event: &KeyboardEvent,
    mode: Mode,
    project: &Project,
    bindings: &Bindings,
    dispatch: &Dispatch,
) {
    let typing = focus::is_typing(event.target().as_ref());
    if event.is_composing() || event.default_prevented() || typing {
        return;
    }
    if let Some(action) = keys::resolve(&shell::key(event), mode, &project.labels, bindings) {
        event.prevent_default();
        event.stop_propagation();
        dispatch.emit(action);
    }
}

/// Paints the reporting words of the claim that is selected.
#[hook]
fn use_cue(document: &Rc<Document>, selected: Option<&AnnotationId>) {
    let watched = (Identity(document.clone()), selected.cloned());
    use_effect_with(watched, |(Identity(document), selected)| {
        let project = &document.project;
        let claim = selected.as_ref().and_then(|id| project.annotation(id)?.claim());
        let cue = claim.and_then(|claim| claim.cue.as_ref());
        let spans = cue.map(|cue| cue.spans.as_slice()).unwrap_or_default();
        highlight::paint(Paint::Cue, &project.article.text, spans);
    });
}

/// What the next selection or key will do, while that is not the usual.
fn hint(state: &State) -> Option<String> {
    // Nothing may move under a pointer that drags.
    if state.hand.dragging {
        return None;
    }
    if state.resizing.is_some() {
        Some(wording::BOUNDARIES.to_owned())
    } else if let Some(picking) = &state.picking {
        Some(wording::claim::pick(picking.part).to_owned())
    } else {
        select::armed_hint(state)
    }
}

/// Where the article comes from.
fn about(project: &Project, dispatch: &Dispatch) -> Html {
    let article = project.id().clone();
    let edit = dispatch
        .reform(move |_: MouseEvent| Action::DialogOpened(Dialog::Details(article.clone())));
    html! {
        <div class="about">
            <span class="about__words" dir="auto">{ select::about(project) }</span>
            <button type="button" class="about__edit" aria-haspopup="dialog" onclick={edit}>{ "About this article" }</button>
        </div>
    }
}
