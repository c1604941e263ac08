//! The whole article as sections, of which only those are made anew whose annotations changed.

use std::rc::Rc;

use super::lanes::Carried;
use super::layout::{Layout, Part, blocks_of};
use super::section::{RenderedBlock, Section};
use crate::model::{LabelSet, OnBlock, Project};

/// What the screen must show of an article.
#[derive(Clone, Debug)]
pub struct Plan {
    /// In the order of the text. The same pointer as before means that nothing in it changed.
    pub sections: Vec<Rc<Section>>,
    /// What each section was made from.
    bases: Vec<Basis>,
    layout: Rc<Layout>,
    labels: Rc<LabelSet>,
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
    /// What lay on its blocks, by their numbers.
    annotations: Vec<(usize, Rc<OnBlock>)>,
    /// The lanes of annotations before it, and after it.
    before: Rc<Carried>,
    after: Rc<Carried>,
}

impl Basis {
    /// Whether a section made now would be the same.
    fn holds(&self, project: &Project, parts: &[Part], before: &Rc<Carried>) -> bool {
        let now = project.on_blocks(blocks_of(parts));
        let mut then = self.annotations.iter();
        let same_annotations = now.into_iter().all(|(block, on_block)| {
            then.next().is_some_and(|(it, was)| *it == block && Rc::ptr_eq(was, on_block))
        });
        same_annotations && then.next().is_none() && self.before == *before
    }
}

/// What the screen must show of a project, sharing with `previous` the sections that are the same.
#[must_use]
pub fn plan(project: &Project, previous: Option<&Plan>) -> Plan {
    let previous = previous.filter(|plan| plan.layout.is_of(&project.article));
    let layout = match previous {
        Some(plan) => plan.layout.clone(),
        None => Rc::new(Layout::of(&project.article)),
    };
    let same_labels = previous.is_some_and(|plan| plan.labels == project.labels);
    let mut sections = Vec::with_capacity(layout.sections.len());
    let mut bases: Vec<Basis> = Vec::with_capacity(layout.sections.len());
    let mut carried: Rc<Carried> = Rc::default();
    for (i, parts) in layout.sections.iter().enumerate() {
        let old = previous.and_then(|plan| Some((plan.sections.get(i)?, plan.bases.get(i)?)));
        if let Some((section, basis)) = old
            && same_labels
            && basis.holds(project, parts, &carried)
        {
            carried = basis.after.clone();
            sections.push(section.clone());
            bases.push(basis.clone());
            continue;
        }
        let (section, basis) = draw(project, parts, &carried);
        carried = basis.after.clone();
        bases.push(basis);
        match old {
            Some((old, _)) if **old == section => sections.push(old.clone()),
            _ => sections.push(Rc::new(section)),
        }
    }
    Plan { sections, bases, layout, labels: project.labels.clone() }
}

fn draw(project: &Project, parts: &[Part], before: &Rc<Carried>) -> (Section, Basis) {
    let mut carried = (**before).clone();
    let annotations: Vec<(usize, Rc<OnBlock>)> = project
        .on_blocks(blocks_of(parts))
        .map(|(block, on_block)| (block, on_block.clone()))
        .collect();
    let mut blocks = Vec::with_capacity(parts.len());
    for part in parts {
        let here = annotations.iter().find(|(block, _)| *block == part.block);
        let here: Vec<_> = here.iter().flat_map(|(_, on_block)| on_block.iter()).collect();
        blocks.push(RenderedBlock::new(part, &here, &project.labels, &mut carried));
    }
    let before = before.clone();
    let after = if carried == *before { before.clone() } else { Rc::new(carried) };
    (Section::new(blocks), Basis { annotations, before, after })
}
