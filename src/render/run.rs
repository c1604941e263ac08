//! Runs: the longest stretches under one set of annotations.
//!
//! Found with a sweep line (M. I. Shamos, D. Hoey: Geometric intersection problems, FOCS 1976):
//! the ends of all spans are sorted and walked once, keeping the set of spans that are open.

use std::cmp::Reverse;
use std::rc::Rc;

use super::layout::Part;
use crate::model::{Anchor, Annotation, AnnotationId, Hue, LabelKind, LabelSet};
use crate::text::{CharOffset, Span, sort_by};

/// A stretch of a block that the same annotations cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub span: Span,
    /// The innermost first; its fill is the one to show. Empty for bare text.
    pub marks: Vec<Mark>,
}

/// One annotation in one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub id: AnnotationId,
    /// Which underline is its own; annotations that overlap differ in it.
    ///
    /// # Limitations
    /// There are 256. The 257th annotation over one character shares the last one.
    pub lane: u8,
    /// Whether a span of the annotation starts with this run, or with the gap before it.
    pub starts: bool,
    /// Whether a span of the annotation ends with this run, or with the gap after it.
    pub ends: bool,
    pub hue: Hue,
    pub kind: LabelKind,
    /// The annotator was not sure.
    pub unsure: bool,
    /// Its place was found by similarity and waits for a person's word.
    pub proposed: bool,
}

impl Run {
    #[must_use]
    pub fn innermost(&self) -> Option<&Mark> {
        self.marks.first()
    }
}

/// How annotations over one character are ordered: the innermost, which is the shortest, first.
pub(super) fn depth(annotation: &Annotation) -> impl Ord + use<'_> {
    let spans = &annotation.selector.spans;
    (spans.len(), Reverse(spans.start()), &annotation.id)
}

/// Whether an annotation is drawn: what lost its place has none to be drawn at.
pub(super) fn is_drawn(annotation: &Annotation) -> bool {
    annotation.anchor != Anchor::Orphaned
}

/// The runs of a block, given the annotations on it, each with its lane.
pub(super) fn runs(
    part: &Part,
    annotations: &[(&Rc<Annotation>, u8)],
    labels: &LabelSet,
) -> Vec<Run> {
    let within = part.span;
    let mut layers: Vec<Layer<'_>> =
        annotations.iter().map(|(it, lane)| Layer::new(it, *lane, labels)).collect();
    sort_by(&mut layers, |one, other| depth(one.annotation).cmp(&depth(other.annotation)));
    let mut starts: Vec<(Span, usize)> = Vec::new();
    for (depth, layer) in layers.iter().enumerate() {
        let spans = layer.annotation.selector.spans.iter().filter(|it| it.overlaps(within));
        starts.extend(spans.map(|span| (span, depth)));
    }
    sort_by(&mut starts, Ord::cmp);
    let mut coming = starts.into_iter().peekable();
    // Where each open span ends, by depth; spans of one annotation are never open together.
    let mut open: Vec<(usize, Span)> = Vec::new();
    let mut runs = Vec::new();
    let mut at = within.start();
    while at < within.end() {
        open.retain(|(_, span)| at < span.end());
        while let Some((span, depth)) = coming.next_if(|(span, _)| span.start() <= at) {
            let place = open.partition_point(|(other, _)| *other < depth);
            open.insert(place, (depth, span));
        }
        let next_end = open.iter().map(|(_, span)| span.end()).min();
        let next_start = coming.peek().map(|(span, _)| span.start());
        let end = next_end.into_iter().chain(next_start).fold(within.end(), CharOffset::min);
        let Ok(span) = Span::new(at, end) else { break };
        let marks =
            open.iter().filter_map(|(depth, of)| Some(layers.get(*depth)?.mark(*of, span, part)));
        runs.push(Run { span, marks: marks.collect() });
        at = end;
    }
    runs
}

/// What all marks of one annotation have in common.
struct Layer<'a> {
    annotation: &'a Annotation,
    lane: u8,
    hue: Hue,
}

impl<'a> Layer<'a> {
    fn new(annotation: &'a Annotation, lane: u8, labels: &LabelSet) -> Layer<'a> {
        Layer { annotation, lane, hue: labels.hue(annotation.label()) }
    }

    /// The mark of the annotation where its span `of` shows in a run.
    fn mark(&self, of: Span, run: Span, part: &Part) -> Mark {
        let shown_start = of.start().max(part.span.start());
        let shown_end = of.end().min(part.span.end());
        let annotation = self.annotation;
        Mark {
            id: annotation.id.clone(),
            lane: self.lane,
            starts: shown_start == run.start() && part.reach.start() <= of.start(),
            ends: shown_end == run.end() && of.end() <= part.reach.end(),
            hue: self.hue,
            kind: if annotation.is_claim() { LabelKind::Claim } else { LabelKind::Entity },
            unsure: annotation.unsure,
            proposed: annotation.anchor == Anchor::Proposed,
        }
    }
}
