//! The whole article as sections, of which only those are made anew whose annotations changed.
//!
//! What lies far from the view may be left bare: its text stands there without marks until it is
//! asked for.

use std::rc::Rc;

use super::lanes::Carried;
use super::layout::{Layout, Part, span_of};
use super::section::{RenderedBlock, Section};
use crate::model::{LabelSet, Project, Strip};
use crate::text::Span;

/// What the screen must show of an article.
#[derive(Clone, Debug)]
pub struct Plan {
    /// In the order of the text. The same pointer as before means that nothing in it changed.
    pub sections: Vec<Rc<Section>>,
    /// What each section was made from; nothing for those that are bare.
    bases: Vec<Option<Basis>>,
    layout: Rc<Layout>,
    labels: Rc<LabelSet>,
}

/// Which sections show their annotations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// All of them.
    pub whole: bool,
    /// By their place; those past the end do not.
    pub sections: Vec<bool>,
    /// Also those that any of these spans lies on.
    pub spans: Vec<Span>,
}

impl Drawn {
    fn includes(&self, place: usize, section: Option<Span>) -> bool {
        self.whole
            || self.sections.get(place).copied().unwrap_or_default()
            || section.is_some_and(|section| self.spans.iter().any(|it| it.overlaps(section)))
    }
}

/// Two plans are equal if they show the same.
impl PartialEq for Plan {
    fn eq(&self, other: &Plan) -> bool {
        self.sections == other.sections
    }
}

impl Eq for Plan {}

/// What a section was made from, beside the article and the labels.
#[derive(Clone, Debug)]
struct Basis {
    /// What lay on its part of the text, by the numbers of the strips.
    strips: Vec<(u32, Rc<Strip>)>,
    /// The lanes of annotations before it, and after it.
    before: Rc<Carried>,
    after: Rc<Carried>,
}

impl Basis {
    /// Whether a section made now would be the same.
    fn holds(&self, project: &Project, parts: &[Part], before: &Rc<Carried>) -> bool {
        let mut then = self.strips.iter();
        let same_strips = strips(project, parts).all(|(number, strip)| {
            then.next().is_some_and(|(it, was)| *it == number && Rc::ptr_eq(was, strip))
        });
        same_strips && then.next().is_none() && self.before == *before
    }
}

/// What the screen must show of a project, sharing with `previous` the sections that are the same.
#[must_use]
pub fn plan(project: &Project, previous: Option<&Plan>) -> Plan {
    plan_drawn(project, previous, &Drawn { whole: true, ..Drawn::default() })
}

/// The same with some of the sections bare.
///
/// Behind a bare section lanes begin anew, so what crosses that border may get another lane once
/// the section before is drawn too.
#[must_use]
pub fn plan_drawn(project: &Project, previous: Option<&Plan>, drawn: &Drawn) -> Plan {
    let previous = previous.filter(|plan| plan.layout.is_of(&project.article));
    let layout = match previous {
        Some(plan) => plan.layout.clone(),
        None => Rc::new(Layout::of(&project.article)),
    };
    let same_labels = previous.is_some_and(|plan| plan.labels == project.labels);
    let mut sections = Vec::with_capacity(layout.sections.len());
    let mut bases: Vec<Option<Basis>> = Vec::with_capacity(layout.sections.len());
    let mut carried: Rc<Carried> = Rc::default();
    for (i, parts) in layout.sections.iter().enumerate() {
        if !drawn.includes(i, span_of(parts)) {
            sections.extend(layout.bare.get(i).cloned());
            bases.push(None);
            carried = Rc::default();
            continue;
        }
        let old = previous.and_then(|plan| Some((plan.sections.get(i)?, plan.bases.get(i)?)));
        if let Some((section, Some(basis))) = old
            && same_labels
            && basis.holds(project, parts, &carried)
        {
            carried = basis.after.clone();
            sections.push(section.clone());
            bases.push(Some(basis.clone()));
            continue;
        }
        let (section, basis) = draw(project, parts, &carried, old.map(|(section, _)| &**section));
        carried = basis.after.clone();
        bases.push(Some(basis));
        match old {
            Some((old, _)) if **old == section => sections.push(old.clone()),
            _ => sections.push(Rc::new(section)),
        }
    }
    Plan { sections, bases, layout, labels: project.labels.clone() }
}

impl Plan {
    /// Whether a section shows its annotations.
    #[must_use]
    pub fn is_drawn(&self, place: usize) -> bool {
        self.bases.get(place).is_some_and(Option::is_some)
    }
}

fn draw(
    project: &Project,
    parts: &[Part],
    before: &Rc<Carried>,
    old: Option<&Section>,
) -> (Section, Basis) {
    let mut carried = (**before).clone();
    let mut blocks = Vec::with_capacity(parts.len());
    for (i, part) in parts.iter().enumerate() {
        let block = RenderedBlock::new(part, project, &mut carried);
        let same = old.and_then(|old| old.blocks.get(i)).filter(|old| ***old == block);
        blocks.push(same.cloned().unwrap_or_else(|| Rc::new(block)));
    }
    let strips = strips(project, parts).map(|(number, strip)| (number, strip.clone())).collect();
    let before = before.clone();
    let after = if carried == *before { before.clone() } else { Rc::new(carried) };
    (Section::new(blocks), Basis { strips, before, after })
}

fn strips<'a>(
    project: &'a Project,
    parts: &[Part],
) -> impl Iterator<Item = (u32, &'a Rc<Strip>)> + use<'a> {
    span_of(parts).into_iter().flat_map(|span| project.strips(span))
}
