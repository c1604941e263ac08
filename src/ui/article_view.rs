//! The article: sections of text, the caret, and what stands beside a selection.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::claim_questions::claim_questions;
use super::drawn::{SHORT, use_plan};
use super::handle::handle;
use super::label_popover::{LabelPopover, PartOffer};
use super::margin::margin;
use super::section_view::SectionView;
use crate::app::select::PaletteItem;
use crate::app::selection::{Selection, SpanEnd};
use crate::model::{AnnotationId, LabelKey, Project};
use crate::text::Span;

#[derive(Clone, Debug, Properties)]
pub struct ArticleViewProps {
    pub project: Rc<Project>,
    /// Where the caret and the selection are.
    pub selection: Selection,
    pub selected: Option<AnnotationId>,
    /// The selected words, while labels are offered for them.
    pub offered: Option<AttrValue>,
    /// Labels that they have already.
    pub given: Rc<[LabelKey]>,
    /// The tag that they can be added to or taken from.
    pub part: Option<PartOffer>,
    /// The claim whose questions are open.
    pub asking: Option<AnnotationId>,
    pub labels: Rc<[PaletteItem]>,
    pub on_key: Callback<KeyboardEvent>,
    pub dispatch: Dispatch,
}

impl PartialEq for ArticleViewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.project, &other.project)
            && self.selection == other.selection
            && self.selected == other.selected
            && self.offered == other.offered
            && self.given == other.given
            && self.part == other.part
            && self.asking == other.asking
            && Rc::ptr_eq(&self.labels, &other.labels)
            && self.on_key == other.on_key
    }
}

#[component]
pub fn ArticleView(props: &ArticleViewProps) -> Html {
    let plan = use_plan(&props.project, must_show(props));
    let skips = SHORT < props.project.article.text.end().0;
    let lang = props.project.article.details.lang.clone().map(AttrValue::from);
    html! {
        <div class="reader" data-asking={props.asking.is_some().then_some("true")}>
            <div
                id="article"
                class="article"
                role="region"
                aria-label="Article"
                aria-description="Select words with the mouse or with Shift and the arrow keys, then press a label's key. ? lists all keys."
                tabindex="0"
                {lang}
                data-skips={skips.then_some("true")}
                onkeydown={props.on_key.clone()}
            >
                { for plan.sections.iter().map(|section| html! {
                    <SectionView
                        key={section.key}
                        section={section.clone()}
                        project={props.project.clone()}
                        selected={props.selected.clone().filter(|id| holds(&props.project, section.span(), id))}
                    />
                }) }
            </div>
            { margin(props.selected.as_ref(), &props.dispatch) }
            <svg id="arcs" class="arcs" aria-hidden="true" />
            <div id="caret" class="caret" aria-hidden="true" hidden=true />
            { handle(SpanEnd::Start, &props.project, &props.dispatch) }
            { handle(SpanEnd::End, &props.project, &props.dispatch) }
            if let Some(words) = &props.offered {
                <LabelPopover items={props.labels.clone()} words={words.clone()} given={props.given.clone()} part={props.part.clone()} dispatch={props.dispatch.clone()} />
            }
            if let Some(claim) = &props.asking {
                { claim_questions(claim, &props.project, &props.dispatch) }
            }
        </div>
    }
}

/// The selected annotation and the ends of the selection are drawn wherever they lie: the one is
/// scrolled to, and text must not be drawn anew under the others.
fn must_show(props: &ArticleViewProps) -> Vec<Span> {
    let selected = props.selected.as_ref().and_then(|id| props.project.annotation(id));
    let selected = selected.map(|annotation| annotation.selector.spans.as_slice().to_vec());
    let ends = [props.selection.anchor, props.selection.focus];
    let ends = ends.into_iter().filter_map(|at| Span::new(at, at.plus(1)).ok());
    selected.into_iter().flatten().chain(ends).collect()
}

fn holds(project: &Project, section: Option<Span>, id: &AnnotationId) -> bool {
    let annotation = project.annotation(id);
    let spans = annotation.map(|annotation| &annotation.selector.spans);
    spans.zip(section).is_some_and(|(spans, section)| spans.overlaps(section))
}
