//! Lanes: which underline each annotation gets, so that those that overlap differ.
//!
//! Interval colouring, greedy, the longest first, so that what lies around others keeps the lane
//! nearest to the text. An annotation keeps its lane along a block, and where it goes on in the
//! next block it keeps it there too: all that cross the same border overlap there, so their lanes
//! differ already.

use std::cmp::Reverse;
use std::rc::Rc;

use super::layout::Part;
use crate::model::{Annotation, AnnotationId, Map};
use crate::text::{CharOffset, sort_by};

/// The lanes of annotations that may go on behind what was laid out so far, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Carried(Map<AnnotationId, Carry>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Carry {
    lane: u8,
    end: CharOffset,
}

impl Carried {
    /// Gives each annotation on a part its lane.
    pub(super) fn assign<'a>(
        &mut self,
        part: &Part,
        mut annotations: Vec<&'a Rc<Annotation>>,
    ) -> Vec<(&'a Rc<Annotation>, u8)> {
        let key = |annotation: &'a Annotation| {
            let spans = &annotation.selector.spans;
            let longest_first = Reverse(spans.len());
            (!goes_on(annotation, part), longest_first, spans.start(), &annotation.id)
        };
        sort_by(&mut annotations, |one, other| key(one).cmp(&key(other)));
        let mut lanes = Lanes::default();
        let mut assigned = Vec::with_capacity(annotations.len());
        for annotation in annotations {
            let wanted = self.0.get(&annotation.id).map(|carry| carry.lane);
            let lane = lanes.take(annotation, wanted);
            let end = annotation.selector.spans.end();
            if part.span.end() < end {
                self.0.insert(annotation.id.clone(), Carry { lane, end });
            }
            assigned.push((annotation, lane));
        }
        let going_on = self.0.iter().filter(|(_, carry)| part.span.end() < carry.end);
        self.0 = going_on.map(|(id, carry)| (id.clone(), *carry)).collect();
        assigned
    }
}

/// Whether one span covers the last character of the part before and the first of this one.
fn goes_on(annotation: &Annotation, part: &Part) -> bool {
    let mut spans = annotation.selector.spans.iter();
    spans.any(|span| span.start() < part.reach.start() && part.span.start() < span.end())
}

/// What is taken in each lane: spans by their ends with their starts, disjoint.
#[derive(Default)]
struct Lanes(Vec<Map<CharOffset, CharOffset>>);

impl Lanes {
    /// The wanted lane if it is free along the whole annotation, else the first that is.
    fn take(&mut self, annotation: &Annotation, wanted: Option<u8>) -> u8 {
        let is_free = |taken: &Map<CharOffset, CharOffset>| {
            annotation.selector.spans.iter().all(|span| {
                let behind = taken.from(&span.start().plus(1)).next();
                behind.is_none_or(|(_, start)| span.end() <= *start)
            })
        };
        let wanted = wanted.filter(|lane| self.0.get(usize::from(*lane)).is_none_or(is_free));
        let first_free = || self.0.iter().position(is_free).unwrap_or(self.0.len());
        let lane = wanted.unwrap_or_else(|| u8::try_from(first_free()).unwrap_or(u8::MAX));
        let index = usize::from(lane);
        if self.0.len() <= index {
            self.0.resize_with(index + 1, Map::new);
        }
        if let Some(taken) = self.0.get_mut(index) {
            for span in annotation.selector.spans.iter() {
                taken.insert(span.end(), span.start());
            }
        }
        lane
    }
}
