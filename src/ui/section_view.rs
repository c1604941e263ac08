//! One section of the article: blocks of runs. Rendered anew only when it changed.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::select;
use crate::model::{AnnotationId, BlockKind, LabelSet, Project};
use crate::platform::sections;
use crate::render::{RenderedBlock, Run, Section};

/// How many lanes are drawn under a line; what lies deeper shares the last one.
const LANES: u8 = 3;

/// A short tag fits above this many characters; with less room than that it is cut.
const ROOM: u32 = 14;

#[derive(Clone, Debug, Properties)]
pub struct SectionViewProps {
    pub section: Rc<Section>,
    pub project: Rc<Project>,
    /// The selected annotation, if it lies in this section.
    pub selected: Option<AnnotationId>,
}

/// A section depends on its plan, its labels and its part of the selection; the project comes along
/// for the words only, so a new project with the same section is no reason to render.
impl PartialEq for SectionViewProps {
    fn eq(&self, other: &Self) -> bool {
        (Rc::ptr_eq(&self.section, &other.section) || self.section == other.section)
            && self.selected == other.selected
            && Rc::ptr_eq(&self.project.labels, &other.project.labels)
    }
}

#[component]
pub fn SectionView(props: &SectionViewProps) -> Html {
    let section = use_node_ref();
    {
        let section = section.clone();
        use_effect_with(
            (props.section.chars, props.section.blocks.len()),
            move |(chars, blocks)| {
                if let Some(section) = section.cast::<HtmlElement>() {
                    sections::size(&section, *chars, *blocks);
                }
            },
        );
    }
    html! {
        <div ref={section} class="section" data-section={props.section.key.to_string()}>
            { for props.section.blocks.iter().map(|block| rendered(props, block)) }
        </div>
    }
}

fn rendered(props: &SectionViewProps, block: &Rc<RenderedBlock>) -> Html {
    let tag = match block.kind {
        BlockKind::Title => "h1",
        BlockKind::Heading => match block.level {
            Some(3..) => "h3",
            _ => "h2",
        },
        BlockKind::Quote => "blockquote",
        _ => "p",
    };
    let is_bare = block.runs.iter().all(|run| run.marks.is_empty());
    let selected = props.selected.clone().filter(|id| holds(block, id));
    html! {
        <@{tag}
            key={block.key}
            class="block"
            data-kind={kind(block.kind)}
            data-block={block.index.to_string()}
            data-start={block.span.start().to_string()}
            data-goes-on={block.goes_on.then_some("true")}
            data-continues={block.continues.then_some("true")}
            dir="auto"
        >
            if is_bare {
                { props.project.article.text.slice(block.span).to_owned() }
            } else {
                <Runs block={block.clone()} project={props.project.clone()} {selected} />
            }
        </@>
    }
}

fn holds(block: &RenderedBlock, id: &AnnotationId) -> bool {
    block.runs.iter().any(|run| run.marks.iter().any(|mark| mark.id == *id))
}

#[derive(Clone, Debug, Properties)]
struct RunsProps {
    block: Rc<RenderedBlock>,
    project: Rc<Project>,
    /// The selected annotation, if it lies in this block.
    selected: Option<AnnotationId>,
}

impl PartialEq for RunsProps {
    fn eq(&self, other: &Self) -> bool {
        (Rc::ptr_eq(&self.block, &other.block) || self.block == other.block)
            && self.selected == other.selected
            && Rc::ptr_eq(&self.project.labels, &other.project.labels)
    }
}

/// The runs of one block. An edit draws those of the blocks that it touches anew, not of all in
/// their section.
#[component]
fn Runs(props: &RunsProps) -> Html {
    let block = &props.block;
    let runs = block.runs.iter().enumerate();
    html! { { for runs.map(|(place, run)| shown(props, run, room(block, place))) } }
}

fn shown(props: &RunsProps, run: &Run, room: Option<u32>) -> Html {
    let words = props.project.article.text.slice(run.span).to_owned();
    if run.marks.is_empty() {
        return html! { { words } };
    }
    let labels = &props.project.labels;
    let selected = props.selected.as_ref().is_some_and(|id| run.marks.iter().any(|m| m.id == *id));
    html! {
        <mark
            class={classes(run)}
            data-ids={joined(run.marks.iter().map(|mark| mark.id.as_str()), " ")}
            data-label={opening(&props.project, labels, run)}
            data-room={room.map(|room| room.to_string())}
            data-selected={selected.then_some("true")}
            data-unsure={run.marks.iter().any(|mark| mark.unsure).then_some("true")}
            aria-description={description(&props.project, labels, run)}
        >
            { words }
        </mark>
    }
}

/// Fill of the innermost annotation, and a line in its lane for each.
fn classes(run: &Run) -> Classes {
    let mut classes = classes!("mark");
    for (place, mark) in run.marks.iter().enumerate() {
        if place == 0 {
            classes.push(format!("fill-{}", mark.hue.0));
        }
        let lane = mark.lane.min(LANES - 1);
        let line = if mark.kind == crate::model::LabelKind::Claim { "claim" } else { "name" };
        classes.push(format!("lane-{lane}-{line}"));
        classes.push(format!("lane-{lane}-hue-{}", mark.hue.0));
    }
    classes
}

/// The short tag that stands at the start of an annotation, for all that start here.
fn opening(project: &Project, labels: &LabelSet, run: &Run) -> Option<String> {
    let names = run.marks.iter().rev().filter(|mark| mark.starts);
    let names = joined(names.filter_map(|mark| name(project, labels, &mark.id)), " · ");
    if names.is_empty() { None } else { Some(names) }
}

/// How many characters there are up to the next short tag, where they are few.
fn room(block: &RenderedBlock, place: usize) -> Option<u32> {
    let starts = |run: &&Run| run.marks.iter().any(|mark| mark.starts);
    let (run, after) = block.runs.get(place..)?.split_first()?;
    starts(&run).then_some(())?;
    let distance = |next: &Run| next.span.start().0 - run.span.start().0;
    let next = after.iter().take_while(|next| distance(next) <= ROOM).find(starts)?;
    Some(distance(next))
}

fn description(project: &Project, labels: &LabelSet, run: &Run) -> String {
    let mut said = String::new();
    for mark in &run.marks {
        let Some(name) = name(project, labels, &mark.id) else { continue };
        said.push_str(if said.is_empty() { "" } else { ", in " });
        said.push_str(name);
        said.push_str(if mark.unsure { ", unsure" } else { "" });
    }
    said
}

fn name<'a>(project: &'a Project, labels: &'a LabelSet, id: &AnnotationId) -> Option<&'a str> {
    project.annotation(id).map(|annotation| select::label_name(labels, annotation))
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}

fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "title",
        BlockKind::Subtitle => "subtitle",
        BlockKind::Byline => "byline",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Quote => "quote",
        BlockKind::ListItem => "list-item",
        BlockKind::Caption => "caption",
        BlockKind::Preformatted => "preformatted",
    }
}
